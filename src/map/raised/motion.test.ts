import { describe, expect, it } from 'vitest'
import { ease, flight, sameCamera, sway } from './motion.ts'
import { eyeDistance, toScreen, type Camera } from './perspective.ts'

const here: Camera = {
  centre: [2000, 3000],
  k: 0.4,
  pitch: 40,
  bearing: 0,
  axis: [600, 500],
  distance: eyeDistance(1080),
}
const there: Camera = { ...here, centre: [9000, 7000], k: 0.5, axis: [1400, 560] }

describe('ease', () => {
  it('sets out and arrives at rest', () => {
    expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1])
    expect(ease(0.02)).toBeLessThan(0.001)
    expect(ease(0.98)).toBeGreaterThan(0.999)
  })
})

describe('flight', () => {
  it('begins at one camera and ends at the other', () => {
    expect(sameCamera(flight(here, there, 0), here)).toBe(true)
    expect(sameCamera(flight(here, there, 1), there)).toBe(true)
  })
  it('rises over a far way, so that both ends are seen from its middle', () => {
    const middle = flight(here, there, 0.5)
    expect(middle.k).toBeLessThan(0.3)
    for (const [x, y] of [here.centre, there.centre].map((end) => toScreen(middle, end, 0))) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(1920)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(1080)
    }
  })
  it('does not rise on a short way', () => {
    const near = { ...here, centre: [2200, 3000] as const }
    expect(flight(here, near, 0.5).k).toBeCloseTo(here.k)
  })
  it('holds one point of the screen while it only zooms in', () => {
    // Twice as near about the plane's point [2500, 3000].
    const zoomed = { ...here, k: 0.8, pitch: 0, centre: [2250, 3000] as const }
    const [start, end, middle] = [0, 1, 0.4].map((t) =>
      toScreen(flight({ ...here, pitch: 0 }, zoomed, t), [2500, 3000], 0),
    )
    expect(end).toEqual(start?.map((value) => expect.closeTo(value) as number))
    expect(middle).toEqual(start?.map((value) => expect.closeTo(value) as number))
  })
})

describe('sway', () => {
  it('sets out from nothing, and comes back', () => {
    expect(sway(0)).toBe(0)
    expect(Math.abs(sway(500))).toBeLessThan(0.05)
    expect(sway(96_000)).toBeCloseTo(0)
  })
  it('stays within four degrees', () => {
    const all = Array.from({ length: 400 }, (_, i) => sway(i * 500))
    expect(Math.max(...all)).toBeLessThanOrEqual(4)
    expect(Math.min(...all)).toBeGreaterThanOrEqual(-4)
    expect(Math.max(...all)).toBeGreaterThan(3.9)
  })
})
