import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, period, periods, quantities, quantity, range } from '../../tests/fixtures.ts'
import { CERTAINTIES, type Observation } from './observation.ts'
import { endDay, periodKind } from './period.ts'
import { choose, chooseByPlace, comparableScope } from './series.ts'

const published = (source: string) => ({ old: '2019', new: '2021' })[source] ?? ''
const pick = (...series: Partial<Observation>[]) =>
  choose(
    series.map((given, i) => observation({ id: `o-${i}`, ...given })),
    null,
    published,
  )

/** A series whose rows differ in everything that may differ. */
const series = fc
  .array(
    fc.record({
      period: fc.oneof(periods, fc.constant(period('2020')), fc.constant(period(null))),
      quantity: quantities,
      certainty: fc.constantFrom(...CERTAINTIES),
      sources: fc.constantFrom(['old'], ['new'], ['none']),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => rows.map((row, i) => observation({ ...row, id: `o-${i}` })))

describe('choose', () => {
  it('does not depend on the order of rows', () => {
    const twice = series.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })))
    fc.assert(
      fc.property(twice, ([a, b]) => {
        expect(choose(a, null, published)).toEqual(choose(b, null, published))
      }),
    )
  })

  it('takes a figure that no other ends after', () => {
    fc.assert(
      fc.property(series, (of) => {
        const last = endDay(choose(of, null, published)?.observation.period ?? period(null))
        expect(of.every((o) => endDay(o.period) <= last)).toBe(true)
      }),
    )
  })

  it('counts all it chose from', () => {
    fc.assert(
      fc.property(series, (of) => {
        expect(choose(of, null, published)?.among === of.length).toBe(true)
      }),
    )
  })

  it('takes a figure of unknown period only where there is no other', () => {
    fc.assert(
      fc.property(series, (of) => {
        const unknown = (o: Observation | undefined) => o !== undefined && periodKind(o.period) === 'unknown'
        expect(unknown(choose(of, null, published)?.observation)).toBe(of.every(unknown))
      }),
    )
  })

  it('prefers the better certainty, then the later source, then the smaller id', () => {
    expect(pick({ certainty: 'paraphrased' }, { certainty: 'stated' })?.observation.id).toBe('o-1')
    expect(pick({ sources: ['old'] }, { sources: ['old', 'new'] })?.observation.id).toBe('o-1')
    expect(pick({ id: 'b' }, { id: 'a' })?.observation.id).toBe('a')
  })

  it('is nothing of no rows, or where the filter leaves none', () => {
    expect(pick()).toBeNull()
    expect(choose([observation()], { from: 2021, to: 2025 }, published)).toBeNull()
    expect(choose([observation({ period: period(null) })], { from: 0, to: 9999 }, published)).toBeNull()
  })
})

describe('conflicts', () => {
  const conflicts = (...rows: Partial<Observation>[]) =>
    pick({ quantity: quantity(5) }, ...rows)?.conflicts.map((o) => o.id)

  it('are other figures of the same period', () => {
    expect(conflicts({ quantity: quantity(6) }, { quantity: range(5, 6) })).toEqual(['o-1', 'o-2'])
  })

  it('are not what states the same', () => {
    expect(conflicts({ quantity: quantity(5) })).toEqual([])
  })

  it('are not figures of another period or occasion', () => {
    expect(conflicts({ quantity: quantity(6), period: period('2019') })).toEqual([])
    expect(conflicts({ quantity: quantity(6), event: 'fair' })).toEqual([])
  })

  it('are not figures of unknown periods: those may be different ones', () => {
    const unknown = period(null)
    expect(
      pick({ quantity: quantity(5), period: unknown }, { quantity: quantity(6), period: unknown })?.conflicts,
    ).toEqual([])
  })
})

describe('comparableScope', () => {
  const scopeOf = (...rows: Partial<Observation>[]) => comparableScope(rows.map(observation), 'actual', null)

  it('is the whole if any place has it', () => {
    expect(scopeOf({ scope: 'x', place: 'a' }, { scope: 'x', place: 'b' }, { scope: '', place: 'c' })).toBe('')
  })

  it('is else the one with the most places, not the most figures', () => {
    expect(scopeOf({ scope: 'x' }, { scope: 'x' }, { scope: 'x' }, { scope: 'y' }, { scope: 'y', place: 'b' })).toBe(
      'y',
    )
  })

  it('is the first by id among equals', () => {
    expect(scopeOf({ scope: 'y' }, { scope: 'x' })).toBe('x')
  })

  it('is null where nothing is on record', () => {
    expect(scopeOf()).toBeNull()
    expect(scopeOf({ role: 'target' })).toBeNull()
  })
})

const WHOLE_YEARS = { role: 'actual', scope: '', basis: 'year' } as const

describe('chooseByPlace', () => {
  it('has one figure a place, of the role and scope alone', () => {
    const rows = [
      { id: 'a', place: 'a' },
      { id: 'b', place: 'b' },
      { id: 'role', place: 'c', role: 'target' as const },
      { id: 'scope', place: 'd', scope: 'x' },
      { id: 'half', place: 'e', period: period('2020-01', '2020-06') },
    ].map(observation)
    const chosen = chooseByPlace(rows, WHOLE_YEARS, null, published)
    expect([...chosen].map(([place, { observation: o }]) => [place, o.id])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ])
  })

  it('lets a figure without a period stand in where a place has no other, and no time is asked for', () => {
    const rows = [
      { id: 'undated', place: 'a', period: period(null) },
      { id: 'dated', place: 'b' },
      { id: 'beside', place: 'b', period: period(null) },
      { id: 'half', place: 'c', period: period('2020-01', '2020-06') },
    ].map(observation)
    const ids = (years: { from: number; to: number } | null) =>
      [...chooseByPlace(rows, WHOLE_YEARS, years, published).values()].map(({ observation: o }) => o.id)
    expect(ids(null)).toEqual(['undated', 'dated'])
    expect(ids({ from: 2020, to: 2020 })).toEqual(['dated'])
  })

  it('leaves a place out that has nothing in the chosen years', () => {
    expect(chooseByPlace([observation()], WHOLE_YEARS, { from: 1990, to: 1991 }, published).size).toBe(0)
  })
})
