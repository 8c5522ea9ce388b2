import { describe, expect, it } from 'vitest'
import { indicator, observation, PERCENT, period, quantity, range, USD, WAN } from '../../tests/fixtures.ts'
import type { Indicator, Observation } from './observation.ts'
import { progressOf } from './progress.ts'
import type { Quantity } from './quantity.ts'

const target = (of: Quantity, given: Partial<Observation> = {}) =>
  observation({ id: 't', role: 'target', period: period(null, '2025'), quantity: of, ...given })
/** Of the target's last year, but for what is given: what falls short by then fell short. */
const actual = (of: Quantity, given: Partial<Observation> = {}) =>
  observation({ id: 'a', quantity: of, period: period('2025'), ...given })
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
    ['is a target itself', { role: 'target' }],
    ['is for a half-year', { period: period('2024-01', '2024-06') }],
    ['is a total of several years', { period: period('2021', '2024') }],
  ] as const)('is none that %s', (_, given) => {
    expect(chosen({}, given)).toMatchObject({ actual: null, state: 'not-reported', share: null })
  })

  it('is none where the target has no end', () => {
    expect(chosen({ period: period('2020', null) }, { period: period('2020-01-01') }).state).toBe('not-reported')
    expect(chosen({ period: period(null) }, {}).state).toBe('not-reported')
  })

  it.each(['investment', 'project'] as const)('may be of role %s: what was put in or signed answers too', (role) => {
    expect(chosen({}, { role }).actual).not.toBeNull()
  })

  it('covers the span of a target from its first day on, for totals and averages are not told by single years', () => {
    const span = { period: period('2021', '2025') }
    expect(chosen(span, { period: period('2020') }).actual).toBeNull()
    expect(chosen(span, { period: period('2016', '2022') }).actual).toBeNull()
    expect(chosen(span, { period: period('2022') }).actual).toBeNull()
    expect(chosen(span, { period: period('2021', '2022') }).actual).not.toBeNull()
    expect(chosen(span, { period: period('2021', '2025') }).actual).not.toBeNull()
  })

  it('is a state as at a date inside the span of a target that has one', () => {
    const span = { period: period('2021', '2025') }
    expect(chosen(span, { period: period(null, '2022-06') }).actual).not.toBeNull()
    expect(chosen(span, { period: period(null, '2020-06') }).actual).toBeNull()
  })

  it('may be the first half of the year that a plan is for', () => {
    const plan = { period: period('2025') }
    expect(chosen(plan, { period: period('2025-01', '2025-06') }).actual).not.toBeNull()
    expect(chosen(plan, { period: period('2025-07', '2025-12') }).actual).toBeNull()
    expect(chosen(plan, { period: period('2024') }).actual).toBeNull()
  })

  it('is one of the very period of the target before one of its last year', () => {
    const whole = { id: 'z', period: period('2021-01', '2025-12') }
    expect(
      chosen({ period: period('2021', '2025') }, { id: 'b', period: period('2021', '2025-12-30') }, whole).actual?.id,
    ).toBe('z')
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

describe('a target that still runs', () => {
  const early = (goal: Partial<Observation>, reached: Quantity, given: Partial<Observation> = {}, measure = 'cny') =>
    progressOf(
      target(exact(100), goal),
      [actual(reached, { period: period('2023'), ...given })],
      indicator({ measure }),
    ).state

  it('is under way while it is not met', () => {
    expect(early({}, exact(90))).toBe('running')
  })

  it('is reached once a level is passed', () => {
    expect(early({}, exact(100))).toBe('reached')
    expect(early({ period: period('2021', '2025') }, exact(100), { period: period('2021', '2023') })).toBe('reached')
  })

  it('is under way while a rate over its span is met but not to the end', () => {
    const rate = (value: number) => quantity(value, 'exact', { ...PERCENT, measure: 'percent' })
    const state = (end: string) =>
      progressOf(
        target(rate(5), { period: period('2025') }),
        [actual(rate(5.1), { period: period('2025-01', end) })],
        indicator({ measure: 'percent' }),
      ).state
    expect(state('2025-06')).toBe('running')
    expect(state('2025-12')).toBe('reached')
  })

  it('is under way while little is asked of it and little was so far', () => {
    expect(progressOf(target(at_most(100)), [actual(exact(90), { period: period('2023') })], indicator()).state).toBe(
      'running',
    )
  })

  it('has lapsed once its end has passed without a final result', () => {
    const state = (asOf: string, reached: number) =>
      progressOf(target(exact(100)), [actual(exact(reached), { period: period('2023') })], indicator(), { asOf }).state
    expect([state('2025-12', 90), state('2026-01', 90), state('2026', 90)]).toEqual(['running', 'lapsed', 'lapsed'])
    expect([state('2025-12-31', 90), state('2025', 90)]).toEqual(['running', 'running'])
    expect(state('2026-01', 100)).toBe('reached')
  })

  it('ends with the last year it names', () => {
    expect(early({}, exact(90), { period: period('2025-06-30') })).toBe('below')
    expect(early({ period: period(null, '2025-12') }, exact(90), { period: period('2025-06-30') })).toBe('running')
  })
})

describe('sources that disagree', () => {
  it('are chosen between by who published last', () => {
    const published = (id: string) => ({ old: '2024', new: '2025' })[id] ?? ''
    const figures = [actual(exact(1), { id: 'a', sources: ['old'] }), actual(exact(2), { id: 'b', sources: ['new'] })]
    expect(progressOf(target(exact(10)), figures, indicator(), { published }).actual?.id).toBe('b')
  })
})
