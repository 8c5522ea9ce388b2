import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interval } from '../../src/model/quantity.ts'
import type { Bound, Quantity, Unit } from '../../src/model/quantity.ts'
import { quotient } from './quotient.ts'

const unit = (id: string, measure: string, factor: number): Unit => ({
  id,
  symbol: { zh: id, en: id },
  measure,
  factor,
})
const YI = unit('yi', 'cny', 1e8)
const KM2 = unit('km2', 'area', 1e6)
const YI_PER_KM2 = unit('yi_per_km2', 'cny_per_area', 100)
const PERCENT = unit('percent', 'percent', 1)

function quantity(value: number, bound: Bound, of: Unit, high?: number): Quantity {
  return { value, bound, unit: of, ...(high !== undefined && { high }) }
}

test('base units are divided, and the result is told in the derived unit', () => {
  const result = quotient(quantity(4000, 'exact', YI), quantity(20, 'exact', KM2), YI_PER_KM2)
  expect(result).toEqual({ value: 200, bound: 'exact', unit: YI_PER_KM2 })
  const inHectares = quantity(2000, 'exact', unit('ha', 'area', 1e4))
  expect(quotient(quantity(4000, 'exact', YI), inHectares, YI_PER_KM2)?.value).toBe(200)
})

test('a share is in percent', () => {
  expect(quotient(quantity(1, 'exact', YI), quantity(4, 'exact', YI), PERCENT)?.value).toBe(25)
})

test.each<[Bound, Bound, Bound | null]>([
  ['exact', 'exact', 'exact'],
  ['exact', 'approx', 'approx'],
  ['approx', 'exact', 'approx'],
  ['at_least', 'exact', 'at_least'],
  ['at_most', 'approx', 'at_most'],
  ['exact', 'at_least', 'at_most'],
  ['approx', 'at_most', 'at_least'],
  ['at_least', 'at_most', 'at_least'],
  ['at_most', 'at_least', 'at_most'],
  ['at_least', 'at_least', null],
  ['at_most', 'at_most', null],
  ['range', 'exact', 'range'],
  ['approx', 'range', 'range'],
  ['range', 'range', null],
  ['range', 'at_least', null],
  ['at_most', 'range', null],
])('%s by %s is %s', (a, b, expected) => {
  const four = (bound: Bound, of: Unit): Quantity => quantity(4, bound, of, bound === 'range' ? 5 : undefined)
  expect(quotient(four(a, YI), four(b, KM2), YI_PER_KM2)?.bound ?? null).toBe(expected)
})

test("a range's ends cross over where it divides", () => {
  const by = quotient(quantity(20, 'exact', YI), quantity(4, 'range', KM2, 5), YI_PER_KM2)
  expect(by).toMatchObject({ value: 4, high: 5 })
  const of = quotient(quantity(4, 'range', YI, 5), quantity(2, 'exact', KM2), YI_PER_KM2)
  expect(of).toMatchObject({ value: 2, high: 2.5 })
})

test('four significant digits: points to the nearest, bounds outward', () => {
  const by = (bound: Bound, value: number, divisor: number): number | undefined =>
    quotient(quantity(value, bound, YI), quantity(divisor, 'exact', KM2), YI_PER_KM2)?.value
  expect(by('exact', 2, 3)).toBe(0.6667)
  expect(by('approx', 662030, 20.52)).toBe(32260)
  expect(by('at_least', 2, 3)).toBe(0.6666)
  expect(by('at_most', 1, 3)).toBe(0.3334)
  // 4.05 in thousandths is 4049.9999999999995 in binary, and must not lose a digit.
  expect(by('at_least', 8.1, 2)).toBe(4.05)
  expect(by('exact', 9.99999, 1)).toBe(10)
})

test('nothing is divided by zero, nor are negative numbers', () => {
  expect(quotient(quantity(1, 'exact', YI), quantity(0, 'exact', KM2), YI_PER_KM2)).toBeNull()
  expect(quotient(quantity(1, 'exact', YI), quantity(0, 'range', KM2, 2), YI_PER_KM2)).toBeNull()
  expect(quotient(quantity(-1, 'exact', YI), quantity(1, 'exact', KM2), YI_PER_KM2)).toBeNull()
  expect(quotient(quantity(0, 'exact', YI), quantity(1, 'exact', KM2), YI_PER_KM2)?.value).toBe(0)
})

/** A positive quantity as printed: up to four digits and a fraction. */
function quantities(of: Unit): fc.Arbitrary<Quantity> {
  const number = fc.integer({ min: 1, max: 99_999_999 }).map((n) => n / 1000)
  const bound = fc.constantFrom<Bound>('exact', 'approx', 'at_least', 'at_most', 'range')
  return fc
    .tuple(number, number, bound)
    .map(([value, more, is]) => quantity(value, is, of, is === 'range' ? value + more : undefined))
}

/** A number above zero inside the quantity's interval, in base units; `at` from 0 to 1 tells where. */
function inside(of: Quantity, at: number): number {
  const { low, high } = interval(of)
  if (low === high) return low
  if (high === Infinity) return low * (1 + at * 1000)
  return low === -Infinity ? high * (1 - at) : low + at * (high - low)
}

test('what numbers inside both intervals give is inside the derived one', () => {
  const at = fc.double({ min: 0, max: 0.999, noNaN: true })
  fc.assert(
    fc.property(quantities(YI), quantities(KM2), at, at, (numerator, denominator, n, d) => {
      const result = quotient(numerator, denominator, YI_PER_KM2)
      if (!result) return
      const truth = inside(numerator, n) / inside(denominator, d)
      const { low, high } = interval(result)
      // A point is rounded by half of its fourth digit; bounds are rounded outward, but for binary fractions.
      const slack = truth * (low === high ? 5.1e-4 : 1e-9)
      expect(low).toBeLessThanOrEqual(truth + slack)
      expect(high).toBeGreaterThanOrEqual(truth - slack)
    }),
    { numRuns: 2000 },
  )
})

test('no bound is looser than its parents make it, but for the rounding', () => {
  fc.assert(
    fc.property(quantities(YI), quantities(KM2), (numerator, denominator) => {
      const result = quotient(numerator, denominator, YI_PER_KM2)
      if (!result) return
      const [n, d, { low, high }] = [interval(numerator), interval(denominator), interval(result)]
      // An open end is open for a reason: the numerator's own, or the denominator's other one.
      expect(low === -Infinity ? n.low === -Infinity || d.high === Infinity : low >= (n.low / d.high) * 0.998).toBe(
        true,
      )
      expect(high === Infinity ? n.high === Infinity || d.low === -Infinity : high <= (n.high / d.low) * 1.002).toBe(
        true,
      )
    }),
  )
})
