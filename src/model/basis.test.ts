import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, period, periods } from '../../tests/fixtures.ts'
import { BASES, basisOf, comparableBasis } from './basis.ts'
import { ROLES, type Observation } from './observation.ts'

const of = (start: string | null, end: string | null, given: Partial<Observation> = {}) =>
  basisOf(observation({ period: period(start, end), ...given }))

describe('basisOf', () => {
  it.each([
    ['2020', '2020', 'year'],
    ['2020-01', '2020-12', 'year'],
    ['2020-01-01', '2020-12-31', 'year'],
    [null, '2025', 'year'],
    ['2020-11-01', '2020-11-01', 'year'],
    ['2020-11', '2020-11', 'year'],
    ['2020-11', '2020-11-30', 'part-year'],
    ['2020-01', '2020-06', 'part-year'],
    ['2020-07', '2020-12', 'part-year'],
    ['2020', '2022', 'years'],
    ['2020-09', '2021-03', 'years'],
    ['2020', null, 'undated'],
    [null, null, 'undated'],
  ] as const)('%s to %s is %s', (start, end, basis) => {
    expect(of(start, end)).toBe(basis)
  })

  it('is an event where an event is named, whatever its period', () => {
    expect(of('2021-04-07', '2021-04-07', { event: 'e' })).toBe('event')
    expect(of('2021', '2021', { event: 'e' })).toBe('event')
    expect(of(null, null, { event: 'e' })).toBe('undated')
  })

  it('takes projects of a day or month for an occasion, and of a year for a year', () => {
    expect(of('2021-04-07', '2021-04-07', { role: 'project' })).toBe('event')
    expect(of('2021-04', '2021-04', { role: 'project' })).toBe('event')
    expect(of('2021', '2021', { role: 'project' })).toBe('year')
  })

  it('knows every period', () => {
    fc.assert(
      fc.property(periods, fc.constantFrom(...ROLES), fc.constantFrom('', 'e'), (p, role, event) => {
        expect(BASES.includes(basisOf({ period: p, role, event }))).toBe(true)
      }),
    )
  })

  it('is undated exactly where there is no end', () => {
    fc.assert(
      fc.property(periods, (p) => {
        expect(basisOf({ period: p, role: 'actual', event: '' }) === 'undated').toBe(p.end === null)
      }),
    )
  })
})

describe('comparableBasis', () => {
  const basisFor = (...rows: Partial<Observation>[]) => comparableBasis(rows.map(observation), 'actual', '', null)
  const half = period('2020-01', '2020-06')

  it('is the year where it covers half as many places as any other', () => {
    expect(basisFor({ place: 'a', period: half }, { place: 'b', period: half }, { place: 'c' })).toBe('year')
  })

  it('is another that covers more than twice as many', () => {
    const rows = ['a', 'b', 'c'].map((place) => ({ place, period: half }))
    expect(basisFor(...rows, { place: 'd' })).toBe('part-year')
  })

  it('counts places, not figures', () => {
    const rows = ['1', '2', '3'].map((id) => ({ id, place: 'a', period: half }))
    expect(basisFor(...rows, { place: 'b' })).toBe('year')
  })

  it('keeps to the order among the rest', () => {
    expect(basisFor({ period: period(null) }, { period: period('2020', '2022') })).toBe('years')
  })

  it('looks at one role, one scope and the chosen years alone', () => {
    expect(basisFor({ role: 'target' }, { scope: 'x' })).toBeNull()
    expect(comparableBasis([observation()], 'actual', '', { from: 2021, to: 2025 })).toBeNull()
    expect(basisFor()).toBeNull()
  })
})
