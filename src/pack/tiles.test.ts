import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'
import { afterEach, expect, it, vi } from 'vitest'
import type { BoundaryTiles } from '../model/pack.ts'
import { packUrl } from './fetch-file.ts'
import { openTiles } from './tiles.ts'

const TILE = Buffer.from('the bytes of a tile')

/** A file of one tile, 1/1/0, as the specification has it; the compile step's own writer is not for the app. */
function fileOf(maxZoom: number): Buffer {
  const tile = gzipSync(TILE)
  // One entry: its id, a run of one, its length, its offset and one.
  const root = gzipSync(Buffer.from([1, zxyToTileId(1, 1, 0), 1, tile.length, 1]))
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header[7] = 3
  const put = (at: number, value: number) => header.writeBigUInt64LE(BigInt(value), at)
  put(8, 127)
  put(16, root.length)
  put(24, 127 + root.length)
  put(40, 127 + root.length)
  put(56, 127 + root.length)
  put(64, tile.length)
  header.set([1, 2, 2, 1, 0, maxZoom], 96)
  // Beyond the first request of a reader, so that the tile needs one of its own.
  const padding = Buffer.alloc(20_000)
  put(56, 127 + root.length + padding.length)
  return Buffer.concat([header, root, padding, tile])
}

const FILE = fileOf(1)
const REF: BoundaryTiles = {
  path: 'boundaries-1.pmtiles',
  sha256: createHash('sha256').update(FILE).digest('hex'),
  bytes: FILE.length,
  maxZoom: 1,
}

type Answer = (start: number, end: number, init: RequestInit) => Response | Promise<Response>

/** The part that is asked for, as a host sends it that knows ranges. */
const part: Answer = (start, end) => new Response(new Uint8Array(FILE.subarray(start, end + 1)), { status: 206 })
const whole: Answer = () => new Response(new Uint8Array(FILE))

/** The server: answers each request in turn, the last answer for ever. */
function serve(...answers: readonly Answer[]) {
  const waiting = [...answers]
  const fetch = vi.fn<(address: string, init: RequestInit) => Promise<Response>>((_, init) => {
    init.signal?.throwIfAborted()
    const [start = NaN, end = NaN] = (new Headers(init.headers).get('range')?.match(/\d+/g) ?? []).map(Number)
    const answer = waiting.length > 1 ? waiting.shift() : waiting[0]
    return Promise.resolve(answer?.(start, end, init) ?? Response.error())
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const signal = () => new AbortController().signal
const read = async (ref = REF, stop = signal()) => (await openTiles(ref)).tile(1, 1, 0, stop)

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('reads a tile by its range alone, and knows where there is none', async () => {
  const fetch = serve(part)
  const archive = await openTiles(REF)
  expect(archive.maxZoom).toBe(1)
  expect(Buffer.from((await archive.tile(1, 1, 0, signal())) ?? new ArrayBuffer(0))).toEqual(TILE)
  expect(await archive.tile(1, 0, 0, signal())).toBeNull()
  expect(fetch.mock.calls.map(([address]) => address)).toEqual([packUrl(REF.path), packUrl(REF.path)])
  const ranges = fetch.mock.calls.map(([, { headers }]) => new Headers(headers).get('range'))
  expect(ranges).toEqual(['bytes=0-16383', `bytes=${FILE.length - gzipSync(TILE).length}-${FILE.length - 1}`])
})

it('never asks for more than there is', async () => {
  const fetch = serve(part)
  await openTiles({ ...REF, bytes: 5000 }).catch(() => {})
  expect(new Headers(fetch.mock.calls[0]?.[1].headers).get('range')).toBe('bytes=0-4999')
})

it('asks a host that knows no ranges once', async () => {
  const fetch = serve(whole)
  const archive = await openTiles(REF)
  expect(Buffer.from((await archive.tile(1, 1, 0, signal())) ?? new ArrayBuffer(0))).toEqual(TILE)
  expect(fetch).toHaveBeenCalledTimes(1)
})

const page: Answer = () => new Response('<!doctype html>')
const gone: Answer = () => new Response('', { status: 404 })
const dropped: Answer = () => Promise.reject(new TypeError('Failed to fetch'))
const short: Answer = (start, end) => new Response(new Uint8Array(FILE.subarray(start, end - 5)), { status: 206 })
/** As long as it should be. */
const noise: Answer = (start, end) => new Response(new Uint8Array(end - start + 1).fill(7), { status: 206 })

it.each([
  ['is not there', [gone], { kind: 'missing', status: 404 }],
  ['is a page', [page], { kind: 'hash' }],
  ['cannot be reached', [dropped], { kind: 'unreachable' }],
  ['is cut off', [short], { kind: 'hash' }],
  ['is something else', [noise], { kind: 'hash' }],
  ['goes while it is read', [part, gone], { kind: 'missing', status: 404 }],
  ['changes while it is read', [part, noise], { kind: 'hash' }],
  ['is cut off while it is read', [part, short], { kind: 'hash' }],
] as const)('says which file it was, and what of it, where it %s', async (_, answers, fault) => {
  serve(...answers)
  await expect(read()).rejects.toMatchObject({ name: 'PackError', file: REF.path, fault })
})

it('refuses another file than the boundaries speak of', async () => {
  serve(part)
  await expect(openTiles({ ...REF, maxZoom: 9 })).rejects.toMatchObject({ fault: { kind: 'hash' } })
})

it('gives a silent host up', async () => {
  vi.useFakeTimers()
  serve(
    (_, __, { signal: stop }) =>
      new Promise((_resolve, reject) => {
        stop?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
      }),
  )
  const opening = openTiles(REF).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(31_000)
  expect(await opening).toMatchObject({ fault: { kind: 'unreachable' } })
})

it('lets go of a tile that is wanted no longer, without a fault', async () => {
  serve(part)
  const { tile } = await openTiles(REF)
  const stop = new AbortController()
  stop.abort()
  await expect(tile(1, 1, 0, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
})
