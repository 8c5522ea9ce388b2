import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaries } from './fixture.ts'
import { geometryOf } from './geometry.ts'
import { insideOf } from './inside.ts'
import { isInside, type Point } from './projection.ts'

const coordinate = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -4, max: 4, noNaN: true }))
const point = fc.tuple(coordinate, coordinate)
const rings = fc.array(fc.array(point, { maxLength: 12 }), { maxLength: 3 })

describe('insideOf', () => {
  it('says what isInside says, of any point and any polygons', () => {
    fc.assert(
      fc.property(
        fc.array(rings, { maxLength: 3 }),
        fc.array(point, { minLength: 1, maxLength: 40 }),
        (polygons, points) => {
          const { contains, crossings } = insideOf(polygons)
          // On the height of a corner, too.
          for (const at of [...points, ...points.map(([x]): Point => [x, polygons[0]?.[0]?.[0]?.[1] ?? 0])]) {
            expect([at, contains(at)]).toEqual([at, isInside(at, polygons)])
            const before = crossings(at[1]).filter((x) => x <= at[0])
            expect([at, before.length % 2 === 1]).toEqual([at, isInside(at, polygons)])
            expect(crossings(at[1]).length % 2).toBe(0)
          }
        },
      ),
    )
  })

  it('says so of the districts, all over the plane', () => {
    const { shapes, box } = geometryOf(boundaries)
    for (const { polygons, contains } of shapes) {
      for (let i = 0; i < 400; i += 1) {
        const at: Point = [((i % 20) / 19) * box.width, (Math.floor(i / 20) / 19) * box.height]
        expect(contains(at)).toBe(isInside(at, polygons))
      }
    }
  })
})
