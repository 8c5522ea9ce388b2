import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beeswarm, distribution, type SpreadRow } from './distribution.ts'
import { scatter } from './scatter.ts'
import { slope } from './slope.ts'
import { GE, HOSTILE, quantity } from './testing/figures.ts'
import { marksOf } from './testing/marks.ts'
import { svgOf, textsOf, theme, words } from './testing/svg.ts'

const spread = (id: string, value: number, given: Partial<SpreadRow> = {}): SpreadRow => ({
  id,
  name: `name-${id}`,
  quantity: quantity(value),
  slot: null,
  conflict: false,
  lines: [],
  ...given,
})
const common = { role: 'actual', language: 'zh-CN', words } as const

describe('distribution', () => {
  const draw = (rows: readonly SpreadRow[], reference: number | null = null) =>
    distribution({
      ...common,
      rows,
      quartiles: null,
      reference: reference === null ? null : { name: 'whole', quantity: quantity(reference) },
    })

  it('names a reference beyond the scale, and draws one within', () => {
    const rows = [spread('a', 10), spread('b', 20)]
    expect(textsOf(svgOf(draw(rows, 9000)))).toContain('BEYOND whole 9,000 亿元')
    expect(textsOf(svgOf(draw(rows, 15)))).toContain('whole 15 亿元')
  })

  it('shows bounds, doubts and selected places by marks of their own', () => {
    const picture = draw([
      spread('a', 10, { quantity: quantity(10, 'at_least') }),
      spread('b', 20, { conflict: true, slot: 1 }),
    ])
    const [a, b] = marksOf(picture, 'marks')
    expect(a?.names).toContain('x-open')
    expect(b?.names).toContain('conflict-in')
    expect(b?.shapes.find((shape) => shape.name === 'point')?.style?.['fill']).toBe(theme.places[1])
  })

  it('stands larger figures further right', () => {
    const marks = marksOf(draw([spread('a', 30), spread('b', 10), spread('c', 20)]), 'marks')
    const at = new Map(marks.map((m) => [m.id, m.shapes.find((s) => s.name === 'point')?.shape?.['cx'] ?? NaN]))
    expect([...at].sort((p, q) => p[1] - q[1]).map(([id]) => id)).toEqual(['b', 'c', 'a'])
  })

  it('refuses several measures and no figures, survives equal ones and hostile names', () => {
    expect(() => draw([])).toThrow(/0 measures/)
    expect(() => draw([spread('a', 1), spread('b', 1, { quantity: quantity(1, 'exact', GE) })])).toThrow(/2 measures/)
    const svg = svgOf(draw([spread('a', 0, { name: HOSTILE }), spread('b', 0)]))
    expect(svg).not.toMatch(/NaN|Infinity|<img/)
  })
})

describe('beeswarm', () => {
  it('keeps points apart while there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 18 }), (xs) => {
        const ys = beeswarm(xs, 10, 400)
        expect(ys).toHaveLength(xs.length)
        xs.forEach((x, i) =>
          xs.slice(0, i).forEach((other, j) => {
            expect(Math.hypot(x - other, (ys[i] ?? 0) - (ys[j] ?? 0))).toBeGreaterThanOrEqual(9.99)
          }),
        )
      }),
    )
  })

  it('leaves points that do not meet on the line', () => {
    expect(beeswarm([0, 50, 100], 10, 30)).toEqual([0, 0, 0])
  })
})

describe('scatter', () => {
  const row = (id: string, x: number, y: number) => ({
    id,
    name: `name-${id}`,
    x: quantity(x, 'at_least'),
    y: quantity(y, 'at_most', GE),
    slot: null,
    conflict: false,
    lines: [],
  })
  const draw = (rows: ReturnType<typeof row>[]) => scatter({ ...common, rows, names: { x: 'first', y: 'second' } })

  it('draws either bound along its own axis, larger to the right and up', () => {
    const [a, b] = marksOf(draw([row('a', 1, 9), row('b', 3, 2)]), 'marks')
    expect(a?.names).toEqual(expect.arrayContaining(['x-open', 'y-open']))
    const at = (mark: typeof a) => mark?.shapes.find((shape) => shape.name === 'point')?.shape
    expect(at(a)?.['cx']).toBeLessThan(at(b)?.['cx'] ?? 0)
    expect(at(a)?.['cy']).toBeLessThan(at(b)?.['cy'] ?? 0)
  })

  it('names both axes with their units, and no line goes through the points', () => {
    const texts = textsOf(svgOf(draw([row('a', 1, 9), row('b', 3, 2)])))
    expect(texts).toEqual(expect.arrayContaining(['↑ second · 个', 'first · 亿元 →', 'name-a', 'name-b']))
  })

  it('refuses to draw nothing', () => {
    expect(() => draw([])).toThrow(/0 measures/)
  })
})

describe('slope', () => {
  const row = (code: string, from: number, to: number) => ({
    code,
    name: `name-${code}`,
    from: { id: `${code}-1`, quantity: quantity(from), conflict: false, lines: [] },
    to: { id: `${code}-2`, quantity: quantity(to, 'at_least'), conflict: true, lines: [] },
    change: `CHANGE ${code}`,
    slot: null,
  })
  const draw = () => slope({ ...common, years: { from: 2011, to: 2015 }, rows: [row('b', 5, 9), row('a', 9, 5)] })

  it('keeps the order given, with the change of each in words', () => {
    for (const width of [700, 340]) {
      const texts = textsOf(svgOf(draw(), width)).filter((text) => /^(name|CHANGE)/.test(text))
      expect(texts).toEqual(['name-b', 'CHANGE b', 'name-a', 'CHANGE a'])
    }
  })

  it('has a mark for either figure, with its bound and its doubt', () => {
    const marks = marksOf(draw(), 'marks')
    expect(marks.map((mark) => mark.id)).toEqual(['b-2', 'b-1', 'a-2', 'a-1'])
    expect(marks[0]?.names).toEqual(expect.arrayContaining(['x-open', 'conflict-in', 'shaft']))
  })
})
