import { describe, expect, it } from 'vitest'
import {
  catalog,
  HOSTILE,
  indicator,
  observation,
  period,
  place,
  quantity,
  range,
  source,
  text,
  WAN,
} from '../../tests/fixtures.ts'
import type { Observation } from '../model/observation.ts'
import type { Catalog } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { RECORDS, type View } from '../model/view.ts'
import { compose, formatYears, type KnownParents } from './compose.ts'
import { read } from './reading.ts'

type Options = Partial<Pick<View, 'role' | 'indicator' | 'time' | 'places'>> & {
  pack?: Catalog
  language?: Language
  parents?: KnownParents
}

/** What the map says of these figures. */
function say(rows: Partial<Observation>[], { pack = catalog(), language = 'en', parents, ...given }: Options = {}) {
  const view = { role: 'actual', indicator: 'gdp', time: null, places: [], ...given } as const
  const observations = rows.map((row, i) => observation({ id: `o-${i}`, ...row }))
  return compose(pack, read(pack, observations, view), view, language, parents)
}
const plain = (of: string) => of.replaceAll('\u00A0', ' ')
const area = (of: ReturnType<typeof say>, code = 'a') => of.picture.areas.find((a) => a.code === code)
const lines = (of: ReturnType<typeof say>, code = 'a') => area(of, code)?.lines.map(plain)
const zone = place('z', 'zone', { parents: ['a', 'b'] })
const withZone = catalog({ places: [...catalog().places, zone] })

describe('a district', () => {
  it('says its figure, period and source', () => {
    const map = say([{ quantity: quantity(4000, 'at_least'), period: period(null, '2025') }])
    expect(area(map)).toMatchObject({ bound: 'at_least', conflict: false, classIndex: 2, short: 'District a' })
    expect(lines(map)).toEqual(['≥ CNY 400 bn', 'by 2025', 'Source: Title s-1'])
  })

  it('says both ends of a range', () => {
    const map = say([{ quantity: range(2, 3) }], { language: 'zh-CN' })
    expect([area(map)?.label, lines(map)?.[0]]).toEqual(['2–3', '2–3 亿元'])
  })

  it('without figures says so: a dash, no class, no zero', () => {
    expect(area(say([{ place: 'b' }]))).toMatchObject({
      label: '—',
      classIndex: null,
      bound: null,
      lines: ['No record'],
    })
  })

  it('says which of several figures was taken, and by which rule', () => {
    const line = (...rows: Partial<Observation>[]) => lines(say(rows))?.find((l) => l.includes('figures'))
    expect(line({ period: period('2019') }, { period: period('2020') })).toBe('Latest of 2 figures')
    expect(line({}, { quantity: quantity(2), certainty: 'converted' })).toBe('Of 2 figures the latest, best attested')
    expect(line({}, { quantity: quantity(2) })).toBe('2 figures of one period, equally sure: the first by id')
    expect(line({})).toBeUndefined()
  })

  it('says how sure the figure is, where it is not simply stated', () => {
    expect(lines(say([{ certainty: 'inferred-date' }]))).toContain('year inferred from context')
    expect(lines(say([{}]))).toHaveLength(3)
  })

  it('counts what is of another scope or kind of period', () => {
    const map = say([
      { place: 'a' },
      { place: 'b' },
      { place: 'a', scope: 'x' },
      { place: 'c', period: period('2020-01', '2020-06') },
    ])
    const aside = '1 figure of another scope or kind of period not compared here'
    expect(lines(map)).toContain(aside)
    expect(lines(map, 'c')).toEqual(['No record', aside])
    expect(lines(map, 'b')).not.toContain(aside)
  })

  describe('of a derived figure', () => {
    const share = { kind: 'share_of_city', numerator: 'gdp', denominator: 'gdp' } as const
    const pack = catalog({ indicators: [indicator(), indicator({ id: 'share', derivation: share })] })
    const told = (parents?: KnownParents) =>
      lines(
        say([{ indicator: 'share', parents: ['n', 'd'] }], { pack, indicator: 'share', ...(parents && { parents }) }),
      )
    const known = (...found: Observation[]) => ({
      ...{ found: new Map(found.map((o) => [o.id, o])), pending: false, error: null },
    })
    const above = observation({ id: 'n', quantity: quantity(4000) })
    const below = observation({ id: 'd', place: 'city', quantity: quantity(2) })

    it('names the two that it comes from, and their years where they differ', () => {
      const both = 'Derived: GDP CNY 400 bn (2020) ÷ District city GDP CNY 200 m (2020)'
      expect(told(known(above, below))).toContain(both)
      expect(told(known(above, below))).toHaveLength(4)
      expect(told(known(above, { ...below, period: period('2018') }))).toContain(
        'The two figures are of different years',
      )
    })

    it('names what they measure until they are there, and says where they are', () => {
      const names = 'Derived: GDP ÷ District city GDP'
      expect(told()).toEqual(['CNY 100 m', '2020', names, 'Source: Title s-1'])
      expect(told({ ...known(above), pending: true })).toEqual(
        expect.arrayContaining([names, 'Loading the two figures…']),
      )
      const lost = 'The two figures could not be loaded. Point at the place again to retry.'
      expect(told({ ...known(above), error: new Error('lost') })).toEqual(expect.arrayContaining([names, lost]))
    })
  })

  it('says that sources disagree', () => {
    const map = say([{ quantity: quantity(1) }, { quantity: quantity(2) }])
    expect(area(map)?.conflict).toBe(true)
    expect(lines(map)).toContain('1 other source states a different figure')
  })

  it('says of how many it is the latest', () => {
    expect(lines(say([{}, { period: period('2018') }]))).toContain('Latest of 2 figures')
  })

  it('carries its own unit where that is not the common one', () => {
    const map = say([{}, { place: 'b' }, { place: 'c', quantity: quantity(5, 'exact', WAN) }], { language: 'zh-CN' })
    expect(['a', 'c'].map((code) => plain(area(map, code)?.label ?? ''))).toEqual(['1', '5 万元'])
  })

  it('keeps its sign', () => {
    expect(area(say([{ quantity: quantity(-3) }], { language: 'zh-CN' }))?.label).toBe('-3')
  })

  it('is marked where it is selected', () => {
    const map = say([], { places: ['b'] })
    expect(map.picture.areas.map((a) => a.selected)).toEqual([false, true, false])
  })
})

