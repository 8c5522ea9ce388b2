import { expect, it } from 'vitest'
import { slopeOf } from './slope.ts'

it('is what a straight line rises by', () => {
  expect(slopeOf([20, 40, 60].map((x) => [x, 7 + 3 * x]))).toBeCloseTo(3)
})

it('is nothing where nothing rises, or too little is known', () => {
  expect(slopeOf([0, 20, 40].map((x) => [x, 5]))).toBe(0)
  expect(slopeOf([[1, 9]])).toBe(0)
  expect(slopeOf([])).toBe(0)
})
