import { brotliCompressSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'
import { beforeAll, describe, expect, it } from 'vitest'
import { BOUNDARY_LAYER, PACK_FORMAT, type Boundaries, type Boundary, type Ring } from '../../src/model/pack.ts'
import { contains, labelPoint, polygonArea, type Polygon, type Position } from './geometry.ts'
import { tileBoundaries, type TiledBoundaries } from './tiles.ts'

const SIDE = 6
/** Of a side. */
const PARTS = 60
const ISLAND = 'island'

/** Between -1 and 1, the same for the same numbers. */
function noise(...numbers: readonly number[]): number {
  const sum = numbers.reduce((all, each, i) => all + each * (12.9898 + 65.2432 * i), 0)
  return 2 * ((Math.sin(sum) * 43_758.5453) % 1)
}

/** A line of a degree from a corner of the grid, bent; both neighbours have it alike. */
function side(x: number, y: number, east: boolean): readonly Position[] {
  return Array.from({ length: PARTS + 1 }, (_, i): Position => {
    const [along, off] = [i / PARTS, i === 0 || i === PARTS ? 0 : 0.004 * noise(x * 7 + i, y * 13, east ? 1 : 2)]
    return east ? [110 + x + along, 30 + y + off] : [110 + x + off, 30 + y + along]
  })
}

function square(x: number, y: number): Ring {
  return [
    ...side(x, y, true).slice(0, -1),
    ...side(x + 1, y, false).slice(0, -1),
    ...side(x, y + 1, true)
      .toReversed()
      .slice(0, -1),
    ...side(x, y, false).toReversed(),
  ]
}

const grid = Array.from({ length: SIDE * SIDE }, (_, at): Boundary => {
  return { code: `p${String(at).padStart(2, '0')}`, polygons: [[square(at % SIDE, Math.floor(at / SIDE))]] }
})
/** Half a kilometre of land, all that this place has. */
const island: Boundary = {
  code: ISLAND,
  polygons: [
    [
      [
        [117, 33],
        [117.005, 33],
        [117.005, 33.005],
        [117, 33.005],
        [117, 33],
      ],
    ],
  ],
}
const boundaries: Boundaries = {
  format: PACK_FORMAT,
  crs: 'WGS 84',
  source: 'invented',
  districts: [island, ...grid],
}

let tiled: TiledBoundaries
let archive: PMTiles
beforeAll(async () => {
  const found = await tileBoundaries(boundaries, 1000)
  if (found === null) throw new Error('nothing was split')
  tiled = found
  const bytes = new Uint8Array(found.tiles)
  archive = new PMTiles({
    getKey: () => 'file',
    getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer }),
  })
})

/** The polygons of a tile by code, in degrees. */
async function polygonsAt([east, north]: Position, z: number): Promise<ReadonlyMap<string, readonly Polygon[]>> {
  const phi = (north * Math.PI) / 180
  const x = Math.floor(((east + 180) / 360) * 2 ** z)
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * 2 ** z)
  const data = (await archive.getZxy(z, x, y))?.data ?? new ArrayBuffer(0)
  const layer = new VectorTile(new PbfReader(new Uint8Array(data))).layers[BOUNDARY_LAYER]
  const found = new Map<string, readonly Polygon[]>()
  for (let i = 0; i < (layer?.length ?? 0); i++) {
    const feature = layer?.feature(i)
    const geometry = feature?.toGeoJSON(x, y, z).geometry
    const polygons = geometry?.type === 'MultiPolygon' ? geometry.coordinates : []
    found.set(
      String(feature?.properties['code']),
      (geometry?.type === 'Polygon' ? [geometry.coordinates] : polygons).map((rings) =>
        rings.map((ring) => ring.map(([lon = NaN, lat = NaN]) => [lon, lat] as const)),
      ),
    )
  }
  return found
}

const inside = (district: Boundary): Position => labelPoint(district.polygons) ?? [0, 0]
const vertices = ({ districts }: Boundaries): number => districts.flatMap(({ polygons }) => polygons.flat(2)).length