describe('a zone', () => {
  it('is drawn as itself, and its district stays without', () => {
    const map = say([{ place: 'z', quantity: quantity(9) }], { pack: withZone })
    expect(map.picture.zones.map((z) => [z.code, z.share])).toEqual([['z', 1]])
    expect(map.picture.areas.every((a) => a.classIndex === null)).toBe(true)
    expect(map.subtitle).toBe('0 districts on record · 1 zone · 3 without a record · all time')
  })

  it('of a negative figure has the smallest circle', () => {
    expect(say([{ place: 'z', quantity: quantity(-9) }], { pack: withZone }).picture.zones[0]?.share).toBe(0)
  })

  it('without a point is counted but not drawn', () => {
    const pack = catalog({ places: [...catalog().places, { ...zone, point: null }] })
    const map = say([{ place: 'z' }], { pack })
    expect(map.picture.zones).toEqual([])
    expect(map.subtitle).toContain('1 zone')
  })
})

describe('the legend', () => {
  it('counts every district once', () => {
    const { legend } = say([{}, { place: 'b', quantity: quantity(3) }])
    expect(legend.classes.map((c) => c.count).reduce((a, b) => a + b, 0) + legend.noData.count).toBe(3)
  })

  it('names values that districts have, in the common unit', () => {
    const { legend } = say([{}, { place: 'b', quantity: quantity(3) }], { language: 'zh-CN' })
    expect(legend).toMatchObject({
      unit: '单位：亿元',
      classes: [
        { step: 0, from: '1', to: '1', count: 1 },
        { step: 4, from: '3', to: '3', count: 1 },
      ],
      noData: { label: '无记录', count: 1 },
    })
  })

  it('names the scale of English money once, and the map writes numbers alone', () => {
    const map = say([{ quantity: quantity(4119) }, { place: 'b', quantity: quantity(17_800, 'approx') }])
    expect(plain(map.legend.unit)).toBe('Unit: CNY bn')
    expect([area(map)?.label, area(map, 'b')?.label].map((l) => plain(l ?? ''))).toEqual(['411.9', '≈ 1,780'])
    expect(map.legend.classes.map((c) => c.from)).toEqual(['411.9', '1,780'])
  })

  it('says how classes were found, where that is not plain', () => {
    const many = [1, 2, 50, 51, 100, 101, 500, 900].map((value, i) => ({ place: `d${i}`, quantity: quantity(value) }))
    const pack = catalog({ places: [place('city', 'city'), ...many.map(({ place: code }) => place(code))] })
    expect(say(many, { pack }).legend.note).toBe('Natural breaks')
    expect(say([{}]).legend.note).toBe('')
  })

  it('has no class where nothing is on record', () => {
    expect(say([]).legend).toMatchObject({ classes: [], noData: { count: 3 } })
  })
})

