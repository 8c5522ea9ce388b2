import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  catalog,
  indicator,
  observation,
  period,
  periods,
  PERCENT,
  place,
  quantities,
  quantity,
  source,
  text,
  USD,
  WAN,
} from '../../tests/fixtures.ts'
import { CERTAINTIES, ROLES, type Observation } from './observation.ts'
import {
  comparisons,
  FILTERS,
  isActive,
  NO_FILTER,
  ranksBySize,
  rowMaker,
  SORTS,
  survey,
  usualOrder,
  without,
  type FigureFilter,
} from './table.ts'

const CATALOG = catalog({
  places: [place('city', 'city'), place('a'), place('b'), place('c')],
  themes: [
    { id: 'economy', name: text('经济', 'Economy') },
    { id: 'life', name: text('生活', 'Life') },
  ],
  indicators: [
    indicator(),
    indicator({ id: 'jobs', name: text('就业', 'Jobs'), theme: 'life' }),
    indicator({ id: 'green', name: text('绿地', 'Green space'), theme: 'life' }),
  ],
  scopes: [{ id: 'foreign', name: text('外资', 'Foreign only') }],
  sources: [source('s-1', { publisher: 'Bureau' }), source('s-2', { publisher: 'Paper', title: '日报' })],
})

const make = rowMaker(CATALOG)

const figures: fc.Arbitrary<Observation> = fc
  .record({
    place: fc.constantFrom('city', 'a', 'b', 'c', 'unheard-of'),
    indicator: fc.constantFrom('gdp', 'jobs', 'green', 'unheard-of'),
    scope: fc.constantFrom('', 'foreign'),
    role: fc.constantFrom(...ROLES),
    certainty: fc.constantFrom(...CERTAINTIES),
    sources: fc.constantFrom(['s-1'], ['s-2'], ['s-1', 's-2'], ['unheard-of']),
    period: periods,
    quantity: quantities,
  })
  .map(observation)

const rowLists = fc
  .array(figures, { maxLength: 40 })
  .map((list) => list.map((o, index) => make({ ...o, id: `o-${index}` })))

const subsets = <T>(values: readonly T[]) => fc.oneof(fc.constant([]), fc.subarray([...values], { minLength: 1 }))
const years = fc.option(fc.integer({ min: 1900, max: 2100 }))

const filters: fc.Arbitrary<FigureFilter> = fc.record({
  roles: subsets(ROLES),
  themes: subsets(['economy', 'life', '']),
  places: subsets(['city', 'a', 'b']),
  indicators: subsets(['gdp', 'jobs']),
  certainties: subsets(CERTAINTIES),
  publishers: subsets(['Bureau', 'Paper', '']),
  period: fc.record({ from: years, to: years, undated: fc.boolean() }),
  text: fc.constantFrom('', '  ', 'jobs', '经济', 'district A', 'nothing has this'),
})

describe('a filter', () => {
  it('of nothing keeps everything', () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        expect(survey(rows, NO_FILTER).rows).toEqual(rows)
      }),
    )
  })

  it('keeps rows in their order, invents none, and asked twice keeps the same', () => {
    fc.assert(
      fc.property(rowLists, filters, (rows, filter) => {
        const { rows: kept } = survey(rows, filter)
        expect(rows.filter((row) => kept.includes(row))).toEqual(kept)
        expect(survey(kept, filter).rows).toEqual(kept)
      }),
    )
  })

  it('says of each part what dropping it brings back', () => {
    fc.assert(
      fc.property(rowLists, filters, (rows, filter) => {
        const { rows: kept, kept: held } = survey(rows, filter)
        expect(FILTERS.filter((name) => held[name] > 0 && !isActive(filter, name))).toEqual([])
        for (const name of FILTERS) {
          expect(survey(rows, without(filter, name)).rows.length).toBe(kept.length + held[name])
        }
      }),
    )
  })

  it('counts for each value what it alone would leave', () => {
    fc.assert(
      fc.property(rowLists, filters, fc.constantFrom('a', 'b', 'c'), (rows, filter, code) => {
        const alone = survey(rows, { ...filter, places: [code] }).rows.length
        expect(survey(rows, filter).counts.places.get(code) ?? 0).toBe(alone)
      }),
    )
  })

  it('asks for words in any name, in either language, every word of it', () => {
    const rows = [make(observation({ id: 'o-1', indicator: 'jobs', scope: 'foreign', sources: ['s-2'] }))]
    const finds = (words: string) => survey(rows, { ...NO_FILTER, text: words }).rows.length === 1
    const asked = ['JOBS', '就业', '外资', 'foreign jobs', '日报', 'paper', 'life a区', 'jobs green']
    expect(asked.filter((words) => !finds(words))).toEqual(['jobs green'])
  })

  it('of years leaves out what states no period, which has a filter of its own', () => {
    const rows = [
      make(observation({ id: 'dated', period: period('2018', '2020') })),
      make(observation({ id: 'undated', period: period(null) })),
    ]
    const left = (part: Partial<FigureFilter['period']>) =>
      survey(rows, { ...NO_FILTER, period: { ...NO_FILTER.period, ...part } }).rows.map((row) => row.id)
    expect(left({ from: 2020 })).toEqual(['dated'])
    expect(left({ to: 2019 })).toEqual([])
    expect(left({ undated: true })).toEqual(['undated'])
  })
})

