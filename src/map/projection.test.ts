import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxToScreen, fit, isInside, mercator, pathOf, toPlane, toScreen } from './projection.ts'

describe('mercator', () => {
  it('puts null island in the middle of the unit square', () => {
    expect(mercator(0, 0)).toEqual([0.5, 0.5])
  })
  it('agrees with EPSG:3857 at 121.4737° E, 31.2304° N', () => {
    // x = 13522390.4 m, y = 3662695.9 m of a world 40075016.686 m wide
    const [x, y] = mercator(121.4737, 31.2304)
    expect(x).toBeCloseTo(0.5 + 13522390.4 / 40075016.686, 6)
    expect(y).toBeCloseTo(0.5 - 3662695.9 / 40075016.686, 5)
  })
  it('grows southwards and eastwards', () => {
    const lon = fc.double({ min: -179, max: 179, noNaN: true })
    const lat = fc.double({ min: -84, max: 84, noNaN: true })
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        expect(mercator(x + 1, y)[0]).toBeGreaterThan(mercator(x, y)[0])
        expect(mercator(x, y + 1)[1]).toBeLessThan(mercator(x, y)[1])
      }),
    )
  })
  it('refuses what is no number', () => {
    expect(() => mercator(NaN, 31)).toThrow(RangeError)
  })
})

describe('fit', () => {
  const size = fc.double({ min: 10, max: 4000, noNaN: true })
  it('shows the whole box within the frame less its padding, touching two sides', () => {
    fc.assert(
      fc.property(size, size, size, size, fc.double({ min: 0, max: 4, noNaN: true }), (w, h, fw, fh, padding) => {
        const shown = boxToScreen(
          fit({ x: -5, y: 7, width: w, height: h }, { x: 0, y: 0, width: fw, height: fh }, padding),
          { x: -5, y: 7, width: w, height: h },
        )
        expect(shown.x).toBeGreaterThanOrEqual(padding - 1e-6)
        expect(shown.y).toBeGreaterThanOrEqual(padding - 1e-6)
        expect(Math.min(Math.abs(shown.x - padding), Math.abs(shown.y - padding))).toBeLessThan(1e-6)
        expect(shown.x + shown.width).toBeLessThanOrEqual(fw - padding + 1e-6)
      }),
    )
  })
  it('comes back from the screen to the plane', () => {
    const affine = fit({ x: 0, y: 0, width: 30, height: 40 }, { x: 0, y: 0, width: 300, height: 300 })
    const [x, y] = toPlane(affine, toScreen(affine, [11, 13]))
    expect([x, y]).toEqual([expect.closeTo(11, 9), expect.closeTo(13, 9)])
  })
})

describe('pathOf', () => {
  it('writes whole units and closes every ring', () => {
    expect(
      pathOf([
        [
          [
            [0.2, 0.4],
            [10.4, 0],
            [10, 10.3],
            [0.2, 0.4],
          ],
        ],
      ]),
    ).toBe('M0 0l10 0l0 10l-10-10z')
  })
  it('keeps a shared border shared: both neighbours round the same corners', () => {
    const corner = [3.49, 7.51] as const
    expect(pathOf([[[[0, 0], corner, [0, 9]]]])).toContain('l3 8')
    expect(pathOf([[[corner, [9, 9], [9, 0]]]])).toMatch(/^M3 8/)
  })
})

describe('isInside', () => {
  it('leaves a hole out', () => {
    const rings = [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 0],
      ],
      [
        [3, 3],
        [6, 3],
        [6, 6],
        [3, 6],
        [3, 3],
      ],
    ] as [number, number][][]
    expect(isInside([1, 1], [rings])).toBe(true)
    expect(isInside([4, 4], [rings])).toBe(false)
  })
})
