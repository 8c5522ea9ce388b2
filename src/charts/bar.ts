import { interval, magnitude, type Quantity } from '../model/quantity.ts'
import { hairline, line, type Shape } from './layer.ts'
import type { ChartTheme } from './theme.ts'

/** Where and how a horizontal bar is drawn; lengths in CSS px. */
export interface BarPlace {
  /** Base units → x. */
  readonly x: (base: number) => number
  /** Middle of the bar. */
  readonly y: number
  readonly thickness: number
  readonly colour: string
  /** A promise, not a fact: dashed outline instead of a filled bar. */
  readonly planned: boolean
  /** Drawn fainter, behind what is selected. */
  readonly faded: boolean
  readonly theme: ChartTheme
}

/** Room in em that an open end takes beyond the bar. */
export const OPEN_END_EM = 0.75

/**
 * A bar that shows its bound (DESIGN §3, rule 2): `at_least` goes on in an open chevron, `at_most` is hollow with an end
 * stop, `range` is solid to its low end and lighter to its high end. `approx` differs by the ≈ of its label alone.
 * @returns the shapes, and the x at which a label may start
 */
export function boundedBar(quantity: Quantity, place: BarPlace): { shapes: Shape[]; end: number } {
  const { x, y, thickness, colour, theme } = place
  const base = magnitude(quantity)
  const { low, high } = interval(quantity)
  const zero = x(0)
  const solidTo = quantity.bound === 'range' ? low : base
  const hollow = place.planned || quantity.bound === 'at_most'
  const shapes = [rect('bar', zero, x(solidTo), place, hollow ? 'hollow' : 'solid')]
  let end = x(solidTo)
  if (quantity.bound === 'range') {
    end = x(high)
    shapes.push(rect('extension', x(low), end, place, place.planned ? 'hollow' : 'light'))
  }
  const stroke = { stroke: colour, width: Math.max(1.5, hairline(theme) * 1.75) }
  if (quantity.bound === 'at_most') {
    shapes.push(line('stop', [end, y - thickness * 0.75], [end, y + thickness * 0.75], stroke))
  }
  if (quantity.bound === 'at_least') {
    const from = end + theme.size * 0.22
    const reach = theme.size * (OPEN_END_EM - 0.3)
    shapes.push({
      type: 'polyline',
      name: 'open-end',
      silent: true,
      transition: ['shape'],
      shape: {
        points: [
          [from, y - thickness / 2],
          [from + reach, y],
          [from, y + thickness / 2],
        ],
      },
      style: {
        stroke: colour,
        lineWidth: stroke.width,
        fill: 'none',
        lineJoin: 'round',
        lineCap: 'round',
        opacity: place.faded ? 0.5 : 1,
      },
    })
    end += theme.size * OPEN_END_EM
  }
  return { shapes, end: Math.max(end, zero) }
}

function rect(name: string, from: number, to: number, place: BarPlace, look: 'solid' | 'light' | 'hollow'): Shape {
  const { y, thickness, colour, theme } = place
  // Strokes lie on the edge: half of one inside keeps the bar's true length.
  const stroke = look === 'hollow' ? Math.max(1, hairline(theme) * 1.25) : 0
  const left = Math.min(from, to) + stroke / 2
  // A figure of a thousandth of the largest must still be seen.
  const width = Math.max(Math.abs(to - from) - stroke, hairline(theme))
  const opacity = place.faded ? 0.45 : 1
  return {
    type: 'rect',
    name,
    silent: true,
    transition: ['shape'],
    enterFrom: { shape: { x: place.x(0), width: 0 } },
    shape: {
      x: left,
      y: y - thickness / 2 + stroke / 2,
      width,
      height: thickness - stroke,
      r: Math.min(theme.size * 0.2, width / 2),
    },
    style: {
      fill: colour,
      fillOpacity: look === 'solid' ? opacity : look === 'light' ? 0.35 * opacity : 0.08,
      ...(look === 'hollow' && {
        stroke: colour,
        strokeOpacity: opacity,
        lineWidth: stroke,
        lineDash: place.planned ? [theme.size * 0.28, theme.size * 0.2] : 'solid',
      }),
    },
  }
}

/** A linear scale whose domain always holds zero, since a bar's length is its value. */
export function barScale(quantities: readonly Quantity[], left: number, right: number): (base: number) => number {
  const values = quantities.flatMap((q) => [magnitude(q), interval(q).low, interval(q).high]).filter(Number.isFinite)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || 1
  return (base) => left + ((base - low) / span) * (right - left)
}
