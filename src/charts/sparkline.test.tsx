import { render } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, PERCENT, period, periods, quantities, quantity } from '../../tests/fixtures.ts'
import { historiesOf, type History } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { Sparkline } from './Sparkline.tsx'
import { sparkline } from './sparkline.ts'

const BOX = { width: 7, height: 1.6, margin: 0.3 }
const year = (at: string, value: number, more: Partial<Observation> = {}): Observation =>
  observation({ id: `${at}-${value}`, period: period(at), quantity: quantity(value), ...more })
function history(...figures: readonly Observation[]): History {
  const [only] = historiesOf(figures, () => '')
  if (!only) throw new Error('a history without a figure')
  return only
}
const plans: readonly Observation[] = []

describe('sparkline', () => {
  it('stays inside its box and draws a segment a join, whatever the figures', () => {
    const figures = fc.array(fc.record({ period: periods, quantity: quantities }), { minLength: 1, maxLength: 12 })
    const years = fc.option(fc.constant({ from: 2010, to: 2020 }))
    fc.assert(
      fc.property(figures, years, (rows, range) => {
        const of = history(...rows.map((row, i) => observation({ id: `o-${i}`, ...row })))
        const shapes = sparkline(of, [], range, BOX)
        expect(shapes.lines).toHaveLength(of.joins.length)
        expect(shapes.dots).toHaveLength(of.points.length)
        expect(shapes.bars).toHaveLength(of.spans.length)
        const xs = [
          ...shapes.dots.map((d) => d.x),
          ...shapes.bars.flatMap((b) => [b.x1, b.x2]),
          ...shapes.lines.flatMap((l) => [l.x1, l.x2]),
        ]
        const ys = [
          ...shapes.dots.map((d) => d.y),
          ...shapes.bars.map((b) => b.y),
          ...shapes.lines.flatMap((l) => [l.y1, l.y2]),
        ]
        for (const x of xs) expect(x >= BOX.margin - 1e-9 && x <= BOX.width - BOX.margin + 1e-9).toBe(true)
        for (const y of ys) expect(y >= BOX.margin - 1e-9 && y <= BOX.height - BOX.margin + 1e-9).toBe(true)
      }),
    )
  })

  it('holds zero, but not for a rate', () => {
    const rate = (at: string, value: number) =>
      year(at, value, { quantity: quantity(value, 'exact', { ...PERCENT, measure: 'percent' }) })
    const lowest = (of: History) => Math.max(...sparkline(of, plans, null, BOX).dots.map((d) => d.y))
    expect(lowest(history(year('2019', 50), year('2020', 100)))).toBeLessThan(BOX.height - BOX.margin)
    expect(lowest(history(rate('2019', 50), rate('2020', 100)))).toBeCloseTo(BOX.height - BOX.margin)
  })

  it('leaves gaps, and draws totals as bars', () => {
    const total = year('x', 3, { period: period('2015', '2018') })
    const shapes = sparkline(history(year('2018', 1), year('2019', 2), year('2021', 3), total), plans, null, BOX)
    expect(shapes.lines).toHaveLength(1)
    expect(shapes.bars).toHaveLength(1)
    expect(shapes.bars[0]?.x2).toBeGreaterThan(shapes.bars[0]?.x1 ?? 0)
  })

  it('runs from year to year of a list', () => {
    const of = history(year('2015', 1))
    const x = (from: number, to: number) => sparkline(of, plans, { from, to }, BOX).dots[0]?.x ?? 0
    expect(x(2015, 2024)).toBeLessThan(1)
    expect(x(2006, 2015)).toBeGreaterThan(6)
  })

  it('knows what ends last, and marks targets for a year', () => {
    const of = history(year('2018', 1), year('2020', 2))
    const goals = [
      year('2025', 9, { role: 'target', period: period(null, '2025') }),
      year('x', 5, { role: 'target', period: period('2021', '2025') }),
    ]
    const shapes = sparkline(of, goals, null, BOX)
    expect(shapes.last).toBe('2020-2')
    expect(shapes.diamonds.map((d) => d.id)).toEqual(['2025-9'])
  })
})

describe('Sparkline', () => {
  it('is hidden from assistive technology, its last point larger', () => {
    const { container } = render(<Sparkline history={history(year('2019', 1), year('2020', 2))} role="actual" />)
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
    const radii = [...container.querySelectorAll('circle')].map((c) => Number(c.getAttribute('r')))
    expect(radii[1]).toBeGreaterThan(radii[0] ?? 0)
  })

  it('draws nothing of nothing', () => {
    const undated = history(year('x', 1, { period: period(null) }))
    expect(render(<Sparkline history={undated} role="actual" />).container).toBeEmptyDOMElement()
  })
})
