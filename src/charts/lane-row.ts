import { formatQuantity, formatShort } from '../messages/format.ts'
import { basisOf } from '../model/basis.ts'
import type { History } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { firstDay, lastDay, samePeriod, yearOf } from '../model/period.ts'
import { magnitude } from '../model/quantity.ts'
import type { Chosen } from '../model/series.ts'
import { areaTriangle, type AreaScale } from './area-triangle.ts'
import { doubtRings, ringRoom, stretch } from './figure-marks.ts'
import { figureTip, type Telling } from './figure-tip.ts'
import { hairline, hoverArea, line, text, type Mark, type Shape } from './layer.ts'
import { textEms, type ChartTheme } from './theme.ts'
import { collide, type Box, type TimeAxis } from './time-axis.ts'

/** A place and its projects. */
export interface Lane {
  /** The place's code. */
  readonly place: string
  readonly name: string
  readonly selected: boolean
  /** Series of one indicator, the one whose number is the triangles' area; any scopes. Empty: no record. */
  readonly histories: readonly History[]
}

const LANE_EM = { triangles: 2.5, span: 1.25, pad: 0.3 }
export interface LaneRows {
  readonly lane: Lane
  readonly points: readonly Chosen[]
  readonly undated: readonly Observation[]
  /** Stretches, those that would meet in rows of their own. */
  readonly rows: readonly (readonly Chosen[])[]
}

export interface LanesPlace {
  readonly input: Telling & { readonly partners: readonly Observation[] }
  readonly theme: ChartTheme
  readonly width: number
  readonly nameRoom: number
  /** Where time begins. */
  readonly left: number
  readonly scale: AreaScale
  /** Some place is selected: the others step back. */
  readonly fading: boolean
  /** Numbers alone may be compared. */
  readonly sameUnit: boolean
  readonly time: TimeAxis
}

export function laneEm({ points, rows }: LaneRows): number {
  return (points.length > 0 || rows.length === 0 ? LANE_EM.triangles : 0.3) + rows.length * LANE_EM.span + LANE_EM.pad
}

/** Rows of stretches with a year between them, for their labels; earlier ones first. */
export function packed(spans: readonly Chosen[]): Chosen[][] {
  const rows: Chosen[][] = []
  const start = ({ observation: { period } }: Chosen) => firstDay(period.start ?? period.end ?? '')
  const end = ({ observation: { period } }: Chosen) => lastDay(period.end ?? '')
  for (const span of [...spans].sort((a, b) => (start(a) < start(b) ? -1 : 1))) {
    const row = rows.find((r) => r.every((other) => yearOf(start(span)) - yearOf(end(other)) > 1))
    if (row) row.push(span)
    else rows.push([span])
  }
  return rows
}

/** The ground, the line that triangles stand on, and the days that years begin with. */
export function laneFrame(lane: LaneRows, top: number, { theme, width, left, time }: LanesPlace): Mark {
  const em = theme.size
  const bottom = top + laneEm(lane) * em
  const baseline = baselineOf(lane, top, em)
  const shapes: Shape[] = []
  if (lane.lane.selected) {
    const shape = { x: 0, y: top + 0.05 * em, width, height: bottom - top - 0.1 * em, r: em * 0.25 }
    shapes.push({ type: 'rect', name: 'selected', silent: true, shape, style: { fill: theme.accentSoft } })
  }
  time.borders.forEach((x, i) => {
    shapes.push(line(`year-${i}`, [x, top], [x, bottom], { stroke: theme.line, width: hairline(theme) * 0.6 }))
  })
  if (lane.points.length > 0 || lane.rows.length === 0)
    shapes.push(line('lane', [left, baseline], [width, baseline], { stroke: theme.line, width: hairline(theme) }))
  return { id: `lane:${lane.lane.place}`, tip: null, shapes }
}

function baselineOf({ points, rows }: LaneRows, top: number, em: number): number {
  return top + (points.length > 0 || rows.length === 0 ? LANE_EM.triangles : 0.3) * em
}

