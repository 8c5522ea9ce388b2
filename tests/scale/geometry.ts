import { streamOf } from './random.ts'

/** Longitude and latitude in steps of the boundary file, 1/1024 degree. */
type Point = readonly [x: number, y: number]

/** The side of one place, steps: half a degree, some 50 km, the size of a county. */
const SIDE = 512
/** South-west corner, steps: 90° E, 20° N, so that 54 places a side stay on the globe. */
const ORIGIN: Point = [90 * 1024, 20 * 1024]
/** Parts of a side between two corners: 32 vertices a place, like a county at 1:5,000,000. */
export const PARTS = 8

/**
 * Outlines of made-up places: a square grid whose corners are shifted and whose sides are bent, both neighbours alike.
 * @param count how many, row by row from the south-west
 * @param parts of a side between two corners: a quarter of a place's vertices
 * @returns one closed ring each, anticlockwise
 */
export function outlines(count: number, seed: number, parts = PARTS): readonly (readonly Point[])[] {
  const width = Math.ceil(Math.sqrt(count))
  return Array.from({ length: count }, (_, at) => {
    const [column, row] = [at % width, Math.floor(at / width)]
    const side = (x: number, y: number, direction: 0 | 1) => line(x, y, direction, seed, parts)
    const south = side(column, row, 0)
    const east = side(column + 1, row, 1)
    const north = side(column, row + 1, 0).toReversed()
    const west = side(column, row, 1).toReversed()
    return [...south.slice(0, -1), ...east.slice(0, -1), ...north.slice(0, -1), ...west]
  })
}

function corner(column: number, row: number, seed: number): Point {
  const next = streamOf(seed, 1, column, row)
  const shift = (): number => Math.round((next() - 0.5) * 0.4 * SIDE)
  return [ORIGIN[0] + column * SIDE + shift(), ORIGIN[1] + row * SIDE + shift()]
}

/** The line from a corner to the one east (0) or north (1) of it. */
function line(column: number, row: number, direction: 0 | 1, seed: number, parts: number): readonly Point[] {
  const from = corner(column, row, seed)
  const to = direction === 0 ? corner(column + 1, row, seed) : corner(column, row + 1, seed)
  const next = streamOf(seed, 2, column, row, direction)
  return Array.from({ length: parts + 1 }, (_, i): Point => {
    if (i === 0) return from
    if (i === parts) return to
    // So much less the more there are, or the line would cross itself.
    const bend = (): number => ((next() - 0.5) * 0.8 * SIDE) / parts
    return [
      Math.round(from[0] + ((to[0] - from[0]) * i) / parts + bend()),
      Math.round(from[1] + ((to[1] - from[1]) * i) / parts + bend()),
    ]
  })
}

/** The outlines as a map of ECharts 4, the format that the compile step reads; see data/compile/echarts-map.ts. */
export function boundaryFile(places: readonly { readonly name: string; readonly ring: readonly Point[] }[]): string {
  const features = places.map(({ name, ring }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [encode(ring)], encodeOffsets: [ring[0] ?? ORIGIN] },
  }))
  return JSON.stringify({ type: 'FeatureCollection', UTF8Encoding: true, features })
}

/** Two characters a vertex: the zigzag-coded difference to the vertex before; the first one's to the ring's offset is 0. */
function encode(ring: readonly Point[]): string {
  const code = (difference: number): string => String.fromCharCode(((difference << 1) ^ (difference >> 31)) + 64)
  return ring
    .map(([x, y], i) => {
      const [beforeX, beforeY] = ring[i - 1] ?? [x, y]
      return code(x - beforeX) + code(y - beforeY)
    })
    .join('')
}
