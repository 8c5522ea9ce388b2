import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantity, range } from '../../tests/fixtures.ts'
import { quartilesOf } from './distribution.ts'
import { BOUNDS } from './quantity.ts'

const any = fc
  .record({ bound: fc.constantFrom(...BOUNDS), value: fc.integer({ min: 1, max: 999 }) })
  .map(({ bound, value }) => (bound === 'range' ? range(value, value + 5) : quantity(value, bound)))

describe('quartilesOf', () => {
  it('are in order, and lie within what the bounds leave', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 5, maxLength: 20 }), (quantities) => {
        const quartiles = quartilesOf(quantities)
        if (!quartiles) throw new Error('no quartiles')
        const { low, median, high } = quartiles
        expect(low.at).toBeLessThanOrEqual(median.at)
        expect(median.at).toBeLessThanOrEqual(high.at)
        for (const one of [low, median, high]) {
          expect(one.within.low).toBeLessThanOrEqual(one.at)
          expect(one.within.high).toBeGreaterThanOrEqual(one.at)
        }
      }),
    )
  })

  it('do not depend on the order of figures', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 5, maxLength: 12 }), (quantities) => {
        expect(quartilesOf([...quantities].reverse())).toEqual(quartilesOf(quantities))
      }),
    )
  })

  it('halve the figures at the median', () => {
    const quartiles = quartilesOf([1, 2, 3, 4, 100].map((value) => quantity(value)))
    expect(quartiles?.median).toEqual({ at: 3e8, within: { low: 3e8, high: 3e8 } })
  })

  it('are open where too many figures are', () => {
    const quantities = [1, 2, 3, 4, 5].map((value) => quantity(value, value > 2 ? 'at_least' : 'exact'))
    expect(quartilesOf(quantities)?.median.within).toEqual({ low: 3e8, high: Infinity })
  })

  it('are none of four figures', () => {
    expect(quartilesOf([1, 2, 3, 4].map((value) => quantity(value)))).toBeNull()
  })
})
