import { highInBase, inBase, magnitude, type Quantity } from '../model/quantity.ts'
import { hairline, line, type Shape } from './layer.ts'
import type { ChartTheme } from './theme.ts'

export interface MarkPlace {
  readonly x: number
  /** Base units → y. */
  readonly y: (base: number) => number
  readonly colour: string
  readonly theme: ChartTheme
  /** Half of what a mark of doubt takes around the figure, in px: a chevron keeps out of it. */
  readonly ring?: number
}

/** Half the size in em of a point on a line, and of a plan's diamond. */
const DOT_EM = 0.3
const DIAMOND_EM = 0.5

/** What a mark is drawn of, and the box that labels keep clear of, as its top and bottom. */
export interface Drawn {
  readonly shapes: Shape[]
  readonly top: number
  readonly bottom: number
}

/**
 * A figure as a point, its bound shown: `approx` is hollow, `at_least` and `at_most` have an open chevron above or below, a
 * range is a whisker from end to end with a hollow dot between. A plan is a hollow dashed diamond.
 */
export function dot(quantity: Quantity, { x, y, colour, theme, ring = 0 }: MarkPlace, planned: boolean): Drawn {
  const em = theme.size
  const at = y(magnitude(quantity))
  const radius = (planned ? DIAMOND_EM : DOT_EM) * em
  const hollow = planned || quantity.bound === 'approx' || quantity.bound === 'range'
  const stroke = Math.max(1.5, hairline(theme) * 1.5)
  const [high, low] = quantity.bound === 'range' ? [y(highInBase(quantity)), y(inBase(quantity))] : [at, at]
  const style = {
    fill: hollow ? theme.panel : colour,
    stroke: colour,
    lineWidth: stroke,
    ...(planned && { lineDash: [0.22 * em, 0.14 * em] }),
  }
  const shapes: Shape[] = [area(x, Math.min(high, at) - radius, Math.max(low, at) + radius, theme)]
  if (quantity.bound === 'range') shapes.push(...whisker(x, low, high, colour, theme))
  shapes.push(
    planned
      ? {
          type: 'polygon',
          name: 'plan',
          silent: true,
          transition: ['shape'],
          shape: {
            points: [
              [x, at - radius],
              [x + radius, at],
              [x, at + radius],
              [x - radius, at],
            ],
          },
          style,
        }
      : {
          type: 'circle',
          name: 'dot',
          silent: true,
          transition: ['shape'],
          shape: { cx: x, cy: at, r: radius - stroke / 2 },
          style,
        },
  )
  const clear = Math.max(radius, ring)
  const open = openEnd(quantity, x, at - clear, at + clear, colour, theme)
  shapes.push(...open.shapes)
  return { shapes, top: Math.min(high - clear, open.top), bottom: Math.max(low + clear, open.bottom) }
}

export interface StretchPlace extends MarkPlace {
  readonly from: number
  readonly to: number
}

/**
 * A total over a stretch of time: a bar from its first day to its last at its value, closed by stops. A range is as tall as it
 * is wide open; `approx` is hollow; a plan's outline is dashed.
 */
export function stretch(
  quantity: Quantity,
  { from, to, y, colour, theme, ring = 0 }: StretchPlace,
  planned: boolean,
): Drawn {
  const em = theme.size
  // Some weeks on an axis of decades must still be seen.
  const width = Math.max(to - from, 0.5 * em)
  const left = (from + to - width) / 2
  const thin = 0.42 * em
  const isRange = quantity.bound === 'range'
  const at = y(magnitude(quantity))
  const top = isRange ? Math.min(y(highInBase(quantity)), at - thin / 2) : at - thin / 2
  const bottom = isRange ? Math.max(y(inBase(quantity)), at + thin / 2) : at + thin / 2
  const hollow = planned || quantity.bound === 'approx'
  const stroke = Math.max(1.25, hairline(theme) * 1.25)
  const stop = 0.12 * em
  const edge = { stroke: colour, width: stroke }
  const open = openEnd(quantity, left + width / 2, Math.min(top, at - ring), Math.max(bottom, at + ring), colour, theme)
  return {
    shapes: [
      {
        type: 'rect',
        name: 'area',
        shape: { x: left - 0.2 * em, y: top - 0.4 * em, width: width + 0.4 * em, height: bottom - top + 0.8 * em },
        style: { fill: theme.text, fillOpacity: 0 },
        emphasis: { style: { fill: theme.text, fillOpacity: 0.06 } },
      },
      {
        type: 'rect',
        name: 'stretch',
        silent: true,
        transition: ['shape'],
        shape: { x: left, y: top, width, height: bottom - top },
        style: {
          fill: hollow ? theme.panel : colour,
          fillOpacity: hollow ? 0.6 : 0.4,
          stroke: colour,
          lineWidth: hollow ? stroke : 0,
          ...(planned && { lineDash: [0.3 * em, 0.2 * em] }),
        },
      },
      line('stop-from', [left, top - stop], [left, bottom + stop], edge),
      line('stop-to', [left + width, top - stop], [left + width, bottom + stop], edge),
      ...open.shapes,
    ],
    top: Math.min(top - stop, open.top),
    bottom: Math.max(bottom + stop, open.bottom),
  }
}

