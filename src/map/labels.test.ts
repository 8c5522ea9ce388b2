import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels, textWidth, type LabelWish } from './labels.ts'
import { overlap, type Box } from './projection.ts'

const frame: Box = { x: 0, y: 0, width: 400, height: 300 }
const wish = (code: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  code,
  at: [x, y],
  radius: 0,
  name: code,
  value: '12.5',
  priority: 1,
  inside: () => true,
  ...more,
})

describe('textWidth', () => {
  it('counts a full-width character as one em and latin as about half', () => {
    expect(textWidth('闵行')).toBe(2)
    expect(textWidth('ab')).toBeCloseTo(1.14)
  })
})

describe('placeLabels', () => {
  it('never lets two labels overlap, nor a label leave the frame or cover an obstacle', () => {
    const obstacle = { x: 250, y: 0, width: 150, height: 120 }
    const point = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      radius: fc.constantFrom(0, 0, 4, 15),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const placed = [
          ...placeLabels(
            points.map((p, i) => wish(`地方${i}`, p.x, p.y, { radius: p.radius })),
            frame,
            [obstacle],
            13,
          ).values(),
        ]
        for (const [i, a] of placed.entries()) {
          expect(overlap(a.box, obstacle)).toBe(false)
          expect(a.box.x >= 0 && a.box.x + a.box.width <= 400 && a.box.y >= 0 && a.box.y + a.box.height <= 300).toBe(
            true,
          )
          for (const b of placed.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false)
        }
      }),
    )
  })
  it('drops the lower priority where there is room for one', () => {
    const tight = { x: 0, y: 0, width: 34, height: 34 }
    const placed = placeLabels(
      [wish('low', 17, 17, { priority: 1 }), wish('high', 17, 17, { priority: 2 })],
      tight,
      [],
      13,
    )
    expect([...placed.keys()]).toEqual(['high'])
  })
  it('drops the value before the name', () => {
    const placed = placeLabels([wish('ab', 20, 10)], { x: 0, y: 0, width: 40, height: 20 }, [], 13)
    expect(placed.get('ab')?.lines).toEqual(['ab'])
  })
  it('says so where the label reaches out of its place', () => {
    const half = (point: readonly [number, number]) => point[0] < 203
    const all = () => true
    const label = (inside: typeof half) =>
      placeLabels([wish('wide', 200, 150, { inside })], { x: 180, y: 130, width: 40, height: 40 }, [], 13).get('wide')
    expect(label(half)?.own).toBe(false)
    expect(label(all)?.own).toBe(true)
  })
  it('lets an area cover a dot, but only where there is no other room', () => {
    const dot = wish('dot', 100, 100, { radius: 3, minor: true, priority: 0 })
    const dotBox = { x: 97, y: 97, width: 6, height: 6 }
    const roomy = placeLabels([wish('ab', 100, 100), dot], frame, [], 13).get('ab')
    const tight = placeLabels([wish('ab', 100, 100), dot], { x: 84, y: 82, width: 34, height: 36 }, [], 13).get('ab')
    expect(roomy && overlap(roomy.box, dotBox)).toBe(false)
    expect(tight && overlap(tight.box, dotBox)).toBe(true)
    expect(tight?.lines).toHaveLength(2)
  })
  it('names an area even where circles fill it', () => {
    const circle = wish('zone', 200, 150, { radius: 120, priority: 0 })
    const only = { x: 100, y: 50, width: 200, height: 200 }
    const placed = placeLabels([wish('area', 200, 150), circle], only, [], 13)
    expect(placed.get('area')?.lines).toEqual(['area', '12.5'])
  })

  it('keeps a circle free of every label', () => {
    const placed = placeLabels([wish('circle', 200, 150, { radius: 20 }), wish('area', 200, 150)], frame, [], 13)
    const circle = { x: 180, y: 130, width: 40, height: 40 }
    for (const label of placed.values()) expect(overlap(label.box, circle)).toBe(false)
    expect(placed.size).toBe(2)
  })
})
