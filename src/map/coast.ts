import { linePathOf, type Point } from './projection.ts'

type Polygons = readonly (readonly (readonly Point[])[])[]

/** Plane units; the coast is drawn as a broad soft line, in which nothing finer is seen. */
const FINEST = 24
/** More points than any pack has; pairs of their numbers stay whole. */
const MANY = 2 ** 26

/**
 * What bounds the land as a whole: the edges that belong to one place alone, chained. Drawn once where each place's own outline
 * would draw every shared border twice, and thinned, because a broad line costs by its corners.
 * @param places polygons in plane units; neighbours share their corners exactly
 * @returns SVG path data of open lines in whole plane units
 */
export function coastOf(places: readonly Polygons[]): string {
  const corners = new Map<number, number>()
  const points: Point[] = []
  const cornerOf = ([x, y]: Point): number => {
    const [rx, ry] = [Math.round(x), Math.round(y)]
    const key = rx * MANY + ry
    const known = corners.get(key)
    if (known !== undefined) return known
    points.push([rx, ry])
    corners.set(key, points.length - 1)
    return points.length - 1
  }
  /** Directed edges by the undirected pair of their corners; null: more than one place has it. */
  const edges = new Map<number, readonly [number, number] | null>()
  for (const ring of places.flat(2)) {
    for (let i = 1; i < ring.length; i += 1) {
      const [from, to] = [cornerOf(ring[i - 1] as Point), cornerOf(ring[i] as Point)]
      if (from === to) continue
      const pair = Math.min(from, to) * MANY + Math.max(from, to)
      edges.set(pair, edges.has(pair) ? null : [from, to])
    }
  }
  const next = new Map<number, number[]>()
  for (const edge of edges.values()) {
    if (edge === null) continue
    const [from, to] = edge
    next.set(from, [...(next.get(from) ?? []), to])
  }
  let path = ''
  for (const start of next.keys()) {
    for (;;) {
      const line = follow(next, start)
      if (line.length < 2) break
      path += linePathOf(thinned(line.map((corner) => points[corner] as Point)))
    }
  }
  return path
}

/** Takes edges out of `next` from `start` on, until none goes on. */
function follow(next: Map<number, number[]>, start: number): readonly number[] {
  const line = [start]
  for (let at = start; ;) {
    const to = next.get(at)?.pop()
    if (to === undefined) return line
    line.push(to)
    at = to
  }
}

function thinned(line: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const [i, [x, y]] of line.entries()) {
    const [px, py] = kept.at(-1) ?? [-Infinity, -Infinity]
    if (i === line.length - 1 || Math.hypot(x - px, y - py) >= FINEST) kept.push([x, y])
  }
  return kept
}
