import type { Observation } from '../model/observation.ts'
import { highInBase } from '../model/quantity.ts'
import type { Telling } from './figure-tip.ts'
import { AXIS_EM, timeFrame } from './frame.ts'
import { conferenceMarks, STRIP_EM, stripHeight, type Conference } from './lane-strip.ts'
import { footHeight, footMarks } from './lane-foot.ts'
import type { AreaScale } from './area-triangle.ts'
import { laneEm, laneFrame, laneMarks, packed, type Lane, type LanesPlace } from './lane-row.ts'
import { layer, text, type ChartPicture, type Mark } from './layer.ts'
import { groupByMeasure, type MeasureGroup } from './measure.ts'
import { textEms } from './theme.ts'
import { timeAxis } from './time-axis.ts'

export type { Lane } from './lane-row.ts'
export type { Conference } from './lane-strip.ts'

export interface LanesInput extends Telling {
  /** The indicator's, for the legend; else its unit stands there. */
  readonly name?: string
  readonly lanes: readonly Lane[]
  readonly conferences: readonly Conference[]
  /** Figures of the paired indicator (amounts where the lanes count), for the tooltips; any places. */
  readonly partners: readonly Observation[]
}

/** Side of the largest triangle. */
const LARGEST_EM = 1.75
/** Lanes too many to see the years below while reading the first have them above as well. */
const TALL = 6

/**
 * Projects of many places over time, a lane a place: a triangle for each occasion or year, its area the number; a bar for a
 * total over a longer or shorter stretch. The city's conferences stand above, their days run through all lanes. A mark's id is
 * its observation's; `place:<code>` is a place's name, `undated:<code>` its figures without a date, `event:<id>` a conference
 * without a figure.
 * @throws RangeError if the figures are of different measures
 */
export function projectLanes(input: LanesInput): ChartPicture {
  const lanes = input.lanes.flatMap((lane) => {
    const points = lane.histories.flatMap((h) => h.points)
    const spans = lane.histories.flatMap((h) => h.spans)
    const undated = lane.histories.flatMap((h) => h.undated)
    return points.length + spans.length + undated.length > 0 ? [{ lane, points, undated, rows: packed(spans) }] : []
  })
  const dated = lanes.flatMap(({ points, rows }) => [...points, ...rows.flat()])
  const figures = dated.flatMap((c) => [c.observation, ...c.conflicts])
  const group = oneMeasure([...figures, ...lanes.flatMap((l) => l.undated)])
  const scale = scaleOf(lanes.flatMap((l) => l.points).flatMap((c) => [c.observation, ...c.conflicts]))
  const without = input.lanes.filter((lane) => !lanes.some((l) => l.lane === lane))
  const head = stripHeight(input.conferences) + (lanes.length > TALL ? AXIS_EM : 0)
  const rowsEm = lanes.reduce((sum, lane) => sum + laneEm(lane), 0)
  const foot = {
    name: input.name ?? null,
    without,
    scale,
    group,
    notToScale: input.conferences.some((c) => c.figure !== null),
  }
  const tall = (narrow: boolean): number =>
    head + rowsEm + (lanes.length + input.conferences.length > 0 ? AXIS_EM : 0) + footHeight(foot, input, narrow)

  return {
    height: { wide: tall(false), narrow: tall(true) },
    option: (theme, width) => {
      const em = theme.size
      const names = input.lanes.map((l) => l.name).concat(input.conferences.length > 0 ? input.words.conferences : [])
      const nameRoom = Math.min((Math.max(2, ...names.map(textEms)) * 1.04 + 0.9) * em, width * 0.3)
      const slot = lanes.some((l) => l.undated.length > 0) ? (textEms(input.words.undatedHead) * 0.92 + 0.8) * em : 0
      const left = nameRoom + slot
      const place: LanesPlace = {
        input,
        theme,
        width,
        nameRoom,
        left,
        scale,
        fading: input.lanes.some((l) => l.selected),
        sameUnit: new Set(figures.map((o) => o.quantity.unit.factor)).size < 2,
        time: timeAxis(
          [...figures, ...input.conferences.map(({ date }) => ({ period: { start: date, end: date, note: '' } }))],
          { left, right: width - 0.9 * em, em, slotLabel: '', whole: true },
        ),
      }
      const top = head * em
      const bottom = top + rowsEm * em
      const frames: Mark[] = []
      const marks: Mark[] = []
      let at = top
      for (const lane of lanes) {
        frames.push(laneFrame(lane, at, place))
        marks.push(...laneMarks(lane, at, place))
        at += laneEm(lane) * em
      }
      const years = { id: 'time', tip: null, shapes: timeFrame(place.time, '', theme, bottom) }
      const above = lanes.length > TALL ? [yearsAbove(place, top)] : []
      const undatedHead = slot > 0 ? [slotHead(place, lanes.length > TALL ? top - AXIS_EM * em : bottom)] : []
      const strip = conferenceMarks(input.conferences, input, {
        theme,
        time: place.time,
        left,
        right: width,
        nameRoom,
        baseline: (stripHeight(input.conferences) - STRIP_EM.foot) * em,
        bottom,
      })
      const below = footMarks(foot, input, { theme, width, top: bottom + AXIS_EM * em })
      const shown = lanes.length + input.conferences.length > 0 ? [years, ...above, ...undatedHead] : []
      return {
        series: [
          layer('frame', [...frames, ...strip.frames, ...shown, ...below.frames], true),
          layer('marks', [...marks, ...strip.marks, ...below.marks]),
        ],
      }
    },
  }
}

function oneMeasure(figures: readonly Observation[]): MeasureGroup<Observation> | null {
  const groups = groupByMeasure(figures)
  if (groups.length > 1)
    throw new RangeError(`lanes of several measures: ${groups.map((g) => g.measure).join(', ')}, expected one`)
  return groups[0] ?? null
}

function scaleOf(figures: readonly Observation[]): AreaScale {
  return { largest: Math.max(0, ...figures.map((o) => highInBase(o.quantity))), sideEm: LARGEST_EM, figures }
}

function yearsAbove({ theme, time }: LanesPlace, top: number): Mark {
  const em = theme.size
  const y = top - (AXIS_EM / 2) * em
  const style = { fill: theme.muted, size: em * 0.92, align: 'center' as const, halo: theme.panel }
  return {
    id: 'time-above',
    tip: null,
    shapes: time.years.map(({ year, x }) => text(`year-${year}`, String(year), x, y, theme, style)),
  }
}

function slotHead({ theme, nameRoom, left, input }: LanesPlace, top: number): Mark {
  const em = theme.size
  const style = { fill: theme.muted, size: em * 0.92, align: 'center' as const }
  const y = top + (AXIS_EM / 2 + 0.1) * em
  return {
    id: 'undated',
    tip: null,
    shapes: [text('head', input.words.undatedHead, (nameRoom + left) / 2, y, theme, style)],
  }
}
