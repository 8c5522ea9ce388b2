import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { licensesText, shippedPackages } from './licenses.ts'

/** Beside `index.html`; src/explore/help/ links to it. */
const FILE = 'licenses.txt'

/** A list of what is shipped, and the plugins that write it. */
export interface Licenses {
  /** For each build whose files are shipped: workers and the service worker have builds of their own. */
  readonly collect: () => Plugin
  /** For the site's build: writes the list once all others are done, and fails on a licence that may not be shipped. */
  readonly write: () => Plugin
}

/** In `vite build`: `licenses.txt`, with name, version, licence and its text of every package that a shipped file has a part of. */
export function licenses(): Licenses {
  const modules = new Set<string>()
  let config: ResolvedConfig
  return {
    collect: () => ({
      name: 'district-atlas-licenses-collect',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') for (const id of output.moduleIds) modules.add(id)
        }
      },
    }),
    write: () => ({
      name: 'district-atlas-licenses',
      apply: 'build',
      enforce: 'post',
      configResolved(resolved) {
        config = resolved
      },
      closeBundle: {
        order: 'post',
        sequential: true,
        async handler(error) {
          if (error) return
          const shipped = await shippedPackages(config.root, modules)
          await writeFile(join(resolve(config.root, config.build.outDir), FILE), licensesText(shipped))
          config.logger.info(`${FILE}: ${shipped.length} packages`)
        },
      },
    }),
  }
}
