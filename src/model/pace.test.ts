import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicator, observation, PERCENT, period, quantity } from '../../tests/fixtures.ts'
import type { Observation } from './observation.ts'
import { paceOf } from './pace.ts'
import { progressOf } from './progress.ts'

const target = (value: number, given: Partial<Observation> = {}) =>
  observation({ id: 't', role: 'target', period: period(null, '2025'), quantity: quantity(value), ...given })
const figure = (year: string, value: number, given: Partial<Observation> = {}) =>
  observation({ id: year, period: period(year), quantity: quantity(value), ...given })
const pace = (goal: Observation, ...results: readonly Observation[]) =>
  paceOf(progressOf(goal, results, indicator()), results)
const level = (goal: Observation, ...results: readonly Observation[]) => {
  const found = pace(goal, ...results)
  if (found?.kind !== 'level') throw new Error(`expected the pace of a level, got ${found?.kind}`)
  return found
}

describe('the pace of a level by a deadline', () => {
  it('is what growth a year is needed, and what there was', () => {
    const found = level(target(121), figure('2021', 80), figure('2023', 100))
    expect(found.needed).toBeCloseTo(0.1, 3)
    expect(found.achieved).toBeCloseTo(Math.sqrt(100 / 80) - 1, 3)
    expect(found.since?.id).toBe('2021')
    expect(found.years).toBeCloseTo(2, 1)
  })

  it('meets the target when kept up', () => {
    const amounts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 9 }),
    )
    fc.assert(
      fc.property(amounts, ([reached, more, years]) => {
        const found = level(
          target(reached + more, { period: period(null, String(2020 + years)) }),
          figure('2020', reached),
        )
        expect(reached * (1 + found.needed) ** found.years).toBeCloseTo(reached + more, 4)
      }),
    )
  })

  it('is in points a year for rates', () => {
    const percent = (value: number) => quantity(value, 'exact', { ...PERCENT, measure: 'percent', factor: 1 })
    const found = level(
      target(0, { quantity: percent(10) }),
      figure('2020', 0, { quantity: percent(4) }),
      figure('2023', 0, { quantity: percent(7) }),
    )
    expect(found.compound).toBe(false)
    expect(found.needed).toBeCloseTo(1.5, 2)
    expect(found.achieved).toBeCloseTo(1, 2)
  })

  it('looks back five years and not further', () => {
    expect(level(target(200), figure('2010', 1), figure('2018', 90), figure('2023', 100)).since?.id).toBe('2018')
    expect(level(target(200), figure('2010', 1), figure('2023', 100)).achieved).toBeNull()
  })

  it('starts from the earliest figure that has one value', () => {
    const bounded = figure('2019', 70, { quantity: quantity(70, 'at_least') })
    expect(level(target(200), bounded, figure('2021', 80), figure('2023', 100)).since?.id).toBe('2021')
  })

  it.each([
    ['another scope', { scope: 'x' }],
    ['another place', { place: 'b' }],
    ['a half-year', { period: period('2021-01', '2021-06') }],
    ['an open bound', { quantity: quantity(80, 'at_least') }],
    ['a target', { role: 'target' as const }],
    ['another role', { role: 'project' as const }],
  ])('does not start from %s', (_, given) => {
    expect(level(target(200), figure('2021', 80, given), figure('2023', 100)).achieved).toBeNull()
  })

  it('is not told of a bounded result, of a cap, or of what is met, missed or not reported', () => {
    expect(pace(target(200), figure('2023', 100, { quantity: quantity(100, 'at_most') }))).toBeNull()
    expect(pace(target(200, { quantity: quantity(200, 'at_most') }), figure('2023', 100))).toBeNull()
    expect(pace(target(100), figure('2023', 100))).toBeNull()
    expect(pace(target(200), figure('2025', 100))).toBeNull()
    expect(pace(target(200))).toBeNull()
  })
})

describe('the pace of a total over a span', () => {
  const plan = target(100, { period: period('2021', '2025') })
  const sofar = (end: string) => observation({ id: 'r', period: period('2021', end), quantity: quantity(48) })

  it('is the time passed beside the share done', () => {
    const found = pace(plan, sofar('2023'))
    expect(found).toMatchObject({ kind: 'total', share: { low: 0.48, high: 0.48 } })
    expect(found?.kind === 'total' && found.elapsed).toBeCloseTo(0.6, 2)
  })

  it('is never more than all of the time', () => {
    const ends = fc.constantFrom('2021', '2022-05', '2023-11-03', '2024', '2025-12-30')
    fc.assert(
      fc.property(ends, (end) => {
        const found = pace(plan, sofar(end))
        expect(found?.kind === 'total' && found.elapsed > 0 && found.elapsed <= 1).toBe(true)
      }),
    )
  })

  it('is not told of a rate: averages do not add up', () => {
    const rate = quantity(6, 'exact', { ...PERCENT, measure: 'percent' })
    const goal = target(6, { period: period('2021', '2025'), quantity: rate })
    const result = observation({ period: period('2021', '2023'), quantity: { ...rate, value: 5 } })
    expect(paceOf(progressOf(goal, [result], indicator({ measure: 'percent' })), [result])).toBeNull()
  })
})
