import { basisOf } from './basis.ts'
import type { History } from './history.ts'
import type { Observation } from './observation.ts'
import { overlaps } from './period.ts'
import { inBase, type Bound } from './quantity.ts'

/** The sum of a series up to and with one of its figures. Derived: no source prints it. */
export interface Step {
  readonly observation: Observation
  /** In base units of the measure. */
  readonly total: number
  readonly bound: Extract<Bound, 'exact' | 'approx' | 'at_least'>
}

/**
 * Adds a series of projects up over time, where that is honest (DESIGN §3, rule 3): all figures are for occasions, or all for
 * years, none is undated or over a longer stretch, no two share a day, no sources disagree, and no bound is open downwards. What results is the sum of what is on record, not of all that happened.
 * @returns null where the series does not allow it, or has a single figure
 */
export function cumulative(history: History): readonly Step[] | null {
  const { points, spans, undated } = history
  if (history.role !== 'project' || points.length < 2 || spans.length > 0 || undated.length > 0) return null
  const figures = points.map((point) => point.observation)
  if (points.some((point) => point.conflicts.length > 0)) return null
  // A year's total with one day's signing added to it would be a number of nothing.
  if (new Set(figures.map(basisOf)).size > 1) return null
  if (figures.some(({ quantity }) => quantity.bound === 'at_most' || quantity.bound === 'range')) return null
  if (figures.some((a, i) => figures.slice(i + 1).some((b) => overlaps(a.period, b.period)))) return null
  let total = 0
  let bound: Step['bound'] = 'exact'
  return figures.map((observation) => {
    total = Number((total + inBase(observation.quantity)).toPrecision(12))
    bound = weaker(bound, observation.quantity.bound)
    return { observation, total, bound }
  })
}

/** "At least" outweighs "about", which outweighs an exact figure. */
function weaker(a: Step['bound'], b: Bound): Step['bound'] {
  if (a === 'at_least' || b === 'at_least') return 'at_least'
  return a === 'approx' || b === 'approx' ? 'approx' : 'exact'
}
