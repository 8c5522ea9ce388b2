import { formatQuantity, formatShort } from '../messages/format.ts'
import { basisOf } from '../model/basis.ts'
import { magnitude } from '../model/quantity.ts'
import { doubtRings, openEnd, otherFigure, ringRoom, stretch } from './figure-marks.ts'
import { figureTip, type Telling } from './figure-tip.ts'
import { AXIS_EM, grid, gutterEms, timeFrame } from './frame.ts'
import { hairline, layer, line, text, type ChartPicture, type Mark, type Shape } from './layer.ts'
import { unitName } from './measure.ts'
import { scaled, type OverTimePanel, type ScaledPanel } from './over-time-scale.ts'
import { PLACE_MARKERS } from './place-marks.ts'
import { hit, isVague, point } from './point.ts'
import { textEms, type ChartTheme } from './theme.ts'
import { timeAxis, type Spot } from './time-axis.ts'

/** A place's series; `slot` gives its colour, marker and dash. */
export interface LinesPlace extends OverTimePanel {
  readonly slot: number
}

export interface LinesInput extends Telling {
  /** In order; all figures of one measure. */
  readonly places: readonly LinesPlace[]
  /** Height of the plot in em, where the room for it is given. */
  readonly plot?: number
}

const HEAD_EM = 2.2
const PLOT_EM = 15
const LABEL_EM = 1.25

/**
 * Several places in one plot, each with a line of its own colour, marker and dash and its name at the line's end. Lines join
 * what the history joins; stretches are bars over the time they cover; bounds and doubts are drawn as in `overTime`. Targets are
 * left to the small panels. A mark's id is its observation's.
 * @throws RangeError if the figures are of different measures
 */
export function placeLines(input: LinesInput): ChartPicture {
  const places = scaled({
    panels: input.places.map((p) => ({ ...p, plans: [] })),
    shared: true,
    language: input.language,
  })
  const drawn = places.flatMap((panel, i) => {
    const slot = input.places[i]?.slot ?? 0
    return panel.axis === null ? [] : [{ ...panel, slot, axis: panel.axis }]
  })
  const plot = input.plot ?? PLOT_EM
  const height = drawn.length === 0 ? 0 : HEAD_EM + plot + AXIS_EM
  return {
    height: { wide: height, narrow: height },
    option: (theme, width) => {
      const [first] = drawn
      if (first === undefined) return { series: [] }
      const em = theme.size
      const left = gutterEms([first.axis]) * em
      // Bold letters are wider.
      const names = drawn.map(({ of }) => textEms(of.name) * 1.1)
      const ends = drawn.map((panel) => textEms(lastLabel(panel, input)))
      const room = Math.min((Math.max(...names, ...ends) + 1.9) * em, width * 0.4)
      const right = width - room
      const floor = (HEAD_EM + plot) * em
      const ceiling = HEAD_EM * em
      const { axis } = first
      const y = (base: number): number => floor - ((base - axis.min) / (axis.max - axis.min)) * (floor - ceiling)
      const time = timeAxis(
        drawn.flatMap((panel) => panel.figures),
        { left, right: right - 0.6 * em, em, slotLabel: '', whole: true },
      )
      const unit = first.group ? unitName(first.group.unit, input) : ''
      const frame: Mark = {
        id: 'frame',
        tip: null,
        shapes: [
          text('unit', unit, 0, 0.55 * em, theme, { fill: theme.muted, size: em * 0.92 }),
          ...grid(axis, { theme, left, right, y }),
          ...timeFrame(time, '', theme, floor),
        ],
      }
      const series = drawn.map((panel) =>
        drawPlace(panel, input, { theme, y, spots: (rows) => time.spots(rows, 0), left }),
      )
      const labels = endLabels(series, { theme, right, ceiling, floor, width })
      return {
        series: [
          layer('frame', [frame], true),
          layer('lines', [...series.map(({ lines }) => lines), labels], true),
          layer(
            'marks',
            series.flatMap(({ marks }) => marks),
          ),
        ],
      }
    },
  }
}

interface Plot {
  readonly theme: ChartTheme
  readonly y: (base: number) => number
  readonly spots: (
    rows: readonly { readonly period: OverTimePanel['history']['undated'][number]['period'] }[],
  ) => readonly Spot[]
  readonly left: number
}

interface DrawnPlace {
  readonly id: string
  readonly lines: Mark
  readonly marks: readonly Mark[]
  readonly name: string
  readonly value: string
  readonly colour: string
  readonly slot: number
  /** Where the last figure stands; its label begins there. */
  readonly end: readonly [number, number]
}

