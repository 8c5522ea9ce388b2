import { formatQuantity } from '../messages/format.ts'
import type { Telling } from './figure-tip.ts'
import { AXIS_EM, grid, gutterEms, timeFrame } from './frame.ts'
import { hoverArea, layer, text, type ChartPicture, type Mark, type Shape } from './layer.ts'
import { unitName } from './measure.ts'
import { panelMarks } from './over-time-panel.ts'
import { scaled, type OverTimePanel, type ScaledPanel } from './over-time-scale.ts'
import { roleMark } from './role-mark.ts'
import { isNarrow, textEms, type ChartTheme } from './theme.ts'
import { timeAxis } from './time-axis.ts'

export type { OverTimePanel } from './over-time-scale.ts'

export interface OverTimeInput extends Telling {
  readonly panels: readonly OverTimePanel[]
  /** All panels on one scale of values, to compare places; else each on its own. */
  readonly shared: boolean
  /** Also the running total, where there is one panel and its series allows it (`cumulative`). */
  readonly cumulativeSteps?: boolean
}

/** Many panels are lower, so that more of them are seen at once. */
const PANEL_EM = { wide: 1.9, narrow: 3.2, labels: 1.75, plot: 6, low: 4.4, gap: 1 }
const MANY = 3
/** A tooltip lists so many undated figures. */
const LISTED = 6

/**
 * Series over time: small panels under one time axis. Points are joined by a line where the history joins them, stretches are
 * bars over the time they cover, plans are dashed. A mark's id is its observation's; `undated:<panel id>` is the count of
 * figures without a date.
 * @throws RangeError if figures of different measures are to share a scale
 */
export function overTime(input: OverTimeInput): ChartPicture {
  const panels = scaled(input)
  const plot = panels.length > MANY ? PANEL_EM.low : PANEL_EM.plot
  const drawn = panels.filter((panel) => panel.axis !== null)
  // A long column of panels has its years at both ends: whoever reads the first ones does not see the last.
  const above = drawn.length > MANY ? AXIS_EM : 0
  const tall = (head: number): number =>
    panels.length * (head + PANEL_EM.gap) -
    (panels.length > 0 ? PANEL_EM.gap : 0) +
    drawn.length * (PANEL_EM.labels + plot) +
    (drawn.length > 0 ? AXIS_EM + above : 0)

  return {
    height: { wide: tall(PANEL_EM.wide), narrow: tall(PANEL_EM.narrow) },
    option: (theme, width) => {
      const em = theme.size
      const head = isNarrow(theme, width) ? PANEL_EM.narrow : PANEL_EM.wide
      const left = gutterEms(drawn.flatMap((panel) => panel.axis ?? [])) * em
      const right = width - 0.9 * em
      const periods = drawn.flatMap((panel) => panel.figures)
      const time = timeAxis(periods, { left, right, em, slotLabel: '', whole: true })
      const frames: Mark[] = []
      const lines: Mark[] = []
      const marks: Mark[] = []
      let top = above * em
      let bottom = 0
      for (const panel of panels) {
        const headBottom = top + head * em
        const { axis, of } = panel
        bottom = axis ? headBottom + (PANEL_EM.labels + plot) * em : headBottom
        // What is hollow or outlined takes the colour of its own ground.
        const ground = of.emphasised === true ? { ...theme, panel: theme.accentSoft } : theme
        const shapes: Shape[] = [
          ...groundOf(of, top, bottom, width, theme),
          ...headOf(panel, input, { theme, width, top }),
        ]
        if (axis) {
          const ceiling = headBottom + PANEL_EM.labels * em
          const floor = bottom
          const y = (base: number): number => floor - ((base - axis.min) / (axis.max - axis.min)) * (floor - ceiling)
          shapes.push(...grid(axis, { theme, left, right: width, y }))
          const inside = panelMarks(panel, input, {
            theme: ground,
            time,
            y,
            left,
            right: width,
            top: headBottom,
            floor,
          })
          lines.push(inside.lines)
          marks.push(...inside.marks)
        }
        frames.push({ id: `panel:${of.id}`, tip: null, shapes })
        if (of.history.undated.length > 0) marks.push(undatedMark(panel, input, { theme, width, top }))
        top = bottom + PANEL_EM.gap * em
      }
      if (above > 0) frames.push({ id: 'time-above', tip: null, shapes: timeFrame(time, '', theme, 0) })
      if (drawn.length > 0) frames.push({ id: 'time', tip: null, shapes: timeFrame(time, '', theme, bottom) })
      return { series: [layer('frame', frames, true), layer('lines', lines, true), layer('marks', marks)] }
    },
  }
}

interface HeadPlace {
  readonly theme: ChartTheme
  readonly width: number
  readonly top: number
}

/** Name, unit and note in one line; where it is narrow the latter two stand in a second one. */
function headOf(panel: ScaledPanel, input: OverTimeInput, { theme, width, top }: HeadPlace): Shape[] {
  const em = theme.size
  const { of, group } = panel
  const narrow = isNarrow(theme, width)
  const y = top + 0.95 * em
  const left = 1.2 * em
  const unit = group ? unitName(group.unit, { language: input.language, words: input.words }) : ''
  const more = [unit, of.note ?? ''].filter((part) => part !== '').join(' · ')
  const undated = undatedText(panel, input)
  const aside = undated === '' ? 0 : (textEms(undated) * 0.92 + 1) * em
  const moreWidth = textEms(more) * 0.92 * em
  const room = narrow ? width - left : Math.max(8 * em, width - left - aside - Math.min(moreWidth, width * 0.4) - em)
  const nameWidth = Math.min(textEms(of.name) * 1.06 * em, room)
  const moreAt = narrow ? { x: left, y: top + 2.35 * em } : { x: left + nameWidth + 0.8 * em, y }
  return [
    roleMark(of.colourRole, 0.45 * em, y, theme),
    text('name', of.name, left, y, theme, { fill: theme.text, weight: 600, width: room }),
    text('more', more, moreAt.x, moreAt.y, theme, {
      fill: theme.muted,
      size: em * 0.92,
      width: Math.max(0, width - aside - moreAt.x),
    }),
  ]
}

function undatedText({ of }: ScaledPanel, { words }: OverTimeInput): string {
  return of.history.undated.length === 0 ? '' : words.undated(of.history.undated.length)
}

/** How many figures the panel cannot place, at the right of its head; the tooltip lists them. */
function undatedMark(panel: ScaledPanel, input: OverTimeInput, { theme, width, top }: HeadPlace): Mark {
  const em = theme.size
  const { undated } = panel.of.history
  const content = undatedText(panel, input)
  const y = top + (isNarrow(theme, width) ? 2.35 : 0.95) * em
  const room = (textEms(content) * 0.92 + 0.6) * em
  return {
    id: `undated:${panel.of.id}`,
    tip: {
      title: content,
      lines: undated
        .slice(0, LISTED)
        .map((o) => [formatQuantity(o.quantity, input.language), ...input.tipOf(o)].join(input.words.comma)),
    },
    shapes: [
      hoverArea(width - room, y - 0.8 * em, room, 1.6 * em, theme),
      text('undated', content, width - 0.3 * em, y, theme, { fill: theme.muted, size: em * 0.92, align: 'right' }),
    ],
  }
}

function groundOf(of: OverTimePanel, top: number, bottom: number, width: number, theme: ChartTheme): Shape[] {
  if (of.emphasised !== true) return []
  const shape = { x: 0, y: top, width, height: bottom - top, r: theme.size * 0.25 }
  return [{ type: 'rect', name: 'emphasised', silent: true, shape, style: { fill: theme.accentSoft } }]
}
