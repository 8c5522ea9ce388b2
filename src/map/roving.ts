import type { Point } from './projection.ts'

export interface Stop {
  readonly code: string
  readonly at: Point
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Where a key moves the one tab stop of the map. Arrows go to the nearest place in their direction (within 60° of it; else
 * anywhere on that side), Home and End to the first and last of the list.
 * @returns a code, the current one where there is nothing further, null for a key that does not move.
 */
export function nextStop(stops: readonly Stop[], current: string, key: string): string | null {
  if (key === 'Home') return stops[0]?.code ?? null
  if (key === 'End') return stops.at(-1)?.code ?? null
  const direction = DIRECTIONS[key]
  if (direction === undefined) return null
  const from = stops.find((s) => s.code === current)
  if (from === undefined) return stops[0]?.code ?? null
  let best: { code: string; cost: number } | null = null
  for (const { code, at } of stops) {
    const [dx, dy] = [at[0] - from.at[0], at[1] - from.at[1]]
    const along = dx * direction[0] + dy * direction[1]
    const across = Math.abs(dx * direction[1] + dy * direction[0])
    if (code === current || along <= 0) continue
    // tan 60°: what lies more aside than that is taken only if nothing else is left.
    const cost = along + 2 * across + (across > 1.732 * along ? 1e9 : 0)
    if (best === null || cost < best.cost) best = { code, cost }
  }
  return best?.code ?? current
}