export function laneMarks(lane: LaneRows, top: number, of: LanesPlace): Mark[] {
  const { input, nameRoom, left, fading } = of
  // What is hollow or outlined takes the colour of its own ground.
  const theme = lane.lane.selected ? { ...of.theme, panel: of.theme.accentSoft } : of.theme
  const place = { ...of, theme }
  const em = theme.size
  const { selected, name } = lane.lane
  const baseline = baselineOf(lane, top, em)
  const middle = lane.points.length > 0 || lane.rows.length === 0 ? baseline - 0.75 * em : baseline + 0.65 * em
  const faded = fading && !selected
  const taken: Box[] = []
  // Large ones first: small ones lie over them, and in their way stand no labels yet.
  const points = [...lane.points].sort((a, b) => magnitude(b.observation.quantity) - magnitude(a.observation.quantity))
  const figures = [
    ...points.map((chosen) => pointMark(chosen, lane.lane, baseline, faded, place)),
    ...lane.rows.flatMap((row, i) =>
      row.map((chosen) => spanMark(chosen, lane.lane, baseline + (i + 0.65) * LANE_EM.span * em, faded, place)),
    ),
  ]
  taken.push(...figures.map((f) => f.box))
  const marks: Mark[] = [
    {
      id: `place:${lane.lane.place}`,
      tip: null,
      shapes: [
        hoverArea(0, middle - 0.8 * em, nameRoom - 0.3 * em, 1.6 * em, theme),
        text('name', name, nameRoom - 0.6 * em, middle, theme, {
          fill: faded ? theme.muted : theme.text,
          align: 'right',
          weight: selected ? 600 : 400,
          width: nameRoom - 0.6 * em,
        }),
      ],
    },
  ]
  if (lane.undated.length > 0) {
    const lines = lane.undated.map((o) => [formatQuantity(o.quantity, input.language), ...input.tipOf(o)])
    marks.push({
      id: `undated:${lane.lane.place}`,
      tip: { title: input.words.undated(lane.undated.length), lines: lines.map((l) => l.join(input.words.comma)) },
      shapes: [
        hoverArea(nameRoom, middle - 0.8 * em, left - nameRoom - 0.3 * em, 1.6 * em, theme),
        text('undated', `+${lane.undated.length}`, (nameRoom + left) / 2, middle, theme, {
          fill: theme.muted,
          align: 'center',
        }),
      ],
    })
  }
  for (const figure of figures) {
    const label = labelOf(figure, figures, top, taken, place, faded)
    marks.push(...figure.others, label ? { ...figure.mark, shapes: [...figure.mark.shapes, label] } : figure.mark)
  }
  return marks
}

interface LaneFigure {
  readonly observation: Observation
  readonly isSpan: boolean
  /** Room that labels keep clear of. */
  readonly box: Box
  readonly mark: Mark
  /** What else is stated for the same period. */
  readonly others: readonly Mark[]
}

function pointMark(chosen: Chosen, lane: Lane, baseline: number, faded: boolean, place: LanesPlace): LaneFigure {
  const { input, theme, time, scale, left } = place
  const em = theme.size
  const { observation: o, conflicts } = chosen
  const colour = theme.roles.project
  const spot = time.spots([o], 0)[0] ?? { x: left, from: left, to: left }
  const doubts = { conflict: conflicts.length > 0, inferred: o.certainty === 'inferred-date' }
  const radiusOf = (side: number) => Math.max(0.45 * em, side * 0.62)
  const ringOf = (side: number) => ringRoom(doubts, theme, radiusOf(side))
  const drawn = areaTriangle(o.quantity, { x: spot.x, baseline, colour, scale, theme, ring: ringOf })
  // A year's total is told from an occasion by the year under it.
  const extent =
    basisOf(o) === 'year' || spot.to - spot.from > 1.5 * em
      ? [line('extent', [spot.from, baseline], [spot.to, baseline], { stroke: colour, width: hairline(theme) * 2.2 })]
      : []
  const rings = doubtRings(spot.x, baseline - drawn.side / 2, doubts, theme, radiusOf(drawn.side))
  const ring = ringOf(drawn.side)
  const high = drawn.top
  return {
    observation: o,
    isSpan: false,
    box: {
      x: spot.x,
      y: (high + baseline) / 2,
      width: Math.max(drawn.side, 0.4 * em, 2 * ring),
      height: baseline - high,
    },
    mark: {
      id: o.id,
      tip: figureTip(o, input, { conflicts, pair: pairOf(o, input.partners), lines: [lane.name] }),
      shapes: fade([...drawn.shapes, ...extent, ...rings], faded),
    },
    others: conflicts.map((other) => ({
      id: other.id,
      tip: figureTip(other, input, { conflicts: [o], pair: pairOf(other, input.partners), lines: [lane.name] }),
      shapes: fade(areaTriangle(other.quantity, { x: spot.x, baseline, colour, scale, theme }, true).shapes, faded),
    })),
  }
}

