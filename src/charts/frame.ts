import { formatBase } from '../messages/format.ts'
import { interval, magnitude, type Quantity, type Unit } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { hairline, line, text, type Shape } from './layer.ts'
import { textEms, type ChartTheme } from './theme.ts'
import { ticksBetween } from './ticks.ts'
import type { TimeAxis } from './time-axis.ts'

/** Height of the written years under (or over) the marks. */
export const AXIS_EM = 1.7

/** A vertical scale that holds zero. All in base units. */
export interface ValueAxis {
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
  readonly labels: readonly string[]
}

/**
 * The scale of figures of one measure, written in `unit`.
 * @param also further values that must fit, in base units
 */
export function valueAxis(
  quantities: readonly Quantity[],
  unit: Unit,
  language: Language,
  also: readonly number[] = [],
): ValueAxis {
  const values = [0, ...also, ...quantities.flatMap((q) => [magnitude(q), interval(q).low, interval(q).high])].filter(
    Number.isFinite,
  )
  const { factor } = unit
  const low = Math.min(...values) / factor
  const high = Math.max(...values) / factor
  const ticks = ticksBetween(low, low === 0 ? high || 1 : high).map((tick) => tick * factor)
  return {
    min: ticks[0] ?? 0,
    max: ticks.at(-1) ?? factor,
    ticks,
    labels: ticks.map((t) => (t === 0 ? '0' : formatBase(t, unit, language))),
  }
}

/** @returns the room left of the plots, in em, that the labels of all of them need. */
export function gutterEms(axes: readonly ValueAxis[]): number {
  return Math.max(0, ...axes.flatMap((axis) => axis.labels.map(textEms))) * 0.92 + 0.6
}

export interface GridPlace {
  readonly theme: ChartTheme
  /** Where the lines begin; their labels stand left of it. */
  readonly left: number
  readonly right: number
  readonly y: (base: number) => number
}

/** The lines of a scale and what they stand for; the one at zero is stronger. */
export function grid(axis: ValueAxis, { theme, left, right, y }: GridPlace): Shape[] {
  const em = theme.size
  return axis.ticks.flatMap((tick, i) => {
    const at = y(tick)
    const stroke = tick === 0 ? theme.lineStrong : theme.line
    return [
      line(`grid-${i}`, [left, at], [right, at], { stroke, width: hairline(theme) }),
      text(`tick-${i}`, axis.labels[i] ?? '', left - 0.5 * em, at, theme, {
        fill: theme.muted,
        align: 'right',
        size: em * 0.92,
      }),
    ]
  })
}

/** Years of an axis whose marks end at `bottom`, and the slot of figures without a date. */
export function timeFrame(axis: TimeAxis, slotLabel: string, theme: ChartTheme, bottom: number): Shape[] {
  const em = theme.size
  const y = bottom + (AXIS_EM / 2 + 0.1) * em
  const style = { fill: theme.muted, size: em * 0.92, align: 'center' as const }
  const shapes = axis.years.map((year) => text(`year-${year.year}`, String(year.year), year.x, y, theme, style))
  for (const at of axis.borders) {
    shapes.push(
      line(`border-${Math.round(at)}`, [at, bottom], [at, bottom + 0.35 * em], {
        stroke: theme.lineStrong,
        width: hairline(theme),
      }),
    )
  }
  if (axis.slot) {
    const { left, right } = axis.slot
    shapes.push(
      text('slot', slotLabel, (left + right) / 2, y, theme, { ...style, width: right - left }),
      line('slot-border', [right, em], [right, bottom + 1.4 * em], {
        stroke: theme.lineStrong,
        width: hairline(theme),
        dash: [0.3 * em, 0.3 * em],
      }),
    )
  }
  return shapes
}
