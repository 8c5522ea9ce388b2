import { describe, expect, it } from 'vitest'
import { investments, type InvestmentRow } from './investments.ts'
import { HOSTILE, period, quantity, USD, WAN } from './testing/figures.ts'
import { svgOf, textsOf, words } from './testing/svg.ts'

const row = (id: string, more: Partial<InvestmentRow> = {}): InvestmentRow => ({
  id,
  name: `name-${id}`,
  period: period('2020'),
  quantity: quantity(100),
  planned: false,
  ...more,
})
const draw = (rows: readonly InvestmentRow[], width?: number): string =>
  svgOf(investments({ rows, language: 'zh-CN', words }), width)
/** Paths filled or stroked in the investment colour. */
const bars = (svg: string): string[] => svg.split('\n').filter((tag) => tag.includes('#aa0003'))
/** Width of a drawn bar in px: the extent of its path's x coordinates. */
function widthOf(tag: string): number {
  const xs = [...(/ d="([^"]*)"/.exec(tag)?.[1] ?? '').matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
  return Math.max(...xs) - Math.min(...xs)
}

describe('investments', () => {
  it('draws each bound in its own way', async () => {
    const rows = [
      row('exact'),
      row('approx', { quantity: quantity(50, 'approx') }),
      row('at-least', { quantity: quantity(400, 'at_least'), planned: true, period: period(null, '2025') }),
      row('at-most', { quantity: quantity(80, 'at_most') }),
      row('range', { quantity: quantity(120, 'range', undefined, 180), period: period(null) }),
    ]
    await expect(draw(rows)).toMatchFileSnapshot('testing/investments.svg')
  })

  it('writes the bound on every bounded label', () => {
    const rows = [row('a', { quantity: quantity(400, 'at_least') }), row('b', { quantity: quantity(50, 'approx') })]
    expect(textsOf(draw(rows))).toEqual(expect.arrayContaining(['≥ 400', '≈ 50']))
  })

  it('dashes what is planned and nothing else', () => {
    expect(draw([row('a', { planned: true })])).toContain('stroke-dasharray')
    expect(draw([row('a')])).not.toContain('stroke-dasharray')
  })

  it('lets an open end go on beyond the bar', () => {
    expect(bars(draw([row('a')]))).toHaveLength(1)
    expect(bars(draw([row('a', { quantity: quantity(100, 'at_least') })]))).toHaveLength(2)
  })

  it('gives yuan and dollars a scale each', () => {
    const svg = draw([row('a'), row('b', { quantity: quantity(1, 'exact', USD) })])
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['亿元', '亿美元']))
    // Each is the largest of its measure; on one axis the dollars would be a hundredth of the yuan.
    const [yuan, dollar] = bars(svg).map(widthOf)
    expect(dollar).toBeGreaterThan((yuan ?? 0) * 0.9)
  })

  it('compares different units of one measure on one scale, and then labels name them', () => {
    const svg = draw([row('a'), row('b', { quantity: quantity(500_000, 'exact', WAN) })])
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['100 亿元', '500,000 万元']))
    const [a, b] = bars(svg).map(widthOf)
    expect((b ?? 0) / (a ?? 1)).toBeCloseTo(0.5, 1)
  })

  it('stands in the order of time, unknown periods last', () => {
    const rows = [
      row('u', { period: period(null) }),
      row('late', { period: period('2023') }),
      row('early', { period: period('2019-07') }),
    ]
    const names = textsOf(draw(rows)).filter((t) => t.startsWith('name-'))
    expect(names).toEqual(['name-early', 'name-late', 'name-u'])
  })

  it('says how many it leaves out', () => {
    const rows = ['a', 'b', 'c'].map((id) => row(id))
    expect(textsOf(svgOf(investments({ rows, language: 'zh-CN', words, limit: 1 })))).toContain('MORE 2')
  })

  it('sets names above bars where it is narrow', () => {
    const picture = investments({ rows: [row('a')], language: 'zh-CN', words })
    expect(picture.height.narrow).toBeGreaterThan(picture.height.wide)
    expect(textsOf(draw([row('a')], 300))).toContain('name-a')
  })

  it('draws a hostile name as text', () => {
    const svg = draw([row('a', { name: HOSTILE })], 2000)
    expect(svg).not.toContain('<img')
    expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt;{a|b}')
  })

  it('draws nothing of nothing', () => {
    const picture = investments({ rows: [], language: 'en', words })
    expect(picture.height.wide).toBe(0)
    expect(textsOf(svgOf(picture))).toEqual([])
  })
})
