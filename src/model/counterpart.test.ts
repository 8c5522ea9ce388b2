import { describe, expect, it } from 'vitest'
import { indicator, observation, period, quantity } from '../../tests/fixtures.ts'
import { comparisonOf } from './counterpart.ts'
import type { Observation } from './observation.ts'

const target = (id: string, end: string, given: Partial<Observation> = {}) =>
  observation({ id, role: 'target', period: period(null, end), quantity: quantity(9), ...given })
const result = observation({ id: 'r', period: period('2020'), quantity: quantity(8) })
const compare = (figure: Observation, ...all: readonly Observation[]) => comparisonOf(figure, all, indicator(), {})

describe('the comparison that a figure stands in', () => {
  it('is a target with what was reached of it', () => {
    const goal = target('t', '2020')
    expect(compare(goal, goal, result)).toMatchObject({ target: goal, actual: result })
    expect(compare(goal, goal)).toMatchObject({ target: goal, actual: null, state: 'not-reported' })
  })

  it('is a result with the target that it answers', () => {
    const goal = target('t', '2020')
    expect(compare(result, result, goal)).toMatchObject({ target: goal, actual: result })
  })

  it('is none for a result that answers no target, or not as well as another does', () => {
    expect(compare(result, result)).toBeNull()
    expect(compare(result, result, target('t', '2019'))).toBeNull()
    expect(compare(result, result, target('t', '2020', { place: 'b' }))).toBeNull()
    expect(compare(result, result, target('t', '2020', { scope: 'x' }))).toBeNull()
    const later = observation({ id: 'l', period: period('2021'), quantity: quantity(8) })
    expect(compare(result, result, later, target('t', '2021'))).toBeNull()
  })

  it('is with the latest deadline of several targets that one result answers', () => {
    const targets = [target('a', '2020'), target('b', '2025')]
    expect(compare(result, result, ...targets)?.target.id).toBe('b')
  })
})
