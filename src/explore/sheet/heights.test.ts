import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEIGHTS, nextHeight, restingHeight, stepHeight } from './heights.ts'

const STOPS = { peek: 70, half: 300, full: 600 }

describe('the heights of a sheet', () => {
  it('go round by the handle, and end by the arrow keys', () => {
    expect(HEIGHTS.map(nextHeight)).toEqual(['half', 'full', 'peek'])
    expect(HEIGHTS.map((height) => stepHeight(height, 1))).toEqual(['half', 'full', 'full'])
    expect(HEIGHTS.map((height) => stepHeight(height, -1))).toEqual(['peek', 'peek', 'half'])
  })

  it('let a slow hand choose by place', () => {
    expect(restingHeight(120, 0.1, STOPS)).toBe('peek')
    expect(restingHeight(240, -0.1, STOPS)).toBe('half')
    expect(restingHeight(470, 0, STOPS)).toBe('full')
  })

  it('let a flick choose by direction', () => {
    expect(restingHeight(90, 0.9, STOPS)).toBe('half')
    expect(restingHeight(310, 0.9, STOPS)).toBe('full')
    expect(restingHeight(590, -0.9, STOPS)).toBe('half')
    expect(restingHeight(290, -0.9, STOPS)).toBe('peek')
  })

  it('never let a flick end against its direction', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 70, max: 600, noNaN: true }),
        fc.double({ min: 0.51, max: 9, noNaN: true }),
        (px, v) => {
          expect(STOPS[restingHeight(px, v, STOPS)]).toBeGreaterThanOrEqual(px)
          expect(STOPS[restingHeight(px, -v, STOPS)]).toBeLessThanOrEqual(px)
        },
      ),
    )
  })
})
