import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GE, observation, period, quantity, range } from '../../tests/fixtures.ts'
import { cumulative } from './cumulative.ts'
import { historiesOf } from './history.ts'
import type { Observation } from './observation.ts'

const signing = (day: string, given: Partial<Observation> = {}): Observation =>
  observation({
    id: day,
    role: 'project',
    event: day,
    period: period(day),
    quantity: quantity(10, 'exact', GE),
    ...given,
  })
const steps = (...of: readonly Observation[]) => {
  const [history] = historiesOf(of, () => '')
  return history === undefined ? null : cumulative(history)
}

describe('cumulative', () => {
  it('adds up occasions in the order of time', () => {
    expect(
      steps(signing('2022-06-16', { quantity: quantity(5, 'exact', GE) }), signing('2021-04-07'))?.map((s) => s.total),
    ).toEqual([10, 15])
  })

  it('ends at the sum and never falls', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(counts, (of) => {
        const all = steps(...of.map((n, i) => signing(`202${i}-01-01`, { quantity: quantity(n, 'exact', GE) }))) ?? []
        expect(all.at(-1)?.total).toBe(of.reduce((a, b) => a + b, 0))
        expect(all.every((step, i) => step.total >= (all[i - 1]?.total ?? 0))).toBe(true)
      }),
    )
  })

  it('carries the weakest bound on', () => {
    const bounds = steps(
      signing('2020-01-01'),
      signing('2021-01-01', { quantity: quantity(10, 'approx', GE) }),
      signing('2022-01-01', { quantity: quantity(10, 'at_least', GE) }),
      signing('2023-01-01'),
    )?.map((s) => s.bound)
    expect(bounds).toEqual(['exact', 'approx', 'at_least', 'at_least'])
  })

  it.each([
    ['a total over several years', signing('x', { event: '', period: period('2020', '2022') })],
    ['a half-year', signing('x', { event: '', period: period('2022-01', '2022-06') })],
    ['a figure without a date', signing('x', { event: '', period: period(null) })],
    ['a year that holds one of the occasions', signing('x', { event: '', period: period('2021') })],
    ['a year among occasions', signing('x', { event: '', period: period('2019') })],
    ['a figure open downwards', signing('2023-01-01', { quantity: quantity(9, 'at_most', GE) })],
    ['a range', signing('2023-01-01', { quantity: range(9, 11, GE) })],
    [
      'sources that disagree',
      signing('x', { event: '2021-04-07', period: period('2021-04-07'), quantity: quantity(11, 'exact', GE) }),
    ],
  ])('is refused by %s', (_, other) => {
    expect(steps(signing('2021-04-07'), signing('2022-06-16'), other)).toBeNull()
  })

  it('is refused for one figure alone, and for what is no project', () => {
    expect(steps(signing('2021-04-07'))).toBeNull()
    expect(steps(observation({ id: 'a' }), observation({ id: 'b', period: period('2021') }))).toBeNull()
  })
})
