import type { Indicator, Observation } from './observation.ts'
import { endDay, firstDay, samePeriod } from './period.ts'
import { highInBase, inBase, interval, type Interval } from './quantity.ts'
import { choose } from './series.ts'

/** What can be said of a target (DESIGN §3, rule 6). */
export type ProgressState =
  /** The bounds settle that the target is met. */
  | 'reached'
  /** The bounds settle that it is not met as of the actual's period. */
  | 'below'
  /** The bounds leave it open, the sources disagree, or nothing says which direction meets the target. */
  | 'open'
  /** No comparable actual. */
  | 'not-reported'

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

/** "About" settles nothing within its own vagueness: 约 is taken to blur the last 2 %. */
const BLUR = 0.02

/**
 * Compares a target with what was reached: same place, same indicator, same scope, the actual that ends closest to the
 * target's end and not after it; among those that end together one of the target's own period, then the order of `choose`.
 * Actuals of unknown period compare with nothing, and a target without an end has no "not after", so it has no actual either.
 */
export function progressOf(target: Observation, actuals: readonly Observation[], indicator: Indicator): Progress {
  const comparable = actuals.filter((actual) => isComparable(target, actual))
  const alike = comparable.filter((actual) => samePeriod(actual.period, target.period))
  const chosen = choose(alike.length > 0 ? alike : comparable, null, () => '')
  if (chosen === null) return { target, actual: null, conflicts: [], state: 'not-reported', share: null }
  const { observation: actual, conflicts } = chosen
  const direction = directionOf(target, indicator)
  const state = stateOf(target, actual, direction)
  return {
    target,
    actual,
    conflicts,
    state: conflicts.every((other) => stateOf(target, other, direction) === state) ? state : 'open',
    share: direction === 'down' ? null : shareOf(target, actual),
  }
}

function isComparable(target: Observation, actual: Observation): boolean {
  if (target.period.end === null || actual.period.end === null) return false
  const end = endDay(actual.period)
  // A target over a span of years (yearly average, total) is comparable only with an actual inside that span.
  const begins = actual.period.start === null ? end : firstDay(actual.period.start)
  return (
    actual.role === 'actual' &&
    actual.place === target.place &&
    actual.indicator === target.indicator &&
    actual.scope === target.scope &&
    actual.quantity.unit.measure === target.quantity.unit.measure &&
    end <= endDay(target.period) &&
    (target.period.start === null || begins >= firstDay(target.period.start))
  )
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

function stateOf(target: Observation, actual: Observation, direction: Direction): ProgressState {
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
