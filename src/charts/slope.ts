import { formatQuantity, formatShort } from '../messages/format.ts'
import type { Role } from '../model/observation.ts'
import { magnitude, type Quantity } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { doubtRings } from './figure-marks.ts'
import { hairline, hoverArea, layer, line, text, type ChartPicture, type Mark, type Shape } from './layer.ts'
import { groupByMeasure, unitName } from './measure.ts'
import { boundAlong, hit, isVague, point, POINT_EM, pointScale } from './point.ts'
import { isNarrow, textEms, type ChartTheme } from './theme.ts'
import type { ChartWords } from './words.ts'

/** One of the two figures of a place. */
interface SlopeEnd {
  /** The observation's, given back by `onSelect`. */
  readonly id: string
  readonly quantity: Quantity
  /** Sources disagree. */
  readonly conflict: boolean
  readonly lines: readonly string[]
}

export interface SlopeRow {
  readonly code: string
  readonly name: string
  readonly from: SlopeEnd
  readonly to: SlopeEnd
  /** The change in words; what cannot be computed says so. */
  readonly change: string
  readonly slot: number | null
}

export interface SlopeInput {
  readonly role: Role
  readonly years: { readonly from: number; readonly to: number }
  /** In the order to be drawn. */
  readonly rows: readonly SlopeRow[]
  readonly language: Language
  readonly words: ChartWords
}

const HEAD_EM = 3.4
const ROW_EM = { wide: 2, narrow: 3.3 }

/**
 * How each place went from one year to another: a hollow point, a line, a filled point, and the change in words.
 * Rises and falls are drawn alike: the chart does not judge.
 * @throws RangeError if figures of different measures are to share the scale, or there are none
 */
export function slope(input: SlopeInput): ChartPicture {
  const groups = groupByMeasure(input.rows.flatMap((row) => [row.from, row.to]))
  const [group] = groups
  if (!group || groups.length > 1) throw new RangeError(`a change of ${groups.length} measures, expected one`)
  const tall = (row: number): number => HEAD_EM + input.rows.length * row + 0.4
  return {
    height: { wide: tall(ROW_EM.wide), narrow: tall(ROW_EM.narrow) },
    option: (theme, width) => {
      const em = theme.size
      const narrow = isNarrow(theme, width)
      const rowHeight = (narrow ? ROW_EM.narrow : ROW_EM.wide) * em
      const scale = pointScale(
        input.rows.flatMap((row) => [row.from.quantity, row.to.quantity]),
        group.unit,
        input.language,
        narrow ? 3 : 6,
      )
      const nameRoom = narrow
        ? 0
        : Math.min(Math.max(4, ...input.rows.map((r) => textEms(r.name) * 1.08 + 0.6)), 11) * em
      const changeRoom = narrow ? 0 : (Math.max(4, ...input.rows.map((row) => textEms(row.change))) + 1.4) * em
      const left = nameRoom + 1.4 * em
      const right = width - changeRoom - 1.4 * em
      const x = (base: number): number => left + ((base - scale.min) / (scale.max - scale.min)) * (right - left)
      const head = HEAD_EM * em
      const bottom = head + input.rows.length * rowHeight
      const marks = input.rows.flatMap((row, i) =>
        rowMarks(row, input, { theme, x, width, nameRoom, narrow, top: head + i * rowHeight, rowHeight }),
      )
      const frame: Mark = {
        id: 'frame',
        tip: null,
        shapes: [
          ...key(input, theme),
          text('unit', unitName(group.unit, input), width, 0.8 * em, theme, {
            fill: theme.muted,
            align: 'right',
            size: em * 0.92,
          }),
          ...scale.ticks.flatMap((tick, i) => [
            line(`grid-${i}`, [x(tick), head - 0.3 * em], [x(tick), bottom], {
              stroke: tick === 0 ? theme.lineStrong : theme.line,
              width: hairline(theme),
            }),
            text(`tick-${i}`, scale.labels[i] ?? '', x(tick), head - 0.95 * em, theme, {
              fill: theme.muted,
              size: em * 0.92,
              align: 'center',
            }),
          ]),
        ],
      }
      return { series: [layer('frame', [frame], true), layer('marks', marks)] }
    },
  }
}

