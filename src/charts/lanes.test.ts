import { describe, expect, it } from 'vitest'
import { GE, HOSTILE, observation, period, quantity, range, USD } from '../../tests/fixtures.ts'
import { messages } from '../messages/messages.ts'
import { historiesOf } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { choose } from '../model/series.ts'
import { projectLanes, type Conference, type Lane, type LanesInput } from './lanes.ts'
import { marksOf, type DrawnMark } from './testing/marks.ts'
import { svgOf, textsOf } from './testing/svg.ts'

const signed = (id: string, day: string, value: number, more: Partial<Observation> = {}): Observation =>
  observation({ id, role: 'project', period: period(day), quantity: quantity(value, 'exact', GE), ...more })
const lane = (place: string, figures: readonly Observation[], selected = false): Lane => ({
  place,
  name: `name-${place}`,
  selected,
  histories: historiesOf(figures, () => ''),
})
const conference = (id: string, date: string, figure: Observation | null, name = `conference ${id}`): Conference => ({
  id,
  name,
  date,
  figure: figure && choose([figure], null, () => ''),
})
const picture = (lanes: readonly Lane[], more: Partial<LanesInput> = {}) =>
  projectLanes({
    name: 'SIGNED',
    lanes,
    conferences: [],
    partners: [],
    language: 'zh-CN',
    words: messages('zh-CN').overTime,
    nameOf: (o) => `name of ${o.id}`,
    tipOf: (o) => [`source of ${o.id}`],
    ...more,
  })
const draw = (lanes: readonly Lane[], more: Partial<LanesInput> = {}): string => svgOf(picture(lanes, more))
const marks = (lanes: readonly Lane[], more: Partial<LanesInput> = {}) => marksOf(picture(lanes, more), 'marks')
const named = (id: string, lanes: readonly Lane[], more: Partial<LanesInput> = {}): DrawnMark | undefined =>
  marks(lanes, more).find((mark) => mark.id === id)
/** The area of a mark's triangle in px². */
function areaOf(mark: DrawnMark | undefined, name = 'head'): number {
  const points = mark?.shapes.find((shape) => shape.name === name)?.shape?.points ?? []
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return ((Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))) / 2
}

