import { describe, expect, it } from 'vitest'
import type { Quantity } from '../model/quantity.ts'
import { ranking, type RankingInput, type RankingRow } from './ranking.ts'
import { GE, HOSTILE, quantity } from './testing/figures.ts'
import { svgOf, textsOf, words } from './testing/svg.ts'

const row = (code: string, of: Quantity | null, selected = false): RankingRow => ({
  code,
  name: `name-${code}`,
  quantity: of,
  selected,
  lines: [],
})
const draw = (rows: readonly RankingRow[], reference: RankingInput['reference'] = null): string =>
  svgOf(ranking({ role: 'project', rows, reference, language: 'zh-CN', words }))
const names = (svg: string): string[] => textsOf(svg).filter((t) => t.startsWith('name-'))

describe('ranking', () => {
  it('draws bounds, blanks, the selected place and the reference', async () => {
    const rows = [
      row('a', quantity(656.2)),
      row('b', quantity(180, 'at_least')),
      row('c', quantity(100, 'at_most'), true),
      row('d', quantity(55, 'approx')),
      row('e', null),
    ]
    await expect(draw(rows, { name: 'whole', quantity: quantity(320) })).toMatchFileSnapshot('testing/ranking.svg')
  })

  it('puts the largest first and places without a figure last', () => {
    expect(names(draw([row('none', null), row('low', quantity(1)), row('high', quantity(2))]))).toEqual([
      'name-high',
      'name-low',
      'name-none',
    ])
  })

  it('lists no data as a dash, never as a bar', () => {
    const svg = draw([row('none', null)])
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['NO-RECORD', '—']))
    expect(svg).not.toContain('#aa0004')
  })

  it('names a reference beyond the scale instead of squeezing the bars', () => {
    const svg = draw([row('a', quantity(10))], { name: 'whole', quantity: quantity(9000) })
    expect(textsOf(svg)).toContain('BEYOND whole 9,000 亿元')
    expect(svg).not.toContain('stroke-dasharray')
  })

  it('draws negative figures from zero to the left', () => {
    const svg = draw([row('up', quantity(10)), row('down', quantity(-10))])
    expect(textsOf(svg)).toContain('-10')
    expect(svg).not.toMatch(/NaN|Infinity/)
  })

  it('survives equal figures, one figure and zero', () => {
    for (const values of [[5, 5, 5], [3], [0]]) {
      expect(draw(values.map((v, i) => row(`${i}`, quantity(v))))).not.toMatch(/NaN|Infinity/)
    }
  })

  it('refuses two measures on one axis', () => {
    expect(() => draw([row('a', quantity(1)), row('b', quantity(1, 'exact', GE))])).toThrow(
      /several measures: cny, count/,
    )
  })

  it('draws a hostile name as text', () => {
    const svg = draw([
      { ...row('a', quantity(1)), name: HOSTILE },
      { ...row('b', null), name: HOSTILE },
    ])
    expect(svg).not.toContain('<img')
    expect(svg).toContain('&lt;img')
  })
})
