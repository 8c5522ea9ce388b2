import type { Point } from './projection.ts'

type Polygons = readonly (readonly (readonly Point[])[])[]

/** Bands of an outline: a band then holds a few dozen edges of a district's thousand or so. */
const BANDS = 64

/**
 * Asks of many points whether they lie in the same polygons (even–odd, as `isInside`): the edges lie in bands by height, made at
 * the first question, so that a question looks at those of one band alone.
 */
export function insideOf(polygons: Polygons): (point: Point) => boolean {
  let index: Bands | null = null
  return ([x, y]) => {
    index ??= bandsOf(polygons)
    // The highest band holds the upper end, too.
    const edges = index.bands[Math.min(BANDS - 1, Math.floor((y - index.top) / index.height))]
    if (edges === undefined) return false
    let inside = false
    for (let i = 0; i < edges.length; i += 4) {
      const [ax, ay, bx, by] = [
        edges[i] as number,
        edges[i + 1] as number,
        edges[i + 2] as number,
        edges[i + 3] as number,
      ]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
    return inside
  }
}

interface Bands {
  readonly top: number
  readonly height: number
  /** Edges as ax, ay, bx, by; one that passes through several bands stands in each. */
  readonly bands: readonly (readonly number[])[]
}

function bandsOf(polygons: Polygons): Bands {
  let [top, bottom] = [Infinity, -Infinity]
  for (const [, y] of polygons.flat(2)) {
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  const height = (bottom - top) / BANDS || 1
  const bands = Array.from({ length: BANDS }, (): number[] => [])
  const bandOf = (y: number) => Math.min(BANDS - 1, Math.floor((y - top) / height))
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Point
      const [bx, by] = ring[j] as Point
      // A level edge is crossed by no level line.
      if (ay === by) continue
      for (let band = bandOf(Math.min(ay, by)); band <= bandOf(Math.max(ay, by)); band++) {
        bands[band]?.push(ax, ay, bx, by)
      }
    }
  }
  return { top, height, bands }
}
