import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOf, MAX_CLASSES, quantileClasses, rampStep } from './classes.ts'

const value = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
const values = fc.array(value, { maxLength: 40 })
const lows = (of: readonly number[]) => quantileClasses(of).map((c) => c.low)

describe('quantileClasses', () => {
  it('counts each value once', () => {
    fc.assert(
      fc.property(values, (of) => {
        expect(quantileClasses(of).reduce((sum, c) => sum + c.count, 0) === of.length).toBe(true)
      }),
    )
  })

  it('ascends without overlap, in at most five', () => {
    fc.assert(
      fc.property(values, (of) => {
        const classes = quantileClasses(of)
        expect(classes.length).toBeLessThanOrEqual(MAX_CLASSES)
        const ends = classes.flatMap((c) => [c.low, c.high])
        expect(ends).toEqual([...ends].sort((a, b) => a - b))
        expect(new Set(lows(of)).size).toBe(classes.length)
      }),
    )
  })

  it('puts each value between the ends of its class', () => {
    fc.assert(
      fc.property(values, (of) => {
        const classes = quantileClasses(of)
        for (const v of of) {
          const its = classes[classOf(v, classes)]
          expect(its && its.low <= v && v <= its.high).toBe(true)
        }
      }),
    )
  })

  it('has no empty class', () => {
    fc.assert(
      fc.property(values, (of) => {
        expect(quantileClasses(of).every((c) => c.count > 0)).toBe(true)
      }),
    )
  })

  it('does not depend on the order of values', () => {
    const twice = values.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })))
    fc.assert(
      fc.property(twice, ([a, b]) => {
        expect(quantileClasses(a)).toEqual(quantileClasses(b))
      }),
    )
  })

  it('ends at values that some place has', () => {
    fc.assert(
      fc.property(values, (of) => {
        expect(quantileClasses(of).every((c) => of.includes(c.low) && of.includes(c.high))).toBe(true)
      }),
    )
  })

  it('gives each of five different values a class of its own', () => {
    expect(quantileClasses([3, 1, -2, 3, 9, 4])).toEqual(
      [
        [-2, 1],
        [1, 1],
        [3, 2],
        [4, 1],
        [9, 1],
      ].map(([v, count]) => ({ low: v, high: v, count })),
    )
  })

  it('spreads many values evenly', () => {
    const many = Array.from({ length: 100 }, (_, i) => i)
    expect(quantileClasses(many).map((c) => c.count)).toEqual([20, 20, 20, 20, 20])
  })

  it('keeps ties together: fewer classes, never wrong ones', () => {
    expect(lows([0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5])).toEqual([0, 3])
  })

  it('makes one class of equal values or of a single one', () => {
    expect(quantileClasses([7, 7, 7])).toEqual([{ low: 7, high: 7, count: 3 }])
    expect(quantileClasses([-7])).toEqual([{ low: -7, high: -7, count: 1 }])
  })

  it('makes none of no values', () => {
    expect(quantileClasses([])).toEqual([])
  })

  it.each([NaN, Infinity, -Infinity])('throws a RangeError on %s', (bad) => {
    expect(() => quantileClasses([1, bad])).toThrow(RangeError)
  })
})

describe('classOf', () => {
  it('gives values beyond the ends to the end classes', () => {
    const classes = quantileClasses([10, 20, 30])
    expect([classOf(-5, classes), classOf(99, classes)]).toEqual([0, 2])
  })
})

describe('rampStep', () => {
  it.each([
    [1, [2]],
    [2, [0, 4]],
    [3, [0, 2, 4]],
    [4, [0, 1, 3, 4]],
    [5, [0, 1, 2, 3, 4]],
  ])('spreads %i classes over the ramp', (count, steps) => {
    expect(steps.map((_, index) => rampStep(index, count))).toEqual(steps)
  })
})
