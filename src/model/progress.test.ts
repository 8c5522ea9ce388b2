import { describe, expect, it } from 'vitest'
import { indicator, observation, period, quantity, range, USD, WAN } from '../../tests/fixtures.ts'
import type { Indicator, Observation } from './observation.ts'
import { progressOf } from './progress.ts'
import type { Quantity } from './quantity.ts'

const target = (of: Quantity, given: Partial<Observation> = {}) =>
  observation({ id: 't', role: 'target', period: period(null, '2025'), quantity: of, ...given })
const actual = (of: Quantity, given: Partial<Observation> = {}) => observation({ id: 'a', quantity: of, ...given })
const compare = (goal: Quantity, reached: Quantity, better: Indicator['better'] = 'higher') =>
  progressOf(target(goal), [actual(reached)], indicator({ better }))

const at_least = (value: number) => quantity(value, 'at_least')
const at_most = (value: number) => quantity(value, 'at_most')
const approx = (value: number) => quantity(value, 'approx')
const exact = (value: number) => quantity(value)

describe('state, where more is better', () => {
  it.each([
    ['a lower bound beyond the target', at_least(4000), at_least(4300), 'reached'],
    ['a lower bound at the target', at_least(4000), at_least(4000), 'reached'],
    ['a lower bound short of the target', exact(320), at_least(300), 'open'],
    ['an upper bound short of the target', exact(120), at_most(100), 'below'],
    ['an upper bound beyond the target', exact(120), at_most(150), 'open'],
    ['an exact figure at the target', exact(5), exact(5), 'reached'],
    ['an exact figure short of the target', exact(5), exact(4.99), 'below'],
    ['about the target', exact(100), approx(101), 'open'],
    ['about a figure well beyond', exact(100), approx(103), 'reached'],
    ['about a figure well short', exact(100), approx(97), 'below'],
    ['about a figure a little short', exact(100), approx(99), 'open'],
    ['exactly what "about" asked for', approx(100), exact(100), 'reached'],
    ['a little short of "about"', approx(100), exact(99), 'open'],
    ['well short of "about"', approx(100), exact(97), 'below'],
    ['the low end of a range that was asked for', range(100, 120), exact(100), 'reached'],
    ['less than the range that was asked for', range(100, 120), exact(99), 'below'],
    ['a range around the target', exact(100), range(90, 110), 'open'],
    ['a range beyond the target', exact(100), range(100, 110), 'reached'],
    ['less of a negative target', exact(-5), exact(-3), 'reached'],
    ['the same money in another unit', exact(1.1), quantity(11_000, 'exact', WAN), 'reached'],
  ] as const)('%s', (_, goal, reached, state) => {
    expect(compare(goal, reached).state).toBe(state)
  })
})

describe('state, where less is better', () => {
  it.each([
    ['an exact figure at the target', exact(15), exact(15), 'reached'],
    ['more than the target', exact(15), exact(16), 'below'],
    ['an upper bound at the target', exact(15), at_most(15), 'reached'],
    ['a lower bound beyond the target', exact(15), at_least(16), 'below'],
    ['a lower bound at the target', exact(15), at_least(15), 'open'],
    ['the high end of a range that was asked for', range(10, 15), exact(15), 'reached'],
    ['about the target', exact(100), approx(99), 'open'],
  ] as const)('%s', (_, goal, reached, state) => {
    expect(compare(goal, reached, 'lower').state).toBe(state)
  })
})

describe('which direction meets a target', () => {
  it('is what its own bound says, whatever its indicator says', () => {
    expect(compare(at_most(100), exact(90), 'higher').state).toBe('reached')
    expect(compare(at_least(100), exact(90), 'lower').state).toBe('below')
  })

  it('is open where neither bound nor indicator says', () => {
    expect(compare(exact(100), exact(130), null).state).toBe('open')
    expect(compare(exact(100), exact(70), null).state).toBe('open')
  })

  it('does not matter for what was asked for exactly', () => {
    expect(compare(exact(100), exact(100), null).state).toBe('reached')
    expect(compare(range(90, 110), exact(100), null).state).toBe('reached')
  })
})