function spanMark(chosen: Chosen, lane: Lane, y: number, faded: boolean, place: LanesPlace): LaneFigure {
  const { input, theme, time, left } = place
  const { observation: o, conflicts } = chosen
  const { from, to } = time.spots([o], 0)[0] ?? { from: left, to: left }
  const x = (from + to) / 2
  const drawn = stretch(o.quantity, { x, from, to, y: () => y, colour: theme.roles.project, theme }, false)
  const rings = doubtRings(
    x,
    y,
    { conflict: conflicts.length > 0, inferred: o.certainty === 'inferred-date' },
    theme,
    0.36 * theme.size,
  )
  return {
    observation: o,
    isSpan: true,
    box: { x, y, width: Math.max(to - from, 0.5 * theme.size), height: 0.8 * theme.size },
    mark: {
      id: o.id,
      tip: figureTip(o, input, { conflicts, pair: pairOf(o, input.partners), lines: [lane.name] }),
      shapes: fade([...drawn.shapes, ...rings], faded),
    },
    others: [],
  }
}

/** The number over its mark, else right or left of it; null where nothing is free. A stretch has it at its end. */
function labelOf(
  { observation, box, isSpan }: LaneFigure,
  all: readonly LaneFigure[],
  top: number,
  taken: Box[],
  place: LanesPlace,
  faded: boolean,
): Shape | null {
  const { input, theme, width, left, sameUnit } = place
  const em = theme.size
  const write = sameUnit ? formatShort : formatQuantity
  const content = write(observation.quantity, input.language)
  const size = { width: (textEms(content) * 0.92 + 0.2) * em, height: em }
  const aside = (box.width + size.width) / 2 + 0.1 * em
  const over = box.y - (box.height + size.height) / 2 - 0.1 * em
  const beside = isSpan ? box.y : box.y + box.height / 2 - 0.65 * em
  const spots = [
    ...(isSpan ? [] : [0, 0.4].map((more) => ({ ...size, x: box.x, y: over - more * em }))),
    ...[0, 0.7].flatMap((more) =>
      [1, -1].map((side) => ({ ...size, x: box.x + side * (aside + more * em), y: beside })),
    ),
  ]
  // A number on the far side of another mark would be read as that one's.
  const foreign = (t: Box) =>
    all.some(
      ({ box: other }) =>
        Math.abs(other.y - box.y) < em &&
        Math.abs(other.x - box.x) > 0.05 * em &&
        (other.x - box.x) * (t.x - box.x) > 0 &&
        Math.abs(other.x - box.x) < Math.abs(t.x - box.x),
    )
  const spot = spots.find(
    (t) =>
      !foreign(t) &&
      t.y - t.height / 2 >= top &&
      t.x - t.width / 2 >= left &&
      t.x + t.width / 2 <= width &&
      !taken.some((other) => collide(t, other)),
  )
  if (!spot) return null
  taken.push(spot)
  return text('label', content, spot.x, spot.y, theme, {
    fill: faded ? theme.faint : theme.text,
    size: em * 0.92,
    align: 'center',
    halo: theme.panel,
  })
}

/** @returns the other half of a figure's pair: of the same place and scope, for the same event or the same period. */
export function pairOf(o: Observation, partners: readonly Observation[]): Observation | null {
  return (
    partners.find(
      (p) =>
        p.place === o.place &&
        p.scope === o.scope &&
        p.event === o.event &&
        (o.event !== '' || samePeriod(p.period, o.period)),
    ) ?? null
  )
}

function fade(shapes: readonly Shape[], faded: boolean): Shape[] {
  if (!faded) return [...shapes]
  return shapes.map((shape) =>
    'style' in shape ? ({ ...shape, style: { ...shape.style, opacity: 0.4 } } as Shape) : shape,
  )
}
