import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { place } from '../../../tests/fixtures.ts'
import type { Place } from '../../model/place.ts'
import {
  indicatorLines,
  indicatorOf,
  OTHERS,
  placeLines,
  placeOf,
  REST,
  themeLines,
  yearLines,
  yearOf,
} from './lines.ts'
import { matrixOf, tintOf, TINTS, type Cell } from './matrix.ts'

const PLACES: readonly Place[] = [place('city', 'city'), place('a'), place('b'), place('z', 'zone'), place('y', 'zone')]
const CATALOG = { places: PLACES, city: 'city', themes: [{ id: 'economy', name: { zh: '', en: '' } }] }
const CELLS: readonly Cell[] = [
  ['a', 'gdp', null, 1],
  ['a', 'gdp', 2020, 3],
  ['a', 'jobs', 2020, 1],
  ['city', 'gdp', 2022, 4],
  ['y', 'gdp', 2020, 1],
  ['z', 'jobs', 2022, 2],
]
const keys = (lines: readonly { readonly key: string }[]) => lines.map((line) => line.key)
const themeOf = (id: string) => (id === 'gdp' ? 'economy' : '')

describe('places as lines', () => {
  it('are the city, every district, then one line for the others', () => {
    const lines = placeLines(CATALOG, CELLS, [], false)
    expect(keys(lines)).toEqual(['city', 'a', 'b', OTHERS])
    expect(lines.at(-1)?.members).toEqual(['z', 'y'])
  })

  it('follow their group where it is unfolded', () => {
    expect(keys(placeLines(CATALOG, CELLS, [], true))).toEqual(['city', 'a', 'b', OTHERS, 'z', 'y'])
  })

  it('begin with the selected ones, which leave their group', () => {
    const lines = placeLines(CATALOG, CELLS, ['z', 'b'], true)
    expect(keys(lines)).toEqual(['z', 'b', 'city', 'a', OTHERS, 'y'])
    expect(lines[0]?.within).toBeUndefined()
  })

  it('keep a place that the catalog lacks', () => {
    expect(keys(placeLines(CATALOG, [['ghost', 'gdp', 2020, 1]], [], true))).toEqual([
      'city',
      'a',
      'b',
      OTHERS,
      'ghost',
    ])
  })
})

describe('the other lines', () => {
  it('are years in order, the unstated first', () => {
    expect(keys(yearLines(CELLS))).toEqual(['', '2020', '2022'])
  })

  it('are the indicators with most figures, then the rest in one', () => {
    const lines = indicatorLines(CELLS, 1)
    expect(keys(lines)).toEqual(['gdp', REST])
    expect(lines[1]?.members).toEqual(['jobs'])
    expect(keys(indicatorLines(CELLS, 2))).toEqual(['gdp', 'jobs'])
  })

  it('are themes, with one more only where an indicator has none', () => {
    expect(keys(themeLines(CATALOG, CELLS, themeOf))).toEqual(['economy', ''])
    expect(keys(themeLines(CATALOG, CELLS, () => 'economy'))).toEqual(['economy'])
  })
})

describe('the matrix', () => {
  it('counts what stands in a row and a column', () => {
    const rows = placeLines(CATALOG, CELLS, [], false)
    const matrix = matrixOf(CELLS, rows, yearLines(CELLS), placeOf, yearOf)
    expect(matrix.counts).toEqual([
      [0, 0, 4],
      [1, 4, 0],
      [0, 0, 0],
      [0, 1, 2],
    ])
    expect(matrix.rowTotals).toEqual([4, 5, 0, 3])
    expect(matrix.columnTotals).toEqual([1, 5, 6])
    expect(matrix.total).toBe(12)
  })

  it('takes its largest count from single places, not from groups', () => {
    const cells: readonly Cell[] = [
      ['a', 'gdp', 2020, 3],
      ['y', 'gdp', 2020, 2],
      ['z', 'gdp', 2020, 2],
    ]
    expect(matrixOf(cells, placeLines(CATALOG, cells, [], false), yearLines(cells), placeOf, yearOf).max).toBe(3)
  })

  const anyCells: fc.Arbitrary<readonly Cell[]> = fc.array(
    fc.tuple(
      fc.constantFrom('city', 'a', 'b', 'y', 'z', 'ghost'),
      fc.constantFrom('gdp', 'jobs', 'area', 'parks'),
      fc.oneof(fc.constant<number | null>(null), fc.integer({ min: 2004, max: 2040 })),
      fc.integer({ min: 1, max: 200 }),
    ),
  )
  const anySelection = fc.subarray(['city', 'a', 'z', 'nowhere'])

  it('has totals that equal the sum of the cells, whatever the grouping', () => {
    fc.assert(
      fc.property(anyCells, anySelection, fc.boolean(), fc.nat(5), (cells, selected, unfolded, limit) => {
        const places = placeLines(CATALOG, cells, selected, unfolded)
        const all = cells.reduce((sum, cell) => sum + cell[3], 0)
        const byTheme = (cell: Cell) => themeOf(cell[1])
        for (const matrix of [
          matrixOf(cells, places, yearLines(cells), placeOf, yearOf),
          matrixOf(cells, places, themeLines(CATALOG, cells, themeOf), placeOf, byTheme),
          matrixOf(cells, indicatorLines(cells, limit), places, indicatorOf, placeOf),
        ]) {
          expect(matrix.total).toBe(all)
        }
        const matrix = matrixOf(cells, places, yearLines(cells), placeOf, yearOf)
        expect(matrix.columnTotals.reduce((sum, n) => sum + n, 0)).toBe(all)
        for (const [i, line] of places.entries()) {
          const own = cells.filter((cell) => line.members.includes(cell[0])).reduce((sum, cell) => sum + cell[3], 0)
          expect(matrix.rowTotals[i]).toBe(own)
        }
      }),
    )
  })
})

describe('the tint of a count', () => {
  it('is none where there is nothing', () => {
    expect(tintOf(0, 10)).toBeNull()
  })

  it('grows with the count, from the first step to the last', () => {
    expect([1, 2, 5, 20, 60].map((count) => tintOf(count, 60))).toEqual([0, 0, 1, 3, 4])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const steps = [tintOf(low, high) ?? -1, tintOf(high, high) ?? -1] as const
        expect(steps[0]).toBeLessThanOrEqual(steps[1])
        expect(steps.every((step) => step >= 0 && step < TINTS)).toBe(true)
      }),
    )
  })
})
