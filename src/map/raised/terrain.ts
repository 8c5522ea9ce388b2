import type { PlaceShape } from '../geometry.ts'
import type { Box, Point, Projector } from '../projection.ts'

/** The land as it is seen, on a coarse grid. Look-ups are many: they give numbers. */
export interface Terrain {
  /** @returns what is seen at a point of the screen in pixels: a place's number, `WALL` or `WATER`. */
  readonly at: (x: number, y: number) => number
  /** @returns a place's number; `NOWHERE` for one that is not drawn. */
  readonly numberOf: (code: string) => number
}

export const WATER = 0
/** A slab's wall, or land that the slab hides. */
export const WALL = -1
export const NOWHERE = -2

/**
 * @param shapes what counts as land @param projector how it is seen; the code `''` stands on the ground
 * @param frame pixels of the screen that are asked for; outside of it there is no land @param cell width of a cell in pixels
 */
export function terrainOf(shapes: readonly PlaceShape[], projector: Projector, frame: Box, cell: number): Terrain {
  const columns = Math.max(1, Math.ceil(frame.width / cell))
  const rows = Math.max(1, Math.ceil(frame.height / cell))
  const cells = new Int16Array(columns * rows)
  // From north to south: what is nearer hides what is behind it.
  const ordered = [...shapes].sort((a, b) => a.label[1] - b.label[1])
  const paint = (shape: PlaceShape, code: string, value: number) => {
    for (const rings of shape.polygons) {
      const seen = rings.map((ring) =>
        ring.map((point): Point => {
          const [x, y] = projector.toScreen(point, code)
          return [(x - frame.x) / cell, (y - frame.y) / cell]
        }),
      )
      fill(seen, columns, rows, (at) => (cells[at] = value))
    }
  }
  for (const [i, shape] of ordered.entries()) {
    paint(shape, '', WALL)
    paint(shape, shape.code, i + 1)
  }
  const numbers = new Map(ordered.map(({ code }, i) => [code, i + 1]))
  return {
    at: (x, y) => {
      const [column, row] = [Math.floor((x - frame.x) / cell), Math.floor((y - frame.y) / cell)]
      return column < 0 || row < 0 || column >= columns || row >= rows
        ? WATER
        : (cells[row * columns + column] as number)
    },
    numberOf: (code) => numbers.get(code) ?? NOWHERE,
  }
}

/** Calls `mark` for every cell whose middle is inside of the rings, by the even-odd rule. */
function fill(rings: readonly (readonly Point[])[], columns: number, rows: number, mark: (at: number) => void): void {
  const crossings = new Map<number, number[]>()
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as Point
      const [bx, by] = ring[i] as Point
      const [top, bottom] = ay < by ? [ay, by] : [by, ay]
      for (let row = Math.max(0, Math.ceil(top - 0.5)); row < rows && row + 0.5 < bottom; row++) {
        const x = ax + ((row + 0.5 - ay) / (by - ay)) * (bx - ax)
        const known = crossings.get(row)
        if (known) known.push(x)
        else crossings.set(row, [x])
      }
    }
  }
  for (const [row, xs] of crossings) {
    xs.sort((a, b) => a - b)
    for (let i = 1; i < xs.length; i += 2) {
      const end = Math.min(columns, Math.ceil((xs[i] as number) - 0.5))
      for (let column = Math.max(0, Math.ceil((xs[i - 1] as number) - 0.5)); column < end; column++)
        mark(row * columns + column)
    }
  }
}
