import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin, type ResolvedConfig } from 'vite'

const ENTRY = 'src/embed/loader/main.ts'
const TYPES = 'src/embed/loader/types.ts'
/** A stable name, and one for the version of the messages (DESIGN §7) that it speaks. */
const SCRIPTS = ['embed.js', 'embed-1.js']
const DECLARATIONS = 'embed.d.ts'

/** What a host's page may be asked to load, bytes, compressed with gzip; the build fails above it. */
const MOST_BYTES = 2048

/** @returns bytes of the text, compressed as a host would serve it */
export function gzipSize(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

/**
 * @param root the repository
 * @param target browsers, as `build.target` of Vite has them
 * @param most bytes, compressed; other than the build's for tests alone
 * @returns `embed.js`: one script that is a module as well as none, and leaves no name behind
 * @throws Error where it is larger than that, or there is nothing to build
 */
export async function buildLoader(
  root: string,
  target: ResolvedConfig['build']['target'],
  most = MOST_BYTES,
): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    // What goes wrong is thrown.
    logLevel: 'silent',
    publicDir: false,
    mode: 'production',
    build: {
      write: false,
      target,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: resolve(root, ENTRY), output: { format: 'iife', codeSplitting: false } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const [chunk] = outputs
  if (outputs.length !== 1 || chunk?.type !== 'chunk') {
    throw new Error(`${SCRIPTS[0]}: expected one script, got ${outputs.map(({ fileName }) => fileName).join(', ')}`)
  }
  const bytes = gzipSize(chunk.code)
  if (bytes > most) throw new Error(`${SCRIPTS[0]} is ${bytes} bytes compressed, at most ${most} are allowed`)
  return chunk.code
}

/** Puts `embed.js`, its other name and its types beside `index.html`; in `vite dev` makes them when they are asked for. */
export function embedPlugin(): Plugin {
  let config: ResolvedConfig
  const types = async (): Promise<string> => readFile(resolve(config.root, TYPES), 'utf8')
  const script = async (): Promise<string> => buildLoader(config.root, config.build.target)
  return {
    name: 'district-atlas-embed',
    configResolved(resolved) {
      config = resolved
    },
    async generateBundle() {
      const code = await script()
      for (const fileName of SCRIPTS) this.emitFile({ type: 'asset', fileName, source: code })
      this.emitFile({ type: 'asset', fileName: DECLARATIONS, source: await types() })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\//, '')
        const made = SCRIPTS.includes(name) ? script() : name === DECLARATIONS ? types() : null
        if (made === null) {
          next()
          return
        }
        made.then((text) => {
          response.setHeader('Content-Type', name === DECLARATIONS ? 'text/plain; charset=utf-8' : 'text/javascript')
          response.setHeader('Access-Control-Allow-Origin', '*')
          response.end(text)
        }, next)
      })
    },
  }
}
