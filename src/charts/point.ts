import { formatBase } from '../messages/format.ts'
import { interval, isRate, magnitude, type Quantity, type Unit } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { hairline, line, type Shape } from './layer.ts'
import { PLACE_MARKERS } from './place-marks.ts'
import type { ChartTheme } from './theme.ts'
import { ticksBetween } from './ticks.ts'

/** A scale of positions. All in base units. */
export interface PointScale {
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
  readonly labels: readonly string[]
}

/**
 * The scale of figures of one measure that are drawn as points. Sizes start at zero; rates need not: where they lie is what
 * matters, not how long a bar is.
 */
export function pointScale(quantities: readonly Quantity[], unit: Unit, language: Language, about: number): PointScale {
  const values = quantities.flatMap((q) => [magnitude(q), interval(q).low, interval(q).high]).filter(Number.isFinite)
  const zero = isRate(unit.measure) ? [] : [0]
  const low = Math.min(...zero, ...values) / unit.factor
  const high = Math.max(...zero, ...values) / unit.factor
  // All the same: a step to either side.
  const apart = high > low ? 0 : Math.max(Math.abs(high) / 4, 1)
  const ticks = ticksBetween(low - (zero.length > 0 ? 0 : apart), high + apart, about).map((tick) => tick * unit.factor)
  return {
    min: ticks[0] ?? 0,
    max: ticks.at(-1) ?? unit.factor,
    ticks,
    labels: ticks.map((tick) => (tick === 0 ? '0' : formatBase(tick, unit, language))),
  }
}

/** Half the size in em of a point. */
export const POINT_EM = 0.42

interface PointPlace {
  readonly x: number
  readonly y: number
  /** A selected place's slot: its colour and marker; null: a quiet circle. */
  readonly slot: number | null
  readonly colour: string
  /** Drawn fainter, behind what is selected. */
  readonly faded?: boolean
  readonly theme: ChartTheme
}

/** A figure, or two, as one point: filled, hollow where it is approximate or a range. */
export function point({ x, y, slot, colour, theme, faded = false }: PointPlace, hollow: boolean): Shape {
  const r = POINT_EM * theme.size
  const stroke = Math.max(1.5, hairline(theme) * 1.5)
  const style = {
    fill: hollow ? theme.panel : colour,
    stroke: slot === null && !hollow ? theme.panel : colour,
    lineWidth: slot === null && !hollow ? hairline(theme) : stroke,
    opacity: faded ? 0.6 : 1,
  }
  const common = { name: 'point', silent: true, transition: ['shape'] as const, style }
  const points = slot === null ? null : (PLACE_MARKERS[slot]?.points ?? null)
  if (points === null) return { ...common, transition: ['shape'], type: 'circle', shape: { cx: x, cy: y, r } }
  return {
    ...common,
    transition: ['shape'],
    type: 'polygon',
    shape: { points: points.map(([dx, dy]) => [x + dx * r, y + dy * r]) },
  }
}

/** @returns whether the figure is drawn hollow: what is stated is no single number. */
export function isVague({ bound }: Quantity): boolean {
  return bound === 'approx' || bound === 'range'
}

/** How a bound shows along an axis: an open chevron beyond the point, or the stretch of a range. */
export function boundAlong(
  axis: 'x' | 'y',
  quantity: Quantity,
  at: { readonly x: number; readonly y: number },
  /** Base units → px along the axis. */
  scale: (base: number) => number,
  colour: string,
  theme: ChartTheme,
): Shape[] {
  const em = theme.size
  const put = (along: number, across: number): [number, number] =>
    axis === 'x' ? [along, at.y + across] : [at.x + across, along]
  const style = { stroke: colour, width: Math.max(1.5, hairline(theme) * 1.6) }
  if (quantity.bound === 'range') {
    const { low, high } = interval(quantity)
    const [a, b] = [scale(low), scale(high)]
    return [
      line(`${axis}-range`, put(a, 0), put(b, 0), style),
      line(`${axis}-low`, put(a, -0.25 * em), put(a, 0.25 * em), style),
      line(`${axis}-high`, put(b, -0.25 * em), put(b, 0.25 * em), style),
    ]
  }
  if (quantity.bound !== 'at_least' && quantity.bound !== 'at_most') return []
  // Towards larger figures is right on x, but up (smaller px) on y.
  const way = (quantity.bound === 'at_least' ? 1 : -1) * (axis === 'x' ? 1 : -1)
  const middle = axis === 'x' ? at.x : at.y
  const foot = middle + way * 0.62 * em
  const tip = foot + way * 0.38 * em
  return [
    {
      type: 'polyline',
      name: `${axis}-open`,
      silent: true,
      transition: ['shape'],
      shape: { points: [put(foot, -0.36 * em), put(tip, 0), put(foot, 0.36 * em)] },
      style: {
        stroke: colour,
        lineWidth: style.width,
        fill: 'none',
        lineJoin: 'round',
        lineCap: 'round',
      },
    },
  ]
}

/** What the pointer hits: larger than the point. */
export function hit(x: number, y: number, theme: ChartTheme): Shape {
  return {
    type: 'circle',
    name: 'area',
    shape: { cx: x, cy: y, r: 0.95 * theme.size },
    style: { fill: theme.text, fillOpacity: 0 },
    emphasis: { style: { fill: theme.text, fillOpacity: 0.08 } },
  }
}
