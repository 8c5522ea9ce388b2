import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, period, periods, quantities, quantity } from '../../tests/fixtures.ts'
import { basisOf } from './basis.ts'
import { historiesOf } from './history.ts'
import type { Observation } from './observation.ts'
import { anchorYear, overlaps } from './period.ts'
import { seriesKey } from './series.ts'

const published = () => ''
const rows = (...given: Partial<Observation>[]) => given.map((row, i) => observation({ id: `o-${i}`, ...row }))
const only = (...given: Partial<Observation>[]) => {
  const [history, more] = historiesOf(rows(...given), published)
  if (history === undefined || more !== undefined) throw new Error('expected one series')
  return history
}
const years = (...of: readonly string[]) => of.map((year) => ({ period: period(year) }))
const ids = (list: readonly { readonly observation: Observation }[]) => list.map(({ observation: o }) => o.id)

/** Figures of a few series whose periods collide often. */
const figures = fc
  .array(
    fc.record({
      place: fc.constantFrom('a', 'b'),
      scope: fc.constantFrom('', 'x'),
      role: fc.constantFrom('actual' as const, 'project' as const),
      event: fc.constantFrom('', '', 'e'),
      quantity: quantities,
      period: fc.oneof(
        periods,
        fc.constantFrom(period('2020'), period('2021'), period('2021-01', '2021-06'), period('2022')),
      ),
    }),
    { maxLength: 14 },
  )
  .map((given) => rows(...given))

describe('histories', () => {
  it('keep series apart', () => {
    const of = rows(
      {},
      { scope: 'x' },
      { place: 'b' },
      { role: 'project' },
      { indicator: 'other' },
      { period: period('2021') },
    )
    expect(historiesOf(of, published).map((h) => h.points.length)).toEqual([2, 1, 1, 1, 1])
  })

  it('hold every figure exactly once: as a point, a span, undated, or beside one that says otherwise', () => {
    fc.assert(
      fc.property(figures, (of) => {
        for (const history of historiesOf(of, published)) {
          const shown = [...history.points, ...history.spans].reduce((sum, { among }) => sum + among, 0)
          const own = of.filter((o) => seriesKey(o) === seriesKey(history))
          expect(shown + history.undated.length).toBe(own.length)
        }
      }),
    )
  })

  it('never join what shares a day, stands more than a year apart, or is no year', () => {
    fc.assert(
      fc.property(figures, (of) => {
        for (const { points, joins } of historiesOf(of, published)) {
          for (const [i, j] of joins) {
            const [a, b] = [points[i]?.observation, points[j]?.observation]
            if (a === undefined || b === undefined) throw new Error('a join without its points')
            const ends = [a, b].map((o) => ({ ...o.period, start: o.period.start ?? o.period.end }))
            expect(overlaps(ends[0] ?? a.period, ends[1] ?? b.period)).toBe(false)
            expect((anchorYear(b.period) ?? 0) - (anchorYear(a.period) ?? 0)).toBe(1)
            expect([basisOf(a), basisOf(b)]).toEqual(['year', 'year'])
          }
        }
      }),
    )
  })

  it('do not depend on the order of rows', () => {
    const twice = figures.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })))
    fc.assert(
      fc.property(twice, ([a, b]) => {
        const sorted = (of: readonly Observation[]) =>
          [...historiesOf(of, published)]
            .map(({ undated, points, spans, ...rest }) => ({
              ...rest,
              points: ids(points),
              spans: ids(spans),
              undated: undated.map((o) => o.id).sort(),
            }))
            .sort((x, y) => (seriesKey(x) < seriesKey(y) ? -1 : 1))
        expect(sorted(a)).toEqual(sorted(b))
      }),
    )
  })
})

describe('a line', () => {
  it('joins years that follow each other, and leaves gaps', () => {
    expect(only(...years('2018', '2019', '2022', '2021')).joins).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('joins states as at a date: a census and the year after', () => {
    expect(only({ period: period('2020-11-01') }, { period: period('2021') }).joins).toEqual([[0, 1]])
    expect(only({ period: period(null, '2020') }, { period: period(null, '2021') }).joins).toEqual([[0, 1]])
  })

  it('does not join a census with the year it falls in', () => {
    expect(only({ period: period('2020-11-01') }, { period: period('2020') }).joins).toEqual([])
  })

  it('joins no ceremonies', () => {
    const signing = (day: string) => ({ role: 'project' as const, event: day, period: period(day) })
    expect(only(signing('2021-04-07'), signing('2022-06-16')).joins).toEqual([])
  })
})

describe('spans', () => {
  it('are totals over years or months, never points', () => {
    const { points, spans } = only(
      { period: period('2020', '2022') },
      { period: period('2021-01', '2021-06') },
      { period: period('2021') },
    )
    expect([ids(points), ids(spans)]).toEqual([['o-2'], ['o-1', 'o-0']])
  })
})

describe('sources that disagree', () => {
  it('are one point, with the other figure beside it', () => {
    const { points } = only({ quantity: quantity(25) }, { quantity: quantity(26), certainty: 'paraphrased' })
    expect(points).toMatchObject([{ observation: { id: 'o-0' }, conflicts: [{ id: 'o-1' }], by: 'certainty' }])
  })

  it('are two points where the occasions differ', () => {
    expect(only({ event: 'x' }, { event: 'y' }).points).toHaveLength(2)
  })
})
