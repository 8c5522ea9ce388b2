import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { COLUMNS } from '../../data/compile/rows.ts'
import { outlines } from './geometry.ts'
import { figuresOf, indicatorAt, placeAt, type Size } from './invented.ts'
import { lineOf, smallTables } from './write.ts'

const SIZE: Size = { places: 16, indicators: 10, years: 25, seed: 7 }
const all = (size: Size) =>
  Array.from({ length: size.places }, (_, place) =>
    Array.from({ length: size.indicators }, (_i, at) => figuresOf(place, at, size)),
  ).flat(2)

test('the same seed gives the same figures, another seed others', () => {
  expect(figuresOf(3, 2, SIZE)).toEqual(figuresOf(3, 2, SIZE))
  expect(figuresOf(3, 2, { ...SIZE, seed: 8 })).not.toEqual(figuresOf(3, 2, SIZE))
})

test('a small package is the beginning of a large one', () => {
  expect(figuresOf(3, 2, { ...SIZE, places: 2900 })).toEqual(figuresOf(3, 2, SIZE))
})

test('no id and no place comes twice, and every name says that it is made up', () => {
  const ids = all(SIZE).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const places = Array.from({ length: 2900 }, (_, at) => placeAt(at))
  expect(new Set(places.map(({ zh }) => zh)).size).toBe(2900)
  expect(places.every(({ zh, en }) => zh.startsWith('虚') && en.startsWith('Xu '))).toBe(true)
})

test('there are gaps, every kind of bound, targets, notes and sources that disagree', () => {
  const figures = all({ ...SIZE, places: 300 })
  const full = 300 * SIZE.indicators * SIZE.years
  const annual = figures.filter(({ role }) => role !== 'target').length
  expect(annual / full).toBeGreaterThan(0.6)
  expect(annual / full).toBeLessThan(0.8)
  expect(new Set(figures.map(({ bound }) => bound)).size).toBe(5)
  expect(figures.some(({ role, span }) => role === 'target' && span !== null)).toBe(true)
  expect(figures.some(({ note }) => note !== '')).toBe(true)
  expect(figures.some(({ id, certainty }) => certainty === 'inferred-date' && Number(id.slice(-5)) % 2 === 1)).toBe(
    true,
  )
})

test('a line has the columns of the table, each in its place', () => {
  const figure = figuresOf(0, 0, SIZE).find(({ role }) => role === 'target')
  if (!figure) throw new Error('no target')
  const [cells = []] = parse(lineOf('900001', 'made_up_001', 'cny_yi', figure))
  const row = Object.fromEntries(COLUMNS.observations.map((column, i) => [column, cells[i]]))
  expect(cells).toHaveLength(COLUMNS.observations.length)
  expect(row).toMatchObject({ id: figure.id, place: '900001', unit: 'cny_yi', as_printed: figure.printed, event: '' })
  expect(row).toMatchObject({ span_start: String(figure.span?.[0]), span_end: String(figure.span?.[1]) })
})

test('every source that a figure names is in its table', () => {
  const known = new Set(smallTables(SIZE).sources.map(({ id }) => id))
  expect(all(SIZE).every(({ source }) => known.has(source))).toBe(true)
})

test('outlines close, run anticlockwise, and share their sides with their neighbours', () => {
  const rings = outlines(16, 7)
  for (const ring of rings) {
    expect(ring.at(-1)).toEqual(ring[0])
    const doubled = ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0)
    expect(doubled).toBeGreaterThan(0)
  }
  const corners = (at: number): Set<string> => new Set(rings[at]?.map(String))
  const shared = [...corners(0)].filter((corner) => corners(1).has(corner))
  expect(shared).toHaveLength(9)
})

test('the first indicator is one that the package can open with', () => {
  expect(indicatorAt(0)).toMatchObject({ role: 'actual', targeted: true })
})
