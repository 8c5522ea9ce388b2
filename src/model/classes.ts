import { ckmeans } from 'simple-statistics'

/** Five classes at most: more cannot be told apart on a map (ColorBrewer's advice for choropleths). */
export const MAX_CLASSES = 5

/** How breaks are found. `each`: five different values at most, each a class of its own. */
export const CLASS_METHODS = ['each', 'equal', 'natural', 'quantile'] as const
export type ClassMethod = (typeof CLASS_METHODS)[number]

/** One class of a legend. Both ends are values that some place has: a class of one value has `low` = `high`. */
export interface Class {
  readonly low: number
  readonly high: number
  readonly count: number
}

export interface Classes {
  readonly method: ClassMethod
  /** Ascending, none empty; their counts add up to the number of values. */
  readonly classes: readonly Class[]
}

/** A class that holds more than this share of the places makes a map of one colour. */
const CROWDED = 0.6

/**
 * Classes for a map, their method chosen by this rule:
 *
 * 1. with five different values or fewer each has a class of its own (`each`);
 * 2. rates (percent, percentage points) get `equal` steps, which readers can name, if no step is empty and none is crowded;
 * 3. all else gets `natural` breaks (`ckmeans`, what ONS uses: Wang and Song 2011), which keep likes together, unless one
 *    class would hold more than three fifths of the places;
 * 4. then `quantile`, which always spreads the colours.
 *
 * @param values magnitudes in base units, one a place; order does not matter
 * @param rate whether they are rates of one scale, whose differences mean something
 * @throws RangeError if a value is not finite
 */
export function classify(values: readonly number[], rate: boolean): Classes {
  const sorted = sortedFinite(values)
  const distinct = new Set(sorted)
  if (distinct.size <= MAX_CLASSES) return { method: 'each', classes: fromLows(sorted, [...distinct]) }
  const isSound = (classes: readonly Class[]) =>
    classes.length === MAX_CLASSES && classes.every((c) => c.count <= CROWDED * sorted.length)
  if (rate) {
    const classes = equalClasses(sorted)
    if (isSound(classes)) return { method: 'equal', classes }
  }
  const classes = naturalClasses(sorted)
  if (isSound(classes)) return { method: 'natural', classes }
  return { method: 'quantile', classes: quantileClasses(sorted) }
}

/**
 * Quantile classes: each holds about the same number of places, which keeps skewed figures readable. Equal values always share a
 * class, so ties make classes fewer, never wrong; with up to five different values each has a class of its own.
 * @throws RangeError if a value is not finite
 */
export function quantileClasses(values: readonly number[]): readonly Class[] {
  const sorted = sortedFinite(values)
  const distinct = [...new Set(sorted)]
  if (distinct.length <= MAX_CLASSES) return fromLows(sorted, distinct)
  const lows = new Set<number>([distinct[0] as number])
  for (let k = 1; k < MAX_CLASSES; k++) lows.add(sorted[Math.floor((k * sorted.length) / MAX_CLASSES)] as number)
  return fromLows(sorted, [...lows])
}

/**
 * Classes of equal width between the lowest and the highest value; empty ones are left out.
 * @throws RangeError if a value is not finite
 */
export function equalClasses(values: readonly number[]): readonly Class[] {
  const sorted = sortedFinite(values)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const lows = new Set<number>()
  for (let k = 0; k < MAX_CLASSES; k++) {
    // Halves first: the difference of two large doubles may be beyond what a double holds.
    const edge = first * (1 - k / MAX_CLASSES) + last * (k / MAX_CLASSES)
    const low = k === 0 ? first : sorted.find((v) => v >= edge)
    if (low !== undefined) lows.add(low)
  }
  return fromLows(sorted, [...lows])
}

/**
 * Natural breaks: the classes whose values differ least from their means (k-means in one dimension, exact). Equal values share
 * a class.
 * @throws RangeError if a value is not finite
 */
export function naturalClasses(values: readonly number[]): readonly Class[] {
  const sorted = sortedFinite(values)
  const distinct = [...new Set(sorted)]
  if (distinct.length <= MAX_CLASSES) return fromLows(sorted, distinct)
  return fromLows(
    sorted,
    ckmeans(sorted, MAX_CLASSES).flatMap((cluster) => cluster.slice(0, 1)),
  )
}

function sortedFinite(values: readonly number[]): readonly number[] {
  const bad = values.find((v) => !Number.isFinite(v))
  if (bad !== undefined) throw new RangeError(`classes of a value that is not finite: ${bad}`)
  // -0 and 0 are one value, and must not be two classes.
  return values.map((v) => (v === 0 ? 0 : v)).sort((a, b) => a - b)
}

/** @param lows the lowest value of each class, the lowest of all among them; any order, doubles count once */
function fromLows(sorted: readonly number[], lows: readonly number[]): readonly Class[] {
  const starts = [...new Set(lows)].sort((a, b) => a - b)
  return starts.map((low, i) => {
    const next = starts[i + 1]
    const inside = sorted.filter((v) => v >= low && (next === undefined || v < next))
    return { low, high: inside.at(-1) ?? low, count: inside.length }
  })
}

/** @returns the index of the class that holds `value`; values beyond the ends belong to the end classes. */
export function classOf(value: number, classes: readonly Class[]): number {
  let index = 0
  for (let i = 1; i < classes.length; i++) if (value >= (classes[i] as Class).low) index = i
  return index
}

/**
 * Spreads fewer classes over the whole ramp, so that two classes are not the two palest colours.
 * @returns the step of a ramp of `MAX_CLASSES` for class `index` of `count`; a single class takes the middle.
 */
export function rampStep(index: number, count: number): number {
  if (count <= 1) return Math.floor(MAX_CLASSES / 2)
  return Math.round((index * (MAX_CLASSES - 1)) / (count - 1))
}
