import { describe, expect, it } from 'vitest'
import { indicator, observation, period, quantity } from '../../tests/fixtures.ts'
import type { Observation } from './observation.ts'
import { progressOf } from './progress.ts'
import { bestByPlace } from './standing.ts'

const target = (id: string, end: string, given: Partial<Observation> = {}) =>
  observation({ id, role: 'target', period: period(null, end), quantity: quantity(9), ...given })
const best = (targets: readonly Observation[], ...results: readonly Observation[]) =>
  bestByPlace(targets.map((t) => progressOf(t, results, indicator()))).map((p) => p.target.id)

describe('the target that stands for a place', () => {
  const reported = observation({ id: 'r', period: period('2020') })

  it('is one that something is reported of', () => {
    const plan = target('later', '2026', { period: period('2026') })
    expect(best([plan, target('old', '2020')], reported)).toEqual(['old'])
  })

  it('is the one with the latest deadline, else with the smaller id', () => {
    expect(best([target('a', '2020'), target('b', '2025')], reported)).toEqual(['b'])
    expect(best([target('b', '2025'), target('a', '2025')])).toEqual(['a'])
  })

  it('is one for each place and scope', () => {
    const all = [target('1', '2025'), target('2', '2025', { place: 'b' }), target('3', '2025', { scope: 'x' })]
    expect(best(all)).toEqual(['1', '2', '3'])
  })
})
