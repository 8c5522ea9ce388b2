import { describe, expect, it } from 'vitest'
import { HOSTILE, GE, observation, PERCENT, period, quantity, range, USD } from '../../tests/fixtures.ts'
import { messages } from '../messages/messages.ts'
import { historiesOf } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { overTime, type OverTimeInput, type OverTimePanel } from './over-time.ts'
import { marksOf, type DrawnMark } from './testing/marks.ts'
import { svgOf, textsOf } from './testing/svg.ts'

let serial = 0
const figure = (year: string, value: number, more: Partial<Observation> = {}): Observation =>
  observation({ id: `o-${++serial}`, period: period(year), quantity: quantity(value), ...more })
const goal = (end: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure(end, value, { role: 'target', period: period(null, end), ...more })

const empty = {
  place: 'a',
  indicator: 'gdp',
  scope: '',
  role: 'actual',
  points: [],
  spans: [],
  undated: [],
  joins: [],
} as const
function panel(figures: readonly Observation[], more: Partial<OverTimePanel> = {}): OverTimePanel {
  const history = historiesOf(figures, () => '')[0] ?? empty
  return { id: `p-${++serial}`, name: 'NAME', history, plans: [], colourRole: history.role, ...more }
}
const picture = (panels: readonly OverTimePanel[], more: Partial<OverTimeInput> = {}) =>
  overTime({
    panels,
    shared: false,
    language: 'zh-CN',
    words: messages('zh-CN').overTime,
    nameOf: (o) => `name of ${o.id}`,
    tipOf: (o) => [`source of ${o.id}`],
    ...more,
  })
const draw = (panels: readonly OverTimePanel[], more: Partial<OverTimeInput> = {}): string =>
  svgOf(picture(panels, more))

const named = (panels: readonly OverTimePanel[], id: string): DrawnMark | undefined =>
  marksOf(picture(panels), 'marks').find((m) => m.id === id)
const linesOf = (panels: readonly OverTimePanel[], more: Partial<OverTimeInput> = {}): string[] =>
  marksOf(picture(panels, more), 'lines').flatMap((m) => m.names)

describe('overTime', () => {
  it('draws points, gaps, stretches, plans, bounds and doubts', async () => {
    serial = 0
    const first = panel(
      [
        figure('2015', 100),
        figure('2016', 120, { quantity: quantity(120, 'approx') }),
        figure('2018', 150, { quantity: quantity(150, 'at_least') }),
        figure('2019', 160, { quantity: range(140, 180), certainty: 'inferred-date' }),
        figure('2020', 190, { quantity: quantity(190, 'at_most') }),
        figure('2020', 220),
        figure('2016', 400, { period: period('2016', '2018') }),
        figure('x', 30, { period: period('2019-01', '2019-06') }),
        figure('x', 5, { period: period(null) }),
      ],
      { note: 'NOTE', plans: [goal('2022', 250, { quantity: quantity(250, 'at_least') })] },
    )
    const second = panel(
      [
        figure('2017-05-02', 12, { role: 'project', quantity: quantity(12, 'exact', GE) }),
        figure('2019-11-20', 30, { role: 'project', quantity: quantity(30, 'approx', GE) }),
      ],
      { emphasised: true },
    )
    await expect(draw([first, second])).toMatchFileSnapshot('testing/over-time.svg')
  })

  it('joins what the history joins and leaves gaps', () => {
    const of = panel([figure('2015', 1), figure('2016', 2), figure('2018', 3), figure('2019', 4)])
    expect(linesOf([of])).toEqual(['join-0', 'join-1'])
  })

  it('draws a total over years as the stretch it covers, never as a point', () => {
    const total = figure('x', 9, { period: period('2016', '2018') })
    const names = named([panel([figure('2015', 1), total])], total.id)?.names
    expect(names).toContain('stretch')
    expect(names).not.toContain('dot')
  })

  it('begins the axis where the first stretch begins', () => {
    const svg = draw([panel([figure('x', 9, { period: period('2016', '2018') }), figure('2019', 1)])])
    expect(textsOf(svg).filter((t) => /^20\d\d$/.test(t))).toEqual(['2016', '2017', '2018', '2019'])
  })

  it('leads dashed from the last year to a later plan alone', () => {
    const results = [figure('2019', 1), figure('2020', 2)]
    expect(linesOf([panel(results, { plans: [goal('2025', 3)] })])).toContain('towards-0')
    expect(linesOf([panel(results, { plans: [goal('2020', 3)] })])).not.toContain('towards-0')
    expect(linesOf([panel(results, { plans: [goal('2025', 3, { period: period('2021', '2025') })] })])).not.toContain(
      'towards-0',
    )
    expect(named([panel(results, { plans: [goal('2025', 3, { id: 'goal' })] })], 'goal')?.names).toContain('plan')
  })

  it('shows each bound in its own way', () => {
    const bounded = (of: Observation['quantity']) =>
      named([panel([figure('2020', 1, { id: 'b', quantity: of })])], 'b')?.names
    expect(bounded(quantity(5))).toEqual(['area', 'dot', 'label'])
    expect(bounded(quantity(5, 'at_least'))).toContain('open-end')
    expect(bounded(quantity(5, 'at_most'))).toContain('open-end')
    expect(bounded(range(5, 6))).toEqual(expect.arrayContaining(['range', 'range-low', 'range-high']))
    const fill = (svg: string) => svg.includes('fill="#000006" stroke="#aa0002"')
    expect(fill(draw([panel([figure('2020', 1, { quantity: quantity(5, 'approx') })])]))).toBe(true)
    expect(fill(draw([panel([figure('2020', 1)])]))).toBe(false)
  })

  it('turns the chevron of an upper bound down', () => {
    const tip = (bound: 'at_least' | 'at_most') => {
      const shapes = named([panel([figure('2020', 1, { id: 'b', quantity: quantity(5, bound) })])], 'b')?.shapes
      const points = shapes?.find((s) => s.name === 'open-end')?.shape?.points ?? []
      return (points[1]?.[1] ?? 0) - (points[0]?.[1] ?? 0)
    }
    expect(tip('at_least')).toBeLessThan(0)
    expect(tip('at_most')).toBeGreaterThan(0)
  })

  it('rings what sources disagree on, shows both figures and says so', () => {
    const [one, other] = [figure('2020', 10, { id: 'one' }), figure('2020', 12, { id: 'two' })]
    const of = [panel([one, other])]
    expect(named(of, 'one')?.names).toEqual(expect.arrayContaining(['conflict-in', 'conflict-out']))
    expect(named(of, 'two')?.names).toContain('other')
    expect(named(of, 'one')?.tip?.lines).toContain('出处不一，另有：12\u00a0亿元，source of two')
    expect(named(of, 'two')?.tip?.lines).toContain('出处不一，另有：10\u00a0亿元，source of one')
  })

  it('rings plans for one deadline that differ', () => {
    const of = [panel([figure('2020', 1)], { plans: [goal('2025', 3, { id: 'g' }), goal('2025', 4)] })]
    expect(named(of, 'g')?.names).toContain('conflict-in')
  })

  it('dots a ring round an inferred date and says so', () => {
    const of = [panel([figure('2020', 1, { id: 'i', certainty: 'inferred-date' }), figure('2021', 1, { id: 's' })])]
    expect(named(of, 'i')?.names).toContain('inferred')
    expect(named(of, 'i')?.tip?.lines).toContain(messages('zh-CN').overTime.inferredDate)
    expect(named(of, 's')?.names).not.toContain('inferred')
  })

  it('tells name, value, period and source', () => {
    expect(named([panel([figure('2020', 1, { id: 't' })])], 't')?.tip).toEqual({
      title: 'name of t',
      lines: ['1\u00a0亿元', '2020', 'source of t'],
    })
  })

  it('counts figures without a date in the head, and lists them', () => {
    const of = panel([figure('2020', 1), figure('x', 7, { id: 'u', period: period(null) })], { id: 'p' })
    expect(named([of], 'undated:p')?.tip).toEqual({ title: '另有 1 个时间未载明', lines: ['7\u00a0亿元，source of u'] })
    expect(textsOf(draw([of]))).toContain('另有 1 个时间未载明')
  })

  it('labels the last point and the first, not those between', () => {
    const texts = textsOf(draw([panel([figure('2015', 11), figure('2016', 22), figure('2017', 33)])]))
    expect(texts).toEqual(expect.arrayContaining(['11', '33']))
    expect(texts).not.toContain('22')
  })

  it('puts places on one scale where it is shared', () => {
    const [small, large] = [figure('2020', 1, { id: 'small' }), figure('2020', 100, { id: 'large' })]
    const height = (shared: boolean, id: string, of: number): number => {
      const all = marksOf(picture([panel([small]), panel([large])], { shared }), 'marks')
      const dot = all.find((m) => m.id === id)?.shapes.find((s) => s.name === 'dot')?.shape?.['cy'] ?? 0
      const zero = marksOf(picture([panel([small]), panel([large])], { shared }), 'frame')[of]?.shapes.find(
        (s) => s.name === 'grid-0',
      )
      return (zero?.shape?.['y1'] ?? 0) - dot
    }
    expect(height(true, 'small', 0) * 100).toBeCloseTo(height(true, 'large', 1), 3)
    expect(height(false, 'small', 0)).toBeCloseTo(height(false, 'large', 1), 3)
  })

  it('refuses two measures on one scale', () => {
    const two = [panel([figure('2020', 1)]), panel([figure('2020', 1, { quantity: quantity(1, 'exact', USD) })])]
    expect(() => picture(two, { shared: true })).toThrow(/several measures: cny, usd/)
    expect(() => picture(two)).not.toThrow()
  })

  it('goes below zero for a rate that does', () => {
    const rate = (year: string, value: number) => figure(year, value, { quantity: quantity(value, 'exact', PERCENT) })
    const texts = textsOf(draw([panel([rate('2019', 6), rate('2020', -4)])]))
    expect(texts).toEqual(expect.arrayContaining(['-5%', '0', '10%', '-4%']))
  })

  it('adds up what one series allows, and says that it is derived', () => {
    const signed = (day: string, value: number) =>
      figure(day, value, { role: 'project', id: day, quantity: quantity(value, 'exact', GE) })
    const of = panel([signed('2020-03-01', 10), signed('2021-03-01', 15)])
    expect(linesOf([of], { cumulativeSteps: true })).toContain('steps')
    expect(textsOf(draw([of], { cumulativeSteps: true }))).toContain('在册累计（推算） 25 个')
    const tip = marksOf(picture([of], { cumulativeSteps: true }), 'marks').find((m) => m.id === '2021-03-01')?.tip
    expect(tip?.lines).toContain('在册累计（推算）：25\u00a0个')
    expect(linesOf([of])).not.toContain('steps')
    expect(linesOf([of, panel([signed('2020-05-01', 1)])], { cumulativeSteps: true })).not.toContain('steps')
    const doubtful = panel([
      signed('2020-03-01', 10),
      signed('2021-03-01', 15),
      figure('x', 1, { role: 'project', period: period(null), quantity: quantity(1, 'exact', GE) }),
    ])
    expect(linesOf([doubtful], { cumulativeSteps: true })).not.toContain('steps')
  })

  it('survives one figure, zeros, none, and figures without dates', () => {
    for (const figures of [[figure('2020', 0)], [figure('x', 3, { period: period(null) })], []]) {
      expect(draw([panel(figures)])).not.toMatch(/NaN|Infinity/)
    }
    expect(picture([]).height).toEqual({ wide: 0, narrow: 0 })
    expect(svgOf(picture([panel([figure('2020', 1)])]), 300)).not.toMatch(/NaN|Infinity/)
  })

  it('draws hostile names as text', () => {
    const svg = draw([panel([figure('2020', 1)], { name: HOSTILE, note: HOSTILE })])
    expect(svg).not.toContain('<img')
    expect(svg).toContain('&lt;img')
  })
})