describe('an order', () => {
  it('of any kind is one: both ways round, and without circles', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const compare = comparisons(CATALOG, language)
      fc.assert(
        fc.property(figures, figures, figures, fc.constantFrom(...SORTS), (a, b, c, name) => {
          const sign = (x: Observation, y: Observation) => Math.sign(compare[name](x, y))
          expect(sign(a, b)).toBe(0 - sign(b, a))
          const isCircle = sign(a, b) <= 0 && sign(b, c) <= 0 && sign(a, c) > 0
          expect(isCircle).toBe(false)
        }),
      )
    }
  })

  it('and a filter may come in either order', () => {
    const compare = comparisons(CATALOG, 'en')
    fc.assert(
      fc.property(rowLists, filters, fc.constantFrom(...SORTS), (rows, filter, name) => {
        const sort = (list: typeof rows) => [...list].sort((a, b) => compare[name](a.observation, b.observation))
        expect(sort([...survey(rows, filter).rows])).toEqual(survey(sort(rows), filter).rows)
      }),
    )
  })

  it('by value converts units, and never compares yuan with dollars or shares', () => {
    const { value } = comparisons(CATALOG, 'en')
    const of = (...given: Parameters<typeof quantity>) => observation({ quantity: quantity(...given) })
    expect(value(of(2, 'exact'), of(30_000, 'exact', WAN))).toBeLessThan(0)
    expect(value(of(1, 'exact'), of(10_000, 'exact', WAN))).toBe(0)
    // However large the yuan: they come first, because the catalog has them first.
    expect(value(of(1e9, 'exact'), of(1, 'exact', USD))).toBeLessThan(0)
    expect(value(of(1e9, 'exact'), of(1, 'exact', PERCENT))).toBeLessThan(0)
    expect(value(of(4, 'at_most'), of(4))).toBeLessThan(0)
    expect(value(of(4, 'at_least'), of(4))).toBeGreaterThan(0)
  })

  it('by period goes by the day it ends; unknown ones come before all', () => {
    const { period: compare } = comparisons(CATALOG, 'en')
    const sorted = [period('2020'), period('2019', '2020-03'), period(null), period(null, '2025'), period('2021', null)]
      .map((given) => observation({ period: given }))
      .sort(compare)
    expect(sorted.map((o) => [o.period.start, o.period.end])).toEqual([
      [null, null],
      ['2019', '2020-03'],
      ['2020', '2020'],
      ['2021', null],
      [null, '2025'],
    ])
  })

  it('by name follows the language', () => {
    const places = [
      place('x', 'zone', { name: text('徐汇', 'Alpha') }),
      place('y', 'zone', { name: text('青浦', 'Beta') }),
    ]
    const [x, y] = [observation({ place: 'x' }), observation({ place: 'y' })]
    expect(comparisons(catalog({ places }), 'en').place(x, y)).toBeLessThan(0)
    expect(comparisons(catalog({ places }), 'zh-CN').place(x, y)).toBeGreaterThan(0)
  })

  it('that nobody asked for is the catalog’s, the latest first', () => {
    const rows = [
      observation({ id: 'b', place: 'b' }),
      observation({ id: 'old', place: 'a', period: period('2019') }),
      observation({ id: 'new', place: 'a', period: period('2021') }),
      observation({ id: 'jobs', place: 'a', indicator: 'jobs', period: period('2022') }),
    ].map(make)
    expect(rows.sort(usualOrder(CATALOG)).map((row) => row.id)).toEqual(['new', 'old', 'jobs', 'b'])
  })
})

describe('ranks', () => {
  it('are shared by equal ones, and the next counts them all; nothing on record has none', () => {
    expect(ranksBySize([3, null, 7, 3, 1])).toEqual([2, null, 1, 2, 4])
  })
})
