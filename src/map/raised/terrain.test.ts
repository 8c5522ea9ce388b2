import { describe, expect, it } from 'vitest'
import { boundaries } from '../fixture.ts'
import { geometryOf } from '../geometry.ts'
import { flat, type Point } from '../projection.ts'
import { raisedShot, seenThrough } from './composition.ts'
import { NOWHERE, terrainOf, WALL, WATER } from './terrain.ts'

const geometry = geometryOf(boundaries)
const size = { width: 1920, height: 1080 }
const frame = { x: 60, y: 180, width: 1060, height: 740 }

describe('the terrain', () => {
  it('knows whose land lies under a point, and where there is none', () => {
    const affine = { k: 0.06, x: 100, y: 200 }
    const terrain = terrainOf(geometry.shapes, flat(affine), frame, 7)
    for (const { code, label } of geometry.shapes) {
      const [x, y]: Point = [affine.k * label[0] + affine.x, affine.k * label[1] + affine.y]
      expect(terrain.at(x, y)).toBe(terrain.numberOf(code))
    }
    expect(new Set(geometry.shapes.map(({ code }) => terrain.numberOf(code))).size).toBe(geometry.shapes.length)
    expect(terrain.at(80, 190)).toBe(WATER)
    expect(terrain.at(-5000, 9000)).toBe(WATER)
    expect(terrain.numberOf('nowhere')).toBe(NOWHERE)
  })
  it('sees walls below the tops of high places, and tops where they are raised to', () => {
    const { camera, tall } = raisedShot(geometry, [], { size, frame, em: 24 }, [])
    const projector = seenThrough(camera, (code) => (code === 'r0c1' ? tall : 0))
    const terrain = terrainOf(geometry.shapes, projector, frame, 5)
    const shape = geometry.byCode.get('r0c1')
    if (shape === undefined) throw new Error('the fixture has no r0c1')
    const middle = shape.box.x + shape.box.width / 2
    const south: Point = [middle, shape.box.y + shape.box.height]
    const [x, foot] = projector.toScreen(south, '')
    const [, edge] = projector.toScreen(south, 'r0c1')
    expect(foot - edge).toBeGreaterThan(20)
    expect(terrain.at(x, foot - 6)).toBe(WALL)
    expect(terrain.at(x, edge - 6)).toBe(terrain.numberOf('r0c1'))
    // The northern neighbour's southern edge is hidden behind the slab.
    const [, behind] = projector.toScreen([middle, shape.box.y], 'r1c1')
    expect(terrain.at(x, behind - 4)).toBe(terrain.numberOf('r0c1'))
  })
})
