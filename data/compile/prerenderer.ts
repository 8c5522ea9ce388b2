import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type ResolvedConfig } from 'vite'
import type { Boundaries, Catalog, Manifest, Shard } from '../../src/model/pack.ts'
import { fromSlim, withRest, type RestFile, type SlimCatalog } from '../../src/model/slim.ts'
import { rowsOf, type AnyShard } from '../../src/model/shard.ts'

/** The compiled pack as the build reads it, before it is served. */
export interface CompiledPack {
  readonly manifest: Manifest
  readonly catalog: Catalog
  readonly boundaries: Boundaries
  /** @param index of the catalog's shards; null where there is no such shard */
  readonly shard: (index: number) => Promise<Shard | null>
}

/** @param dir where `npm run data` wrote it. @throws Error where a file is missing or no JSON */
export async function readCompiled(dir: string): Promise<CompiledPack> {
  const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(resolve(dir, path), 'utf8')) as T
  const manifest = await read<Manifest>('manifest.json')
  const file = await read<Catalog | SlimCatalog>(manifest.catalog.path)
  const catalog =
    'slim' in file && manifest.rest
      ? withRest(fromSlim(file), await read<RestFile>(manifest.rest.path))
      : (file as Catalog)
  return {
    manifest,
    catalog,
    boundaries: await read<Boundaries>(manifest.boundaries.path),
    shard: async (index) => {
      const ref = catalog.shards[index]
      if (!ref) return null
      const shard = await read<AnyShard>(ref.path)
      return { format: shard.format, observations: rowsOf(shard) }
    },
  }
}

/** The parts of `src/app/` that the build runs, by name; data/ imports nothing of the screens, Vite loads them at build time. */
const ENTRIES = {
  first: 'src/app/prerender.tsx',
  cards: 'src/app/prerender-cards.tsx',
  gallery: 'src/app/prerender-gallery.tsx',
} as const

const built = new WeakMap<ResolvedConfig, Promise<string>>()

/**
 * Loads one of the parts that render at build time, built for Node with the same class names as the client's; all of them are built
 * together, once a build.
 * @returns what the part exports; the caller says what that is
 */
export async function loadPrerenderer<T>(config: ResolvedConfig, name: keyof typeof ENTRIES): Promise<T> {
  const known = built.get(config) ?? buildAll(config)
  built.set(config, known)
  return (await import(pathToFileURL(resolve(await known, `${name}.mjs`)).href)) as T
}

async function buildAll(config: ResolvedConfig): Promise<string> {
  const outDir = resolve(config.root, 'node_modules/.cache/first-view')
  await build({
    root: config.root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    css: { modules: config.css.modules ?? {} },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: ENTRIES,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return outDir
}

/** Characters that would end a text or an attribute's value in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
