import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, type Box } from '../../map/projection.ts'
import { LAYOUTS } from '../../model/layout.ts'
import { fitStage, planStage, shapeOf, type Content, type StagePlan } from './geometry.ts'

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 3840, height: 1080 },
  { width: 6656, height: 1792 },
  { width: 1080, height: 1920 },
]
const size = fc.oneof(
  fc.constantFrom(...SIZES),
  fc.record({ width: fc.integer({ min: 600, max: 8000 }), height: fc.integer({ min: 600, max: 4000 }) }),
)
const content = fc.record({
  title: fc.integer({ min: 0, max: 60 }),
  subtitle: fc.integer({ min: 0, max: 80 }),
  compared: fc.integer({ min: 0, max: 6 }),
  chart: fc.boolean(),
  figures: fc.integer({ min: 0, max: 4 }),
  name: fc.integer({ min: 0, max: 40 }),
  names: fc.integer({ min: 0, max: 60 }),
  year: fc.boolean(),
  caption: fc.integer({ min: 0, max: 120 }),
})

/** A scene with one figure. */
const usual: Content = {
  title: 12,
  subtitle: 30,
  caption: 40,
  figures: 1,
  name: 12,
  names: 0,
  year: false,
  compared: 0,
  chart: true,
}

const boxesOf = ({ title, legend, map, figures, chart, aside, caption, foot }: StagePlan) =>
  Object.entries({ title, legend, map, figures, chart, aside, caption, foot })

/** Edges that touch do not meet; sums of shares are not exact. */
const shrunk = ({ x, y, width, height }: Box): Box => ({
  x: x + 0.01,
  y: y + 0.01,
  width: width - 0.02,
  height: height - 0.02,
})

describe('a stage', () => {
  it('puts nothing over anything else, and nothing outside', () => {
    fc.assert(
      fc.property(size, fc.constantFrom(...LAYOUTS), content, fc.boolean(), (stage, layout, shown, mirrored) => {
        const boxes = boxesOf(planStage(stage, layout, shown, mirrored)).filter(
          ([, b]) => b.width > 0 && b.height > 0.1,
        )
        for (const [, box] of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(stage.width + 0.01)
          expect(box.y + box.height).toBeLessThanOrEqual(stage.height + 0.01)
        }
        const meeting = boxes.flatMap(([a, one], i) =>
          boxes.slice(i + 1).flatMap(([b, other]) => (overlap(shrunk(one), shrunk(other)) ? [`${a} and ${b}`] : [])),
        )
        expect(meeting).toEqual([])
      }),
    )
  })

  it('writes no text below 2.2 % of its height', () => {
    fc.assert(
      fc.property(size, fc.constantFrom(...LAYOUTS), content, (stage, layout, shown) => {
        expect(planStage(stage, layout, shown, false).em).toBeGreaterThanOrEqual(0.0219 * stage.height)
      }),
    )
  })

  it('gives the map room on every screen that is sold', () => {
    for (const stage of SIZES) {
      for (const layout of LAYOUTS) {
        const { map } = planStage(stage, layout, usual, false)
        expect(Math.min(map.width, map.height)).toBeGreaterThan(0.15 * Math.min(stage.width, stage.height))
      }
    }
  })

  it('changes sides when mirrored', () => {
    const stage = { width: 1920, height: 1080 }
    const [left, right] = [false, true].map((m) => planStage(stage, 'map', usual, m).map.x)
    expect(left).toBeLessThan(right ?? 0)
  })
})

describe('a stage of another shape than the window', () => {
  it('is the largest of its shape, in the middle, in whole pixels', () => {
    expect(fitStage({ width: 1920, height: 1080 }, { width: 6656, height: 1792 })).toEqual({
      ...{ x: 0, y: 282, width: 1920, height: 517 },
    })
    expect(fitStage({ width: 800, height: 600 }, null)).toEqual({ x: 0, y: 0, width: 800, height: 600 })
  })

  it('keeps its shape', () => {
    fc.assert(
      fc.property(size, size, (window, stage) => {
        const { width, height } = fitStage(window, stage)
        expect(Math.abs(width / height / (stage.width / stage.height) - 1)).toBeLessThan(0.02)
        expect(width <= window.width && height <= window.height).toBe(true)
      }),
    )
  })

  it('knows its shape', () => {
    expect(SIZES.map(shapeOf)).toEqual(['wide', 'wide', 'wide', 'broad', 'broad', 'tall'])
  })
})
