import type { Box, Point } from '../projection.ts'
import { WATER, type Terrain } from './terrain.ts'

/** A line from a label to its land, in pixels of the screen. */
export interface Leader {
  readonly from: Point
  readonly to: Point
}

/** How far a line reaches into its land, in em. */
const INTO = 0.55
/** Where a line may leave a label's long side, in em from its corners. */
const CORNER = 0.6

/** @returns the line from a label's edge to the nearest land of the place with this number, on the way to `at` inside of it. */
export function leaderOf(place: number, box: Box, at: Point, em: number, terrain: Terrain): Leader {
  const beside = at[1] > box.y && at[1] < box.y + box.height
  const inset = Math.min(CORNER * em, box.width / 2)
  const from: Point = beside
    ? [at[0] < box.x ? box.x : box.x + box.width, at[1]]
    : [Math.max(box.x + inset, Math.min(box.x + box.width - inset, at[0])), at[1] < box.y ? box.y : box.y + box.height]
  const [dx, dy] = [at[0] - from[0], at[1] - from[1]]
  const whole = Math.hypot(dx, dy)
  for (let way = 0; way < whole; way += 0.2 * em) {
    const [t, deeper] = [way / whole, Math.min(1, (way + INTO * em) / whole)]
    const to: Point = [from[0] + deeper * dx, from[1] + deeper * dy]
    if (terrain.at(from[0] + t * dx, from[1] + t * dy) === place && terrain.at(...to) === place) return { from, to }
  }
  return { from, to: at }
}

export function lengthOf({ from, to }: Leader): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1])
}

/** @returns how much of a line runs over land of others, in pixels. */
export function overOthers(place: number, line: Leader, em: number, terrain: Terrain): number {
  const step = 0.4 * em
  return step * alongLine(line, step).filter((p) => ![place, WATER].includes(terrain.at(...p))).length
}

/** @returns points along a line, its ends as well. @param step pixels between them, at the most */
export function alongLine({ from, to }: Leader, step: number): readonly Point[] {
  const count = Math.max(1, Math.ceil(lengthOf({ from, to }) / step))
  return Array.from({ length: count + 1 }, (_, i): Point => [
    from[0] + (i / count) * (to[0] - from[0]),
    from[1] + (i / count) * (to[1] - from[1]),
  ])
}

/** @returns whether a line runs through a box: its ends are not both beyond one side, nor all corners on one side of it. */
export function lineMeets({ from: [x1, y1], to: [x2, y2] }: Leader, { x, y, width, height }: Box): boolean {
  const [right, bottom] = [x + width, y + height]
  if ((x1 <= x && x2 <= x) || (x1 >= right && x2 >= right)) return false
  if ((y1 <= y && y2 <= y) || (y1 >= bottom && y2 >= bottom)) return false
  const [dx, dy] = [x2 - x1, y2 - y1]
  const first = dx * (y - y1) - dy * (x - x1)
  const [second, third, fourth] = [first - dy * width, first + dx * height, first + dx * height - dy * width]
  return Math.min(first, second, third, fourth) < 0 && Math.max(first, second, third, fourth) > 0
}

export function linesCross(a: Leader, b: Leader): boolean {
  return turn(a, b.from) !== turn(a, b.to) && turn(b, a.from) !== turn(b, a.to)
}

/** @returns on which side of a line a point lies. */
function turn({ from, to }: Leader, [x, y]: Point): number {
  return Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]))
}
