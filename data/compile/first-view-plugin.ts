import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import type { Boundaries, Catalog, Manifest, Shard } from '../../src/model/pack.ts'
import { webManifest, WEB_MANIFEST, type AppWords } from './web-manifest.ts'

/** What `src/app/prerender.tsx` exports; loaded by Vite at build time, so that data/ imports nothing of the screens. */
interface Prerender {
  readonly renderFirstView: (data: {
    catalog: Catalog
    boundaries: Boundaries
    shards: ReadonlyMap<number, Shard>
  }) => FirstPage
}

interface FirstPage {
  readonly html: string
  readonly title: string
  readonly description: string
  readonly noScript: string
  readonly language: AppWords['language']
  readonly ways: AppWords['ways']
}

const PLACE = '<!--first-view-->'

/**
 * In `vite build`: fills the page with the default view, from the compiled pack, by the app's own components (DESIGN §8), and
 * writes the web app manifest, which is named after the same pack.
 */
export function firstViewPlugin(compiled = 'public/data', entry = 'src/app/prerender.tsx'): Plugin {
  let config: ResolvedConfig
  let appWords: AppWords | null = null
  return {
    name: 'district-atlas-first-view',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(page) {
        if (!page.includes(PLACE)) throw new Error(`index.html: no ${PLACE}, expected inside #root`)
        const read = async <T>(path: string): Promise<T> =>
          JSON.parse(await readFile(resolve(config.root, compiled, path), 'utf8')) as T
        const manifest = await read<Manifest>('manifest.json')
        const catalog = await read<Catalog>(manifest.catalog.path)
        const boundaries = await read<Boundaries>(manifest.boundaries.path)
        const shards = new Map<number, Shard>()
        const index = catalog.byPlace[catalog.city]
        const ref = index === undefined ? undefined : catalog.shards[index]
        if (index !== undefined && ref) shards.set(index, await read<Shard>(ref.path))

        const { renderFirstView } = await loadPrerender(config, entry)
        const first = renderFirstView({ catalog, boundaries, shards })
        appWords = { ...first, name: first.title }
        const html = page
          .replace(
            PLACE,
            () =>
              `<noscript><p data-noscript>${escape(first.noScript)}</p></noscript><div data-static>${first.html}</div>`,
          )
          .replace(/<title>[^<]*<\/title>/, () => `<title>${escape(first.title)}</title>`)
        return {
          html,
          tags: [
            { tag: 'meta', attrs: { name: 'description', content: first.description }, injectTo: 'head' },
            { tag: 'link', attrs: { rel: 'manifest', href: `./${WEB_MANIFEST}` }, injectTo: 'head' },
            // What the first view shows is on its way before the script asks for it.
            ...[manifest.catalog.path, manifest.boundaries.path].map((path) => ({
              tag: 'link',
              attrs: { rel: 'preload', as: 'fetch', crossorigin: '', href: `./data/${path}` },
              injectTo: 'head' as const,
            })),
          ],
        }
      },
    },
    generateBundle() {
      if (appWords === null) throw new Error(`${WEB_MANIFEST}: the page was not built before it`)
      this.emitFile({ type: 'asset', fileName: WEB_MANIFEST, source: webManifest(appWords) })
    },
  }
}

/** Builds the entry for Node, with the same class names as the client's, and loads it. */
async function loadPrerender(config: ResolvedConfig, entry: string): Promise<Prerender> {
  const outDir = resolve(config.root, 'node_modules/.cache/first-view')
  await build({
    root: config.root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    css: { modules: config.css.modules ?? {} },
    build: { ssr: entry, outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'prerender.mjs' } } },
  })
  return (await import(pathToFileURL(resolve(outDir, 'prerender.mjs')).href)) as Prerender
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
