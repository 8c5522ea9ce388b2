import type { Point } from './projection.ts'

type Polygons = readonly (readonly (readonly Point[])[])[]

/** Bands of an outline: a band then holds a few dozen edges of a district's thousand or so. */
const BANDS = 64

/** What is asked of the same polygons again and again (even–odd, as `isInside`). */
export interface Inside {
  /** Whether a point lies in them. */
  readonly contains: (point: Point) => boolean
  /**
   * Where the level line at `y` goes in and out of them, ascending: a point of it is inside from each even one on, to short of the
   * odd one after it. One question for a whole row of points.
   */
  readonly crossings: (y: number) => readonly number[]
}

/** The edges lie in bands by height, made at the first question, so that a question looks at those of one band alone. */
export function insideOf(polygons: Polygons): Inside {
  let index: Bands | null = null
  const cross = (y: number, meet: (x: number) => void): void => {
    index ??= bandsOf(polygons)
    // The highest band holds the upper end, too.
    const edges = index.bands[Math.min(BANDS - 1, Math.floor((y - index.top) / index.height))] ?? []
    for (let i = 0; i < edges.length; i += 4) {
      const ay = edges[i + 1] as number
      const by = edges[i + 3] as number
      if (ay > y === by > y) continue
      const ax = edges[i] as number
      meet((((edges[i + 2] as number) - ax) * (y - ay)) / (by - ay) + ax)
    }
  }
  return {
    contains: ([x, y]) => {
      let inside = false
      cross(y, (at) => {
        if (x < at) inside = !inside
      })
      return inside
    },
    crossings: (y) => {
      const all: number[] = []
      cross(y, (at) => all.push(at))
      return all.sort((a, b) => a - b)
    },
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
