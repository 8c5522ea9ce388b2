import { gzipSync } from 'node:zlib'
import { Compression, TileType, zxyToTileId } from 'pmtiles'

/**
 * Writes PMTiles 3: many tiles in one file that any static host serves, since a browser asks it for ranges of bytes.
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */

/** A tile and where it lies in the pyramid of Web Mercator. */
export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
  /** Not compressed. */
  readonly bytes: Uint8Array
}

export interface Archive {
  readonly maxZoom: number
  /** West, south, east, north, degrees. */
  readonly bounds: readonly [number, number, number, number]
  /** What viewers of such files show of it. */
  readonly metadata: Readonly<Record<string, unknown>>
}

/** Some tiles that follow one another along the curve and have the same bytes. As a leaf directory's: `run` 0. */
interface Entry {
  readonly id: number
  run: number
  readonly length: number
  readonly offset: number
}

const HEADER_BYTES = 127
/** Header and root together must be less; a reader asks for so much at first. */
const FIRST_READ = 16_384
/** Entries of one leaf: some 10 kB, one request. */
const LEAF_ENTRIES = 4096

/**
 * @param tiles in any order; those with the same bytes are stored once
 * @returns the file's bytes: the same for the same tiles
 * @throws RangeError where there is no tile, one without bytes, or two for one place
 */
export function writePmtiles(tiles: Iterable<Tile>, { maxZoom, bounds, metadata }: Archive): Uint8Array {
  const sorted = [...tiles]
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id)
  const { entries, blobs, dataBytes } = entriesOf(sorted)
  const { root, leaves } = directoriesOf(entries)
  const about = gzip(Buffer.from(JSON.stringify(metadata)))
  const parts = [root, about, leaves]
  const header = new DataView(new ArrayBuffer(HEADER_BYTES))
  const put = (at: number, value: number): void => header.setBigUint64(at, BigInt(value), true)
  Buffer.from(header.buffer).write('PMTiles', 'latin1')
  header.setUint8(7, 3)
  let offset = HEADER_BYTES
  for (const [i, length] of [...parts.map((part) => part.length), dataBytes].entries()) {
    put(8 + 16 * i, offset)
    put(16 + 16 * i, length)
    offset += length
  }
  put(72, sorted.length)
  put(80, entries.length)
  put(88, blobs.length)
  // Clustered: the bytes lie in the order of the tiles.
  header.setUint8(96, 1)
  header.setUint8(97, Compression.Gzip)
  header.setUint8(98, Compression.Gzip)
  header.setUint8(99, TileType.Mvt)
  header.setUint8(101, maxZoom)
  const [west, south, east, north] = bounds
  const degrees = (at: number, value: number): void => header.setInt32(at, Math.round(value * 1e7), true)
  bounds.forEach((value, i) => degrees(102 + 4 * i, value))
  degrees(119, (west + east) / 2)
  degrees(123, (south + north) / 2)
  return Buffer.concat([Buffer.from(header.buffer), ...parts, ...blobs])
}

function entriesOf(sorted: readonly { readonly id: number; readonly bytes: Uint8Array }[]) {
  const entries: Entry[] = []
  const blobs: Buffer[] = []
  const known = new Map<string, { readonly offset: number; readonly length: number }>()
  let dataBytes = 0
  for (const { id, bytes } of sorted) {
    if (bytes.length === 0) throw new RangeError(`tile ${id}: no bytes; leave it out`)
    const before = entries.at(-1)
    if (before !== undefined && id < before.id + before.run) throw new RangeError(`tile ${id}: twice`)
    const key = Buffer.from(bytes).toString('latin1')
    let place = known.get(key)
    if (place === undefined) {
      const blob = gzip(bytes)
      place = { offset: dataBytes, length: blob.length }
      known.set(key, place)
      blobs.push(blob)
      dataBytes += blob.length
    }
    if (before !== undefined && before.offset === place.offset && before.id + before.run === id) before.run += 1
    else entries.push({ id, run: 1, ...place })
  }
  if (entries.length === 0) throw new RangeError('no tiles')
  return { entries, blobs, dataBytes }
}

/** All in the root where they fit into the first read; else the root leads to leaves, the more of them in one the more there are. */
function directoriesOf(entries: readonly Entry[]): { readonly root: Buffer; readonly leaves: Buffer } {
  const room = FIRST_READ - HEADER_BYTES
  let root = directory(entries)
  let leaves = Buffer.alloc(0)
  for (let size = LEAF_ENTRIES; root.length >= room; size *= 2) {
    const parts: Buffer[] = []
    const toLeaves: Entry[] = []
    let offset = 0
    for (let at = 0; at < entries.length; at += size) {
      const part = directory(entries.slice(at, at + size))
      toLeaves.push({ id: entries[at]?.id ?? 0, run: 0, length: part.length, offset })
      parts.push(part)
      offset += part.length
    }
    root = directory(toLeaves)
    leaves = Buffer.concat(parts)
  }
  return { root, leaves }
}

/** By columns: differences of ids, runs, lengths, then offsets, of which those that follow the one before are 0 and all others 1 more. */
function directory(entries: readonly Entry[]): Buffer {
  const numbers = [
    entries.length,
    ...entries.map(({ id }, i) => id - (entries[i - 1]?.id ?? 0)),
    ...entries.map(({ run }) => run),
    ...entries.map(({ length }) => length),
    ...entries.map(({ offset }, i) => {
      const before = entries[i - 1]
      return before !== undefined && before.offset + before.length === offset ? 0 : offset + 1
    }),
  ]
  return gzip(Uint8Array.from(numbers.flatMap(varint)))
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(number: number): number[] {
  const bytes: number[] = []
  let rest = number
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80)
  return [...bytes, rest]
}

/** Without a time in it: Node writes none. */
function gzip(bytes: Uint8Array): Buffer {
  return gzipSync(bytes, { level: 9 })
}
