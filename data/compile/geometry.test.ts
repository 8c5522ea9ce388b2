import { expect, test } from 'vitest'
import { contains, labelPoint, polygonArea, signedArea } from './geometry.ts'

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
] as const
const HOLE = [
  [0.2, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
  [0.8, 0.2],
  [0.2, 0.2],
] as const

test('area is positive anticlockwise, in km², and holes are taken off', () => {
  expect(signedArea(SQUARE)).toBeCloseTo(111.2 ** 2)
  expect(signedArea(HOLE)).toBeLessThan(0)
  expect(polygonArea([SQUARE, HOLE])).toBeCloseTo(111.2 ** 2 - signedArea(HOLE) * -1)
})

test('a point in a hole is outside', () => {
  expect(contains([SQUARE], [0.5, 0.5])).toBe(true)
  expect(contains([SQUARE, HOLE], [0.5, 0.5])).toBe(false)
  expect(contains([SQUARE, HOLE], [0.1, 0.5])).toBe(true)
})

test('a label stands in the largest part, off its hole', () => {
  const small = SQUARE.map(([x, y]) => [x / 10 + 5, y / 10] as const)
  const point = labelPoint([[small], [SQUARE, HOLE]])
  expect(point && contains([SQUARE, HOLE], point)).toBe(true)
  expect(labelPoint([])).toBeNull()
})