describe('the rule', () => {
  it('leaves alone what is small as it is, or compressed', async () => {
    const text = JSON.stringify(boundaries).length
    expect(await tileBoundaries(boundaries, text)).toBeNull()
    // Digits are not half as much.
    expect(await tileBoundaries(boundaries, Math.round(text * 0.6))).toBeNull()
    expect(await tileBoundaries(boundaries)).toBeNull()
  })
})

describe('the tiles', () => {
  it.each([3, 5, 7, 9])('have every place where it is, at zoom %i', async (zoom) => {
    for (const district of grid) {
      const at = inside(district)
      const found = await polygonsAt(at, zoom)
      const there = [...found].filter(([, polygons]) => polygons.some((polygon) => contains(polygon, at)))
      expect(there.map(([code]) => code)).toEqual([district.code])
    }
  })

  it('have a place of half a kilometre at the largest zoom', async () => {
    const at = inside(island)
    const [part] = (await polygonsAt(at, 9)).get(ISLAND) ?? []
    expect(part && contains(part, at)).toBe(true)
    expect(part && polygonArea(part)).toBeGreaterThan(0.7 * polygonArea(island.polygons[0] ?? []))
  })

  it('leave no gap between neighbours at the largest zoom', async () => {
    const found = await polygonsAt([112, 32], 9)
    const of = (code: string) => new Set((found.get(code) ?? []).flat(2).map(String))
    // The corner is in the middle of a tile.
    const [west, east] = [of('p13'), of('p14')]
    const shared = [...west].filter((point) => east.has(point))
    expect(shared.length).toBeGreaterThan(5)
  })

  it('are few bytes where there is little to see', async () => {
    const { data } = (await archive.getZxy(0, 0, 0)) ?? {}
    expect(data?.byteLength).toBeGreaterThan(0)
    expect(data?.byteLength).toBeLessThan(2000)
    expect(await archive.getZxy(9, 0, 0)).toBeUndefined()
  })

  it('say where they are', async () => {
    const { minLon, minLat, maxLon, maxLat, maxZoom } = await archive.getHeader()
    expect([minLon, minLat, maxLon, maxLat].map(Math.round)).toEqual([110, 30, 117, 36])
    expect(maxZoom).toBe(tiled.maxZoom)
  })
})

describe('what the first view draws', () => {
  it('has all places and few of their vertices', () => {
    const { light } = tiled
    expect(light.districts.map(({ code }) => code).sort()).toEqual(boundaries.districts.map(({ code }) => code).sort())
    expect(vertices(light)).toBeLessThan(vertices(boundaries) / 2)
  })

  it('is coarser where there is room for less', async () => {
    const brotli = (some: Boundaries | undefined) => brotliCompressSync(JSON.stringify(some)).length
    const room = brotli(tiled.light) / 2
    const less = await tileBoundaries(boundaries, 1000, room)
    expect(brotli(less?.light)).toBeLessThan(room)
    expect(less?.light.districts).toHaveLength(boundaries.districts.length)
  })

  it('has each place where it is, and neighbours that share their vertices', () => {
    for (const district of [island, ...grid]) {
      const at = inside(district)
      const there = tiled.light.districts.filter(({ polygons }) => polygons.some((part) => contains(part, at)))
      expect(there.map(({ code }) => code)).toEqual([district.code])
    }
    const uses = new Map<string, number>()
    for (const { code, polygons } of tiled.light.districts) {
      if (code === ISLAND) continue
      for (const point of new Set(polygons.flat(2).map(String))) uses.set(point, (uses.get(point) ?? 0) + 1)
    }
    // But for the edge of the land and one vertex in a hundred.
    const inner = [...uses].filter(([point]) => {
      const [x = 0, y = 0] = point.split(',').map(Number)
      return x > 110.1 && x < 115.9 && y > 30.1 && y < 35.9
    })
    const alone = inner.filter(([, count]) => count < 2)
    expect(inner.length).toBeGreaterThan(100)
    expect(alone.length).toBeLessThan(inner.length / 100)
  })
})
