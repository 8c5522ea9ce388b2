import { describe, expect, it } from 'vitest'
import { projects, type ProjectRow } from './projects.ts'
import { GE, HOSTILE, period, quantity } from './testing/figures.ts'
import { svgOf, textsOf, theme, words } from './testing/svg.ts'

const row = (id: string, more: Partial<ProjectRow> = {}): ProjectRow => ({
  id,
  name: `name-${id}`,
  event: null,
  period: period('2021-06-10'),
  quantity: quantity(100),
  ...more,
})
const picture = (rows: readonly ProjectRow[]) => projects({ rows, language: 'zh-CN', words })
const draw = (rows: readonly ProjectRow[]): string => svgOf(picture(rows))

describe('projects', () => {
  it('draws dates, bounds, the undated and two panels', async () => {
    const rows = [
      row('a', { quantity: quantity(172), period: period('2020-09-02') }),
      row('b', { quantity: quantity(100, 'at_most'), period: period('2023-05-12') }),
      row('c', { quantity: quantity(130, 'at_least'), period: period('2022') }),
      row('d', { quantity: quantity(55, 'approx'), period: period(null) }),
      row('e', { quantity: quantity(20, 'range', GE, 30) }),
    ]
    await expect(draw(rows)).toMatchFileSnapshot('testing/projects.svg')
  })

  it('gives counts and amounts a panel each', () => {
    const one = picture([row('a')])
    const two = picture([row('a'), row('b', { quantity: quantity(8, 'exact', GE) })])
    expect(two.height.wide).toBeGreaterThan(one.height.wide * 1.7)
    expect(textsOf(draw([row('a'), row('b', { quantity: quantity(8, 'exact', GE) })]))).toEqual(
      expect.arrayContaining(['亿元', '个']),
    )
  })

  it('puts undated figures into a slot that says so, and makes none without need', () => {
    expect(textsOf(draw([row('a'), row('b', { period: period(null) })]))).toContain('NO-DATE')
    expect(textsOf(draw([row('a')]))).not.toContain('NO-DATE')
    expect(draw([row('b', { period: period(null) })])).not.toMatch(/NaN|Infinity/)
  })

  it('dashes the stick of an upper bound', () => {
    expect(draw([row('a', { quantity: quantity(100, 'at_most') })])).toContain('stroke-dasharray')
    expect(draw([row('a')])).not.toContain('stroke-dasharray')
  })

  it('names the event in the tooltip', () => {
    const data = picture([row('a', { event: 'spring signing' })]).option(theme, 600).series[1]?.data
    expect(data).toMatchObject([
      { id: 'a', tip: { title: 'spring signing', lines: ['name-a', '100\u00a0亿元', '2021年6月10日'] } },
    ])
  })

  it('writes every year of the axis that has room', () => {
    const svg = draw([row('a', { period: period('2019') }), row('b', { period: period('2022') })])
    expect(textsOf(svg).filter((t) => /^20\d\d$/.test(t))).toEqual(['2019', '2020', '2021', '2022'])
  })

  it('survives zeros, one figure and none', () => {
    expect(draw([row('a', { quantity: quantity(0) })])).not.toMatch(/NaN|Infinity/)
    expect(picture([]).height.wide).toBe(0)
    expect(draw([])).not.toContain('<text')
  })

  it('draws hostile names as text', () => {
    const svg = draw([row('a', { name: HOSTILE, event: HOSTILE })])
    expect(svg).not.toContain('<img')
  })
})
