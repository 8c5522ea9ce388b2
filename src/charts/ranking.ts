import { formatQuantity, formatShort } from '../messages/format.ts'
import type { Role } from '../model/observation.ts'
import { magnitude, type Quantity } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { barScale, boundedBar, OPEN_END_EM } from './bar.ts'
import { hairline, hoverArea, layer, line, text, type ChartPicture, type Mark, type Shape } from './layer.ts'
import { unitName } from './measure.ts'
import { textEms, type ChartTheme } from './theme.ts'
import type { ChartWords } from './words.ts'

/** One place and the figure that stands for it. */
export interface RankingRow {
  /** The place's code, given back by `onSelect`. */
  readonly code: string
  readonly name: string
  /** null: no record; listed under the bars, never drawn as zero. */
  readonly quantity: Quantity | null
  readonly selected: boolean
  /** Further lines of the tooltip, already in the interface's language: period, source, disagreement. */
  readonly lines: readonly string[]
}

export interface RankingInput {
  readonly role: Role
  readonly rows: readonly RankingRow[]
  /** The figure of the place that holds all others, drawn as a line; not one of the rows. */
  readonly reference: { readonly name: string; readonly quantity: Quantity } | null
  readonly language: Language
  readonly words: ChartWords
}

const ROW_EM = 1.95
const HEAD_EM = 1.9
const BLANK_EM = 1.7

/**
 * All places for one indicator, largest first; equal ones by name, so the order never depends on the input's. Bounded figures
 * stand at their printed number and show the bound.
 * @throws RangeError if figures of different measures are to share the axis
 */
export function ranking(input: RankingInput): ChartPicture {
  const having = input.rows.filter((row): row is Ranked => row.quantity !== null).sort(bySize(input.language))
  const blank = input.rows.filter((row) => row.quantity === null)
  const measures = new Set(
    [...having, ...(input.reference ? [input.reference] : [])].map((r) => r.quantity.unit.measure),
  )
  if (measures.size > 1)
    throw new RangeError(`a ranking of several measures: ${[...measures].join(', ')}, expected one`)
  const head = having.length > 0 ? HEAD_EM : 0
  const height = head + having.length * ROW_EM + (blank.length > 0 ? HEAD_EM + blank.length * BLANK_EM : 0)

  return {
    height: { wide: height, narrow: height },
    option: (theme, width) => {
      const em = theme.size
      const anySelected = input.rows.some((row) => row.selected)
      const nameRoom = Math.min(Math.max(4, ...input.rows.map((r) => textEms(r.name) + 0.8)) * em, width * 0.4)
      const uniform = new Set(having.map((r) => r.quantity.unit.id)).size === 1
      const labels = having.map((r) =>
        uniform ? formatShort(r.quantity, input.language) : formatQuantity(r.quantity, input.language),
      )
      const room = (Math.max(0, ...labels.map(textEms)) + OPEN_END_EM + 0.5) * em
      const left = nameRoom + 0.6 * em
      const x = barScale(
        having.map((r) => r.quantity),
        left,
        Math.max(width - room, left + 2 * em),
      )
      const marks: Mark[] = []
      let top = head * em
      having.forEach((row, i) => {
        const y = top + (ROW_EM / 2) * em
        const bar = boundedBar(row.quantity, {
          x,
          y,
          thickness: em * 1.05,
          colour: theme.roles[input.role],
          planned: false,
          faded: anySelected && !row.selected,
          theme,
        })
        marks.push({
          id: row.code,
          tip: { title: row.name, lines: [formatQuantity(row.quantity, input.language), ...row.lines] },
          shapes: [
            ...ground(row, top, ROW_EM * em, width, theme),
            text('name', row.name, nameRoom, y, theme, {
              fill: theme.text,
              align: 'right',
              width: nameRoom,
              weight: row.selected ? 600 : 400,
            }),
            ...bar.shapes,
            text('label', labels[i] ?? '', bar.end + em * 0.4, y, theme, {
              fill: theme.text,
              weight: row.selected ? 600 : 400,
              halo: row.selected ? theme.accentSoft : theme.panel,
            }),
          ],
        })
        top += ROW_EM * em
      })
      const axis =
        having.length === 0
          ? []
          : [frame(input, having[0]?.quantity, { x, theme, width, left, bottom: top, head: head * em })]
      const blanks = blankMarks(input, blank, { theme, width, nameRoom, left, top })
      // Labels lie over the reference line, so the line is drawn first.
      return { series: [layer('frame', [...axis, ...blanks.heads], true), layer('rows', [...marks, ...blanks.marks])] }
    },
  }
}

