import polylabel from 'polylabel'
import type { Ring } from '../../src/model/pack.ts'

export type Position = readonly [number, number]
export type Polygon = readonly Ring[]

/** Kilometres per degree of latitude; of longitude times cos(latitude). Enough for thresholds, not for surveying. */
export const KM_PER_DEGREE = 111.2

/** @returns the ring's area in km², positive where it runs anticlockwise. */
export function signedArea(ring: Ring): number {
  const [, lat] = ring[0] ?? [0, 0]
  const scale = KM_PER_DEGREE ** 2 * Math.cos((lat * Math.PI) / 180)
  let doubled = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    doubled += x * nextY - nextX * y
  }
  return (doubled / 2) * scale
}

/** @returns the area in km², holes taken off. */
export function polygonArea([exterior, ...holes]: Polygon): number {
  if (!exterior) return 0
  return Math.abs(signedArea(exterior)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0)
}

/** @returns whether the point lies inside the polygon and in none of its holes (even-odd rule). */
export function contains(polygon: Polygon, [x, y]: Position): boolean {
  let inside = false
  for (const ring of polygon) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/**
 * Where a label stands best: the inner point of the largest part that is farthest from its outline (`polylabel`).
 * @returns `[longitude, latitude]`, four decimals (11 m); null where there is no part.
 */
export function labelPoint(polygons: readonly Polygon[]): Position | null {
  const largest = [...polygons].sort((a, b) => polygonArea(b) - polygonArea(a))[0]
  if (!largest) return null
  const [x, y] = polylabel(largest, 0.0005)
  return [round(x, 4), round(y, 4)]
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
