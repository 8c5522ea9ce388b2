import { formatPeriod, formatQuantity, formatShort } from '../messages/format.ts'
import type { Role } from '../model/observation.ts'
import { endDay, type Period } from '../model/period.ts'
import { inBase, type Quantity } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { barScale, boundedBar, OPEN_END_EM } from './bar.ts'
import { hoverArea, layer, text, type ChartPicture, type Mark } from './layer.ts'
import { groupByMeasure, unitName } from './measure.ts'
import { isNarrow, textEms, type ChartTheme } from './theme.ts'
import type { ChartWords } from './words.ts'

/** One figure of money put in or promised. */
export interface InvestmentRow {
  /** The observation's id. */
  readonly id: string
  readonly name: string
  readonly period: Period
  readonly quantity: Quantity
  /** A target: drawn with a dashed outline. */
  readonly planned: boolean
}

export interface InvestmentsInput {
  readonly rows: readonly InvestmentRow[]
  readonly language: Language
  readonly words: ChartWords
  /** Colour; `investment` unless told. */
  readonly role?: Role
  /** At most so many rows of a measure; how many were left out is written under them. */
  readonly limit?: number
}

const ROW_EM = { wide: 2.25, narrow: 3.5 }
const HEAD_EM = 1.9
const FOOT_EM = 1.7

/**
 * Investments of one place, one bar a figure, in the order of their periods, unknown ones last. Each measure (CNY, USD, jobs)
 * has a scale of its own; nothing is added up, so years that overlap do no harm.
 */
export function investments(input: InvestmentsInput): ChartPicture {
  const limit = input.limit ?? Infinity
  const groups = groupByMeasure(input.rows).map((group) => {
    const rows = [...group.rows].sort(byTime)
    return { ...group, rows: rows.slice(0, limit), omitted: Math.max(0, rows.length - limit) }
  })
  const tall = (row: number): number =>
    groups.reduce((sum, g) => sum + HEAD_EM + g.rows.length * row + (g.omitted > 0 ? FOOT_EM : 0), 0)

  return {
    height: { wide: tall(ROW_EM.wide), narrow: tall(ROW_EM.narrow) },
    option: (theme, width) => {
      const em = theme.size
      const narrow = isNarrow(theme, width)
      const at = columnsOf(input, width, em, narrow)
      const heads: Mark[] = []
      const marks: Mark[] = []
      let top = 0
      for (const group of groups) {
        heads.push({
          id: `head-${group.measure}`,
          tip: null,
          shapes: [
            text('unit', unitName(group.unit, input), at.bar, top + (HEAD_EM / 2) * em, theme, {
              fill: theme.muted,
              size: em * 0.92,
            }),
          ],
        })
        top += HEAD_EM * em
        const height = (narrow ? ROW_EM.narrow : ROW_EM.wide) * em
        const labels = group.rows.map((row) =>
          group.uniform ? formatShort(row.quantity, input.language) : formatQuantity(row.quantity, input.language),
        )
        const room = (Math.max(0, ...labels.map(textEms)) + OPEN_END_EM + 0.5) * em
        const x = barScale(
          group.rows.map((r) => r.quantity),
          at.bar,
          Math.max(width - room, at.bar + 2 * em),
        )
        group.rows.forEach((row, i) => {
          marks.push(rowMark(row, labels[i] ?? '', { input, theme, width, narrow, at, top, height, x }))
          top += height
        })
        if (group.omitted > 0) {
          heads.push({
            id: `more-${group.measure}`,
            tip: null,
            shapes: [
              text('more', input.words.more(group.omitted), 0, top + (FOOT_EM / 2) * em, theme, { fill: theme.muted }),
            ],
          })
          top += FOOT_EM * em
        }
      }
      return { series: [layer('heads', heads, true), layer('rows', marks)] }
    },
  }
}

interface RowPlace {
  readonly input: InvestmentsInput
  readonly theme: ChartTheme
  readonly width: number
  readonly narrow: boolean
  readonly at: Columns
  readonly top: number
  readonly height: number
  readonly x: (base: number) => number
}

function rowMark(row: InvestmentRow, label: string, place: RowPlace): Mark {
  const { input, theme, width, narrow, top, height, at } = place
  const em = theme.size
  const period = formatPeriod(row.period, input.language)
  const textY = narrow ? top + em * 0.95 : top + height / 2
  const barY = narrow ? top + em * 2.35 : top + height / 2
  const bar = boundedBar(row.quantity, {
    x: place.x,
    y: barY,
    thickness: em * 0.95,
    colour: theme.roles[input.role ?? 'investment'],
    planned: row.planned,
    faded: false,
    theme,
  })
  const periodStyle = narrow ? { x: width, align: 'right' as const } : { x: at.period, align: 'left' as const }
  const periodRoom = narrow ? textEms(period) * em : at.bar - at.period - em * 0.6
  return {
    id: row.id,
    tip: {
      title: row.name,
      lines: [formatQuantity(row.quantity, input.language), period, ...(row.planned ? [input.words.planned] : [])],
    },
    shapes: [
      hoverArea(0, top, width, height, theme),
      text('name', row.name, 0, textY, theme, {
        fill: theme.text,
        width: narrow ? width - periodRoom - em : at.period - em,
      }),
      text('period', period, periodStyle.x, textY, theme, {
        fill: theme.muted,
        align: periodStyle.align,
        size: em * 0.95,
        width: periodRoom + em * 0.4,
      }),
      ...bar.shapes,
      text('label', label, bar.end + em * 0.4, barY, theme, { fill: theme.text }),
    ],
  }
}

interface Columns {
  readonly period: number
  readonly bar: number
}

/** Left edges of the columns in px: name at 0, then period, then bar. Only as wide as the longest period needs. */
function columnsOf(input: InvestmentsInput, width: number, em: number, narrow: boolean): Columns {
  if (narrow) return { period: 0, bar: 0 }
  const periods = Math.max(0, ...input.rows.map((row) => textEms(formatPeriod(row.period, input.language))))
  const bar = Math.min(width * 0.58, (26 + periods) * em)
  return { period: bar - (periods * 0.95 + 1.2) * em, bar }
}

function byTime(a: InvestmentRow, b: InvestmentRow): number {
  const [x, y] = [endDay(a.period), endDay(b.period)]
  if (x !== y) return x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1
  return inBase(b.quantity) - inBase(a.quantity) || (a.id < b.id ? -1 : 1)
}