type Ranked = RankingRow & { readonly quantity: Quantity }

interface Axis {
  readonly x: (base: number) => number
  readonly theme: ChartTheme
  readonly width: number
  readonly left: number
  readonly bottom: number
  readonly head: number
}

/** The unit, the line at zero, and the reference where it falls on the scale. */
function frame(input: RankingInput, sample: Quantity | undefined, { x, theme, width, left, bottom, head }: Axis): Mark {
  const em = theme.size
  const shapes: Shape[] = [
    line('zero', [x(0), head], [x(0), bottom], { stroke: theme.lineStrong, width: hairline(theme) }),
  ]
  if (sample)
    shapes.push(
      text('unit', unitName(sample.unit, input), left - 0.6 * em, head / 2, theme, {
        fill: theme.muted,
        align: 'right',
        size: em * 0.92,
      }),
    )
  if (input.reference) {
    const { name, quantity } = input.reference
    const words = `${name} ${formatQuantity(quantity, input.language)}`
    const at = x(magnitude(quantity))
    // A total beside its parts would squeeze them to nothing; it is then named, not drawn.
    if (at > width || at < left) {
      shapes.push(
        text('reference', input.words.beyondScale(words), left, head / 2, theme, {
          fill: theme.muted,
          width: width - left,
        }),
      )
    } else {
      const half = (textEms(words) / 2) * em
      shapes.push(
        line('reference-line', [at, head - 0.3 * em], [at, bottom], {
          stroke: theme.muted,
          width: hairline(theme),
          dash: [0.35 * em, 0.25 * em],
        }),
        text('reference', words, Math.min(Math.max(at, left + half), width - half), head / 2, theme, {
          fill: theme.muted,
          align: 'center',
        }),
      )
    }
  }
  return { id: 'axis', tip: null, shapes }
}

interface BlankPlace {
  readonly theme: ChartTheme
  readonly width: number
  readonly nameRoom: number
  readonly left: number
  readonly top: number
}

function blankMarks(
  input: RankingInput,
  blank: readonly RankingRow[],
  place: BlankPlace,
): { heads: Mark[]; marks: Mark[] } {
  const { theme, width, nameRoom, left } = place
  const em = theme.size
  if (blank.length === 0) return { heads: [], marks: [] }
  const y = place.top + (HEAD_EM / 2 + 0.1) * em
  const heading = input.words.noRecord
  const rule = left + (textEms(heading) + 0.8) * em
  const head: Mark = {
    id: 'no-record',
    tip: null,
    shapes: [
      text('no-record', heading, left, y, theme, { fill: theme.muted, size: em * 0.92 }),
      line('rule', [rule, y], [width, y], { stroke: theme.line, width: hairline(theme) }),
    ],
  }
  const marks = blank.map((row, i): Mark => {
    const top = place.top + (HEAD_EM + i * BLANK_EM) * em
    const middle = top + (BLANK_EM / 2) * em
    return {
      id: row.code,
      tip: { title: row.name, lines: [heading, ...row.lines] },
      shapes: [
        ...ground(row, top, BLANK_EM * em, width, theme),
        text('name', row.name, nameRoom, middle, theme, {
          fill: theme.muted,
          align: 'right',
          width: nameRoom,
          weight: row.selected ? 600 : 400,
        }),
        text('label', '—', left, middle, theme, { fill: theme.faint }),
      ],
    }
  })
  return { heads: [head], marks }
}

function ground(row: RankingRow, top: number, height: number, width: number, theme: ChartTheme): Shape[] {
  const area = hoverArea(0, top, width, height, theme)
  if (!row.selected) return [area]
  const shape = { x: 0, y: top, width, height, r: theme.size * 0.25 }
  return [{ type: 'rect', name: 'selected', silent: true, shape, style: { fill: theme.accentSoft } }, area]
}

function bySize(language: Language): (a: Ranked, b: Ranked) => number {
  return (a, b) =>
    magnitude(b.quantity) - magnitude(a.quantity) ||
    a.name.localeCompare(b.name, language) ||
    (a.code < b.code ? -1 : 1)
}
