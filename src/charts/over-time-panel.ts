import { formatQuantity, formatShort } from '../messages/format.ts'
import { basisOf } from '../model/basis.ts'
import type { Observation } from '../model/observation.ts'
import { anchorYear, samePeriod } from '../model/period.ts'
import { magnitude, sameQuantity } from '../model/quantity.ts'
import type { Chosen } from '../model/series.ts'
import { dot, doubtRings, otherFigure, ringRoom, stretch, type Doubts, type Drawn } from './figure-marks.ts'
import { labelFigures, type Labelled } from './figure-labels.ts'
import { figureTip, type Telling } from './figure-tip.ts'
import { hairline, line, text, type Mark, type Shape } from './layer.ts'
import { lollipop } from './lollipop.ts'
import type { ScaledPanel } from './over-time-scale.ts'
import { textEms, type ChartTheme } from './theme.ts'
import type { Box, Spot, TimeAxis } from './time-axis.ts'

export interface PanelPlace {
  readonly theme: ChartTheme
  readonly time: TimeAxis
  readonly y: (base: number) => number
  /** The plot's edges; labels may rise to `top`. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly floor: number
}

/** One figure as it is drawn, before its label. */
interface Figure extends Omit<Labelled, 'id' | 'content'> {
  readonly observation: Observation
  readonly mark: Mark
}

/** What a panel draws of its series: the line, silent, and the marks. */
export function panelMarks(
  panel: ScaledPanel,
  input: Telling,
  place: PanelPlace,
): { readonly lines: Mark; readonly marks: readonly Mark[] } {
  const { history } = panel.of
  const spots = spotsOf(history.points, place)
  const last = history.points.length - 1
  const points = history.points.map((chosen, i) => {
    const rank = i === last ? 0 : basisOf(chosen.observation) === 'event' ? 2 : i === 0 ? 3 : null
    return pointFigure(chosen, panel, input, { ...place, x: spots[i]?.x ?? place.left, rank, nth: i })
  })
  const spans = history.spans.map((chosen) => spanFigure(chosen, panel, input, place))
  const plans = panel.plans.map((plan) => planFigure(plan, panel, input, place))
  const figures = [...spans, ...plans, ...points]
  const joins = history.joins.flatMap(([a, b]) => {
    const [from, to] = [points[a], points[b]]
    return from && to ? [[from, to] as const] : []
  })
  const towards = towardsPlans(points, plans)
  const steps = stepShapes(panel, input, points, place)
  const labels = labelShapes(figures, [...joins, ...towards], panel, input, place, steps.boxes)
  const colour = place.theme.roles[panel.of.colourRole]
  const width = Math.max(1.75, hairline(place.theme) * 1.75)
  const em = place.theme.size
  const dashed = { stroke: place.theme.roles.target, width: hairline(place.theme), dash: [0.35 * em, 0.3 * em] }
  return {
    lines: {
      id: `lines:${panel.of.id}`,
      tip: null,
      shapes: [
        ...steps.shapes,
        ...towards.map(([a, b], i) => line(`towards-${i}`, [a.x, a.y], [b.x, b.y], dashed)),
        ...joins.map(([a, b], i) => line(`join-${i}`, [a.x, a.y], [b.x, b.y], { stroke: colour, width })),
      ],
    },
    marks: [
      ...[...history.points, ...history.spans].flatMap((chosen) =>
        otherMarks(
          chosen,
          figures.find((f) => f.observation === chosen.observation),
          panel,
          input,
          place,
        ),
      ),
      ...figures.map(({ mark }) => {
        const label = labels.get(mark.id)
        return label ? { ...mark, shapes: [...mark.shapes, label] } : mark
      }),
    ],
  }
}

/** Occasions of one season stand apart; years and states stand where they are. */
function spotsOf(points: readonly Chosen[], { time, theme }: PanelPlace): readonly (Spot | undefined)[] {
  const isEvent = (chosen: Chosen) => basisOf(chosen.observation) === 'event'
  const events = points.filter(isEvent)
  const eventSpots = time.spots(
    events.map((c) => c.observation),
    0.8 * theme.size,
  )
  const exact = time.spots(
    points.map((c) => c.observation),
    0,
  )
  return points.map((chosen, i) => (isEvent(chosen) ? eventSpots[events.indexOf(chosen)] : exact[i]))
}

interface PointPlace extends PanelPlace {
  readonly x: number
  readonly rank: number | null
  readonly nth: number
}

function pointFigure(chosen: Chosen, panel: ScaledPanel, input: Telling, place: PointPlace): Figure {
  const { observation: o, conflicts } = chosen
  const { x, y, theme } = place
  const colour = theme.roles[panel.of.colourRole]
  const onStick = basisOf(o) === 'event' && o.role === 'project'
  const zero = y(0)
  const doubts = doubtsOf(o, conflicts)
  const ring = ringRoom(doubts, theme)
  const drawn: Drawn = onStick
    ? { ...lollipop(o.quantity, { x, floor: zero, y, colour, theme }), bottom: zero }
    : dot(o.quantity, { x, y, colour, theme, ring }, false)
  const at = y(magnitude(o.quantity))
  const step = panel.steps?.[place.nth]
  const total = step && { value: step.total / o.quantity.unit.factor, unit: o.quantity.unit, bound: step.bound }
  return {
    observation: o,
    x,
    y: at,
    rank: place.rank,
    boxes: boxesOf(drawn, x, (onStick ? 0.8 : 1) * theme.size, at, ring),
    mark: {
      id: o.id,
      tip: figureTip(o, input, {
        conflicts,
        lines: total ? [input.words.cumulativeTo(formatQuantity(total, input.language))] : [],
      }),
      shapes: [...drawn.shapes, ...doubtRings(x, at, doubts, theme)],
    },
  }
}

function spanFigure(
  { observation: o, conflicts }: Chosen,
  panel: ScaledPanel,
  input: Telling,
  place: PanelPlace,
): Figure {
  return stretchFigure(o, conflicts, false, place.theme.roles[panel.of.colourRole], input, place)
}

/** Plans for one deadline that differ are marked as sources that disagree are. */
function planFigure(plan: Observation, panel: ScaledPanel, input: Telling, place: PanelPlace): Figure {
  const { time, theme, y } = place
  const conflicts = panel.plans.filter(
    (other) =>
      samePeriod(other.period, plan.period) &&
      other.event === plan.event &&
      !sameQuantity(other.quantity, plan.quantity),
  )
  if (['years', 'part-year'].includes(basisOf(plan)))
    return stretchFigure(plan, conflicts, true, theme.roles.target, input, place)
  const x = time.spots([plan], 0)[0]?.x ?? place.left
  const doubts = doubtsOf(plan, conflicts)
  const ring = ringRoom(doubts, theme)
  const drawn = dot(plan.quantity, { x, y, colour: theme.roles.target, theme, ring }, true)
  const at = y(magnitude(plan.quantity))
  return {
    observation: plan,
    x,
    y: at,
    rank: 1,
    boxes: boxesOf(drawn, x, theme.size, at, ring),
    mark: {
      id: plan.id,
      tip: figureTip(plan, input, { planned: true, conflicts }),
      shapes: [...drawn.shapes, ...doubtRings(x, at, doubts, theme)],
    },
  }
}

function stretchFigure(
  o: Observation,
  conflicts: readonly Observation[],
  planned: boolean,
  colour: string,
  input: Telling,
  { time, theme, y, left }: PanelPlace,
): Figure {
  const spot = time.spots([o], 0)[0] ?? { x: left, from: left, to: left }
  const x = (spot.from + spot.to) / 2
  const doubts = doubtsOf(o, conflicts)
  const ring = ringRoom(doubts, theme)
  const drawn = stretch(o.quantity, { x, from: spot.from, to: spot.to, y, colour, theme, ring }, planned)
  const at = y(magnitude(o.quantity))
  return {
    observation: o,
    x,
    y: at,
    rank: 1,
    boxes: boxesOf(drawn, x, spot.to - spot.from + 0.4 * theme.size, at, ring),
    mark: {
      id: o.id,
      tip: figureTip(o, input, { planned, conflicts }),
      shapes: [...drawn.shapes, ...doubtRings(x, at, doubts, theme)],
    },
  }
}

function doubtsOf(o: Observation, conflicts: readonly Observation[]): Doubts {
  return { conflict: conflicts.length > 0, inferred: o.certainty === 'inferred-date' }
}

function boxesOf({ top, bottom }: Drawn, x: number, width: number, at: number, ring: number): [Box, ...Box[]] {
  const mark = { x, y: (top + bottom) / 2, width, height: bottom - top }
  return ring > 0 ? [mark, { x, y: at, width: 2 * ring, height: 2 * ring }] : [mark]
}

/** What else is stated for a figure's period, each a mark of its own: both sides of a disagreement are shown. */
function otherMarks(
  { observation, conflicts }: Chosen,
  beside: Figure | undefined,
  panel: ScaledPanel,
  input: Telling,
  { theme, y }: PanelPlace,
): Mark[] {
  if (!beside) return []
  const colour = theme.roles[panel.of.colourRole]
  return conflicts.map((other) => ({
    id: other.id,
    tip: figureTip(other, input, { conflicts: [observation] }),
    shapes: otherFigure(other.quantity, beside.y, { x: beside.x, y, colour, theme }),
  }))
}

/** From the last year's figure towards plans for later ones. */
function towardsPlans(points: readonly Figure[], plans: readonly Figure[]): (readonly [Figure, Figure])[] {
  const from = points.findLast((p) => basisOf(p.observation) === 'year')
  if (!from) return []
  const year = anchorYear(from.observation.period) ?? Infinity
  return plans
    .filter(({ observation: plan }) => basisOf(plan) === 'year' && (anchorYear(plan.period) ?? -Infinity) > year)
    .map((plan) => [from, plan])
}

/** The running total: it rises where a figure comes in and says that it is derived. */
function stepShapes(
  { steps, group }: ScaledPanel,
  input: Telling,
  points: readonly Figure[],
  { theme, y, right, left }: PanelPlace,
): { readonly shapes: Shape[]; readonly boxes: readonly Box[] } {
  const last = steps?.at(-1)
  if (!steps || !last || !group) return { shapes: [], boxes: [] }
  const em = theme.size
  const path = steps.flatMap(({ total }, i): [number, number][] => {
    const x = points[i]?.x ?? left
    const before = steps[i - 1]
    return [...(before ? [[x, y(before.total)] satisfies Point] : []), [x, y(total)]]
  })
  const end = Math.min(right, (points.at(-1)?.x ?? right) + 1.2 * em)
  path.push([end, y(last.total)])
  const total = { value: last.total / group.unit.factor, unit: group.unit, bound: last.bound }
  const content = `${input.words.cumulative} ${formatQuantity(total, input.language)}`
  const width = Math.min((textEms(content) * 0.95 + 0.5) * em, end - left)
  const at = { x: end - width / 2, y: y(last.total) - 0.8 * em }
  return {
    shapes: [
      {
        type: 'polyline',
        name: 'steps',
        silent: true,
        transition: ['shape'],
        shape: { points: path },
        style: {
          stroke: theme.muted,
          lineWidth: Math.max(1.25, hairline(theme) * 1.25),
          lineDash: [0.4 * em, 0.25 * em],
          fill: 'none',
        },
      },
      text('steps-label', content, end, at.y, theme, {
        fill: theme.muted,
        size: em * 0.92,
        align: 'right',
        halo: theme.panel,
        width,
      }),
    ],
    boxes: [{ ...at, width, height: 1.15 * em }, ...path.slice(1).flatMap((to, i) => along(path[i] ?? to, to, em))],
  }
}

/** Labels by mark: the last point's first, then stretches and plans, then occasions, then the first point. */
function labelShapes(
  figures: readonly Figure[],
  joins: readonly (readonly [Figure, Figure])[],
  { group }: ScaledPanel,
  { language }: Telling,
  { theme, left, right, top, floor }: PanelPlace,
  reserved: readonly Box[],
): Map<string, Shape> {
  const em = theme.size
  const write = group?.uniform === true ? formatShort : formatQuantity
  const labelled = figures.map(({ observation, mark, ...figure }): Labelled => ({
    ...figure,
    id: mark.id,
    content: write(observation.quantity, language),
  }))
  const obstacles: Box[] = [
    ...joins.flatMap(([a, b]) => along([a.x, a.y], [b.x, b.y], em)),
    ...reserved,
    // The head and the years.
    { x: right / 2, y: top - em, width: right, height: 2 * em },
    { x: right / 2, y: floor + em, width: right, height: 2 * em },
  ]
  const placed = labelFigures(labelled, obstacles, { left, right, em })
  return new Map(
    labelled.flatMap(({ id, content }) => {
      const box = placed.get(id)
      const style = { fill: theme.text, align: 'center' as const, halo: theme.panel }
      return box ? [[id, text('label', content, box.x, box.y, theme, style)]] : []
    }),
  )
}

type Point = readonly [x: number, y: number]

/** Small boxes along a line, for labels to keep clear of. */
function along([x1, y1]: Point, [x2, y2]: Point, em: number): Box[] {
  const n = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / (0.6 * em)))
  return Array.from({ length: n + 1 }, (_, i) => ({
    x: x1 + ((x2 - x1) * i) / n,
    y: y1 + ((y2 - y1) * i) / n,
    width: 0.3 * em,
    height: 0.3 * em,
  }))
}
