/** Five classes at most: more cannot be told apart on a map (ColorBrewer's advice for choropleths). */
export const MAX_CLASSES = 5

/** One class of a legend. Both ends are values that some place has: a class of one value has `low` = `high`. */
export interface Class {
  readonly low: number
  readonly high: number
  readonly count: number
}

/**
 * Quantile classes: each holds about the same number of places, which keeps skewed figures readable. Equal values always share a
 * class, so ties make classes fewer, never wrong; with up to five different values each has a class of its own.
 * @param values magnitudes in base units, one a place; order does not matter
 * @returns classes in ascending order; their counts add up to the number of values. Empty for no values.
 * @throws RangeError if a value is not finite
 */
export function quantileClasses(values: readonly number[], classes = MAX_CLASSES): readonly Class[] {
  const bad = values.find((v) => !Number.isFinite(v))
  if (bad !== undefined) throw new RangeError(`classes of a value that is not finite: ${bad}`)
  const sorted = [...values].sort((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  if (distinct.length === 0) return []
  const breaks = new Set<number>([distinct[0] as number])
  if (distinct.length <= classes) for (const value of distinct) breaks.add(value)
  else for (let k = 1; k < classes; k++) breaks.add(sorted[Math.floor((k * sorted.length) / classes)] as number)
  const lows = [...breaks].sort((a, b) => a - b)
  return lows.map((low, i) => {
    const next = lows[i + 1]
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
