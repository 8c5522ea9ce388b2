import { interval, isRate, type Bound, type Quantity } from './quantity.ts'

/** How much larger one figure is than another. Negative: smaller. */
export interface Difference {
  /** In the first figure's unit; of two rates in percentage points. Its bound is what the two bounds leave. */
  readonly amount: Quantity
  /** Share of the second figure (0.1: a tenth more), both ends of what the bounds leave; null for rates and where that is nothing. */
  readonly relative: { readonly low: number; readonly high: number } | null
  /** The two are rates: their difference is in percentage points. */
  readonly points: boolean
  /** One of the two is approximate. */
  readonly approximate: boolean
}

/**
 * `a` − `b` by interval arithmetic (Moore, "Interval Analysis", 1966): [a₁, a₂] − [b₁, b₂] = [a₁ − b₂, a₂ − b₁]. So "at least 400"
 * less 300 is at least 100, and "at least 400" less "at least 300" is unknown.
 * @returns null where the bounds leave everything open, or the two are of different measures
 */
export function differenceOf(a: Quantity, b: Quantity): Difference | null {
  if (a.unit.measure !== b.unit.measure) return null
  const [x, y] = [interval(a), interval(b)]
  const low = x.low - y.high
  const high = x.high - y.low
  if (low === -Infinity && high === Infinity) return null
  const approximate = a.bound === 'approx' || b.bound === 'approx'
  const points = isRate(a.unit.measure)
  return {
    amount: quantityOf(low, high, approximate, a),
    relative: points ? null : relativeOf(x, y),
    points,
    approximate,
  }
}

function quantityOf(low: number, high: number, approximate: boolean, { unit }: Quantity): Quantity {
  const own = (base: number) => Number((base / unit.factor).toPrecision(10))
  const bound: Bound =
    low === high
      ? approximate
        ? 'approx'
        : 'exact'
      : high === Infinity
        ? 'at_least'
        : low === -Infinity
          ? 'at_most'
          : 'range'
  const value = own(low === -Infinity ? high : low)
  return { value, unit, bound, ...(bound === 'range' && { high: own(high) }) }
}

/** Quotients are monotonic while both figures are above zero; a share of nothing, or of less, says nothing. */
function relativeOf(
  x: { readonly low: number; readonly high: number },
  y: { readonly low: number; readonly high: number },
): Difference['relative'] {
  if (x.low < 0 || y.low <= 0) return null
  const low = y.high === Infinity ? -1 : x.low / y.high - 1
  const high = x.high / y.low - 1
  return low === -1 && high === Infinity ? null : { low, high }
}
