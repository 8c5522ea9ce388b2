import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { headersOf, OPEN, TYPES, type Owner } from '../../data/serve/policy.ts'
import { DIST } from './pack.ts'

/**
 * A plain static host for `dist/`, as an object store or nginx would be: no fallback page, files below a path of their own
 * (so that an absolute address in the build fails), with the headers that the site asks for (data/serve/policy.ts).
 *
 * `/atlas/…` serves the files, the other homes the same ones as other owners would: for frames on pages of `localhost` alone
 * (`kept`), for WebGL in sandboxed frames (`sandboxed`), without CORS (`closed`), by a server that knows no name of its own (all but
 * `atlas`). `/host` is an empty page for tests to put a frame
 * into; `/host?policy=…` has a policy of its own.
 */
const HOMES: Readonly<Record<string, Owner>> = {
  atlas: OPEN,
  kept: { ...OPEN, framedBy: 'http://localhost:*' },
  sandboxed: { ...OPEN, sandboxedWebgl: true },
  closed: OPEN,
}

const HOST =
  '<!doctype html><html lang="zh-CN"><title>Host</title><link rel="icon" href="data:,"><p>A page of somebody else.</p></html>'

/** What a test has the host say in place of a file of the build: other content, a part of it, nothing for ever, or 404. */
export type Instead = { readonly body: string; readonly type?: string } | Cut | 'hang' | 'gone'

/** The file begins as it is; then the connection drops. */
interface Cut {
  /** So much of it comes. */
  readonly bytes: number
  /** The connection holds until then; without it until the bytes are sent. */
  readonly until?: Promise<void>
}

type Replace = (file: string) => Instead | null

/** Where the pack lies in the build. */
const PACK = 'data/'

/**
 * @param instead asked for each file, by its path in the build; null: the file as it is
 * @param data a folder whose files are served in place of the build's pack
 * @throws Error where there is no build to serve
 */
export function createHost(instead: Replace = () => null, data = join(DIST, 'data')): Server {
  if (sizeOf(join(DIST, 'index.html')) === null) throw new Error(`nothing to serve in ${DIST}: run npm run build first`)
  return createServer((request, response) => answer(request, response, instead, data))
}

function answer(request: IncomingMessage, response: ServerResponse, instead: Replace, data: string): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/host') {
    const own = searchParams.get('policy')
    if (own !== null) response.setHeader('Content-Security-Policy', own)
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(HOST)
    return
  }
  const [, home = '', ...rest] = pathname.split('/')
  const named = home === 'atlas' ? { itself: `http://${request.headers.host ?? ''}` } : {}
  const owner = { ...(HOMES[home] ?? OPEN), ...named }
  const name = decode(rest.join('/'))
  const { 'Cache-Control': caching = 'no-cache', ...headers } = headersOf(`/${name ?? ''}`, owner)
  for (const [header, value] of Object.entries(headers)) {
    if (home !== 'closed' || header !== 'Access-Control-Allow-Origin') response.setHeader(header, value)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  if (!(home in HOMES)) return refuse(response, 404)
  if (rest.length === 0) {
    response.writeHead(301, { Location: `/${home}/` }).end()
    return
  }
  if (name === null) return refuse(response, 400)
  const [folder, below] = name.startsWith(PACK) ? [data, name.slice(PACK.length)] : [DIST, name || 'index.html']
  const file = normalize(join(folder, below))
  const type = TYPES[extname(file).slice(1)]
  const size = file.startsWith(folder + sep) ? sizeOf(file) : null
  if (size === null) return refuse(response, 404)
  if (type === undefined) return refuse(response, 415)
  const asked = instead(name || 'index.html')
  if (asked === 'hang') return
  if (asked === 'gone') return refuse(response, 404)
  const cut = asked !== null && 'bytes' in asked ? asked : null
  const other = asked !== null && 'body' in asked ? asked : null
  const range = asked === null ? rangeOf(request, size) : null
  if (range !== null) {
    const [start, end] = range
    response.writeHead(206, {
      'Content-Type': type,
      'Content-Length': end - start + 1,
      'Content-Range': `bytes ${start}-${end}/${size}`,
      'Cache-Control': caching,
    })
    createReadStream(file, { start, end }).pipe(response)
    return
  }
  response.writeHead(200, {
    'Content-Type': other?.type ?? type,
    'Content-Length': other === null ? size : Buffer.byteLength(other.body),
    'Cache-Control': caching,
  })
  if (request.method === 'HEAD') response.end()
  else if (other !== null) response.end(other.body)
  else if (cut !== null) drop(response, file, cut)
  else createReadStream(file).pipe(response)
}

/** @returns first and last byte of what is asked for, or null for the whole file */
function rangeOf({ headers }: IncomingMessage, size: number): readonly [number, number] | null {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
  return start === undefined || Number(start) >= size ? null : [Number(start), Math.min(Number(end), size - 1)]
}

/** Sends the beginning of a file and gives the connection up. */
function drop(response: ServerResponse, file: string, { bytes, until = Promise.resolve() }: Cut): void {
  response.write(readFileSync(file).subarray(0, bytes), () => {
    void until.then(() => response.socket?.destroySoon())
  })
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
