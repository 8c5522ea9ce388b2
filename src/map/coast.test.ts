import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coastOf } from './coast.ts'
import type { Point } from './projection.ts'

const square = (x: number, y: number, side = 100): readonly Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]

/** Corner by corner, absolute. */
function linesOf(path: string): readonly (readonly Point[])[] {
  return path
    .split('M')
    .slice(1)
    .map((line) => {
      const numbers = line.replaceAll('l', ' ').match(/-?\d+/g) ?? []
      const points: Point[] = []
      for (let i = 0; i < numbers.length; i += 2) {
        const [px, py] = points.at(-1) ?? [0, 0]
        points.push([px + Number(numbers[i]), py + Number(numbers[i + 1])])
      }
      return points
    })
}

describe('coastOf', () => {
  it('is the outline of a place that stands alone', () => {
    expect(linesOf(coastOf([[[square(0, 0)]]]))).toEqual([square(0, 0)])
  })

  it('leaves out the border that two places share', () => {
    const lines = linesOf(coastOf([[[square(0, 0)]], [[square(100, 0)]]]))
    const edges = lines.flatMap((line) => line.slice(1).map((to, i) => [...(line[i] as Point), ...to]))
    expect(edges).not.toContainEqual([100, 0, 100, 100])
    expect(edges).not.toContainEqual([100, 100, 100, 0])
    expect(edges).toHaveLength(6)
  })

  it('keeps islands and lakes', () => {
    expect(linesOf(coastOf([[[square(0, 0, 400), square(100, 100)]], [[square(1000, 0)]]]))).toHaveLength(3)
  })

  it('thins what is finer than anyone sees, and keeps the ends', () => {
    const ring: Point[] = [[0, 0], ...Array.from({ length: 200 }, (_, i): Point => [i + 1, 0]), [200, 300], [0, 0]]
    const [line] = linesOf(coastOf([[[ring]]]))
    expect(line?.[0]).toEqual([0, 0])
    expect(line?.at(-1)).toEqual([0, 0])
    expect(line?.length).toBeLessThan(25)
  })

  it('draws every edge of one place alone, and no other, on any mosaic of squares', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(35), { minLength: 1 }), (cells) => {
        const has = (x: number, y: number) => x >= 0 && y >= 0 && x < 6 && cells.includes(y * 6 + x)
        const around = cells.reduce((sum, cell) => {
          const [x, y] = [cell % 6, Math.floor(cell / 6)]
          return (
            sum + [has(x - 1, y), has(x + 1, y), has(x, y - 1), has(x, y + 1)].filter((neighbour) => !neighbour).length
          )
        }, 0)
        const lines = linesOf(coastOf(cells.map((cell) => [[square((cell % 6) * 100, Math.floor(cell / 6) * 100)]])))
        expect(lines.reduce((sum, line) => sum + line.length - 1, 0)).toBe(around)
      }),
    )
  })
})
