import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

/** Text, by the endings of names; pictures are compressed as they are, and maps of sources are for debuggers alone. */
const TEXT = new Set([
  ...['.css', '.csv', '.html', '.js', '.json', '.md', '.mjs', '.svg', '.ts', '.txt', '.wasm', '.webmanifest', '.xml'],
])
/** A smaller file fits into one packet as it is, bytes. */
const SMALLEST = 1024
/** Best and slow; the bytes of the app and its figures are asked for thousands of times. */
const BEST = 11
/** Some hundreds of pictures of which a reader opens one: a tenth of the time for a tenth more bytes. */
const QUICK = 9
const QUICKLY = /^(?:cards|data\/package)\//
/** As many at once as Node compresses side by side by itself; more would hold more texts in memory for nothing. */
const AT_ONCE = 4

const deflate = promisify(gzip)
const brotli = promisify(brotliCompress)

/** How many files got a twin of each kind, and the bytes of all. */
export interface Compressed {
  readonly files: number
  readonly bytes: number
  readonly brotli: number
  readonly gzip: number
}

/**
 * Writes `<name>.br` and `<name>.gz` beside every text of 1 kB and more, for servers that hand them out as they lie there.
 * What a twin would not make smaller gets none.
 * @param out the built site
 * @param cache where brotli's work on the same bytes is kept from build to build; what this build did not need is removed
 */
export async function compressSite(out: string, cache: string): Promise<Compressed> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const paths = entries.flatMap((entry) =>
    entry.isFile() && TEXT.has(extname(entry.name)) ? [join(entry.parentPath, entry.name)] : [],
  )
  await mkdir(cache, { recursive: true })
  const total = { files: 0, bytes: 0, brotli: 0, gzip: 0 }
  const kept = new Set<string>()
  const waiting = paths.values()
  const work = async (): Promise<void> => {
    for (const path of waiting) {
      const bytes = await readFile(path)
      if (bytes.length < SMALLEST) continue
      const quality = QUICKLY.test(relative(out, path).split(sep).join('/')) ? QUICK : BEST
      const name = `${createHash('sha256').update(bytes).digest('hex')}-${quality}`
      const [br, gz] = await Promise.all([remembered(join(cache, name), bytes, quality), deflate(bytes, { level: 9 })])
      kept.add(name)
      if (br.length < bytes.length) await writeFile(`${path}.br`, br)
      if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz)
      total.files += 1
      total.bytes += bytes.length
      total.brotli += br.length
      total.gzip += gz.length
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const stale = (await readdir(cache)).filter((name) => !kept.has(name))
  await Promise.all(stale.map((name) => rm(join(cache, name), { force: true })))
  return total
}

/** Brotli's best takes seconds for what has not changed since the last build. */
async function remembered(path: string, bytes: Buffer, quality: number): Promise<Buffer> {
  const before = await readFile(path).catch(() => null)
  if (before) return before
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants
  const br = await brotli(bytes, {
    params: {
      [BROTLI_PARAM_QUALITY]: quality,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  })
  await writeFile(`${path}.tmp`, br)
  await rename(`${path}.tmp`, path)
  return br
}

/**
 * In `vite build`, last of all, when the pages and the service worker are written: compressed twins of the site's files. No offline
 * copy lists them (offline-plugin.ts): a browser asks for the file and is given its twin.
 */
export function compressPlugin(cache = 'node_modules/.cache/compressed'): Plugin {
  let config: ResolvedConfig
  return {
    name: 'district-atlas-compress',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error) {
        // A build that failed has its own words.
        if (error) return
        const { files, ...bytes } = await compressSite(
          resolve(config.root, config.build.outDir),
          resolve(config.root, cache),
        )
        const mb = (key: keyof typeof bytes): string => `${(bytes[key] / 1e6).toFixed(2)} MB`
        config.logger.info(
          `compressed ${files} files: ${mb('bytes')}, as gzip ${mb('gzip')}, as brotli ${mb('brotli')}`,
        )
      },
    },
  }
}
