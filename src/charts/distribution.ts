import { formatQuantity } from '../messages/format.ts'
import type { Role } from '../model/observation.ts'
import { magnitude, type Quantity } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { doubtRings } from './figure-marks.ts'
import { labelFigures } from './figure-labels.ts'
import { AXIS_EM } from './frame.ts'
import { hairline, layer, line, text, type ChartPicture, type Mark, type Shape } from './layer.ts'
import { groupByMeasure, unitName } from './measure.ts'
import { boundAlong, hit, isVague, point, POINT_EM, pointScale } from './point.ts'
import { textEms, type ChartTheme } from './theme.ts'
import type { ChartWords } from './words.ts'

/** A place and its figure, as a point on the scale. */
export interface SpreadRow {
  /** Given back by `onSelect`: an observation's id, or a place's code for counts. */
  readonly id: string
  readonly name: string
  readonly quantity: Quantity
  /** The slot of a selected place; null: not selected. */
  readonly slot: number | null
  /** Sources disagree. */
  readonly conflict: boolean
  /** Further lines of the tooltip. */
  readonly lines: readonly string[]
}

/** A quartile, with its words. */
interface SpreadMark {
  /** In base units. */
  readonly at: number
  readonly label: string
}

export interface DistributionInput {
  readonly role: Role
  readonly rows: readonly SpreadRow[]
  /** Lower quartile, median, upper quartile; null where there are too few figures. */
  readonly quartiles: readonly [SpreadMark, SpreadMark, SpreadMark] | null
  /** The figure of the place that holds all others: a line, or named where it lies beyond the scale. */
  readonly reference: { readonly name: string; readonly quantity: Quantity } | null
  readonly language: Language
  readonly words: ChartWords
}

const HEAD_EM = 3.4
const PLOT_EM = 13
/** Under the axis: the three quartiles' words, one below the other where they would meet. */
const FOOT_EM = 4.2

/**
 * Districts on one scale, each a point; points that would cover each other stand beside the line. The band holds the middle half
 * of them, its line is the median.
 * @throws RangeError if figures of different measures are to share the scale, or there is none
 */
