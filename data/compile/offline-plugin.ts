import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin, PluginOption, ResolvedConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { WEB_MANIFEST } from './web-manifest.ts'

/** A file of the service worker's list. */
interface Entry {
  url: string
  revision: string | null
  integrity?: string
  size: number
}

/** The page's own scripts before the app's: public, so their names hold no hash. */
const FIRST = ['first.js', 'early.js']
const APP_FILE = 'app.json'
/** Names that hold a hash of what is in the file. */
const HASHED = /^assets\/|^data\/[\w-]+-[0-9a-f]{8,}\.json$/
const FIGURES = /^data\/figures-/
/** Of a pack larger than this, bytes, a browser keeps the figures that it read, not all of them. */
const MOST_DATA = 64 * 2 ** 20
/** A chunk larger than this is a mistake, bytes; the build fails. */
const LARGEST_FILE = 8 * 2 ** 20

/**
 * In `vite build`: gives the page its build's hash, puts `app.json` beside it, and makes the service worker `sw.js` from
 * `src/app/offline/worker/sw.ts` with the list of all files of app and pack.
 * @param workerPlugins for the worker's build, which is one of its own
 */
export function offlinePlugins(workerPlugins: readonly Plugin[] = []): PluginOption[] {
  let config: ResolvedConfig | undefined
  const outDir = (): string => resolve(config?.root ?? '.', config?.build.outDir ?? 'dist')
  return [
    buildPlugin((resolved) => {
      config = resolved
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/offline/worker',
      filename: 'sw.ts',
      // src/app/offline/register.ts decides whether, and first-view-plugin.ts writes the web manifest from the pack.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        buildPlugins: { vite: [...workerPlugins] },
        injectionPoint: 'self.PRECACHED_FILES',
        globPatterns: [
          'index.html',
          ...FIRST,
          WEB_MANIFEST,
          'favicon.svg',
          '{icon-*,apple-touch-icon}.png',
          'assets/**/*',
          'data/*.json',
        ],
        globIgnores: ['**/*.map', '**/*.{br,gz}'],
        dontCacheBustURLsMatching: HASHED,
        maximumFileSizeToCacheInBytes: LARGEST_FILE,
        manifestTransforms: [
          async (entries) => {
            const { kept, warnings } = withinBounds(entries)
            return { manifest: await Promise.all(kept.map(async (entry) => vouched(outDir(), entry))), warnings }
          },
        ],
      },
    }),
  ]
}

/** The build's hash, in the page and in `app.json`: a page that has been open for long sees that there is another. */
function buildPlugin(onConfig: (config: ResolvedConfig) => void): Plugin {
  let publicDir = ''
  let build: string | null = null
  return {
    name: 'district-atlas-build',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      onConfig(resolved)
      ;({ publicDir } = resolved)
    },
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        let html = page
        for (const name of FIRST) {
          // With its hash in the address, the copy's first script is never another build's than the page's.
          const first = `./${name}"`
          if (!page.includes(first)) throw new Error(`index.html: no script ${first}`)
          html = html.replace(first, `./${name}${versionOf(md5(readFileSync(join(publicDir, name))))}"`)
        }
        // The page names the first view's figures, the entry and the pack's files, and each of these all that it needs.
        build = createHash('sha256').update(html).digest('hex').slice(0, 16)
        return { html, tags: [{ tag: 'meta', attrs: { name: 'build', content: build }, injectTo: 'head' }] }
      },
    },
    generateBundle() {
      if (build === null) throw new Error(`${APP_FILE}: the page was not built before it`)
      this.emitFile({ type: 'asset', fileName: APP_FILE, source: `${JSON.stringify({ build, offline: true })}\n` })
    },
  }
}

/** Of a very large pack the figures are left to be kept as they are read. */
function withinBounds(entries: readonly Entry[]): { kept: readonly Entry[]; warnings: string[] } {
  const figures = entries.filter(({ url }) => FIGURES.test(url))
  const bytes = figures.reduce((sum, { size }) => sum + size, 0)
  if (bytes <= MOST_DATA) return { kept: entries, warnings: [] }
  return {
    kept: entries.filter((entry) => !figures.includes(entry)),
    warnings: [`the figures are ${bytes} bytes, more than ${MOST_DATA}: offline only those that were read before`],
  }
}

/**
 * With the file's hash to be checked by the browser: half-way through a deployment, or behind a network that answers with a page
 * of its own, nothing is kept, rather than files that do not belong together.
 */
async function vouched(outDir: string, entry: Entry): Promise<Entry> {
  const bytes = await readFile(join(outDir, entry.url))
  const integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`
  if (FIRST.includes(entry.url)) {
    return { ...entry, url: `${entry.url}${versionOf(md5(bytes))}`, revision: null, integrity }
  }
  return { ...entry, integrity }
}

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex')
const versionOf = (hash: string): string => `?v=${hash.slice(0, 8)}`
