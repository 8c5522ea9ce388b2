import { interval, magnitude, type Interval, type Quantity } from './quantity.ts'

/** A place in the order of figures. */
export interface Quartile {
  /** Of the printed numbers, in base units; where a mark is drawn. */
  readonly at: number
  /** What the bounds leave: a quartile never falls while a figure rises, so its ends are those of the figures' ends. */
  readonly within: Interval
}

export interface Quartiles {
  readonly low: Quartile
  readonly median: Quartile
  readonly high: Quartile
}

/** Fewer figures than this have no quarters worth a mark. */
const FEWEST = 5

/**
 * The quartiles of figures of one measure: derived, no source states them.
 * @returns null for fewer than five figures
 */
export function quartilesOf(quantities: readonly Quantity[]): Quartiles | null {
  if (quantities.length < FEWEST) return null
  const at = sorted(quantities.map(magnitude))
  const lows = sorted(quantities.map((q) => interval(q).low))
  const highs = sorted(quantities.map((q) => interval(q).high))
  const of = (share: number): Quartile => ({
    at: quantileOf(at, share),
    within: { low: quantileOf(lows, share), high: quantileOf(highs, share) },
  })
  return { low: of(0.25), median: of(0.5), high: of(0.75) }
}

/** Sorted without subtraction: ∞ − ∞ is no order. */
function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => (a < b ? -1 : Number(a > b)))
}

/**
 * The value below which that share of all lies, the mean of two where the cut falls between them. Our own: the one of
 * simple-statistics interpolates, which makes no number of infinite ends.
 */
function quantileOf(values: readonly number[], share: number): number {
  const at = values.length * share
  const [below, above] = [values[Math.ceil(at) - 1] ?? NaN, values[Math.floor(at)] ?? NaN]
  return below === above ? below : (below + above) / 2
}