export function distribution(input: DistributionInput): ChartPicture {
  const groups = groupByMeasure(input.rows)
  const [group] = groups
  if (!group || groups.length > 1) throw new RangeError(`a distribution of ${groups.length} measures, expected one`)
  const tall = HEAD_EM + PLOT_EM + AXIS_EM + (input.quartiles ? FOOT_EM : 0)
  return {
    height: { wide: tall, narrow: tall },
    option: (theme, width) => {
      const em = theme.size
      const scale = pointScale(
        input.rows.map((row) => row.quantity),
        group.unit,
        input.language,
        width > 40 * em ? 8 : 4,
      )
      const left = 1.6 * em
      const right = width - 2.4 * em
      const x = (base: number): number => left + ((base - scale.min) / (scale.max - scale.min)) * (right - left)
      const top = HEAD_EM * em
      const bottom = (HEAD_EM + PLOT_EM) * em
      const middle = (top + bottom) / 2
      const swarm = beeswarm(
        input.rows.map((row) => x(magnitude(row.quantity))),
        2 * POINT_EM * em * 1.15,
        (bottom - top) / 2 - em,
      )
      const anySelected = input.rows.some((row) => row.slot !== null)
      const placed = input.rows.map((row, i) => ({ row, x: x(magnitude(row.quantity)), y: middle + (swarm[i] ?? 0) }))
      const sizes = placed.map(({ row }) => magnitude(row.quantity))
      const ends = new Set([Math.min(...sizes), Math.max(...sizes)])
      const labels = labelFigures(
        placed.map(({ row, x: at, y }) => ({
          id: row.id,
          x: at,
          y,
          boxes: [{ x: at, y, width: 2.1 * POINT_EM * em, height: 2.1 * POINT_EM * em }] as const,
          content: row.name,
          rank: row.slot !== null ? 0 : ends.has(magnitude(row.quantity)) ? 1 : 2,
        })),
        [],
        { left: 0, right: width, em },
      )
      const marks = placed.map(({ row, x: at, y }): Mark => {
        const colour = row.slot === null ? theme.roles[input.role] : (theme.places[row.slot] ?? theme.text)
        const label = labels.get(row.id)
        const faded = anySelected && row.slot === null
        const dot = point({ x: at, y, slot: row.slot, colour, faded, theme }, isVague(row.quantity))
        return {
          id: row.id,
          tip: { title: row.name, lines: [formatQuantity(row.quantity, input.language), ...row.lines] },
          shapes: [
            hit(at, y, theme),
            ...boundAlong('x', row.quantity, { x: at, y }, x, colour, theme),
            dot,
            ...doubtRings(at, y, { conflict: row.conflict, inferred: false }, theme),
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
      const frame: Mark = {
        id: 'frame',
        tip: null,
        shapes: [
          ...quartileShapes(input, { theme, x, top, bottom, width }),
          text('unit', unitName(group.unit, input), 0, 0.7 * em, theme, { fill: theme.muted, size: em * 0.92 }),
          line('axis', [left, bottom], [right, bottom], { stroke: theme.lineStrong, width: hairline(theme) }),
          ...scale.ticks.flatMap((tick, i) => [
            line(`tick-${i}`, [x(tick), bottom], [x(tick), bottom + 0.35 * em], {
              stroke: theme.lineStrong,
              width: hairline(theme),
            }),
            text(`value-${i}`, scale.labels[i] ?? '', x(tick), bottom + 1.05 * em, theme, {
              fill: theme.muted,
              size: em * 0.92,
              align: 'center',
            }),
          ]),
          ...referenceShapes(input, { theme, x, top, bottom, width, left, right }),
        ],
      }
      return { series: [layer('frame', [frame], true), layer('marks', marks)] }
    },
  }
}

interface Plot {
  readonly theme: ChartTheme
  readonly x: (base: number) => number
  readonly top: number
  readonly bottom: number
  readonly width: number
}

function quartileShapes({ quartiles }: DistributionInput, { theme, x, top, bottom, width }: Plot): Shape[] {
  if (!quartiles) return []
  const em = theme.size
  const [low, median, high] = quartiles
  const band = { x: x(low.at), y: top, width: Math.max(x(high.at) - x(low.at), hairline(theme)), height: bottom - top }
  return [
    { type: 'rect', name: 'band', silent: true, shape: band, style: { fill: theme.accentSoft } },
    line('median', [x(median.at), top], [x(median.at), bottom], {
      stroke: theme.accent,
      width: Math.max(1.5, hairline(theme) * 1.5),
    }),
    // Each on a line of its own: near quartiles would write over each other.
    ...quartiles.flatMap((mark, i) => {
      const half = (textEms(mark.label) * 0.92 * em) / 2
      const y = bottom + (AXIS_EM + 0.9 + i * 1.35) * em
      const at = Math.max(half, Math.min(width - half, x(mark.at)))
      return [
        line(`pole-${i}`, [x(mark.at), bottom], [x(mark.at), y - 0.6 * em], {
          stroke: i === 1 ? theme.accent : theme.lineStrong,
          width: hairline(theme),
          dash: [0.2 * em, 0.2 * em],
        }),
        text(`quartile-${i}`, mark.label, at, y, theme, {
          fill: i === 1 ? theme.text : theme.muted,
          size: em * 0.92,
          align: 'center',
          halo: theme.panel,
        }),
      ]
    }),
  ]
}

function referenceShapes(
  { reference, language, words }: DistributionInput,
  { theme, x, top, bottom, width, left, right }: Plot & { readonly left: number; readonly right: number },
): Shape[] {
  if (!reference) return []
  const em = theme.size
  const said = `${reference.name} ${formatQuantity(reference.quantity, language)}`
  const at = x(magnitude(reference.quantity))
  const y = 2.3 * em
  // A total beside its parts would squeeze them to nothing; it is then named, not drawn.
  if (at > right || at < left)
    return [text('reference', words.beyondScale(said), 0, y, theme, { fill: theme.muted, width })]
  const half = (textEms(said) * em) / 2
  return [
    line('reference-line', [at, top - 0.4 * em], [at, bottom], {
      stroke: theme.text,
      width: Math.max(1.25, hairline(theme) * 1.25),
      dash: [0.35 * em, 0.25 * em],
    }),
    text('reference', said, Math.max(half, Math.min(width - half, at)), y, theme, {
      fill: theme.text,
      align: 'center',
    }),
  ]
}

/**
 * How far each point stands from the line so that none covers another, the nearer to the line the better; where there is no
 * room left they do cover each other.
 * @param xs px
 * @param size a point's width and height, px
 * @param reach farthest from the line, px
 */
export function beeswarm(xs: readonly number[], size: number, reach: number): readonly number[] {
  const offsets: number[] = xs.map(() => 0)
  const placed: { readonly x: number; readonly y: number }[] = []
  const order = xs.map((_, i) => i).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b)
  // Less than half a point, so that a point slips in beside another on the slant.
  const step = size / 4
  const tries = Array.from({ length: 2 * Math.max(0, Math.floor(reach / step)) + 1 }, (_, i) =>
    i % 2 === 0 ? (-i / 2) * step : ((i + 1) / 2) * step,
  )
  for (const i of order) {
    const x = xs[i] ?? 0
    const free = tries.find((y) => placed.every((other) => Math.hypot(other.x - x, other.y - y) >= size - 1e-9))
    const y = free ?? 0
    offsets[i] = y + 0
    placed.push({ x, y })
  }
  return offsets
}
