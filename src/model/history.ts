import { basisOf } from './basis.ts'
import type { Observation } from './observation.ts'
import { byCodeUnits } from './order.ts'
import { anchorYear, byEnd, samePeriod } from './period.ts'
import { choose, groupBySeries, type Chosen, type PublishedOf } from './series.ts'

/** One series over time, ready to be drawn: what is a point, what is a stretch, and what a line may join. */
export interface History {
  readonly place: string
  readonly indicator: string
  readonly scope: string
  readonly role: Observation['role']
  /** Figures of a year, a day or an event, one a period, by end. */
  readonly points: readonly Chosen[]
  /** Totals over several years or some months: drawn as the stretch they cover, never joined. By end. */
  readonly spans: readonly Chosen[]
  /** Figures without a period. */
  readonly undated: readonly Observation[]
  /**
   * Pairs of indexes into `points` that a line may join: neighbours in time, a year apart at most, that share no day. What
   * is missing between two points stays a gap, and ceremonies are never joined: a line would claim what nobody reported.
   */
  readonly joins: readonly (readonly [number, number])[]
}

/** Every series of the figures, in the order they first stand in. */
export function historiesOf(observations: readonly Observation[], published: PublishedOf): readonly History[] {
  return [...groupBySeries(observations).values()].map((series) => historyOf(series, published))
}

function historyOf(series: readonly Observation[], published: PublishedOf): History {
  const { place, indicator, scope, role } = series[0] as Observation
  const dated = series.filter((o) => basisOf(o) !== 'undated')
  const one = oneByPeriod(dated, published)
  const isSpan = ({ observation }: Chosen) => ['years', 'part-year'].includes(basisOf(observation))
  const points = one.filter((chosen) => !isSpan(chosen))
  return {
    place,
    indicator,
    scope,
    role,
    points,
    spans: one.filter(isSpan),
    undated: series.filter((o) => basisOf(o) === 'undated'),
    joins: points.slice(1).flatMap((to, i) => (isJoined(points[i] as Chosen, to) ? [[i, i + 1] as const] : [])),
  }
}

/** Figures of the same period and event are one point: the preferred one, with what disagrees. By end, then start. */
function oneByPeriod(dated: readonly Observation[], published: PublishedOf): Chosen[] {
  const groups: Observation[][] = []
  for (const o of dated) {
    const group = groups.find(([first]) => first && samePeriod(first.period, o.period) && first.event === o.event)
    if (group) group.push(o)
    else groups.push([o])
  }
  return groups
    .flatMap((group) => choose(group, null, published) ?? [])
    .sort(
      ({ observation: a }, { observation: b }) =>
        byEnd(a.period, b.period) || byCodeUnits(a.period.start ?? '', b.period.start ?? '') || byCodeUnits(a.id, b.id),
    )
}

function isJoined({ observation: a }: Chosen, { observation: b }: Chosen): boolean {
  const [from, to] = [anchorYear(a.period), anchorYear(b.period)]
  // A figure of this basis lies inside one calendar year, so two of different years share no day.
  if (basisOf(a) !== 'year' || basisOf(b) !== 'year' || from === null || to === null) return false
  return to - from === 1
}