/** An open chevron beyond a bound that is not closed: up for at least, down for at most. */
export function openEnd(
  quantity: Quantity,
  x: number,
  top: number,
  bottom: number,
  colour: string,
  theme: ChartTheme,
): Drawn {
  const up = quantity.bound === 'at_least'
  if (!up && quantity.bound !== 'at_most') return { shapes: [], top, bottom }
  const em = theme.size
  const [foot, tip] = up ? [top - 0.18 * em, top - 0.45 * em] : [bottom + 0.18 * em, bottom + 0.45 * em]
  const shape: Shape = {
    type: 'polyline',
    name: 'open-end',
    silent: true,
    transition: ['shape'],
    shape: {
      points: [
        [x - 0.36 * em, foot],
        [x, tip],
        [x + 0.36 * em, foot],
      ],
    },
    style: {
      stroke: colour,
      lineWidth: Math.max(1.5, hairline(theme) * 1.6),
      fill: 'none',
      lineJoin: 'round',
      lineCap: 'round',
    },
  }
  return { shapes: [shape], top: up ? tip : top, bottom: up ? bottom : tip }
}

export interface Doubts {
  /** Sources disagree. */
  readonly conflict: boolean
  /** The source does not state the date. */
  readonly inferred: boolean
}

/** @returns half of what the rings take, in px; 0 without doubt. */
export function ringRoom({ conflict, inferred }: Doubts, theme: ChartTheme, radius = 0.5 * theme.size): number {
  const em = theme.size
  return conflict || inferred ? radius + (conflict ? 0.22 * em : 0) + (inferred ? (conflict ? 0.22 : 0.06) * em : 0) : 0
}

/** A double ring where sources disagree; a dotted one where the date is inferred. */
export function doubtRings(
  x: number,
  y: number,
  doubts: Doubts,
  theme: ChartTheme,
  radius = 0.5 * theme.size,
): Shape[] {
  const em = theme.size
  const ring = (name: string, r: number, dash: 'solid' | number[]): Shape => ({
    type: 'circle',
    name,
    silent: true,
    transition: ['shape'],
    shape: { cx: x, cy: y, r },
    style: { fill: 'none', stroke: theme.text, lineWidth: hairline(theme), lineDash: dash },
  })
  return [
    ...(doubts.conflict
      ? [ring('conflict-in', radius, 'solid'), ring('conflict-out', radius + 0.22 * em, 'solid')]
      : []),
    ...(doubts.inferred
      ? [ring('inferred', radius + (doubts.conflict ? 0.44 : 0.06) * em, [0.12 * em, 0.16 * em])]
      : []),
  ]
}

/** What another source states for the same period: a small ring on a thread to the figure it disagrees with. */
export function otherFigure(quantity: Quantity, beside: number, { x, y, colour, theme }: MarkPlace): Shape[] {
  const em = theme.size
  const at = y(magnitude(quantity))
  return [
    area(x, at - 0.3 * em, at + 0.3 * em, theme),
    line('thread', [x, beside], [x, at], { stroke: colour, width: hairline(theme), dash: [0.1 * em, 0.15 * em] }),
    {
      type: 'circle',
      name: 'other',
      silent: true,
      transition: ['shape'],
      shape: { cx: x, cy: at, r: 0.2 * em },
      style: { fill: theme.panel, stroke: colour, lineWidth: hairline(theme) * 1.25 },
    },
    ...openEnd(quantity, x, at - 0.2 * em, at + 0.2 * em, colour, theme).shapes,
  ]
}

function whisker(x: number, low: number, high: number, colour: string, theme: ChartTheme): Shape[] {
  const half = 0.26 * theme.size
  const style = { stroke: colour, width: Math.max(1.25, hairline(theme) * 1.25) }
  return [
    line('range', [x, low], [x, high], style),
    line('range-low', [x - half, low], [x + half, low], style),
    line('range-high', [x - half, high], [x + half, high], style),
  ]
}

/** What the pointer hits: larger than a dot. */
export function area(x: number, top: number, bottom: number, theme: ChartTheme): Shape {
  const em = theme.size
  return {
    type: 'rect',
    name: 'area',
    shape: { x: x - 0.75 * em, y: top - 0.45 * em, width: 1.5 * em, height: bottom - top + 0.9 * em, r: 0.4 * em },
    style: { fill: theme.text, fillOpacity: 0 },
    emphasis: { style: { fill: theme.text, fillOpacity: 0.08 } },
  }
}
