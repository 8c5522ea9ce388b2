import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  classify,
  classOf,
  equalClasses,
  MAX_CLASSES,
  naturalClasses,
  quantileClasses,
  rampStep,
  type Class,
} from './classes.ts'

const value = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
const values = fc.array(value, { maxLength: 40 })
const lows = (of: readonly number[]) => quantileClasses(of).map((c) => c.low)

const METHODS: readonly (readonly [string, (of: readonly number[]) => readonly Class[]])[] = [
  ['quantileClasses', quantileClasses],
  ['equalClasses', equalClasses],
  ['naturalClasses', naturalClasses],
  ['classify', (of) => classify(of, false).classes],
  ['classify of rates', (of) => classify(of, true).classes],
]

describe.each(METHODS)('%s', (_, classesOf) => {
  it('counts each value once', () => {
    fc.assert(
      fc.property(values, (of) => {
        expect(classesOf(of).reduce((sum, c) => sum + c.count, 0) === of.length).toBe(true)
      }),
    )
  })

  it('ascends without overlap, in at most five', () => {
    fc.assert(
      fc.property(values, (of) => {
        const classes = classesOf(of)
        expect(classes.length).toBeLessThanOrEqual(MAX_CLASSES)
        const ends = classes.flatMap((c) => [c.low, c.high])
        expect(ends).toEqual([...ends].sort((x, y) => x - y))
        expect(new Set(classes.map((c) => c.low)).size).toBe(classes.length)
      }),
    )
  })

  it('puts each value between the ends of its class, equal values in the same', () => {
    fc.assert(
      fc.property(values, (of) => {
        const classes = classesOf(of)
        for (const v of of) {
          const its = classes[classOf(v, classes)]
          expect(its && its.low <= v && v <= its.high).toBe(true)
        }
      }),
    )
  })

  it('has no empty class, and ends at values that some place has', () => {
    fc.assert(
      fc.property(values, (of) => {
        expect(
          classesOf(of).every((c) => c.count > 0 && of.some((v) => v === c.low) && of.some((v) => v === c.high)),
        ).toBe(true)
      }),
    )
  })

  it('does not depend on the order of values', () => {
    const twice = values.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })))
    fc.assert(
      fc.property(twice, ([x, y]) => {
        expect(classesOf(x)).toEqual(classesOf(y))
      }),
    )
  })

  it('makes one class of equal values or of a single one, none of no values', () => {
    expect(classesOf([7, 7, 7])).toEqual([{ low: 7, high: 7, count: 3 }])
    expect(classesOf([-7])).toEqual([{ low: -7, high: -7, count: 1 }])
    expect(classesOf([])).toEqual([])
  })

  it.each([NaN, Infinity, -Infinity])('throws a RangeError on %s', (bad) => {
    expect(() => classesOf([1, bad])).toThrow(RangeError)
  })
})

describe('quantileClasses', () => {
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
})

describe('equalClasses', () => {
  it('are of one width', () => {
    expect(equalClasses([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).map((c) => c.low)).toEqual([0, 2, 4, 6, 8])
  })

  it('leave empty ones out', () => {
    expect(equalClasses([0, 1, 2, 3, 4, 100])).toEqual([
      { low: 0, high: 4, count: 5 },
      { low: 100, high: 100, count: 1 },
    ])
  })
})

describe('naturalClasses', () => {
  it('keep likes together', () => {
    expect(naturalClasses([1, 2, 50, 51, 100, 101, 500, 900]).map((c) => [c.low, c.high])).toEqual([
      [1, 2],
      [50, 51],
      [100, 101],
      [500, 500],
      [900, 900],
    ])
  })
})

describe('the choice of a method', () => {
  const method = (of: readonly number[], rate = false) => classify(of, rate).method

  it('is each value for itself up to five', () => {
    expect(method([3, 1, 3, 2, 4, 5])).toBe('each')
  })

  it('is equal steps for rates that fill them', () => {
    expect(method([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], true)).toBe('equal')
    expect(method([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe('natural')
  })

  it('is natural breaks for rates that leave a step empty', () => {
    expect(method([1, 2, 3, 4, 5, 6, 7, 8, 50], true)).toBe('natural')
    expect(method([1, 2, 3, 4, 30, 31, 32, 100], true)).toBe('natural')
  })

  it('is quantiles where one natural class would hold most places', () => {
    const crowded = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 100, 300, 600, 1000]
    expect(naturalClasses(crowded)[0]?.count).toBe(11)
    expect(method(crowded)).toBe('quantile')
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