function drawPlace(
  panel: ScaledPanel & { readonly slot: number },
  input: Telling,
  { theme, y, spots, left }: Plot,
): DrawnPlace {
  const { history, name, id } = panel.of
  const { slot } = panel
  const em = theme.size
  const colour = theme.places[slot] ?? theme.text
  const places = spots(history.points.map((c) => c.observation)).map((spot, i) => {
    const q = history.points[i]?.observation.quantity
    return [spot.x, q ? y(magnitude(q)) : 0] as const
  })
  const dash = (PLACE_MARKERS[slot]?.dash ?? []).map((part) => part * em)
  const width = Math.max(2, hairline(theme) * 2)
  const points = history.points.map((chosen, i): Mark => {
    const { observation: o, conflicts } = chosen
    const [x, at] = places[i] ?? [left, 0]
    const doubts = { conflict: conflicts.length > 0, inferred: o.certainty === 'inferred-date' }
    const clear = Math.max(0.36 * em, ringRoom(doubts, theme))
    return {
      id: o.id,
      tip: figureTip(o, input, { conflicts }),
      shapes: [
        hit(x, at, theme),
        ...conflicts.flatMap((other) => otherFigure(other.quantity, at, { x, y, colour, theme }).slice(1)),
        point({ x, y: at, slot, colour, theme }, isVague(o.quantity)),
        ...openEnd(o.quantity, x, at - clear, at + clear, colour, theme).shapes,
        ...doubtRings(x, at, doubts, theme),
      ],
    }
  })
  const stretches = history.spans.map(({ observation: o, conflicts }): Mark => {
    const spot = spots([o])[0] ?? { x: left, from: left, to: left }
    return {
      id: o.id,
      tip: figureTip(o, input, { conflicts }),
      shapes: stretch(o.quantity, { x: spot.x, from: spot.from, to: spot.to, y, colour, theme }, false).shapes,
    }
  })
  const joins = history.joins.flatMap(([a, b], i) => {
    const [from, to] = [places[a], places[b]]
    return from && to ? [line(`join-${i}`, from, to, { stroke: colour, width, ...(dash.length > 0 && { dash }) })] : []
  })
  const lastSpan = history.spans.at(-1)
  const spanAt = lastSpan && spots([lastSpan.observation])[0]
  const end = places.at(-1) ?? [spanAt?.to ?? left, lastSpan ? y(magnitude(lastSpan.observation.quantity)) : 0]
  return {
    id,
    lines: { id: `lines:${id}`, tip: null, shapes: joins },
    marks: [...stretches, ...points],
    name,
    value: lastLabel(panel, input),
    colour,
    slot,
    end,
  }
}

/** The last figure, in short where one unit serves all. */
function lastLabel({ of, group }: ScaledPanel, { language }: Telling): string {
  const last = of.history.points.at(-1) ?? of.history.spans.at(-1)
  if (!last) return ''
  const write = group?.uniform === true ? formatShort : formatQuantity
  return write(last.observation.quantity, language)
}

interface LabelPlace {
  readonly theme: ChartTheme
  readonly right: number
  readonly ceiling: number
  readonly floor: number
  readonly width: number
}

/** Names at the right, each as near to its line's end as the others let it, a thread between. */
function endLabels(series: readonly DrawnPlace[], { theme, right, ceiling, floor, width }: LabelPlace): Mark {
  const em = theme.size
  const tall = 2 * LABEL_EM * em
  const sorted = [...series].sort((a, b) => a.end[1] - b.end[1])
  const at = spread(
    sorted.map(({ end }) => end[1]),
    tall,
    ceiling + tall / 2 - 0.8 * em,
    floor - tall / 2 + 0.8 * em,
  )
  return {
    id: 'labels',
    tip: null,
    shapes: sorted.flatMap(({ id, name, value, colour, slot, end: [x, y] }, i): Shape[] => {
      const middle = at[i] ?? y
      const edge = right + 0.5 * em
      return [
        line(`thread:${id}`, [x + 0.5 * em, y], [edge, middle], {
          stroke: theme.lineStrong,
          width: hairline(theme),
          dash: [0.15 * em, 0.2 * em],
        }),
        point({ x: edge + 0.35 * em, y: middle - 0.55 * em, slot, colour, theme }, false),
        text(`name:${id}`, name, edge + 0.95 * em, middle - 0.55 * em, theme, {
          fill: theme.text,
          weight: 600,
          width: width - edge - 0.95 * em,
        }),
        text(`value:${id}`, value, edge + 0.95 * em, middle + 0.6 * em, theme, {
          fill: theme.muted,
          width: width - edge - 0.95 * em,
        }),
      ]
    }),
  }
}

/**
 * Moves middles apart to at least `gap`, as little as possible and keeping their order, inside of `low` … `high` as far as there is room.
 * @param middles ascending
 */
export function spread(middles: readonly number[], gap: number, low: number, high: number): readonly number[] {
  // Pools of labels that touch, each around the mean of what its labels want (pool adjacent violators).
  const pools: { sum: number; count: number }[] = []
  const top = ({ sum, count }: { sum: number; count: number }) => sum / count - ((count - 1) * gap) / 2
  for (const middle of middles) {
    pools.push({ sum: middle, count: 1 })
    for (;;) {
      const [above, below] = [pools.at(-2), pools.at(-1)]
      if (!above || !below || top(above) + above.count * gap <= top(below)) break
      pools.splice(-2, 2, { sum: above.sum + below.sum, count: above.count + below.count })
    }
  }
  const placed = pools.flatMap((pool) => Array.from({ length: pool.count }, (_, i) => top(pool) + i * gap))
  // Pushed in from both ends; where there is no room for all they overflow below.
  for (let i = placed.length - 1, limit = high; i >= 0; i -= 1, limit -= gap)
    placed[i] = Math.min(placed[i] ?? 0, limit)
  for (let i = 0, limit = low; i < placed.length; i += 1, limit += gap) placed[i] = Math.max(placed[i] ?? 0, limit)
  return placed
}

/** @returns whether the histories can share one plot as lines: something of them has a date. */
export function hasLines(places: readonly Pick<OverTimePanel, 'history'>[]): boolean {
  return places.some(({ history }) =>
    [...history.points, ...history.spans].some(({ observation }) => basisOf(observation) !== 'undated'),
  )
}
