import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textEms } from './theme.ts'
import { niceTicks } from './ticks.ts'
import { keepApart, placeLabels } from './time-axis.ts'

describe('niceTicks', () => {
  it('covers the largest value from zero in few even steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (max) => {
        const ticks = niceTicks(max)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-9))
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('takes round steps', () => {
    expect(niceTicks(172)).toEqual([0, 100, 200])
    expect(niceTicks(0.3)).toEqual([0, 0.1, 0.2, 0.3])
  })

  it('refuses an axis to nowhere', () => {
    expect(() => niceTicks(0)).toThrow(/axis up to 0/)
  })
})

describe('keepApart', () => {
  it('keeps order and distance, and the middle of a crowd', () => {
    expect(keepApart([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 300, max: 700 }), { maxLength: 20 }), (values) => {
        const moved = keepApart(
          [...values].sort((a, b) => a - b),
          10,
          0,
          1000,
        )
        expect(moved).toHaveLength(values.length)
        moved.forEach((at, i) => expect(at - (moved[i - 1] ?? -Infinity)).toBeGreaterThanOrEqual(10 - 1e-6))
      }),
    )
  })

  it('moves nothing that has room', () => {
    expect(keepApart([10, 30, 80], 10, 0, 100)).toEqual([10, 30, 80])
  })
})

describe('placeLabels', () => {
  const box = { width: 40, height: 14 }

  it('lets no two labels overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 })), { maxLength: 25 }),
        (points) => {
          const placed = placeLabels(
            points.map(([x, y]) => ({ ...box, x, y })),
            [],
            300,
          ).filter((p) => p !== null)
          for (const [i, a] of placed.entries()) {
            for (const b of placed.slice(i + 1))
              expect(Math.abs(a.x - b.x) >= 40 || Math.abs(a.y - b.y) >= 14).toBe(true)
          }
        },
      ),
    )
  })

  it('moves a label off a mark', () => {
    const [label] = placeLabels([{ ...box, x: 100, y: 50 }], [{ x: 110, y: 50, width: 8, height: 40 }], 300)
    expect(label?.x).toBeLessThan(100)
  })
})

describe('textEms', () => {
  it('counts wide characters as one em', () => {
    expect(textEms('亿元')).toBe(2)
    expect(textEms('12')).toBeLessThan(1.5)
  })
})
