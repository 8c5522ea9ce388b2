import { interval, magnitude, type Quantity } from '../model/quantity.ts'
import { hairline, line, type Shape } from './layer.ts'
import type { ChartTheme } from './theme.ts'

export interface LollipopPlace {
  readonly x: number
  readonly floor: number
  /** Base units → y. */
  readonly y: (base: number) => number
  readonly colour: string
  readonly theme: ChartTheme
}

/**
 * A figure on a stick, its bound shown: `approx` is hollow, `at_most` too and on a dashed stick, `at_least` has an open
 * chevron above, `range` has a thin stick and a hollow head at its high end. The head is a triangle, the sign of projects (`RoleMark`).
 * @returns the shapes, and the y of the highest of them
 */
export function lollipop(
  quantity: Quantity,
  { x, floor, y, colour, theme }: LollipopPlace,
): { shapes: Shape[]; top: number } {
  const em = theme.size
  const head = 0.8 * em
  const { low, high } = interval(quantity)
  const at = y(quantity.bound === 'range' ? low : magnitude(quantity))
  const upper = quantity.bound === 'at_most'
  const hollow = upper || quantity.bound === 'approx'
  const width = Math.max(2, hairline(theme) * 2)
  const shapes: Shape[] = [
    {
      type: 'rect',
      name: 'area',
      shape: { x: x - head, y: at - head, width: head * 2, height: floor - at + head },
      style: { fill: theme.text, fillOpacity: 0 },
      emphasis: { style: { fill: theme.text, fillOpacity: 0.06 } },
    },
    line('stick', [x, floor], [x, at + (hollow ? head / 2 : 0)], {
      stroke: colour,
      width,
      ...(upper && { dash: [0.25 * em, 0.2 * em] }),
    }),
  ]
  let top = at - head / 2
  if (quantity.bound === 'range') {
    const end = y(high)
    shapes.push(
      line('range', [x, at], [x, end], { stroke: colour, width: width / 2 }),
      triangle('high', x, end, head, colour, true, theme),
    )
    top = end - head / 2
  }
  shapes.push(triangle('head', x, at, head, colour, hollow, theme))
  if (quantity.bound === 'at_least') {
    const tip = top - 0.5 * em
    shapes.push({
      type: 'polyline',
      name: 'open-end',
      silent: true,
      transition: ['shape'],
      shape: {
        points: [
          [x - head / 2, tip + 0.3 * em],
          [x, tip],
          [x + head / 2, tip + 0.3 * em],
        ],
      },
      style: { stroke: colour, lineWidth: width * 0.85, fill: 'none', lineJoin: 'round', lineCap: 'round' },
    })
    top = tip
  }
  return { shapes, top }
}

export function triangle(
  name: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  hollow: boolean,
  theme: ChartTheme,
): Shape {
  const stroke = Math.max(1.5, hairline(theme) * 1.5)
  const side = size - stroke
  return {
    type: 'polygon',
    name,
    silent: true,
    transition: ['shape'],
    shape: {
      points: [
        [x, y - side / 2],
        [x + side / 2, y + side / 2],
        [x - side / 2, y + side / 2],
      ],
    },
    style: { fill: hollow ? theme.panel : colour, stroke: colour, lineWidth: stroke, lineJoin: 'round' },
  }
}