/** What the two points mean. */
function key({ role, years }: SlopeInput, theme: ChartTheme): Shape[] {
  const em = theme.size
  const y = 0.8 * em
  const colour = theme.roles[role]
  const second = (1.3 + textEms(String(years.from)) + 1.4) * em
  return [
    { ...point({ x: 0.6 * em, y, slot: null, colour, theme }, true), name: 'key-from' },
    text('key-from-year', String(years.from), 1.3 * em, y, theme, { fill: theme.muted }),
    { ...point({ x: second, y, slot: null, colour, theme }, false), name: 'key-to' },
    text('key-to-year', String(years.to), second + 0.7 * em, y, theme, { fill: theme.muted }),
  ]
}

interface RowPlace {
  readonly theme: ChartTheme
  readonly x: (base: number) => number
  readonly width: number
  readonly nameRoom: number
  readonly narrow: boolean
  readonly top: number
  readonly rowHeight: number
}

function rowMarks(row: SlopeRow, input: SlopeInput, place: RowPlace): Mark[] {
  const { theme, x, width, nameRoom, narrow, top, rowHeight } = place
  const em = theme.size
  const colour = row.slot === null ? theme.roles[input.role] : (theme.places[row.slot] ?? theme.text)
  const weight = row.slot === null ? 400 : 600
  const y = narrow ? top + rowHeight - 1.1 * em : top + rowHeight / 2
  const [from, to] = [x(magnitude(row.from.quantity)), x(magnitude(row.to.quantity))]
  const way = Math.sign(to - from)
  const r = POINT_EM * em
  const ground: Shape[] =
    row.slot === null
      ? []
      : [
          {
            type: 'rect',
            name: 'selected',
            silent: true,
            shape: { x: 0, y: top, width, height: rowHeight, r: em * 0.25 },
            style: { fill: theme.accentSoft },
          },
        ]
  const tip = {
    title: row.name,
    lines: [
      `${formatQuantity(row.from.quantity, input.language)} → ${formatQuantity(row.to.quantity, input.language)}`,
      row.change,
      ...row.to.lines,
    ],
  }
  const labels = narrow
    ? [
        text('name', row.name, 0.4 * em, top + 0.9 * em, theme, { fill: theme.text, weight, width: width * 0.5 }),
        text('change', row.change, width - 0.4 * em, top + 0.9 * em, theme, {
          fill: theme.text,
          weight,
          align: 'right',
        }),
      ]
    : [
        text('name', row.name, nameRoom, y, theme, { fill: theme.text, weight, align: 'right', width: nameRoom }),
        text('change', row.change, width - 0.4 * em, y, theme, { fill: theme.text, weight, align: 'right' }),
      ]
  const shaft: Shape[] =
    Math.abs(to - from) > 2 * r
      ? [
          line('shaft', [from + way * r, y], [to - way * r, y], {
            stroke: colour,
            width: Math.max(2, hairline(theme) * 2),
          }),
        ]
      : []
  const end = (which: SlopeEnd, at: number, hollow: boolean): Shape[] => [
    ...boundAlong('x', which.quantity, { x: at, y }, x, colour, theme),
    point({ x: at, y, slot: null, colour, theme }, hollow),
    ...doubtRings(at, y, { conflict: which.conflict, inferred: false }, theme),
  ]
  return [
    {
      id: row.to.id,
      tip,
      shapes: [
        ...ground,
        hoverArea(0, top, width, rowHeight, theme),
        ...labels,
        ...shaft,
        ...end(row.to, to, isVague(row.to.quantity)),
      ],
    },
    {
      id: row.from.id,
      tip: {
        title: `${row.name} ${input.years.from}`,
        lines: [formatShort(row.from.quantity, input.language), ...row.from.lines],
      },
      shapes: [hit(from, y, theme), ...end(row.from, from, true)],
    },
  ]
}
