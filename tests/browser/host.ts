import { createReadStream, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { DIST } from './pack.ts'

interface Home {
  /** Content-Security-Policy of its pages; null: none. */
  readonly policy: string | null
  /** Whether other origins may read its files. */
  readonly shared: boolean
}

const CAREFUL =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'"

/**
 * A plain static host for `dist/`, as an object store or nginx would be: no fallback page, files below a path of their own
 * (so that an absolute address in the build fails), CORS for all, hashed files kept for ever.
 *
 * `/atlas/…` serves the files, the other homes the same ones as other owners would: under a careful Content-Security-Policy
 * (`strict`), for frames on pages of `localhost` alone (`kept`), without CORS (`closed`). `/host` is an empty page for tests to put
 * a frame into; `/host?policy=…` has a policy of its own.
 */
const HOMES: Readonly<Record<string, Home>> = {
  atlas: { policy: null, shared: true },
  strict: { policy: CAREFUL, shared: true },
  kept: { policy: `${CAREFUL}; frame-ancestors http://localhost:*`, shared: true },
  closed: { policy: null, shared: false },
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
}

const HOST =
  '<!doctype html><html lang="zh-CN"><title>Host</title><link rel="icon" href="data:,"><p>A page of somebody else.</p></html>'

/** Hashed by the build; all else keeps its name and is asked for again each time. */
const HASHED = /[-.][\w-]{8,}\.\w+$/

/** What a test has the host say in place of a file of the build: other content, nothing for ever, or 404. */
export type Instead = { readonly body: string; readonly type?: string } | 'hang' | 'gone'

/**
 * @param instead asked for each file, by its path in the build; null: the file as it is
 * @throws Error where there is no build to serve
 */
export function createHost(instead: (file: string) => Instead | null = () => null): Server {
  if (sizeOf(join(DIST, 'index.html')) === null) throw new Error(`nothing to serve in ${DIST}: run npm run build first`)
  return createServer((request, response) => answer(request, response, instead))
}

function answer(request: IncomingMessage, response: ServerResponse, instead: (file: string) => Instead | null): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/host') {
    const own = searchParams.get('policy')
    if (own !== null) response.setHeader('Content-Security-Policy', own)
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(HOST)
    return
  }
  const [, home = '', ...rest] = pathname.split('/')
  const { policy, shared } = HOMES[home] ?? { policy: null, shared: true }
  if (shared) response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  if (!(home in HOMES)) return refuse(response, 404)
  if (rest.length === 0) {
    response.writeHead(301, { Location: `/${home}/` }).end()
    return
  }
  const name = decode(rest.join('/'))
  if (name === null) return refuse(response, 400)
  const file = normalize(join(DIST, name || 'index.html'))
  const type = TYPES[extname(file)]
  const size = file.startsWith(DIST + sep) ? sizeOf(file) : null
  if (size === null) return refuse(response, 404)
  if (type === undefined) return refuse(response, 415)
  const other = instead(name || 'index.html')
  if (other === 'hang') return
  if (other === 'gone') return refuse(response, 404)
  if (policy !== null && extname(file) === '.html') response.setHeader('Content-Security-Policy', policy)
  response.writeHead(200, {
    'Content-Type': other?.type ?? type,
    'Content-Length': other === null ? size : Buffer.byteLength(other.body),
    'Cache-Control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') response.end()
  else if (other !== null) response.end(other.body)
  else createReadStream(file).pipe(response)
}

function refuse(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
    .end(`${status}`)
}

/** @returns the path without its percent signs, or null if they spell no UTF-8. */
function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** @returns the file's size in bytes, or null if there is no such file. */
function sizeOf(file: string): number | null {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true ? stat.size : null
}