describe('projectLanes', () => {
  it('draws occasions, years, stretches, bounds, doubts and conferences', async () => {
    const lanes = [
      lane('a', [
        signed('a1', '2020-09-23', 50),
        signed('a2', '2021-12-28', 38, { quantity: quantity(38, 'at_least', GE) }),
        signed('a3', 'x', 128, { period: period('2020-09', '2022-07') }),
        signed('a4', 'x', 8, { period: period(null) }),
      ]),
      lane('b', [signed('b1', '2022', 160, { quantity: quantity(160, 'approx', GE) })], true),
      lane('c', [
        signed('c1', '2021-03-01', 20, { certainty: 'inferred-date' }),
        signed('c2', '2022-06-16', 30, { quantity: range(25, 30, GE) }),
        signed('c3', '2022-12-16', 12, { quantity: quantity(12, 'at_most', GE) }),
        signed('c4', '2020-06-16', 40),
        signed('c5', '2020-06-16', 44),
      ]),
      lane('d', []),
      lane('e', []),
    ]
    const conferences = [
      conference('one', '2021-04-07', signed('x1', '2021-04-07', 216)),
      conference('two', '2022-06-16', signed('x2', '2022-06-16', 322)),
      conference('three', '2022-09', null),
    ]
    await expect(draw(lanes, { conferences })).toMatchFileSnapshot('testing/lanes.svg')
  })

  it('makes areas, not heights, stand for the numbers', () => {
    const lanes = [lane('a', [signed('one', '2020-01-05', 25)]), lane('b', [signed('four', '2022-01-05', 100)])]
    expect(areaOf(named('four', lanes)) / areaOf(named('one', lanes))).toBeCloseTo(4, 5)
  })

  it('draws totals over years as bars in rows of their own', () => {
    const [early, late] = [
      signed('early', 'x', 5, { period: period('2019', '2021') }),
      signed('late', 'x', 9, { period: period('2020', '2022') }),
    ]
    const lanes = [lane('a', [early, late])]
    expect(named('early', lanes)?.names).toContain('stretch')
    expect(named('early', lanes)?.names).not.toContain('head')
    const y = (id: string) => named(id, lanes)?.shapes.find((s) => s.name === 'stretch')?.shape?.['y']
    expect(y('early')).not.toBe(y('late'))
  })

  it('underlines a year and not an occasion', () => {
    const lanes = [lane('a', [signed('year', '2020', 5), signed('day', '2021-05-05', 5)])]
    expect(named('year', lanes)?.names).toContain('extent')
    expect(named('day', lanes)?.names).not.toContain('extent')
  })

  it('gives back places by their names, drawn or listed', () => {
    const ids = marks([lane('a', [signed('o', '2020-01-05', 1)]), lane('none', [])]).map((mark) => mark.id)
    expect(ids).toEqual(expect.arrayContaining(['place:a', 'o', 'place:none']))
  })

  it('lists places without a figure in a line, and draws them no lane', () => {
    const lanes = [lane('a', [signed('o', '2020-01-05', 1)]), lane('x', []), lane('y', [])]
    const texts = textsOf(draw(lanes))
    expect(texts).toEqual(expect.arrayContaining(['无记录：', 'name-x、', 'name-y']))
    expect(marksOf(picture(lanes), 'frame').filter((m) => m.id.startsWith('lane:'))).toHaveLength(1)
  })

  it('counts figures without a date beside the name', () => {
    const lanes = [lane('a', [signed('o', '2020-01-05', 1), signed('u', 'x', 3, { period: period(null) })])]
    expect(textsOf(draw(lanes))).toEqual(expect.arrayContaining(['无日期', '+1']))
    expect(named('undated:a', lanes)?.tip?.lines).toEqual(['3\u00a0个，source of u'])
    expect(textsOf(draw([lane('a', [signed('o', '2020-01-05', 1)])]))).not.toContain('无日期')
  })

  it('lets all but the selected step back', () => {
    const lanes = (selected: boolean) => [
      lane('a', [signed('a1', '2020-01-05', 1)], selected),
      lane('b', [signed('b1', '2020-01-05', 1)]),
    ]
    const opacity = (id: string, selected: boolean) =>
      named(id, lanes(selected))?.shapes.find((s) => s.name === 'head')?.style?.['opacity']
    expect(opacity('b1', true)).toBeLessThan(1)
    expect(opacity('a1', true)).toBeUndefined()
    expect(opacity('b1', false)).toBeUndefined()
  })

  it('tells count and amount together, with place, period, source and what disagrees', () => {
    const figures = [signed('o', '2020-01-05', 7, { event: 'e' }), signed('other', '2020-01-05', 9, { event: 'e' })]
    const amount = signed('amount', '2020-01', 30, { event: 'e', quantity: quantity(30) })
    const elsewhere = signed('amount-b', '2020-01', 99, { place: 'b', event: 'e', quantity: quantity(99) })
    const tip = named('o', [lane('a', figures)], { partners: [elsewhere, amount] })?.tip
    expect(tip).toEqual({
      title: 'name of o',
      lines: [
        '7\u00a0个 · 30\u00a0亿元',
        '2020年1月5日',
        'name-a',
        '出处不一，另有：9\u00a0个，source of other',
        'source of o',
      ],
    })
  })

  it('pairs figures of one day without an event, and none of two events', () => {
    const pair = (o: Partial<Observation>, p: Partial<Observation>) =>
      named('o', [lane('a', [signed('o', '2020-01-05', 7, o)])], {
        partners: [signed('p', '2020-01-05', 30, { quantity: quantity(30), ...p })],
      })?.tip?.lines[0]
    expect(pair({}, {})).toBe('7\u00a0个 · 30\u00a0亿元')
    expect(pair({ event: 'e' }, { event: 'f' })).toBe('7\u00a0个')
    expect(pair({}, { period: period('2020') })).toBe('7\u00a0个')
    expect(pair({}, { scope: 'foreign' })).toBe('7\u00a0个')
  })

  it('names conferences with their figures and draws their days through the lanes', () => {
    const conferences = [
      conference('one', '2020-04-07', signed('x1', '2020-04-07', 216)),
      conference('two', '2021-09', null),
    ]
    const lanes = [lane('a', [signed('o', '2022-01-05', 1)])]
    expect(textsOf(draw(lanes, { conferences }))).toEqual(
      expect.arrayContaining(['conference one · 216 个', 'conference two']),
    )
    expect(marks(lanes, { conferences }).map((m) => m.id)).toEqual(expect.arrayContaining(['x1', 'event:two']))
    const frame = marksOf(picture(lanes, { conferences }), 'frame').find((m) => m.id === 'conferences')
    expect(frame?.names).toEqual(expect.arrayContaining(['guide-one', 'guide-two']))
  })

  it('leaves a number out rather than beside another mark', () => {
    const days = ['2021-06-01', '2021-06-20', '2021-07-10', '2021-07-30', '2021-08-20']
    const figures = days.map((day, i) => signed(`o${i}`, day, 100 + i))
    const wide = signed('wide', '2012-01-01', 100)
    const at = marks([lane('a', [...figures, wide])]).flatMap(({ id, shapes }) => {
      const label = shapes.find((shape) => shape.name === 'label')
      const points = shapes.find((shape) => shape.name === 'head')?.shape?.points ?? []
      return points.length === 0 ? [] : [{ id, x: points[0]?.[0] ?? 0, label: label?.x ?? null }]
    })
    expect(at.some(({ label }) => label === null)).toBe(true)
    for (const { id, x, label } of at) {
      if (label === null) continue
      const between = at.filter((o) => o.id !== id && Math.min(x, label) + 4 < o.x && o.x < Math.max(x, label) - 4)
      expect(between.map((o) => o.id)).toEqual([])
    }
  })

  it('explains areas by the largest figure and one of about a quarter of it', () => {
    const lanes = [
      lane('a', [signed('l', '2020-01-05', 100), signed('m', '2021-01-05', 60), signed('s', '2022-01-05', 22)]),
    ]
    const texts = textsOf(draw(lanes))
    expect(texts.slice(texts.indexOf('三角形面积：SIGNED'))).toEqual(expect.arrayContaining(['100 个', '22 个']))
    expect(texts).not.toContain('60 个')
  })

  it('refuses figures of two measures', () => {
    const lanes = [
      lane('a', [signed('o', '2020-01-05', 1)]),
      lane('b', [signed('p', '2020-01-05', 1, { quantity: quantity(1, 'exact', USD) })]),
    ]
    expect(() => picture(lanes)).toThrow(/several measures: count, usd/)
  })

  it('keeps its height where it is narrow and wide', () => {
    const lanes = Array.from({ length: 16 }, (_, i) => lane(`district-${i}`, i < 4 ? [signed(`o${i}`, '2020', i)] : []))
    for (const width of [300, 380, 700, 1400]) {
      const height = width < 36 * 12 ? picture(lanes).height.narrow : picture(lanes).height.wide
      const bottoms = [...marksOf(picture(lanes), 'marks', width)].flatMap((m) => m.shapes.map((s) => s.y ?? 0))
      expect(Math.max(...bottoms)).toBeLessThan(height * 12)
      expect(svgOf(picture(lanes), width)).not.toMatch(/NaN|Infinity/)
    }
  })

  it('survives zeros, undated figures alone, and nothing', () => {
    expect(draw([lane('a', [signed('o', '2020-01-05', 0)])])).not.toMatch(/NaN|Infinity/)
    expect(draw([lane('a', [signed('o', 'x', 3, { period: period(null) })])])).not.toMatch(/NaN|Infinity/)
    expect(draw([lane('a', [])])).not.toMatch(/NaN|Infinity/)
    expect(picture([]).height.wide).toBe(0)
  })

  it('draws hostile names as text', () => {
    const lanes = [
      { ...lane('a', [signed('o', '2020-01-05', 1)]), name: HOSTILE },
      { ...lane('b', []), name: HOSTILE },
    ]
    const svg = draw(lanes, { name: HOSTILE, conferences: [conference('c', '2021-01-05', null, HOSTILE)] })
    expect(svg).not.toContain('<img')
    expect(svg).toContain('&lt;img')
  })
})
