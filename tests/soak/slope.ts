/** One look at the page, after garbage has been collected. */
export interface Sample {
  /** How many scenes have been. */
  readonly scene: number
  readonly heapKB: number
  /** Nodes that live, detached ones among them. */
  readonly nodes: number
  readonly detached: number
  readonly listeners: number
  readonly canvases: number
  readonly charts: number
}

/** @returns the slope of the least-squares line through the points: how much y grows as x grows by one; 0 for fewer than two. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const n = points.length
  if (n < 2) return 0
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0)
  const under = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
  return under === 0 ? 0 : over / under
}
