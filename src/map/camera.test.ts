import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { between, clampView, compose, HOME, MAX_ZOOM, viewOf, viewOn, zoomAt } from './camera.ts'

const size = { width: 800, height: 600 }
const view = fc
  .record({
    z: fc.double({ min: 1, max: MAX_ZOOM, noNaN: true }),
    x: fc.double({ min: -5000, max: 500, noNaN: true }),
    y: fc.double({ min: -5000, max: 500, noNaN: true }),
  })
  .map((v) => clampView(v, size))

describe('the camera', () => {
  it('is at home at zoom 1, wherever it was dragged', () => {
    expect(clampView({ z: 1, x: 90, y: -40 }, size)).toEqual(HOME)
  })
  it('holds what is under the pointer while it zooms, away from the limits', () => {
    const before = { z: 3, x: -700, y: -600 }
    const after = zoomAt(before, 1.5, [400, 300], size)
    expect((400 - after.x) / after.z).toBeCloseTo((400 - before.x) / before.z)
  })
  it('never shows beyond the home picture', () => {
    fc.assert(
      fc.property(
        view,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.integer({ min: 0, max: 800 }),
        (v, factor, x) => {
          const next = zoomAt(v, factor, [x, 300], size)
          expect(next.x).toBeLessThanOrEqual(0)
          expect(next.x + size.width * next.z).toBeGreaterThanOrEqual(size.width - 1e-6)
          expect(next.z).toBeLessThanOrEqual(MAX_ZOOM)
        },
      ),
    )
  })
  it('comes back from an affine to the view it was made of', () => {
    const home = { k: 0.07, x: 30, y: 12 }
    fc.assert(
      fc.property(view, (v) => {
        const back = viewOf(home, compose(home, v))
        expect(back.z).toBeCloseTo(v.z, 6)
        expect(back.x).toBeCloseTo(v.x, 4)
      }),
    )
  })
  it('starts and ends a move where it should', () => {
    const [from, to] = [
      { z: 1, x: 0, y: 0 },
      { z: 4, x: -900, y: -300 },
    ]
    expect(between(from, to, 0)).toEqual(from)
    expect(between(from, to, 1).x).toBeCloseTo(-900)
  })
  it('puts a box in the middle', () => {
    const v = viewOn({ x: 300, y: 250, width: 50, height: 40 }, size)
    expect(325 * v.z + v.x).toBeCloseTo(400)
  })
})
