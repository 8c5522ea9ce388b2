/**
 * Round axis values from zero to at least `max`: steps of 1, 2 or 5 times a power of ten.
 * @param max above 0, in the unit that the axis is written in
 * @param about how many steps are wished; there may be one more or fewer
 * @throws RangeError if `max` is not a finite number above 0
 */
export function niceTicks(max: number, about = 3): number[] {
  if (!(max > 0) || !Number.isFinite(max)) throw new RangeError(`axis up to ${max}, expected a finite number above 0`)
  const rough = max / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((m) => m * power >= rough * 0.999) ?? 10) * power
  const steps = Math.ceil(max / step - 1e-9)
  // Multiplied, not added up: sums of 0.1 drift.
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}
