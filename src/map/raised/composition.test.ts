import { describe, expect, it } from 'vitest'
import { boundaries } from '../fixture.ts'
import { geometryOf, type PlaceShape } from '../geometry.ts'
import { coversLand } from '../layout.ts'
import { boxOf, boxToScreen, grow, type Box, type Point } from '../projection.ts'
import { affineOf, flatShot, raisedShot, seenThrough, type Place } from './composition.ts'
import { toScreen, type Camera } from './perspective.ts'

const geometry = geometryOf(boundaries)
const inset = ['m0', 'm1']
const stages: readonly Place[] = [
  { size: { width: 1920, height: 1080 }, frame: { x: 60, y: 180, width: 1060, height: 740 }, em: 24 },
  { size: { width: 6656, height: 1792 }, frame: { x: 3600, y: 250, width: 2800, height: 1360 }, em: 40 },
  { size: { width: 1080, height: 1920 }, frame: { x: 40, y: 230, width: 1000, height: 960 }, em: 42 },
]

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5
const corners = (shapes: readonly PlaceShape[]): readonly Point[] => shapes.flatMap((s) => s.polygons.flat(2))
const seen = (camera: Camera, shapes: readonly PlaceShape[], height: number): Box =>
  boxOf(corners(shapes).flatMap((at) => [toScreen(camera, at, 0), toScreen(camera, at, height)]))
const shapesOf = (...codes: string[]) => geometry.shapes.filter((s) => codes.includes(s.code))

for (const stage of stages) {
  const { width, height } = stage.size
  describe(`on a stage of ${width} × ${height}`, () => {
    it('shows the flat land and its inset inside the frame, side by side', () => {
      const { layout, camera } = flatShot(geometry, inset, stage, [])
      expect(within(boxToScreen(affineOf(camera), geometry.box), stage.frame)).toBe(true)
      if (layout.inset === null) throw new Error('an inset was expected')
      expect(within(layout.inset.frame, stage.frame)).toBe(true)
      expect(coversLand(geometry, affineOf(camera), layout.inset.frame)).toBe(false)
    })
    it('shows the raised land and its inset inside the frame, side by side', () => {
      const { layout, camera, tall } = raisedShot(geometry, inset, stage, [])
      const land = seen(camera, geometry.shapes, 0.6 * tall)
      expect(within(land, stage.frame)).toBe(true)
      if (layout.inset === null) throw new Error('an inset was expected')
      expect(within(layout.inset.frame, stage.frame)).toBe(true)
      const { frame } = layout.inset
      const hidden = corners(geometry.shapes)
        .flatMap((at) => [toScreen(camera, at, 0), toScreen(camera, at, 0.6 * tall)])
        .filter(([x, y]) => within({ x, y, width: 0, height: 0 }, grow(frame, -2)))
      expect(hidden).toEqual([])
    })
    it('fills 60 % of the frame with the places of a focus, without an inset', () => {
      const raised = raisedShot(geometry, inset, stage, ['r0c0', 'r0c1'])
      const box = seen(raised.camera, shapesOf('r0c0', 'r0c1'), 0.6 * raised.tall)
      expect(Math.max(box.width / stage.frame.width, box.height / stage.frame.height)).toBeCloseTo(0.6, 2)
      expect(raised.layout.inset).toBeNull()
      const flat = flatShot(geometry, inset, stage, ['r0c0', 'r0c1'])
      const shape = seen(flat.camera, shapesOf('r0c0', 'r0c1'), 0)
      expect(Math.max(shape.width / stage.frame.width, shape.height / stage.frame.height)).toBeCloseTo(0.6, 2)
      expect(flat.layout.inset).toBeNull()
    })
  })
}

describe('a focus', () => {
  const [stage] = stages as [Place]
  it('on places that are not drawn shows everything', () => {
    expect(flatShot(geometry, inset, stage, ['nowhere'])).toEqual(flatShot(geometry, inset, stage, []))
    expect(raisedShot(geometry, inset, stage, ['nowhere'])).toEqual(raisedShot(geometry, inset, stage, []))
  })
  it('lowers the slabs near by, or they would be towers', () => {
    expect(raisedShot(geometry, inset, stage, ['m0']).tall).toBeLessThan(
      0.8 * raisedShot(geometry, inset, stage, []).tall,
    )
  })
  it('goes no nearer than eight times', () => {
    const speck = geometryOf({
      ...boundaries,
      districts: [
        ...boundaries.districts,
        {
          code: 'speck',
          polygons: [
            [
              [
                [1.2, 1.2],
                [1.21, 1.2],
                [1.21, 1.21],
                [1.2, 1.2],
              ],
            ],
          ],
        },
      ],
    })
    const ratio = (take: typeof flatShot) =>
      take(speck, [], stage, ['speck']).camera.k / take(speck, [], stage, []).camera.k
    expect(ratio(flatShot)).toBeCloseTo(8)
    expect(ratio(raisedShot)).toBeCloseTo(8, 0)
  })
})

describe('seenThrough', () => {
  it('finds the point of a place again, at the height of that place', () => {
    const [stage] = stages as [Place]
    const { camera } = raisedShot(geometry, inset, stage, [])
    const projector = seenThrough(camera, (code) => (code === 'high' ? 800 : 0))
    for (const code of ['high', 'low']) {
      const [x, y] = projector.toPlane(projector.toScreen([4000, 7000], code), code)
      expect(x).toBeCloseTo(4000)
      expect(y).toBeCloseTo(7000)
    }
    expect(projector.toScreen([4000, 7000], 'high')[1]).toBeLessThan(projector.toScreen([4000, 7000], 'low')[1] - 20)
  })
})
