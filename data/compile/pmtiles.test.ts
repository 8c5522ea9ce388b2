import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Compression, PMTiles, TileType, zxyToTileId, type RangeResponse, type Source } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { writePmtiles, type Tile } from './pmtiles.ts'

const ABOUT = { maxZoom: 6, bounds: [90, 20, 120, 45], metadata: { name: 'a name' } } as const

/** The file as a browser reads it, and how many bytes each of its requests asked for. */
class Bytes implements Source {
  readonly asked: number[] = []
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = new Uint8Array(bytes)
  }
  getKey(): string {
    return 'file'
  }
  getBytes(offset: number, length: number): Promise<RangeResponse> {
    this.asked.push(length)
    return Promise.resolve({ data: this.bytes.slice(offset, offset + length).buffer })
  }
}

function opened(bytes: Uint8Array) {
  const source = new Bytes(bytes)
  return { source, archive: new PMTiles(source) }
}

async function read(archive: PMTiles, z: number, x: number, y: number): Promise<Buffer> {
  return Buffer.from((await archive.getZxy(z, x, y))?.data ?? new ArrayBuffer(0))
}

const tile = (z: number, x: number, y: number, text: string): Tile => ({ z, x, y, bytes: Buffer.from(text) })

const anyTile = fc.integer({ min: 0, max: 6 }).chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.nat(2 ** z - 1),
    y: fc.nat(2 ** z - 1),
    // Few, so that some are the same.
    bytes: fc.constantFrom('a', 'b', 'a longer one', 'c'.repeat(300)).map((text) => Buffer.from(text)),
  }),
)
const anyTiles = fc.uniqueArray(anyTile, {
  minLength: 1,
  maxLength: 80,
  selector: ({ z, x, y }) => zxyToTileId(z, x, y),
})

describe('writePmtiles', () => {
  it('gives a reader each tile, and none where there is none', async () => {
    await fc.assert(
      fc.asyncProperty(anyTiles, anyTile, async (tiles, other) => {
        const { archive } = opened(writePmtiles(tiles, ABOUT))
        for (const { z, x, y, bytes } of tiles) {
          expect(await read(archive, z, x, y)).toEqual(bytes)
        }
        const there = tiles.some(({ z, x, y }) => z === other.z && x === other.x && y === other.y)
        expect((await archive.getZxy(other.z, other.x, other.y)) !== undefined).toBe(there)
      }),
    )
  })

  it('writes the same bytes for the same tiles in any order', () => {
    fc.assert(
      fc.property(
        anyTiles.chain((tiles) =>
          fc.tuple(fc.constant(tiles), fc.shuffledSubarray(tiles, { minLength: tiles.length })),
        ),
        ([tiles, shuffled]) => {
          expect(writePmtiles(shuffled, ABOUT)).toEqual(writePmtiles(tiles, ABOUT))
        },
      ),
    )
  })

  it('says of itself what readers ask for', async () => {
    const { archive } = opened(writePmtiles([tile(0, 0, 0, 'a'), tile(6, 3, 4, 'b'), tile(6, 50, 4, 'b')], ABOUT))
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      internalCompression: Compression.Gzip,
      tileCompression: Compression.Gzip,
      tileType: TileType.Mvt,
      clustered: true,
      ...{ minZoom: 0, maxZoom: 6, minLon: 90, minLat: 20, maxLon: 120, maxLat: 45, centerLon: 105, centerLat: 32.5 },
      ...{ numAddressedTiles: 3, numTileEntries: 3, numTileContents: 2 },
    })
    expect(await archive.getMetadata()).toEqual({ name: 'a name' })
  })

  it('stores once what is the same, and neighbours along the curve as one entry', async () => {
    const row = Array.from({ length: 64 }, (_, i) => i)
    const all = row.flatMap((x) => row.map((y) => tile(6, x, y, 'x'.repeat(100))))
    const bytes = writePmtiles(all, ABOUT)
    expect(bytes.length).toBeLessThan(300)
    expect(await opened(bytes).archive.getHeader()).toMatchObject({ numAddressedTiles: 4096, numTileEntries: 1 })
  })

  it('keeps the beginning within the first request of a reader, however many tiles there are', async () => {
    const side = 256
    const tiles = Array.from({ length: side * side }, (_, i) => {
      // Of lengths that make a directory hard to compress.
      const noise = createHash('sha512').update(String(i)).digest()
      return { z: 8, x: i % side, y: Math.floor(i / side), bytes: noise.subarray(0, 9 + ((noise[63] ?? 0) % 50)) }
    })
    const { archive, source } = opened(writePmtiles(tiles, { ...ABOUT, maxZoom: 8 }))
    const { leafDirectoryLength = 0, rootDirectoryOffset, rootDirectoryLength } = await archive.getHeader()
    expect(leafDirectoryLength).toBeGreaterThan(0)
    expect(rootDirectoryOffset + rootDirectoryLength).toBeLessThan(16_384)
    for (const at of [0, 1, 4095, 4096, 40_000, side * side - 1]) {
      const { x, y, bytes } = tiles[at] ?? tile(0, 0, 0, '')
      expect(await read(archive, 8, x, y)).toEqual(bytes)
    }
    // A leaf, and the tile in it: each is asked for by itself.
    expect(Math.max(...source.asked)).toBeLessThan(100_000)
  })

  it.each([
    ['no tile', [], /no tiles/],
    ['a tile without bytes', [tile(1, 0, 0, '')], /tile 1: no bytes/],
    ['two for one place', [tile(1, 0, 0, 'a'), tile(1, 0, 0, 'b')], /tile 1: twice/],
  ])('refuses %s', (_, tiles, message) => {
    expect(() => writePmtiles(tiles, ABOUT)).toThrow(message)
  })
})
