/**
 * Round axis values from zero to at least `max`: steps of 1, 2 or 5 times a power of ten.
 * @param max above 0, in the unit that the axis is written in
 * @param about how many steps are wished; there may be one more or fewer
 * @throws RangeError if `max` is not a finite number above 0
 */
export function niceTicks(max: number, about = 3): number[] {
  if (!(max > 0) || !Number.isFinite(max)) throw new RangeError(`axis up to ${max}, expected a finite number above 0`)
  return ticksBetween(0, max, about)
}

/**
 * The same for an axis that may begin below zero, which is then one of its ticks.
 * @param low at most 0
 * @param high at least 0, and above `low`
 */
export function ticksBetween(low: number, high: number, about = 3): number[] {
  const rough = (high - low) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((m) => m * power >= rough * 0.999) ?? 10) * power
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)]
  // Multiplied, not added up: sums of 0.1 drift. Plus 0: no tick is at minus zero.
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)) + 0)
}
