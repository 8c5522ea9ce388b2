import { basisOf } from '../model/basis.ts'
import type { History } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { firstDay, lastDay, yearPosition, type Years } from '../model/period.ts'
import { isRate, magnitude } from '../model/quantity.ts'

export interface SparkPoint {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** What a sparkline draws, in em, inside its box. */
export interface SparkShapes {
  readonly lines: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[]
  readonly dots: readonly SparkPoint[]
  /** Totals over a stretch of time. */
  readonly bars: readonly { readonly id: string; readonly x1: number; readonly x2: number; readonly y: number }[]
  readonly diamonds: readonly SparkPoint[]
  /** The id of the dot or bar that ends last; null without any. */
  readonly last: string | null
}

export interface SparkBox {
  readonly width: number
  readonly height: number
  /** Kept free all around, for what stands at an edge. */
  readonly margin: number
}

/**
 * A series as a line in a word's room. Values run from the lowest to the highest and hold zero, unless they are a rate; only what
 * the history joins is joined.
 * @param years the years from edge to edge; else from the first figure to the last
 */
export function sparkline(
  { points, spans, joins }: History,
  plans: readonly Observation[],
  years: Years | null,
  { width, height, margin }: SparkBox,
): SparkShapes {
  const goals = plans.filter((o) => basisOf(o) === 'year')
  const figures = [...[...points, ...spans].map((c) => c.observation), ...goals]
  const stretches = figures.map(reachOf)
  const from = years ? years.from : Math.floor(Math.min(...stretches.map((s) => s.from)))
  const to = years ? years.to + 1 : Math.ceil(Math.max(...stretches.map((s) => s.to)))
  const values = figures.map((o) => magnitude(o.quantity))
  const zero = figures.every((o) => isRate(o.quantity.unit.measure)) ? [] : [0]
  const low = Math.min(...zero, ...values)
  const high = Math.max(...zero, ...values)
  // What lies beyond the years stands at the edge.
  const inside = (share: number) => Math.max(0, Math.min(1, share))
  const x = (at: number) => margin + inside((at - from) / (to - from)) * (width - 2 * margin)
  // Equal values have no scale: they run through the middle.
  const y = (o: Observation) =>
    height -
    margin -
    (high === low ? 0.5 : inside((magnitude(o.quantity) - low) / (high - low))) * (height - 2 * margin)
  const spot = (o: Observation): SparkPoint => ({ id: o.id, x: x(middleOf(o)), y: y(o) })
  const dots = points.map((c) => spot(c.observation))
  const bars = spans.map(({ observation: o }) => {
    const { from: a, to: b } = reachOf(o)
    return { id: o.id, x1: x(a), x2: x(b), y: y(o) }
  })
  const ends = [...points, ...spans].map((c) => c.observation)
  const last = ends.reduce<Observation | null>(
    (best, o) => (best && reachOf(best).to >= reachOf(o).to ? best : o),
    null,
  )
  return {
    lines: joins.flatMap(([a, b]) => {
      const [p, q] = [dots[a], dots[b]]
      return p && q ? [{ x1: p.x, y1: p.y, x2: q.x, y2: q.y }] : []
    }),
    dots,
    bars,
    diamonds: goals.map(spot),
    last: last?.id ?? null,
  }
}

/** From the first day to the last, in years; what has an end only, at the precision of that. */
function reachOf({ period }: Observation): { from: number; to: number } {
  const end = period.end ?? period.start ?? ''
  return {
    from: yearPosition(firstDay(period.start ?? end), false),
    to: yearPosition(lastDay(end), true),
  }
}

/** A point stands in the middle of the date that its period ends with, as on all time axes. */
function middleOf({ period }: Observation): number {
  const end = period.end ?? period.start ?? ''
  return (yearPosition(firstDay(end), false) + yearPosition(lastDay(end), true)) / 2
}
