import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERCENT, quantities, quantity, range, USD, WAN, YI } from '../../tests/fixtures.ts'
import { highInBase, inBase, interval, isMoney, magnitude, sameQuantity } from './quantity.ts'

describe('interval', () => {
  it('holds the magnitude', () => {
    fc.assert(
      fc.property(quantities, (of) => {
        const { low, high } = interval(of)
        expect(low <= magnitude(of) && magnitude(of) <= high).toBe(true)
      }),
    )
  })

  it.each([
    [quantity(4), { low: 4e8, high: 4e8 }],
    [quantity(4, 'approx'), { low: 4e8, high: 4e8 }],
    [quantity(4, 'at_least'), { low: 4e8, high: Infinity }],
    [quantity(4, 'at_most'), { low: -Infinity, high: 4e8 }],
    [range(2, 3), { low: 2e8, high: 3e8 }],
  ])('of %j is %j', (of, expected) => {
    expect(interval(of)).toEqual(expected)
  })
})

describe('base units', () => {
  it('write the same number whatever unit it was printed in', () => {
    const hundredths = fc.integer({ min: -1e8, max: 1e8 })
    fc.assert(
      fc.property(hundredths, (n) => {
        expect(inBase(quantity(n / 100, 'exact', YI)) === inBase(quantity(n * 100, 'exact', WAN))).toBe(true)
      }),
    )
  })

  it('take the middle of a range', () => {
    expect(magnitude(range(2, 3))).toBe(2.5e8)
    expect(highInBase(range(2, 3))).toBe(3e8)
  })

  it('keep the sign', () => {
    expect(inBase(quantity(-8, 'exact', PERCENT))).toBe(-0.08)
  })
})

describe('sameQuantity', () => {
  it('is reflexive', () => {
    fc.assert(
      fc.property(quantities, (of) => {
        expect(sameQuantity(of, { ...of })).toBe(true)
      }),
    )
  })

  it('is symmetric', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        expect(sameQuantity(a, b) === sameQuantity(b, a)).toBe(true)
      }),
    )
  })

  it('sees through the unit', () => {
    expect(sameQuantity(quantity(1.1, 'exact', YI), quantity(11_000, 'exact', WAN))).toBe(true)
  })

  it.each([
    ['bound', quantity(1), quantity(1, 'at_least')],
    ['measure', quantity(1, 'exact', YI), quantity(1, 'exact', USD)],
    ['number', quantity(1), quantity(1.000001)],
    ['upper end', range(1, 2), range(1, 3)],
    ['lower end', range(1, 3), range(2, 3)],
  ])('tells another %s apart', (_, a, b) => {
    expect(sameQuantity(a, b)).toBe(false)
  })
})

describe('isMoney', () => {
  it.each([
    ['cny', true],
    ['usd', true],
    ['count', false],
    ['CNY', false],
    ['km', false],
  ])('%s: %s', (measure, money) => {
    expect(isMoney(measure)).toBe(money)
  })
})
