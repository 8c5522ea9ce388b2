import { basisOf } from './basis.ts'
import type { Indicator, Observation } from './observation.ts'
import { endDay, firstDay, lastDay, samePeriod, type PartialDate } from './period.ts'
import { highInBase, inBase, interval, isRate, type Interval } from './quantity.ts'
import { choose, type PublishedOf } from './series.ts'

/** What can be said of a target (DESIGN §3, rule 6). */
export type ProgressState =
  /** The bounds settle that the target is met. */
  | 'reached'
  /** The bounds settle that it was not met by its end. */
  | 'below'
  /** Not settled as of the actual's period, and the target's end lies ahead. */
  | 'running'
  /** Not settled as of the actual's period, and the target's end has passed: its final result is not on record. */
  | 'lapsed'
  /** The bounds leave it open, the sources disagree, or nothing says which direction meets the target. */
  | 'open'
  /** No comparable actual. */
  | 'not-reported'

export const PROGRESS_STATES: readonly ProgressState[] = [
  'reached',
  'running',
  'below',
  'lapsed',
  'open',
  'not-reported',
]

export interface Progress {
  readonly target: Observation
  /** The comparable actual that ends closest to the target's end and not after it; null if there is none. */
  readonly actual: Observation | null
  /** Other actuals of the same period that state something else: the sources disagree. */
  readonly conflicts: readonly Observation[]
  readonly state: ProgressState
  /**
   * Actual as a share of the target: the interval that the bounds of both leave, 1 = met exactly; an open side is ±Infinity.
   * Derived, never printed by a source. null without an actual, and where a ratio means nothing (target of zero or below;
   * little is asked for).
   */
  readonly share: Interval | null
}

/** Whether much or little meets a target; null: neither is known to. */
type Direction = 'up' | 'down' | null

/** "About" settles nothing within its own vagueness: 约 is taken to blur the last 2 %. A choice of ours, no source's. */
const BLUR = 0.02

/** What the comparison is told of its surroundings. */
export interface Known {
  /** When sources were published, for choosing between them. */
  readonly published?: PublishedOf
  /** The pack's "data as of": a target that ended before it no longer runs. Without it all targets run. */
  readonly asOf?: PartialDate
}

const UNDATED: PublishedOf = () => ''

/**
 * Compares a target with what was reached: same place, same indicator, same scope, the result that ends closest to the target's
 * end and not after it; among those that end together one of the target's own period, then the order of `choose`. A result is
 * whatever is no target: money put in and projects signed answer their targets as a state reached does. What compares in time:
 *
 * - a target for a deadline ("by 2025"): a result for a year or as at a date, never a half-year's or several years' total;
 * - a target for a year or a span (a plan of 2025; 2021–2025 in all; a yearly average): a result from the same first day on, the
 *   whole of it or a part that ends earlier. Figures of single years are not added up to meet a total.
 *
 * Results of unknown period compare with nothing, and a target without an end has no "not after", so it has no result either.
 * @param results figures of any place and indicator; targets among them are passed over
 */
export function progressOf(
  target: Observation,
  results: readonly Observation[],
  indicator: Indicator,
  { published = UNDATED, asOf = '' }: Known = {},
): Progress {
  const comparable = results.filter((result) => isComparable(target, result))
  const alike = comparable.filter((result) => samePeriod(result.period, target.period))
  const chosen = choose(alike.length > 0 ? alike : comparable, null, published)
  if (chosen === null) return { target, actual: null, conflicts: [], state: 'not-reported', share: null }
  const { observation: actual, conflicts } = chosen
  const direction = directionOf(target, indicator)
  const running = asOf === '' || endDay(target.period) >= firstDay(asOf) ? 'running' : 'lapsed'
  const judge = (result: Observation): ProgressState => stateOf(target, result, direction, running)
  const state = judge(actual)
  return {
    target,
    actual,
    conflicts,
    state: conflicts.every((other) => judge(other) === state) ? state : 'open',
    share: direction === 'down' ? null : shareOf(target, actual),
  }
}

/** @returns whether the figure says what was reached, put in or signed, and not what was promised. */
export function isResult(o: Observation): boolean {
  return o.role !== 'target'
}

function isComparable(target: Observation, result: Observation): boolean {
  if (target.period.end === null || result.period.end === null) return false
  return (
    isResult(result) &&
    result.place === target.place &&
    result.indicator === target.indicator &&
    result.scope === target.scope &&
    result.quantity.unit.measure === target.quantity.unit.measure &&
    endDay(result.period) <= endDay(target.period) &&
    comparesInTime(target, result)
  )
}

function comparesInTime({ period }: Observation, result: Observation): boolean {
  if (period.start === null) return basisOf(result) === 'year' || samePeriod(period, result.period)
  const from = firstDay(period.start)
  // A state as at a date inside the target's span answers it too: it has no length to be compared.
  if (result.period.start === null) return endDay(result.period) >= from
  return firstDay(result.period.start) === from
}

/** A target's own words win over its indicator: "within 100" is met by less, whatever is usually better. */
function directionOf(target: Observation, indicator: Indicator): Direction {
  switch (target.quantity.bound) {
    case 'at_least':
      return 'up'
    case 'at_most':
      return 'down'
    case 'exact':
    case 'approx':
    case 'range':
      return indicator.better === null ? null : indicator.better === 'higher' ? 'up' : 'down'
  }
}

/** @returns whether the result covers the target to its end: the same last day, or, for a deadline, the same last year. */
export function isComplete(target: Observation, result: Observation): boolean {
  const { start, end } = target.period
  if (end === null || result.period.end === null) return false
  if (lastDay(result.period.end) === lastDay(end)) return true
  return start === null && end.length === 4 && result.period.end.startsWith(end)
}

/**
 * A growth rate, an average or something little is asked of can still turn before the target's end; a level once passed was
 * passed.
 */
function isFinal(target: Observation, actual: Observation, direction: Direction): boolean {
  if (isComplete(target, actual)) return true
  return direction === 'up' && !(target.period.start !== null && isRate(target.quantity.unit.measure))
}

function stateOf(
  target: Observation,
  actual: Observation,
  direction: Direction,
  unsettled: 'running' | 'lapsed',
): ProgressState {
  const verdict = verdictOf(target, actual, direction)
  if (verdict === 'below') return isComplete(target, actual) ? 'below' : unsettled
  return verdict === 'reached' && !isFinal(target, actual, direction) ? unsettled : verdict
}

function verdictOf(target: Observation, actual: Observation, direction: Direction): 'reached' | 'below' | 'open' {
  // A target's bound says how it is meant, not how precisely it is known: a range is met at its nearer end.
  const from = inBase(target.quantity)
  const to = highInBase(target.quantity)
  const { low, high } = interval(actual.quantity)
  // An exact figure that meets "about 4000" meets it; one a little short may.
  const met = actual.quantity.bound === 'approx' ? BLUR : 0
  const missed = met > 0 || target.quantity.bound === 'approx' ? BLUR : 0
  if (direction === 'up') {
    if (low >= from + met * Math.abs(from)) return 'reached'
    return high < from - missed * Math.abs(from) ? 'below' : 'open'
  }
  if (direction === 'down') {
    if (high <= to - met * Math.abs(to)) return 'reached'
    return low > to + missed * Math.abs(to) ? 'below' : 'open'
  }
  return met === 0 && low >= from && high <= to ? 'reached' : 'open'
}

function shareOf(target: Observation, actual: Observation): Interval | null {
  const goal = inBase(target.quantity)
  if (goal <= 0) return null
  const { low, high } = interval(actual.quantity)
  return { low: low / goal, high: high / goal }
}
