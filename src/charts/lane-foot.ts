import { formatQuantity } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import { magnitude } from '../model/quantity.ts'
import { areaTriangle, sideEm, type AreaScale } from './area-triangle.ts'
import type { Telling } from './figure-tip.ts'
import { hoverArea, text, type Mark } from './layer.ts'
import { unitName, type MeasureGroup } from './measure.ts'
import { NARROW_EM, textEms, type ChartTheme } from './theme.ts'

/** What stands under the lanes. */
export interface Foot {
  /** What the triangles' areas stand for; null: their unit. */
  readonly name: string | null
  /** Places without a figure. */
  readonly without: readonly { readonly place: string; readonly name: string; readonly selected: boolean }[]
  readonly scale: AreaScale
  readonly group: MeasureGroup<Observation> | null
  readonly notToScale: boolean
}

const LINE_EM = 1.7
const LEGEND_EM = 2.1
/** The narrowest that a chart is laid out for. */
const LEAST_EM = 26

/** Words and names one after another, in lines no wider than there is room. */
function flow(widths: readonly number[], room: number): { readonly x: number; readonly line: number }[] {
  let [x, line] = [0, 0]
  return widths.map((width) => {
    if (x > 0 && x + width > room) [x, line] = [0, line + 1]
    const at = { x, line }
    x += width
    return at
  })
}

/** @returns the height in em, the same at all widths of a class, so that it is known before the width is. */
export function footHeight(foot: Foot, input: Telling, narrow: boolean): number {
  const room = narrow ? LEAST_EM : NARROW_EM
  const lines = (items: readonly { readonly ems: number }[]) =>
    items.length === 0
      ? 0
      : (flow(
          items.map((i) => i.ems),
          room,
        ).at(-1)?.line ?? 0) + 1
  return lines(legendItems(foot, input)) * LEGEND_EM + lines(blankItems(foot, input)) * LINE_EM
}

export interface FootPlace {
  readonly theme: ChartTheme
  readonly width: number
  readonly top: number
}

export function footMarks(
  foot: Foot,
  input: Telling,
  { theme, width, top }: FootPlace,
): { readonly frames: readonly Mark[]; readonly marks: readonly Mark[] } {
  const em = theme.size
  const room = width / em
  const legend = legendItems(foot, input)
  const blanks = blankItems(foot, input)
  const spots = flow(
    legend.map((i) => i.ems),
    room,
  )
  const below = flow(
    blanks.map((i) => i.ems),
    room,
  )
  const start = top + (spots.length === 0 ? 0 : ((spots.at(-1)?.line ?? 0) + 1) * LEGEND_EM * em)
  const style = { fill: theme.muted, size: em * 0.92 }
  const items = legend.map((item, i): Mark => {
    const spot = spots[i] ?? { x: 0, line: 0 }
    const baseline = top + (spot.line * LEGEND_EM + 1.7) * em
    const side = item.figure ? sideEm(magnitude(item.figure.quantity), foot.scale) * em : 0
    const x = spot.x * em
    return {
      id: `legend-${i}`,
      tip: null,
      shapes: [
        ...(item.figure
          ? areaTriangle(item.figure.quantity, {
              x: x + Math.max(side, 0.4 * em) / 2,
              baseline,
              colour: theme.roles.project,
              scale: foot.scale,
              theme,
            }).shapes
          : []),
        text(
          'text',
          item.content,
          x + (item.figure ? Math.max(side, 0.4 * em) + 0.3 * em : 0),
          baseline - 0.5 * em,
          theme,
          style,
        ),
      ],
    }
  })
  const named = blanks.map((item, i): Mark => {
    const spot = below[i] ?? { x: 0, line: 0 }
    const [x, y] = [spot.x * em, start + (spot.line + 0.5) * LINE_EM * em]
    const words = text('text', item.content, x, y, theme, {
      ...style,
      fill: item.selected ? theme.text : theme.muted,
      weight: item.selected ? 600 : 400,
    })
    return {
      id: item.id,
      tip: null,
      shapes:
        item.id === 'no-record'
          ? [words]
          : [hoverArea(x - 0.2 * em, y - 0.75 * em, item.ems * em, 1.5 * em, theme), words],
    }
  })
  return { frames: [...items, ...named.slice(0, 1)], marks: named.slice(1) }
}

interface LegendItem {
  readonly content: string
  readonly ems: number
  readonly figure: Observation | null
}

/** What an area means, by two of the figures drawn: the largest, and one of about a quarter of it. */
function legendItems({ name, scale, group, notToScale }: Foot, input: Telling): LegendItem[] {
  if (group === null || scale.figures.length === 0) return []
  const sized = [...scale.figures].sort((a, b) => magnitude(b.quantity) - magnitude(a.quantity))
  const [largest] = sized
  const aim = largest ? magnitude(largest.quantity) / 4 : 0
  const off = (o: Observation) => Math.abs(magnitude(o.quantity) - aim)
  const second = sized.slice(1).sort((a, b) => off(a) - off(b))[0]
  const word = (content: string): LegendItem => ({ content, ems: textEms(content) * 0.92 + 0.9, figure: null })
  return [
    word(input.words.area(name ?? unitName(group.unit, input))),
    ...[largest, second].flatMap((o) => {
      if (!o) return []
      const content = formatQuantity(o.quantity, input.language)
      const side = Math.max(sideEm(magnitude(o.quantity), scale), 0.4)
      return [{ content, ems: side + 0.3 + textEms(content) * 0.92 + 1.1, figure: o }]
    }),
    ...(notToScale ? [word(input.words.notToScale)] : []),
  ]
}

interface BlankItem {
  readonly id: string
  readonly content: string
  readonly ems: number
  readonly selected: boolean
}

function blankItems({ without }: Foot, { words }: Telling): BlankItem[] {
  if (without.length === 0) return []
  const item = (id: string, content: string, selected: boolean): BlankItem => ({
    id,
    content,
    ems: textEms(content) * 0.92 + 0.1,
    selected,
  })
  return [
    item('no-record', words.noRecord, false),
    ...without.map(({ place, name, selected }, i) =>
      item(`place:${place}`, i < without.length - 1 ? name + words.listJoin : name, selected),
    ),
  ]
}
