import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelFigures, type Labelled } from './figure-labels.ts'
import { collide } from './time-axis.ts'

const ROOM = { left: 40, right: 400, em: 12 }
const figure = (id: string, x: number, y: number, more: Partial<Labelled> = {}): Labelled => ({
  id,
  x,
  y,
  boxes: [{ x, y, width: 10, height: 10 }],
  content: id,
  rank: 0,
  ...more,
})

describe('labelFigures', () => {
  it('writes over the mark, and beside it where that is taken', () => {
    const over = labelFigures([figure('a', 200, 100)], [], ROOM).get('a')
    expect(over).toMatchObject({ x: 200 })
    expect(over?.y).toBeLessThan(100)
    const beside = labelFigures([figure('a', 200, 100)], [{ x: 200, y: 80, width: 60, height: 20 }], ROOM).get('a')
    expect(beside?.x).not.toBe(200)
  })

  it('lets the lower rank go first', () => {
    const only = { x: 200, y: 300, width: 1000, height: 380 }
    const close = [figure('late', 200, 100, { rank: 3 }), figure('first', 203, 100)]
    expect([...labelFigures(close, [only], ROOM).keys()][0]).toBe('first')
    expect(labelFigures([figure('none', 200, 100, { rank: null })], [], ROOM).size).toBe(0)
  })

  it('says the same at one spot once', () => {
    const same = [figure('a', 200, 100, { content: '5' }), figure('b', 200, 100, { content: '5' })]
    expect([...labelFigures(same, [], ROOM).keys()]).toEqual(['a'])
  })

  it('covers no mark and no other label, and stays inside', () => {
    const spots = fc.record({ x: fc.integer({ min: 40, max: 400 }), y: fc.integer({ min: 0, max: 90 }) })
    fc.assert(
      fc.property(fc.array(spots, { maxLength: 20 }), (at) => {
        const figures = at.map(({ x, y }, i) => figure(`label-${i}`, x, y))
        const placed = [...labelFigures(figures, [], ROOM).values()]
        const marks = figures.flatMap((f) => f.boxes)
        placed.forEach((box, i) => {
          expect([...marks, ...placed.slice(i + 1)].some((other) => collide(box, other))).toBe(false)
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(40)
          expect(box.x + box.width / 2).toBeLessThanOrEqual(400)
        })
      }),
    )
  })
})
