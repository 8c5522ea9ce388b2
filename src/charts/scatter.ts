import type { Role } from '../model/observation.ts'
import { magnitude, type Quantity } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { labelFigures } from './figure-labels.ts'
import { doubtRings } from './figure-marks.ts'
import { AXIS_EM, grid, gutterEms } from './frame.ts'
import { hairline, layer, line, text, type ChartPicture, type Mark } from './layer.ts'
import { groupByMeasure, unitName } from './measure.ts'
import { boundAlong, hit, isVague, point, POINT_EM, pointScale } from './point.ts'
import type { ChartWords } from './words.ts'

/** A place with a figure of either indicator. */
export interface ScatterRow {
  /** Given back by `onSelect`. */
  readonly id: string
  readonly name: string
  readonly x: Quantity
  readonly y: Quantity
  /** The slot of a selected place; null: not selected. */
  readonly slot: number | null
  /** Sources disagree on either. */
  readonly conflict: boolean
  /** All lines of the tooltip. */
  readonly lines: readonly string[]
}

export interface ScatterInput {
  readonly role: Role
  readonly rows: readonly ScatterRow[]
  /** Names of the two indicators. */
  readonly names: { readonly x: string; readonly y: string }
  readonly language: Language
  readonly words: ChartWords
}

const HEAD_EM = 3.2
const PLOT_EM = 21
const FOOT_EM = 1.7

/**
 * Two indicators, a point a place. No line is laid through them: the figures claim no relation. Each axis has its own scale; what
 * a bound leaves open is drawn along its own axis.
 * @throws RangeError if the figures of an axis are of several measures, or there are none
 */
export function scatter(input: ScatterInput): ChartPicture {
  const unitOf = (axis: 'x' | 'y') => {
    const groups = groupByMeasure(input.rows.map((row) => ({ quantity: row[axis] })))
    const [group] = groups
    if (!group || groups.length > 1) throw new RangeError(`${groups.length} measures along ${axis}, expected one`)
    return group.unit
  }
  const units = { x: unitOf('x'), y: unitOf('y') }
  const tall = HEAD_EM + PLOT_EM + AXIS_EM + FOOT_EM
  return {
    height: { wide: tall, narrow: tall },
    option: (theme, width) => {
      const em = theme.size
      const across = pointScale(
        input.rows.map((row) => row.x),
        units.x,
        input.language,
        width > 40 * em ? 7 : 3,
      )
      const up = pointScale(
        input.rows.map((row) => row.y),
        units.y,
        input.language,
        6,
      )
      const left = gutterEms([up]) * em
      const right = width - 2 * em
      const top = HEAD_EM * em
      const bottom = top + PLOT_EM * em
      const x = (base: number): number => left + ((base - across.min) / (across.max - across.min)) * (right - left)
      const y = (base: number): number => bottom - ((base - up.min) / (up.max - up.min)) * (bottom - top)
      const placed = input.rows.map((row) => ({ row, x: x(magnitude(row.x)), y: y(magnitude(row.y)) }))
      const size = 2.2 * POINT_EM * em
      const labels = labelFigures(
        placed.map(({ row, x: at, y: from }, i) => ({
          id: row.id,
          x: at,
          y: from,
          boxes: [{ x: at, y: from, width: size, height: size }] as const,
          content: row.name,
          rank: row.slot !== null ? 0 : 1 + i,
        })),
        // Names keep off the axis's own numbers.
        across.ticks.map((tick) => ({ x: x(tick), y: bottom + 0.95 * em, width: 5 * em, height: 1.2 * em })),
        { left: 0, right: width, em },
      )
      const anySelected = input.rows.some((row) => row.slot !== null)
      const marks = placed.map(({ row, x: at, y: from }): Mark => {
        const colour = row.slot === null ? theme.roles[input.role] : (theme.places[row.slot] ?? theme.text)
        const faded = anySelected && row.slot === null
        const dot = point({ x: at, y: from, slot: row.slot, colour, faded, theme }, isVague(row.x) || isVague(row.y))
        const label = labels.get(row.id)
        return {
          id: row.id,
          tip: { title: row.name, lines: row.lines },
          shapes: [
            hit(at, from, theme),
            ...boundAlong('x', row.x, { x: at, y: from }, x, colour, theme),
            ...boundAlong('y', row.y, { x: at, y: from }, y, colour, theme),
            dot,
            ...doubtRings(at, from, { conflict: row.conflict, inferred: false }, theme),
            ...(label
              ? [
                  text('name', row.name, label.x, label.y, theme, {
                    fill: faded ? theme.muted : theme.text,
                    align: 'center',
                    weight: row.slot === null ? 400 : 600,
                    halo: theme.panel,
                  }),
                ]
              : []),
          ],
        }
      })
      const title = (axis: 'x' | 'y') => `${input.names[axis]} · ${unitName(units[axis], input)}`
      const frame: Mark = {
        id: 'frame',
        tip: null,
        shapes: [
          ...grid(up, { theme, left, right, y }),
          text('y-title', `↑ ${title('y')}`, 0, 0.8 * em, theme, { fill: theme.text, width }),
          ...across.ticks.flatMap((tick, i) => [
            line(`x-grid-${i}`, [x(tick), top], [x(tick), bottom], {
              stroke: tick === 0 ? theme.lineStrong : theme.line,
              width: hairline(theme),
            }),
            text(`x-tick-${i}`, across.labels[i] ?? '', x(tick), bottom + 0.95 * em, theme, {
              fill: theme.muted,
              size: em * 0.92,
              align: 'center',
            }),
          ]),
          text('x-title', `${title('x')} →`, right, bottom + (AXIS_EM + 0.9) * em, theme, {
            fill: theme.text,
            align: 'right',
            width: right,
          }),
        ],
      }
      return { series: [layer('frame', [frame], true), layer('marks', marks)] }
    },
  }
}
