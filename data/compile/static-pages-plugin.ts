import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { makeCards, siteOf } from './cards.ts'
import { makeGallery } from './gallery-page.ts'
import { readCompiled } from './compiled.ts'

/**
 * In `vite build`: writes `cards/` (static pictures, and pages for previews of links) and the gallery of embeds beside the app. They
 * are written, not emitted, lest some hundreds of lines hide what else the build says; no offline copy holds them
 * (offline-plugin.ts).
 */
export function staticPagesPlugin(compiled = 'public/data', dir = 'data/package'): Plugin {
  let config: ResolvedConfig
  return {
    name: 'district-atlas-static-pages',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async writeBundle(options) {
      const site = siteOf(process.env['ATLAS_SITE'])
      const pack = await readCompiled(resolve(config.root, compiled))
      const cards = await makeCards(config, pack, site, (message) => this.warn(message))
      const paths = new Set(cards.map(({ path }) => path))
      const gallery = await makeGallery(config, dir, { catalog: pack.catalog, cards: paths, site })
      const out = resolve(config.root, options.dir ?? config.build.outDir)
      for (const { path, text } of [...cards, ...gallery]) {
        const to = join(out, path)
        await mkdir(dirname(to), { recursive: true })
        await writeFile(to, text)
      }
    },
  }
}
