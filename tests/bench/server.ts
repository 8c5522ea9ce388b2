import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

/** What a file is to the tables. */
export type Kind = 'document' | 'script' | 'style' | 'data' | 'other'

/** A file as it goes over the network. */
export interface Body {
  readonly kind: Kind
  readonly type: string
  /** Compressed where that helps: not of pictures. */
  readonly bytes: Buffer
  readonly brotli: boolean
  readonly hashed: boolean
}

/** One answer of the server. */
export interface Answer {
  readonly path: string
  readonly kind: Kind
  /** Bytes of the body as sent, without headers; 0 where the browser's copy served. */
  readonly bytes: number
  /** When it was asked, ms since 1970. */
  readonly at: number
}

/** A line between server and browsers: all answers go over it one after another. */
export interface Line {
  readonly bytesPerMs: number
  /** Before each answer. */
  readonly roundTripMs: number
}

const TYPES: Readonly<Record<string, readonly [Kind, string]>> = {
  '.css': ['style', 'text/css; charset=utf-8'],
  '.csv': ['data', 'text/csv; charset=utf-8'],
  '.html': ['document', 'text/html; charset=utf-8'],
  '.js': ['script', 'text/javascript; charset=utf-8'],
  '.json': ['data', 'application/json; charset=utf-8'],
  '.mjs': ['script', 'text/javascript; charset=utf-8'],
  '.png': ['other', 'image/png'],
  '.svg': ['other', 'image/svg+xml'],
  '.txt': ['other', 'text/plain; charset=utf-8'],
  '.webmanifest': ['other', 'application/manifest+json'],
  '.woff2': ['other', 'font/woff2'],
}
const PACKED = new Set(['.png', '.woff2'])
/** As in tests/browser/host.ts: hashed by the build; all else keeps its name and is asked for again each time. */
const HASHED = /[-.][\w-]{8,}\.\w+$/
const QUALITY = 11

const compress = promisify(brotliCompress)

/** @returns every file below a folder that a browser may ask for, compressed as a careful host would have it, by its address */
export async function readSite(dir: string, prefix: string): Promise<Map<string, Body>> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => extname(path) in TYPES && statSync(join(dir, path)).isFile())
  const bodies = await Promise.all(
    files.map(async (path): Promise<[string, Body]> => {
      const [kind, type] = TYPES[extname(path)] ?? ['other', 'application/octet-stream']
      return [`${prefix}${path}`, await bodyOf(readFileSync(join(dir, path)), kind, type, path)]
    }),
  )
  return new Map(bodies)
}

/** @param path decides whether it is packed already and whether the build hashed its name */
export async function bodyOf(raw: Buffer, kind: Kind, type: string, path: string): Promise<Body> {
  const brotli = !PACKED.has(extname(path))
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length }
  return { kind, type, bytes: brotli ? await compress(raw, { params }) : raw, brotli, hashed: HASHED.test(path) }
}

/**
 * One small static server for both pages: HTTP/1.1, everything compressed with brotli beforehand, hashed files kept for ever, the
 * rest revalidated by its ETag. It remembers what it sent.
 */
export class BenchServer {
  readonly site: Map<string, Body>
  private readonly server: Server
  private answers: Answer[] = []
  /** null: as fast as the loop-back is. For pages with frames, which Chromium slows down only one by one. */
  line: Line | null = null
  /** When the line is free again, on `performance.now()`'s clock. */
  private free = 0

  constructor(site: Map<string, Body>) {
    this.site = site
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      this.answer(
        pathname.endsWith('/') ? `${pathname}index.html` : pathname,
        request.headers['if-none-match'],
        response,
      )
    })
  }

  /** @returns the port */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve)
    })
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('the server has no port')
    return address.port
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  /** Forgets what was sent so far. */
  reset(): void {
    this.answers = []
  }

  /** @returns what was sent since the last reset */
  sent(): readonly Answer[] {
    return this.answers
  }

  private answer(path: string, known: string | undefined, response: ServerResponse): void {
    const body = this.site.get(path)
    if (body === undefined) {
      this.answers.push({ path, kind: 'other', bytes: 0, at: Date.now() })
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404')
      return
    }
    const etag = `"${body.bytes.length.toString(36)}-${path.length}"`
    const fresh = known === etag
    this.answers.push({ path, kind: body.kind, bytes: fresh ? 0 : body.bytes.length, at: Date.now() })
    const send = (): void => {
      this.write(response, body, etag, fresh)
    }
    if (this.line === null) send()
    else setTimeout(send, this.delay(this.line, fresh ? 0 : body.bytes.length))
  }

  /** @returns in how many ms the last byte of an answer asked for now is there */
  private delay({ bytesPerMs, roundTripMs }: Line, bytes: number): number {
    const now = performance.now()
    this.free = Math.max(this.free, now + roundTripMs) + bytes / bytesPerMs
    return this.free - now
  }

  private write(response: ServerResponse, body: Body, etag: string, fresh: boolean): void {
    response.writeHead(fresh ? 304 : 200, {
      'Content-Type': body.type,
      ...(body.brotli && { 'Content-Encoding': 'br' }),
      ...(!fresh && { 'Content-Length': body.bytes.length }),
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': body.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ETag: etag,
    })
    response.end(fresh ? undefined : body.bytes)
  }
}