describe('the words around the map', () => {
  it('name indicator, role, scope and time', () => {
    const pack = catalog({ scopes: [{ id: 'foreign', name: text('外资', 'Foreign-invested') }] })
    const map = say([{ scope: 'foreign' }], { pack, time: { from: 2018, to: 2020 } })
    expect(map.title).toBe('GDP · results')
    expect(map.subtitle).toBe('1 district on record · 2 without a record · 2018–2020 · Scope: Foreign-invested')
  })

  it('warn that periods differ only where they do', () => {
    expect(say([{}]).notes).toEqual([])
    expect(say([{}, { place: 'b', period: period('2020-01', '2020-12') }]).notes).toEqual([])
    expect(say([{}, { place: 'b', period: period('2021') }]).notes).toEqual([
      'Latest on record of each place; periods differ',
    ])
  })

  it('tell what the filter hides for want of a date', () => {
    const map = say([{ period: period(null) }], { time: { from: 2020, to: 2020 } })
    expect(map.notes).toEqual(['1 figure without a stated date not counted'])
  })

  it('say what to try where nothing is on record', () => {
    expect(say([]).nothing).toBe('No district has results on record for all time. Try another role, indicator or time.')
    expect(say([{}]).nothing).toBeNull()
  })

  it('give the city’s figure where it alone has one', () => {
    const { nothing } = say([{ place: 'city', quantity: quantity(4000, 'at_least') }])
    expect(plain(nothing ?? '')).toMatch(/The whole city: ≥ CNY 400 bn · 2020\.$/)
  })

  it('are plain text, whatever stands in a name', () => {
    const pack = catalog({
      places: [place('a', 'district', { name: text(HOSTILE) })],
      indicators: [{ ...catalog().indicators[0], name: text(HOSTILE) } as Catalog['indicators'][number]],
      sources: [source('s-1', { title: HOSTILE })],
    })
    const map = say([{}], { pack })
    expect(map.title).toBe(`${HOSTILE} · results`)
    expect(area(map)).toMatchObject({ name: HOSTILE, short: HOSTILE })
    expect(lines(map)).toContain(`Source: ${HOSTILE}`)
  })
})

describe('figures on record', () => {
  const pack = catalog({
    records: [
      { place: 'a', role: 'actual', year: 2020, count: 2 },
      { place: 'a', role: 'target', year: 2025, count: 1200 },
    ],
  })
  const map = say([], { pack, indicator: RECORDS })

  it('are named as counts, not as values', () => {
    expect(map.title).toBe('Figures on record by district: results')
    expect(map.notes).toEqual(['This counts figures on record; it is not a value of an indicator'])
    expect(map.legend.unit).toBe('figures')
  })

  it('tell what else is on record there', () => {
    expect(lines(map)).toEqual(['2 on record', 'Targets 1,200 · Results 2'])
  })
})

describe('formatYears', () => {
  it.each([
    [null, '全部时间', 'all time'],
    [{ from: 2020, to: 2020 }, '2020 年', '2020'],
    [{ from: 2018, to: 2025 }, '2018–2025 年', '2018–2025'],
  ])('%j', (time, zh, en) => {
    expect([formatYears(time, 'zh-CN'), formatYears(time, 'en')]).toEqual([zh, en])
  })
})
