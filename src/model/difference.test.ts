import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERCENT, quantity, range, USD, WAN, YI } from '../../tests/fixtures.ts'
import { differenceOf } from './difference.ts'
import { BOUNDS, interval, type Quantity } from './quantity.ts'

const RATE = { ...PERCENT, measure: 'percent' }
const quantities: fc.Arbitrary<Quantity> = fc
  .tuple(
    fc.constantFrom(...BOUNDS),
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 99 }),
    fc.constantFrom(YI, WAN),
  )
  .map(([bound, value, more, unit]) => ({ value, unit, bound, ...(bound === 'range' && { high: value + more }) }))

describe('differenceOf', () => {
  it('holds whatever the two figures truly are', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const truth = (q: Quantity, at: number): number => {
      const { low, high } = interval(q)
      if (low === -Infinity) return high * at
      if (high === Infinity) return low * (1 + 9 * at)
      return low + (high - low) * at
    }
    fc.assert(
      fc.property(quantities, quantities, share, share, (a, b, s, t) => {
        const difference = differenceOf(a, b)
        if (difference === null) return
        const [x, y] = [truth(a, s), truth(b, t)]
        const { low, high } = interval(difference.amount)
        const slack = 1e-6 * (Math.abs(x) + Math.abs(y))
        expect(x - y).toBeGreaterThanOrEqual(low - slack)
        expect(x - y).toBeLessThanOrEqual(high + slack)
        const { relative } = difference
        if (relative === null || y <= 0) return
        expect(x / y - 1).toBeGreaterThanOrEqual(relative.low - 1e-9)
        expect(x / y - 1).toBeLessThanOrEqual(relative.high + 1e-9)
      }),
    )
  })

  it('is turned by turning the two', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
        expect(there === null).toBe(back === null)
        if (!there || !back) return
        const [x, y] = [interval(there.amount), interval(back.amount)]
        expect(x.low).toBeCloseTo(-y.high, -Math.log10(Math.abs(x.low) + 1) + 8)
        expect(x.high).toBeCloseTo(-y.low, -Math.log10(Math.abs(x.high) + 1) + 8)
      }),
    )
  })

  it.each([
    [quantity(400), quantity(300), { value: 100, bound: 'exact' }],
    [quantity(400, 'approx'), quantity(300), { value: 100, bound: 'approx' }],
    [quantity(400, 'at_least'), quantity(300), { value: 100, bound: 'at_least' }],
    [quantity(400), quantity(300, 'at_least'), { value: 100, bound: 'at_most' }],
    [quantity(400, 'at_least'), quantity(300, 'at_most'), { value: 100, bound: 'at_least' }],
    [range(400, 420), quantity(300), { value: 100, high: 120, bound: 'range' }],
    [quantity(4), quantity(30_000, 'exact', WAN), { value: 1, bound: 'exact' }],
  ] as const)('%# keeps the bound that is left', (a, b, expected) => {
    expect(differenceOf(a, b)?.amount).toEqual({ unit: YI, ...expected })
  })

  it('is unknown where both are open to the same side, and between measures', () => {
    expect(differenceOf(quantity(400, 'at_least'), quantity(300, 'at_least'))).toBeNull()
    expect(differenceOf(quantity(1), quantity(1, 'exact', USD))).toBeNull()
  })

  it('is a share of the second, but in points between rates', () => {
    expect(differenceOf(quantity(330), quantity(300))?.relative?.low).toBeCloseTo(0.1)
    expect(differenceOf(quantity(1), quantity(0))?.relative).toBeNull()
    const rates = differenceOf(quantity(5.9, 'exact', RATE), quantity(5.5, 'exact', RATE))
    expect(rates).toMatchObject({ points: true, relative: null })
    expect(rates?.amount.value).toBeCloseTo(0.4)
  })
})
