import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, range } from '../../tests/fixtures.ts'
import { figureColumns, harmless } from './columns.ts'
import { exportAtlas } from './testing/exhibit.ts'

describe('the columns of a figure', () => {
  const columns = figureColumns(exportAtlas())
  const cells = (o = observation()) => Object.fromEntries(columns.map((column) => [column.id, column.cellOf(o)]))

  it('keep number, bound, unit, period and source apart', () => {
    const o = observation({ quantity: range(2, 3), sources: ['s-1', 's-2'], span: [4, 9] })
    expect(cells(o)).toMatchObject({
      place: 'District a',
      place_code: 'a',
      indicator: 'GDP',
      period_start: '2020',
      bound: 'range',
      value: 2,
      value_high: 3,
      unit: 'CNY 100m',
      base_value: 2e8,
      source: 'Bulletin, 2020; =cmd()',
      publisher: 'Office',
      url: 'https://s.example/1',
      span_start: 4,
      span_end: 9,
    })
  })

  it('leave empty what is not on record', () => {
    expect(cells()).toMatchObject({ value_high: null, span_start: null, scope: '', event: '' })
  })

  it('of a derived figure name the figures it comes from, and their sources', () => {
    expect(cells(observation({ parents: ['p-1', 'p-2'], sources: ['s-1', 's-2'] }))).toMatchObject({
      derived: 'derived: p-1, p-2',
      source: 'Bulletin, 2020; =cmd()',
    })
  })

  it('have the same order and other headings in Chinese', () => {
    const chinese = figureColumns(exportAtlas('zh-CN'))
    expect(chinese.map(({ id }) => id)).toEqual(columns.map(({ id }) => id))
    expect(chinese.every(({ heading }, i) => heading !== '' && heading !== columns[i]?.heading)).toBe(true)
  })
})

describe('a harmless cell', () => {
  it('never begins a formula, and keeps its text', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''), fc.string(), (first, rest) => {
        const cell = String(harmless(first + rest))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect(cell.endsWith(first + rest)).toBe(true)
      }),
    )
  })

  it('stays a number', () => {
    expect(harmless(-4.2)).toBe(-4.2)
    expect(harmless(null)).toBe(null)
  })
})
