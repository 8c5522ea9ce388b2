import { describe, expect, it } from 'vitest'
import type { Boundaries } from '../model/pack.ts'
import { geometryOf } from './geometry.ts'
import { boundaries } from './fixture.ts'
import { coversLand, layoutMap, type Reserved } from './layout.ts'
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
})
