import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, PERCENT, period, quantity } from '../../tests/fixtures.ts'
import { compare, type CompareQuestion } from './compare.ts'
import type { Observation } from './observation.ts'

const QUESTION: CompareQuestion = {
  indicator: 'gdp',
  role: 'actual',
  places: ['a', 'b'],
  whole: 'city',
  peers: ['a', 'b', 'c', 'd'],
  years: null,
}
const noDates = () => ''
const figure = (place: string, year: string, value: number, given: Partial<Observation> = {}) =>
  observation({ id: `${place}-${year}-${value}`, place, period: period(year), quantity: quantity(value), ...given })
const ask = (figures: readonly Observation[], question: Partial<CompareQuestion> = {}) =>
  compare(figures, { ...QUESTION, ...question }, noDates)

describe('compare', () => {
  it('takes the latest year that all places share, and says which', () => {
    const comparison = ask([
      figure('a', '2020', 10),
      figure('a', '2022', 12),
      figure('b', '2020', 5),
      figure('b', '2021', 6),
    ])
    expect(comparison?.year).toBe(2020)
    expect(comparison?.rows.map((row) => row.chosen?.observation.quantity.value)).toEqual([10, 5])
    expect(comparison?.rows[1]).toMatchObject({ differs: false, difference: { amount: { value: -5 } } })
  })

  it('takes the latest of each where they share none, and says that periods differ', () => {
    const comparison = ask([figure('a', '2020', 10), figure('b', '2021', 6)])
    expect(comparison).toMatchObject({ year: null, rows: [{ differs: false }, { differs: true }] })
  })

  it('stays inside the time asked for', () => {
    const figures = ['2019', '2020', '2021'].flatMap((year, i) => [figure('a', year, 10 + i), figure('b', year, 5)])
    expect(ask(figures, { years: { from: 2018, to: 2020 } })).toMatchObject({
      year: 2020,
      rows: [{ chosen: { observation: { quantity: { value: 11 } } } }, {}],
    })
  })

  it('lets a place without a figure stand empty, without losing the year of the others', () => {
    const comparison = ask([figure('a', '2020', 10), figure('b', '2020', 5)], { places: ['c', 'a', 'b'] })
    expect(comparison).toMatchObject({
      year: 2020,
      rows: [{ chosen: null, rank: null, share: null }, { difference: null }, { difference: null }],
    })
  })

  it('is nothing where no place has a figure of the indicator and role', () => {
    expect(
      ask([
        figure('c', '2020', 1),
        figure('a', '2020', 1, { role: 'target' }),
        figure('a', '2020', 1, { indicator: 'x' }),
      ]),
    ).toBeNull()
  })

  it('compares the whole before any part of it', () => {
    const comparison = ask([
      figure('a', '2020', 1, { scope: 'foreign' }),
      figure('b', '2020', 1, { scope: 'foreign' }),
      figure('a', '2019', 9),
    ])
    expect(comparison).toMatchObject({
      scope: '',
      rows: [{ chosen: { observation: { quantity: { value: 9 } } } }, { chosen: null }],
    })
  })

  it('ranks among the peers of the same period alone; equal ones share a rank', () => {
    const others = [figure('c', '2020', 30), figure('d', '2021', 99), figure('city', '2020', 500)]
    const comparison = ask([figure('a', '2020', 10), figure('b', '2020', 10), ...others])
    expect(comparison?.rows.map((row) => row.rank)).toEqual([
      { rank: 2, of: 3 },
      { rank: 2, of: 3 },
    ])
  })

  it('ranks no occasions', () => {
    const signed = { role: 'project', event: 'e', period: period('2020-05-01') } as const
    const comparison = ask([figure('a', '2020', 10, signed), figure('b', '2020', 5, signed)], { role: 'project' })
    expect(comparison?.rows.map((row) => row.rank)).toEqual([null, null])
  })

  it('is a share of the whole of the same period, with what bounds leave', () => {
    const whole = figure('city', '2020', 100)
    const rows = ask([
      figure('a', '2020', 10),
      figure('b', '2020', 5, { quantity: quantity(5, 'at_least') }),
      whole,
    ])?.rows
    expect(rows?.[0]?.share).toMatchObject({ low: 0.1, high: 0.1, approximate: false, whole })
    expect(rows?.[1]?.share).toMatchObject({ low: 0.05, high: Infinity })
    expect(ask([figure('a', '2020', 10), figure('city', '2019', 100)])?.rows[0]?.share).toBeNull()
  })

  it('has no share of what is less than nothing', () => {
    const rows = ask([figure('a', '2020', -10), figure('b', '2020', 5), figure('city', '2020', 100)])?.rows
    expect(rows?.map((row) => row.share?.low)).toEqual([undefined, 0.05])
  })

  it('has no share of a rate, and its difference is in points', () => {
    const rate = (value: number) => ({ quantity: quantity(value, 'exact', { ...PERCENT, measure: 'percent' }) })
    const rows = ask([
      figure('a', '2020', 6, rate(6)),
      figure('b', '2020', 5, rate(5)),
      figure('city', '2020', 4, rate(4)),
    ])?.rows
    expect(rows?.[0]?.share).toBeNull()
    expect(rows?.[1]?.difference).toMatchObject({ points: true, amount: { value: -1 } })
  })

  it('has a row for each place asked for, in their order, whatever the order of the figures', () => {
    const figures = fc.array(
      fc.record({
        place: fc.constantFrom('a', 'b', 'c', 'd', 'city'),
        year: fc.integer({ min: 2015, max: 2020 }),
        value: fc.integer({ min: 1, max: 99 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(figures, fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }), (rows, places) => {
        const all = rows.map((row, i) => figure(row.place, String(row.year), row.value, { id: `o-${i}` }))
        const comparison = ask(all, { places })
        expect(ask([...all].reverse(), { places })).toEqual(comparison)
        if (comparison === null) return
        expect(comparison.rows.map((row) => row.place)).toEqual(places)
        const { year } = comparison
        const ranks = comparison.rows.flatMap(({ rank }) => rank ?? [])
        expect(ranks.filter(({ rank, of }) => rank < 1 || rank > of)).toEqual([])
        const ends = comparison.rows.flatMap(({ chosen }) => chosen?.observation.period.end ?? [])
        expect(year === null ? [] : ends.filter((end) => end !== String(year))).toEqual([])
      }),
    )
  })
})
