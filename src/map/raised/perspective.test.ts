import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf, type Box, type Point } from '../projection.ts'
import { eyeDistance, fitCamera, toPlane, toScreen, type Camera, type Solid } from './perspective.ts'

const camera: Camera = {
  centre: [5000, 5000],
  k: 0.1,
  pitch: 48,
  bearing: 0,
  axis: [600, 500],
  distance: eyeDistance(1080),
}
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  centre: fc.tuple(fc.double({ min: 0, max: 10_000, noNaN: true }), fc.double({ min: 0, max: 10_000, noNaN: true })),
  k: fc.double({ min: 0.02, max: 0.12, noNaN: true }),
  pitch: fc.double({ min: 0, max: 55, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
  axis: fc.tuple(fc.double({ min: 0, max: 2000, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true })),
  distance: fc.double({ min: 1080, max: 6000, noNaN: true }),
})
const anyPoint = fc.tuple(
  fc.double({ min: -2000, max: 12_000, noNaN: true }),
  fc.double({ min: -2000, max: 12_000, noNaN: true }),
)
const anySolid: fc.Arbitrary<Solid> = fc.record({
  at: anyPoint,
  height: fc.double({ min: 0, max: 900, noNaN: true }),
})

const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

describe('the camera', () => {
  it('sees its centre on its axis', () =>
    expect(apart(toScreen(camera, camera.centre, 0), camera.axis)).toBeLessThan(1e-9))
  it('has the scale k at its centre, and less than that upwards, because it is tilted', () => {
    const [x, y] = toScreen(camera, [5010, 5000], 0)
    expect(x - 600).toBeCloseTo(1)
    expect(y).toBeCloseTo(500)
    expect(500 - toScreen(camera, [5000, 4990], 0)[1]).toBeCloseTo(Math.cos((48 * Math.PI) / 180), 2)
  })
  it('shows what is high further up, and what is near larger', () => {
    expect(toScreen(camera, [5000, 5000], 500)[1]).toBeLessThan(490)
    const width = (y: number) => toScreen(camera, [5100, y], 0)[0] - toScreen(camera, [5000, y], 0)[0]
    expect(width(8000)).toBeGreaterThan(width(5000))
    expect(width(2000)).toBeLessThan(width(5000))
  })
  it('has the east up when it is turned by 90 degrees', () => {
    const [x, y] = toScreen({ ...camera, bearing: 90 }, [5100, 5000], 0)
    expect(x).toBeCloseTo(600)
    expect(y).toBeLessThan(500)
  })
  it('is an affine when it looks straight down', () => {
    const down = { ...camera, pitch: 0 }
    expect(apart(toScreen(down, [7000, 2000], 0), [800, 200])).toBeLessThan(1e-9)
  })
  it('finds the point again that it has shown', () => {
    fc.assert(
      fc.property(anyCamera, anySolid, (any, { at, height }) => {
        // In front of the eye with some room: beyond it lies the sky.
        const depth = (Math.hypot(at[0] - any.centre[0], at[1] - any.centre[1]) + height) * any.k
        fc.pre(depth < 0.85 * any.distance)
        expect(apart(toPlane(any, toScreen(any, at, height), height), at)).toBeLessThan(1e-4)
      }),
    )
  })
})

describe('fitCamera', () => {
  const frame: Box = { x: 60, y: 180, width: 1000, height: 720 }
  const seen = (fitted: Camera, solids: readonly Solid[]) => boxOf(solids.map((s) => toScreen(fitted, s.at, s.height)))
  const TOWERS: Solid[] = [
    { at: [0, -500.1], height: 0 },
    { at: [0, 0], height: 736.3 },
    { at: [567.4, -500.1], height: 0 },
  ]
  it('fills the frame with whatever it is given, whole, in its middle', () => {
    fc.assert(
      fc.property(
        fc.array(anySolid, { minLength: 3, maxLength: 40 }),
        fc.double({ min: 0, max: 55, noNaN: true }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        (solids, pitch, bearing) => {
          const ground = boxOf(solids.map((s) => s.at))
          fc.pre(ground.width > 500 && ground.height > 500)
          const box = seen(fitCamera(solids, frame, { pitch, bearing, distance: eyeDistance(1080) }), solids)
          expect(Math.max(box.width / frame.width, box.height / frame.height)).toBeCloseTo(1, 2)
          expect(apart([box.x + box.width / 2, box.y + box.height / 2], [560, 540])).toBeLessThan(1)
        },
      ),
      // Towers higher than the land is wide.
      { examples: [[TOWERS, 0, 0]] },
    )
  })
  it('goes no nearer than it may', () => {
    const solids = [0, 1, 2, 3].map((i): Solid => ({ at: [5000 + (i % 2), 5000 + (i >> 1)], height: 0 }))
    const fitted = fitCamera(solids, frame, { pitch: 48, bearing: 0, distance: 1620 }, 0.5)
    expect(fitted.k).toBe(0.5)
    expect(apart(toScreen(fitted, [5000.5, 5000.5], 0), [560, 540])).toBeLessThan(0.1)
  })
})