describe('share', () => {
  it.each([
    ['exact figures', exact(320), exact(240), { low: 0.75, high: 0.75 }],
    ['a lower bound', exact(320), at_least(300), { low: 0.9375, high: Infinity }],
    ['an upper bound', exact(120), at_most(90), { low: -Infinity, high: 0.75 }],
    ['a range reached', exact(100), range(80, 94), { low: 0.8, high: 0.94 }],
    ['a range asked for', range(100, 120), exact(90), { low: 0.9, high: 0.9 }],
  ] as const)('of %s is the interval they leave', (_, goal, reached, share) => {
    expect(compare(goal, reached).share).toEqual(share)
  })

  it.each([
    ['zero', exact(0), 'higher'],
    ['a negative target', exact(-5), 'higher'],
    ['less is better', exact(15), 'lower'],
    ['a cap', at_most(15), 'higher'],
  ] as const)('means nothing for %s', (_, goal, better) => {
    expect(compare(goal, exact(3), better).share).toBeNull()
  })
})

describe('the comparable actual', () => {
  const chosen = (goal: Partial<Observation>, ...actuals: Partial<Observation>[]) =>
    progressOf(
      target(exact(10), goal),
      actuals.map((given) => actual(exact(1), given)),
      indicator(),
    )

  it('ends closest to the deadline', () => {
    const years = ['2019', '2024', '2021'].map((year) => ({ id: year, period: period(year) }))
    expect(chosen({}, ...years).actual?.id).toBe('2024')
  })

  it.each([
    ['ends after the deadline', { period: period('2026') }],
    ['ends after the deadline by a day', { period: period('2025', '2026-01-01') }],
    ['is of unknown period', { period: period(null) }],
    ['has no end', { period: period('2016', null) }],
    ['is of another scope', { scope: 'foreign' }],
    ['is of another place', { place: 'b' }],
    ['is of another indicator', { indicator: 'other' }],
    ['is money in another currency', { quantity: quantity(1, 'exact', USD) }],
    ['is no actual', { role: 'investment' }],
  ] as const)('is none that %s', (_, given) => {
    expect(chosen({}, given)).toMatchObject({ actual: null, state: 'not-reported', share: null })
  })

  it('is none where the target has no end', () => {
    expect(chosen({ period: period('2020', null) }, { period: period('2020-01-01') }).state).toBe('not-reported')
    expect(chosen({ period: period(null) }, {}).state).toBe('not-reported')
  })

  it('lies inside the span of a target that has one', () => {
    const span = { period: period('2021', '2025') }
    expect(chosen(span, { period: period('2020') }).actual).toBeNull()
    expect(chosen(span, { period: period('2016', '2022') }).actual).toBeNull()
    expect(chosen(span, { period: period('2021', '2022') }).actual).not.toBeNull()
    expect(chosen(span, { period: period(null, '2022-06') }).actual).not.toBeNull()
  })

  it('is one of the very period of the target before one of its last year', () => {
    const whole = { id: 'z', period: period('2021-01', '2025-12') }
    expect(chosen({ period: period('2021', '2025') }, { id: 'b', period: period('2025') }, whole).actual?.id).toBe('z')
  })
})

describe('sources that disagree', () => {
  const two = (a: number, b: number) =>
    progressOf(target(exact(100)), [actual(exact(a), { id: 'a' }), actual(exact(b), { id: 'b' })], indicator())

  it('are both handed on', () => {
    expect(two(90, 110).conflicts.map((o) => o.id)).toEqual(['b'])
  })

  it('leave open what they settle differently', () => {
    expect(two(110, 90).state).toBe('open')
  })

  it('settle what both settle', () => {
    expect(two(110, 120).state).toBe('reached')
  })
})
