import { formatPeriod, formatQuantity, formatShort } from '../messages/format.ts'
import type { Role } from '../model/observation.ts'
import type { Period } from '../model/period.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import { AXIS_EM, grid, gutterEms, timeFrame, valueAxis, type ValueAxis } from './frame.ts'
import { lollipop } from './lollipop.ts'
import { hairline, layer, line, text, type ChartPicture, type Mark, type Shape } from './layer.ts'
import { groupByMeasure, unitName, type MeasureGroup } from './measure.ts'
import { textEms, type ChartTheme } from './theme.ts'
import { placeLabels, timeAxis, type TimeAxis } from './time-axis.ts'
import type { ChartWords } from './words.ts'

/** One figure of signed or started projects. */
export interface ProjectRow {
  /** The observation's id. */
  readonly id: string
  readonly name: string
  /** Name of the ceremony or conference that the figure belongs to; null if none. */
  readonly event: string | null
  readonly period: Period
  readonly quantity: Quantity
}

export interface ProjectsInput {
  readonly rows: readonly ProjectRow[]
  readonly language: Language
  readonly words: ChartWords
  /** Colour; `project` unless told. */
  readonly role?: Role
}

const PANEL_EM = { head: 1.7, labels: 1.5, plot: 6.2, gap: 0.9 }

/**
 * Projects over time: one lollipop a figure, at the day or in the middle of the month or year that its period ends in. Counts
 * and amounts have a panel each, under one time axis. Figures without a date stand in a slot of their own at the left.
 */
export function projects(input: ProjectsInput): ChartPicture {
  const groups = groupByMeasure(input.rows)
  const panel = PANEL_EM.head + PANEL_EM.labels + PANEL_EM.plot
  const height = groups.length === 0 ? 0 : groups.length * panel + (groups.length - 1) * PANEL_EM.gap + AXIS_EM

  return {
    height: { wide: height, narrow: height },
    option: (theme, width) => {
      const em = theme.size
      if (groups.length === 0) return { series: [] }
      const scales = groups.map((group) =>
        valueAxis(
          group.rows.map((row) => row.quantity),
          group.unit,
          input.language,
        ),
      )
      const gutter = gutterEms(scales) * em
      const axis = timeAxis(input.rows, {
        left: gutter,
        right: width - 0.8 * em,
        em,
        slotLabel: input.words.dateNotStated,
      })
      const frames: Mark[] = []
      const marks: Mark[] = []
      let top = 0
      groups.forEach((group, i) => {
        const scale = scales[i]
        if (!scale) return
        const ceiling = top + (PANEL_EM.head + PANEL_EM.labels) * em
        const floor = ceiling + PANEL_EM.plot * em
        const y = (base: number): number => floor - ((base - scale.min) / (scale.max - scale.min)) * (floor - ceiling)
        frames.push({
          id: `panel-${group.measure}`,
          tip: null,
          shapes: panelFrame(unitName(group.unit, input), scale, { theme, width, gutter, top, y }),
        })
        marks.push(...groupMarks(group, input, { theme, axis, floor, y, width }))
        top = floor + PANEL_EM.gap * em
      })
      const bottom = top - PANEL_EM.gap * em
      frames.push({ id: 'time', tip: null, shapes: timeFrame(axis, input.words.dateNotStated, theme, bottom) })
      return { series: [layer('frame', frames, true), layer('marks', marks)] }
    },
  }
}

interface Panel {
  readonly theme: ChartTheme
  readonly width: number
  readonly gutter: number
  readonly top: number
  readonly y: (base: number) => number
}

function panelFrame(unit: string, scale: ValueAxis, { theme, width, gutter, top, y }: Panel): Shape[] {
  const em = theme.size
  const at = top + (PANEL_EM.head / 2) * em
  return [
    text('unit', unit, 0, at, theme, { fill: theme.muted, size: em * 0.92 }),
    ...grid(scale, { theme, left: gutter, right: width, y }),
  ]
}

interface MarksPlace {
  readonly theme: ChartTheme
  readonly axis: TimeAxis
  readonly floor: number
  readonly y: (base: number) => number
  readonly width: number
}

function groupMarks(
  group: MeasureGroup<ProjectRow>,
  input: ProjectsInput,
  { theme, axis, floor, y, width }: MarksPlace,
): Mark[] {
  const em = theme.size
  const colour = theme.roles[input.role ?? 'project']
  const spots = axis.spots(group.rows, 0.95 * em)
  const labels = group.rows.map(({ quantity }) =>
    group.uniform ? formatShort(quantity, input.language) : formatQuantity(quantity, input.language),
  )
  const drawn = group.rows.map((row, i) => lollipop(row.quantity, { x: spots[i]?.x ?? 0, floor, y, colour, theme }))
  const placed = placeLabels(
    group.rows.map((_, i) => ({
      x: spots[i]?.x ?? 0,
      y: (drawn[i]?.top ?? floor) - 0.7 * em,
      width: textEms(labels[i] ?? '') * em + 0.5 * em,
      height: 1.15 * em,
    })),
    drawn.map(({ top }, i) => ({ x: spots[i]?.x ?? 0, y: (top + floor) / 2, width: 0.8 * em, height: floor - top })),
    width,
  )
  return group.rows.map((row, i): Mark => {
    const spot = spots[i]
    const label = placed[i]
    const extent: Shape[] =
      spot && spot.to - spot.from > em
        ? [
            line('extent', [spot.from, floor], [spot.to, floor], {
              stroke: colour,
              width: Math.max(2, hairline(theme) * 2.5),
            }),
          ]
        : []
    return {
      id: row.id,
      tip: {
        title: row.event ?? row.name,
        lines: [
          ...(row.event === null ? [] : [row.name]),
          formatQuantity(row.quantity, input.language),
          formatPeriod(row.period, input.language),
        ],
      },
      shapes: [
        ...extent,
        ...(drawn[i]?.shapes ?? []),
        ...(label
          ? [
              text('label', labels[i] ?? '', label.x, label.y, theme, {
                fill: theme.text,
                align: 'center',
                halo: theme.panel,
              }),
            ]
          : []),
      ],
    }
  })
}
