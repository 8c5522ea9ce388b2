import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type ResolvedConfig } from 'vite'

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
