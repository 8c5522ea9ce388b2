import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blockingTime, frameRate, median, ratio, spread } from './stats.ts'

it('is the middle of what is known', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 9])).toBe(3)
  expect(median([null, 7, null])).toBe(7)
  expect(median([])).toBeNaN()
  expect(median([null])).toBeNaN()
})

it('has as many values below as above', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values)
      const below = values.filter((value) => value < middle).length
      const above = values.filter((value) => value > middle).length
      expect(below).toBeLessThanOrEqual(values.length / 2)
      expect(above).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})

it('tells how far values lie apart', () => {
  expect(spread([3, null, 1])).toEqual([1, 3])
  expect(spread([null])).toBeNull()
})

it('compares only what can be compared', () => {
  expect(ratio(3, 4)).toBe(0.75)
  expect(ratio(3, 0)).toBeNull()
  expect(ratio(Number.NaN, 4)).toBeNull()
})

it('counts of long tasks what lies beyond 50 ms, from one time to another', () => {
  const tasks = [
    { start: 10, duration: 300 },
    { start: 100, duration: 50 },
    { start: 200, duration: 90 },
    { start: 300, duration: 51 },
    { start: 999, duration: 400 },
  ]
  expect(blockingTime(tasks, 100, 500)).toBe(41)
})

it('counts frames by the time between them', () => {
  expect(frameRate([0, 20, 40, 60])).toBe(50)
  expect(frameRate([5])).toBe(0)
  expect(frameRate([])).toBe(0)
})
