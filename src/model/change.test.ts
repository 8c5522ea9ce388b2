import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, period, quantity } from '../../tests/fixtures.ts'
import { changesBetween, usualYears, yearsWith } from './change.ts'
import type { Observation } from './observation.ts'

const of = (place: string, year: number, value = 1): Observation =>
  observation({ id: `${place}-${year}`, place, period: period(String(year)), quantity: quantity(value) })
const none = () => ''
const PLACES = ['a', 'b', 'c', 'd']
const figures = fc.uniqueArray(
  fc
    .record({
      place: fc.constantFrom(...PLACES, 'elsewhere'),
      year: fc.integer({ min: 2010, max: 2016 }),
      value: fc.integer({ min: 1, max: 99 }),
    })
    .map(({ place, year, value }) => of(place, year, value)),
  { selector: (o) => o.id },
)

describe('changesBetween', () => {
  it('finds every place in exactly one of its lists', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const { both, one, none: neither } = changesBetween(all, PLACES, { from: 2011, to: 2015 }, none)
        const found = [...both.map((c) => c.place), ...one.map((c) => c.place), ...neither]
        expect([...found].sort()).toEqual(PLACES)
      }),
    )
  })

  it('is later less earlier, and never filled in from a year beside', () => {
    const all = [of('a', 2011, 10), of('a', 2015, 16), of('b', 2012, 1), of('b', 2015, 2), of('c', 2011)]
    const { both, one, none: neither } = changesBetween(all, PLACES, { from: 2011, to: 2015 }, none)
    expect(both.map((c) => [c.place, c.difference?.amount.value])).toEqual([['a', 6]])
    expect(one).toEqual([
      { place: 'b', lacks: 2011 },
      { place: 'c', lacks: 2015 },
    ])
    expect(neither).toEqual(['d'])
  })
})

describe('usualYears', () => {
  it('are years that at least one place has both of', () => {
    fc.assert(
      fc.property(figures, fc.boolean(), (all, asked) => {
        const years = usualYears(all, PLACES, asked ? { from: 2012, to: 2014 } : null)
        const any = PLACES.some((place) => yearsWith(all, [place]).length > 1)
        expect(years !== null).toBe(any)
        if (!years) return
        expect(years.from).toBeLessThan(years.to)
        expect(changesBetween(all, PLACES, years, none).both.length).toBeGreaterThan(0)
      }),
    )
  })

  it('are the earliest and the latest that a third of the places have', () => {
    const all = [of('a', 2009), of('a', 2010), of('b', 2010), of('a', 2012), of('b', 2012), of('a', 2014)]
    expect(usualYears(all, PLACES, null)).toEqual({ from: 2010, to: 2012 })
  })

  it('are the ends of the years asked for, where something is on record', () => {
    const all = [of('a', 2010), of('a', 2011), of('a', 2013), of('a', 2016)]
    expect(usualYears(all, PLACES, { from: 2011, to: 2015 })).toEqual({ from: 2011, to: 2013 })
  })

  it('are those that most places share, where the ends share none', () => {
    const all = [of('a', 2010), of('b', 2010), of('b', 2012), of('c', 2012), of('c', 2014), of('d', 2014)]
    expect(usualYears(all, PLACES, null)).not.toBeNull()
  })
})
