import { basisOf } from './basis.ts'
import type { Observation } from './observation.ts'
import { firstDay, lastDay } from './period.ts'
import type { Progress } from './progress.ts'
import { isResult } from './progress.ts'
import { inBase, interval, isRate, type Interval } from './quantity.ts'

/**
 * How fast a target that still runs has to be met, and how fast it is being met. Derived from observations, printed by no
 * source; whoever shows it says so and names the figures.
 */
export type Pace =
  /** A level by a deadline: change a year, as compound growth (0.05 = 5 %) or, for rates, in base units of the measure. */
  | {
      readonly kind: 'level'
      readonly compound: boolean
      /** Change a year from the actual to the target. */
      readonly needed: number
      /** Change a year from `since` to the actual; null without an earlier figure to start from. */
      readonly achieved: number | null
      /** The earlier figure of the same series that `achieved` starts from. */
      readonly since: Observation | null
      readonly years: number
    }
  /** A total over a span: the share of the time that had passed, against the share of the target. */
  | { readonly kind: 'total'; readonly elapsed: number; readonly share: Interval }

const DAY_MS = 86_400_000
const YEAR_DAYS = 365.25

/**
 * The pace of a running target. The rule: for a deadline, from the actual's last day to the target's (`needed`), and from the
 * earliest comparable figure of the five years before the actual (`achieved`); for a total over a span, days passed over days in all. Bounded
 * figures have no rate: only exact and approximate ones are taken.
 * @param results all figures of the place; those of other series are passed over
 * @returns null where the target does not run, or nothing can be said honestly
 */
export function paceOf({ target, actual, state, share }: Progress, results: readonly Observation[]): Pace | null {
  if (state !== 'running' || actual === null || target.period.end === null || actual.period.end === null) return null
  if (target.period.start !== null) {
    if (share === null || isRate(target.quantity.unit.measure) || actual.period.start === null) return null
    const from = firstDay(target.period.start)
    const elapsed = daysFrom(from, lastDay(actual.period.end)) / daysFrom(from, lastDay(target.period.end))
    return { kind: 'total', elapsed: Math.min(1, elapsed), share }
  }
  const years = yearsFrom(lastDay(actual.period.end), lastDay(target.period.end))
  const compound = !isRate(target.quantity.unit.measure)
  const [goal, reached] = [inBase(target.quantity), valueOf(actual)]
  if (reached === null || years <= 0 || target.quantity.bound === 'at_most') return null
  const needed = change(reached, goal, years, compound)
  if (needed === null) return null
  const since = earlier(actual, results)
  const start = since === null ? null : valueOf(since)
  const achieved =
    since?.period.end === null || since?.period.end === undefined || start === null
      ? null
      : change(start, reached, yearsFrom(lastDay(since.period.end), lastDay(actual.period.end)), compound)
  return { kind: 'level', compound, needed, achieved, since: achieved === null ? null : since, years }
}

/** Older figures tell of another plan's pace. */
const LOOK_BACK_YEARS = 5

function earlier(actual: Observation, results: readonly Observation[]): Observation | null {
  const end = actual.period.end
  if (end === null) return null
  const candidates = results.filter((o) => {
    if (!isResult(o) || o.period.end === null || valueOf(o) === null || basisOf(o) !== 'year') return false
    if (o.place !== actual.place || o.indicator !== actual.indicator || o.scope !== actual.scope) return false
    const years = yearsFrom(lastDay(o.period.end), lastDay(end))
    // A little slack: a census day and a year's end are not whole years apart.
    return o.role === actual.role && years >= 0.9 && years <= LOOK_BACK_YEARS + 0.1
  })
  const ends = (o: Observation): string => lastDay(o.period.end ?? '')
  return candidates.sort((a, b) => (ends(a) < ends(b) ? -1 : ends(a) > ends(b) ? 1 : a.id < b.id ? -1 : 1))[0] ?? null
}

/** @returns the value in base units; null where a bound leaves it open. */
function valueOf(o: Observation): number | null {
  const { low, high } = interval(o.quantity)
  return low === high ? low : null
}

function change(from: number, to: number, years: number, compound: boolean): number | null {
  if (years <= 0) return null
  if (!compound) return (to - from) / years
  return from > 0 && to > 0 ? (to / from) ** (1 / years) - 1 : null
}

function daysFrom(first: string, last: string): number {
  return (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS + 1
}

function yearsFrom(a: string, b: string): number {
  return (daysFrom(a, b) - 1) / YEAR_DAYS
}
