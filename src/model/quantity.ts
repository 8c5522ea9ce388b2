import type { Text } from './text.ts'

/** How the printed number bounds the true one: 超400 is `at_least`, 约 is `approx`, 2–3 is `range`. */
export const BOUNDS = ['exact', 'approx', 'at_least', 'at_most', 'range'] as const
export type Bound = (typeof BOUNDS)[number]

export interface Unit {
  readonly id: string
  readonly symbol: Text
  /** What is measured, in one base: values of the same measure convert into each other by `factor`, others never. */
  readonly measure: string
  /** How many base units of the measure one of this unit is: 亿元 → 1e8 (CNY). */
  readonly factor: number
}

/** A number with a unit and a bound, as printed in its source. */
export interface Quantity {
  readonly value: number
  /** The upper end; present exactly when `bound` is `range`. */
  readonly high?: number
  readonly unit: Unit
  readonly bound: Bound
}

/** The values that a quantity leaves possible, in base units of its measure. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** @returns whether the measure is money: measures of money are named by their ISO 4217 code in small letters. */
export function isMoney(measure: string): boolean {
  return /^[a-z]{3}$/.test(measure)
}

/** Measures of rates and shares: their differences mean something, their ratios little. The package's names for 百分比 and 百分点. */
const RATES: ReadonlySet<string> = new Set(['percent', 'percent_points'])

/** @returns whether the measure is a rate or a share. */
export function isRate(measure: string): boolean {
  return RATES.has(measure)
}

/** @returns `value` in base units of the measure: 4 亿元 → 4e8. */
export function inBase(quantity: Quantity): number {
  return toBase(quantity.value, quantity.unit)
}

/** @returns the upper end in base units; of all but a range the value itself. */
export function highInBase(quantity: Quantity): number {
  return toBase(quantity.high ?? quantity.value, quantity.unit)
}

/**
 * Binary fractions must not tell apart what is equal: 1.1 × 1e8 is 110000000.00000001, and 11000 × 1e4 is not. Twelve digits are
 * more than any figure prints.
 */
function toBase(value: number, unit: Unit): number {
  return Number((value * unit.factor).toPrecision(12))
}

/**
 * The single number that stands for a quantity where a chart or map needs one (a colour, a length), in base units:
 * the printed value; for a range its middle. Whoever draws it also shows the bound (DESIGN §3, rule 2).
 */
export function magnitude(quantity: Quantity): number {
  return toBase(quantity.high === undefined ? quantity.value : (quantity.value + quantity.high) / 2, quantity.unit)
}

/** @returns the closed interval that the bound leaves; `approx` and `exact` are points, open sides are ±Infinity. */
export function interval(quantity: Quantity): Interval {
  const base = inBase(quantity)
  switch (quantity.bound) {
    case 'at_least':
      return { low: base, high: Infinity }
    case 'at_most':
      return { low: -Infinity, high: base }
    case 'range':
      return { low: base, high: highInBase(quantity) }
    case 'exact':
    case 'approx':
      return { low: base, high: base }
  }
}

/** @returns whether the two state the same: same measure, same bound, same numbers in base units. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return (
    a.unit.measure === b.unit.measure &&
    a.bound === b.bound &&
    inBase(a) === inBase(b) &&
    highInBase(a) === highInBase(b)
  )
}
