import { highInBase, inBase } from '../../src/model/quantity.ts'
import type { Bound, Quantity, Unit } from '../../src/model/quantity.ts'

/**
 * Figures are printed with three to six digits, and a quotient is no more exact than the coarser of its two: more digits would look
 * like knowledge. Fewer than four would make neighbours in a ranking equal that are not.
 */
const DIGITS = 4

/** The measure whose base unit is one hundredth of the plain quotient: 1 part in 4 is 25 percent. */
export const PERCENT = 'percent'

/** A divisor's bound turns round: what is divided by at least 4 is at most a quarter. */
const INVERSE: Readonly<Record<Bound, Bound>> = {
  exact: 'exact',
  approx: 'approx',
  at_least: 'at_most',
  at_most: 'at_least',
  range: 'range',
}

/**
 * Divides in base units and tells the result in `unit`, to four significant digits. Bounds combine as intervals do:
 *
 * - exact by exact is exact; exact or approx by approx is approx
 * - a one-sided bound by a point keeps its side (a divisor's turns round); two bounds on the same side keep it
 * - a range by a point is a range
 * - bounds on opposite sides leave anything possible, and a range by anything but a point more than one bound can say: no figure
 *
 * Bounds are rounded outward (at_least down, at_most up): rounding must not promise more than the parents do.
 *
 * @param denominator of something that is never below zero, so that `at_most` means above zero up to there
 * @returns null where there is no figure: see above, and for a negative numerator or a denominator that may be zero
 */
export function quotient(numerator: Quantity, denominator: Quantity, unit: Unit): Quantity | null {
  const bound = combine(numerator.bound, INVERSE[denominator.bound])
  if (bound === null || inBase(numerator) < 0 || inBase(denominator) <= 0) return null
  const scale = (unit.measure === PERCENT ? 100 : 1) / unit.factor
  // A range's ends cross over; of all else both ends are the value itself.
  const low = (inBase(numerator) / highInBase(denominator)) * scale
  const high = (highInBase(numerator) / inBase(denominator)) * scale
  switch (bound) {
    case 'exact':
    case 'approx':
      return { value: toDigits(low, Math.round), unit, bound }
    case 'at_least':
      return { value: toDigits(low, Math.floor), unit, bound }
    case 'at_most':
      return { value: toDigits(high, Math.ceil), unit, bound }
    case 'range':
      return { value: toDigits(low, Math.floor), high: toDigits(high, Math.ceil), unit, bound }
  }
}

function combine(a: Bound, b: Bound): Bound | null {
  const isPoint = (bound: Bound): boolean => bound === 'exact' || bound === 'approx'
  if (isPoint(a) && isPoint(b)) return a === 'exact' && b === 'exact' ? 'exact' : 'approx'
  if (isPoint(a)) return b
  if (isPoint(b)) return a
  return a === b && a !== 'range' ? a : null
}

function toDigits(value: number, rounding: (value: number) => number): number {
  if (value === 0) return 0
  const exponent = Math.floor(Math.log10(value)) + 1 - DIGITS
  // Binary fractions first: 4.05 in thousandths is 4049.9999999999995, and must not be rounded down to 4.049.
  const whole = rounding(Number((value / 10 ** exponent).toPrecision(12)))
  return Number(`${whole}e${exponent}`)
}
