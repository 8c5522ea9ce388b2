import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../projection.ts'
import { leaderOf, lineMeets, linesCross, overOthers, type Leader } from './leader.ts'
import { WATER, type Terrain } from './terrain.ts'

const em = 20
/** Place 1 is a square of 100 pixels from the corner (400, 300); right of it lies place 2. */
const terrain: Terrain = {
  at: (x, y) => (y < 300 || y > 400 || x < 400 || x > 600 ? WATER : x > 500 ? 2 : 1),
  numberOf: Number,
}
const line = (x1: number, y1: number, x2: number, y2: number): Leader => ({ from: [x1, y1], to: [x2, y2] })

describe('a leader', () => {
  it('goes from the label’s edge a little way into its land', () => {
    const beside = leaderOf(1, { x: 200, y: 320, width: 100, height: 48 }, [450, 350], em, terrain)
    expect(beside.from).toEqual([300, 350])
    expect(beside.to[1]).toBe(350)
    expect(beside.to[0]).toBeGreaterThan(405)
    expect(beside.to[0]).toBeLessThan(430)
    const above = leaderOf(1, { x: 380, y: 180, width: 100, height: 48 }, [450, 350], em, terrain)
    expect(above.from).toEqual([450, 228])
    expect(above.to[1]).toBeLessThan(330)
  })
  it('goes to the place’s point where no land is seen on the way', () => {
    expect(leaderOf(7, { x: 200, y: 320, width: 100, height: 48 }, [450, 350], em, terrain).to).toEqual([450, 350])
  })
  it('knows how far it runs over others’ land', () => {
    expect(overOthers(1, line(700, 350, 450, 350), em, terrain)).toBeCloseTo(100, -1)
    expect(overOthers(1, line(300, 350, 450, 350), em, terrain)).toBe(0)
  })
  const spot = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  const box = { x: 30.5, y: 40.5, width: 30, height: 20 }
  /** Whether one of many points along the way lies in the box; a corner cut by less than a step may be missed. */
  const passes = ([ax, ay]: Point, [bx, by]: Point): boolean =>
    Array.from({ length: 2001 }, (_, i) => i / 2000).some((t) => {
      const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)]
      return x > 30.5 && x < 60.5 && y > 40.5 && y < 60.5
    })
  it('meets a box where one of its points lies in it', () => {
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        fc.pre(passes(a, b))
        expect(lineMeets(line(...a, ...b), box)).toBe(true)
      }),
    )
  })
  it('meets no box that it passes by', () => {
    const within = { ...box, x: 31.5, y: 41.5, width: 28, height: 18 }
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        fc.pre(!passes(a, b))
        expect(lineMeets(line(...a, ...b), within)).toBe(false)
      }),
    )
  })
  it('crosses another or not', () => {
    expect(linesCross(line(0, 0, 10, 10), line(0, 10, 10, 0))).toBe(true)
    expect(linesCross(line(0, 0, 10, 10), line(20, 0, 11, 10))).toBe(false)
    expect(linesCross(line(0, 0, 10, 0), line(0, 5, 10, 5))).toBe(false)
  })
})
