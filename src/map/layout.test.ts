import { describe, expect, it } from 'vitest'
import type { Boundaries } from '../model/pack.ts'
import { geometryOf } from './geometry.ts'
import { boundaries } from './fixture.ts'
import { coversLand, layoutMap, shiftLayout, type Reserved } from './layout.ts'
import { boxToScreen } from './projection.ts'

/** Land as a diagonal band from north-west to south-east with an island: two corners are sea, as on many coasts. */
const coast: Boundaries = {
  ...boundaries,
  districts: [
    {
      code: 'a',
      polygons: [
        [
          [
            [0, 0],
            [0.6, 0],
            [0.7, 0.5],
            [0.3, 0.8],
            [0, 0.5],
            [0, 0],
          ],
        ],
      ],
    },
    {
      code: 'b',
      polygons: [
        [
          [
            [0.25, 1],
            [0.4, 1],
            [0.95, 0.6],
            [0.9, 0.5],
            [0.25, 0.9],
            [0.25, 1],
          ],
        ],
      ],
    },
    {
      code: 'c',
      polygons: [
        [
          [
            [0.3, 0.3],
            [0.4, 0.3],
            [0.4, 0.4],
            [0.3, 0.4],
            [0.3, 0.3],
          ],
        ],
      ],
    },
  ],
}
const title: Reserved = { corner: 'top-left', width: 260, height: 91 }

describe('layoutMap', () => {
  const geometry = geometryOf(coast)
  for (const aspect of [0.7, 0.8, 1, 1.22, 1.6, 2.2]) {
    for (const reserved of [[], [title]]) {
      it(`hides no land at an aspect of ${aspect}${reserved.length ? ' with a title' : ''}`, () => {
        const height = Math.round(Math.sqrt(500_000 / aspect))
        const layout = layoutMap(geometry, ['c'], { width: Math.round(height * aspect), height }, 13, reserved)
        const { inset } = layout
        if (inset === null) throw new Error('an inset was expected')
        expect(coversLand(geometry, layout.home, inset.frame)).toBe(false)
        const land = boxToScreen(layout.home, geometry.box)
        expect(land.x).toBeGreaterThanOrEqual(0)
        expect(land.x + land.width).toBeLessThanOrEqual(layout.width)
        expect(land.y + land.height).toBeLessThanOrEqual(layout.height)
        // Room has been made, not all given away.
        expect(land.height / layout.height + land.width / layout.width).toBeGreaterThan(0.8)
      })
    }
  }
  it('gives all the room to the land where there is no inset', () => {
    const layout = layoutMap(geometry, [], { width: 600, height: 600 }, 13)
    expect(layout.inset).toBeNull()
    expect(boxToScreen(layout.home, geometry.box).height).toBeGreaterThan(500)
  })
  it('keeps no room for the notice and the buttons where there are none', () => {
    const size = { width: 600, height: 600 }
    const square = geometryOf(boundaries)
    const alone = layoutMap(square, [], size, 13, [], { furniture: false })
    expect(alone.home.k).toBeGreaterThan(1.05 * layoutMap(square, [], size, 13).home.k)
    expect(boxToScreen(alone.home, square.box).height).toBeCloseTo(600 - 2 * 0.9 * 13)
  })
})

describe('shiftLayout', () => {
  it('puts the layout of a part where the part is', () => {
    const part = layoutMap(geometryOf(coast), ['c'], { width: 900, height: 600 }, 13, [], { furniture: false })
    const whole = shiftLayout(part, { width: 1600, height: 900 }, { x: 200, y: 120 })
    expect([whole.width, whole.height]).toEqual([1600, 900])
    expect(whole.room).toEqual({ x: 200, y: 120, width: 900, height: 600 })
    expect(whole.home).toEqual({ k: part.home.k, x: part.home.x + 200, y: part.home.y + 120 })
    expect(whole.inset?.frame.x).toBe((part.inset?.frame.x ?? 0) + 200)
    expect(whole.inset?.window.y).toBe((part.inset?.window.y ?? 0) + 120)
    expect(whole.inset?.affine.x).toBe((part.inset?.affine.x ?? 0) + 200)
  })
})

describe('the notice', () => {
  const LONG = '示意图，未经审图 · 边界：Apache ECharts 4.9.0（Apache-2.0） · GCJ-02'
  const box = (width: number, height: number) => (size: { width: number; height: number }) => ({
    x: size.width - width,
    y: size.height - height,
    width,
    height,
  })
  it.each([
    ['a line where there is room', { width: 800, height: 600 }, 13, box(430, 20)],
    ['two lines on a phone', { width: 360, height: 340 }, 11.25, box(280, 36)],
  ])('hides no land: %s', (_, size, em, under) => {
    const geometry = geometryOf(boundaries)
    const { home } = layoutMap(geometry, [], size, em, [], { notice: LONG })
    expect(coversLand(geometry, home, under(size))).toBe(false)
    // It stands in the way of the land where nobody says that it is there.
    const without = layoutMap(geometry, [], size, em, [], { furniture: false })
    expect(coversLand(geometry, without.home, under(size))).toBe(true)
  })
})
