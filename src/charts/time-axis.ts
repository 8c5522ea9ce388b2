import { firstDay, lastDay, yearPosition, type PartialDate, type Period } from '../model/period.ts'
import { textEms } from './theme.ts'

/** Where a figure stands, and how far its period reaches, in px. */
export interface Spot {
  readonly x: number
  readonly from: number
  readonly to: number
}

export interface TimeAxis {
  /** Years to write, thinned to the room there is, each in the middle of its stretch. */
  readonly years: readonly { readonly year: number; readonly x: number }[]
  /** Where years meet, in px; empty where they stand too close. */
  readonly borders: readonly number[]
  /** The slot of figures without a date; null where all have one. */
  readonly slot: { readonly left: number; readonly right: number } | null
  /** Spots of figures that share a panel, moved apart to at least `apart` px where there is room. */
  readonly spots: (rows: readonly { readonly period: Period }[], apart: number) => readonly Spot[]
}

export interface TimeAxisPlace {
  readonly left: number
  readonly right: number
  readonly em: number
  readonly slotLabel: string
  /** The axis reaches back to where the first stretch begins; else to where the first one ends. */
  readonly whole?: boolean
}

/**
 * A linear axis of whole calendar years, the first to the last of the figures' anchor dates. A date of lower precision stands
 * in the middle of its year or month. Days count in UTC: the machine's zone must not shift them.
 */
export function timeAxis(rows: readonly { readonly period: Period }[], place: TimeAxisPlace): TimeAxis {
  const { em } = place
  const anchors = rows.map((r) => anchorDate(r.period)).filter((d) => d !== null)
  const unknown = rows.length - anchors.length
  const starts =
    place.whole === true ? rows.flatMap(({ period }) => (period.end === null ? [] : (period.start ?? []))) : []
  const positions = [
    ...anchors.flatMap((d) => [yearPosition(firstDay(d), false), yearPosition(lastDay(d), true)]),
    ...starts.map((d) => yearPosition(firstDay(d), false)),
  ]
  // Not as arguments of one call: there may be more figures than a call can have.
  const first = Math.floor(positions.reduce((least, position) => Math.min(least, position), Infinity))
  const last = Math.ceil(positions.reduce((most, position) => Math.max(most, position), -Infinity))
  const span = place.right - place.left
  // The slot takes what its label or its figures need, and never more than two fifths of the axis.
  const wish = Math.max(textEms(place.slotLabel) * 0.92 + 0.8, Math.min(unknown, 8) * 1.3 + 1) * em
  const slot =
    unknown === 0
      ? null
      : { left: place.left, right: place.left + (anchors.length === 0 ? span : Math.min(wish, span * 0.4)) }
  const start = (slot?.right ?? place.left) + (slot ? 0.4 * em : 0)
  const x = (year: number): number => start + ((year - first) / (last - first)) * (place.right - start)
  const count = anchors.length === 0 ? 0 : last - first
  const room = (place.right - start) / Math.max(count, 1)
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => n * room >= 2.9 * em) ?? 100
  const all = Array.from({ length: count }, (_, i) => first + i)

  return {
    years: all.filter((year) => every === 1 || year % every === 0).map((year) => ({ year, x: x(year + 0.5) })),
    borders: count === 0 || room < em ? [] : [...all, last].map(x),
    slot,
    spots: (of, apart) => spread(of, apart, { x, slot, right: place.right, start }),
  }
}

interface Bounds {
  readonly x: (year: number) => number
  readonly slot: { readonly left: number; readonly right: number } | null
  readonly start: number
  readonly right: number
}

function spread(
  rows: readonly { readonly period: Period }[],
  apart: number,
  { x, slot, start, right }: Bounds,
): Spot[] {
  const undated = rows.filter((r) => anchorDate(r.period) === null).length
  let nth = 0
  const spots = rows.map(({ period }): Spot => {
    const date = anchorDate(period)
    if (date === null) {
      const at = slot ? slot.left + ((++nth - 0.5) / undated) * (slot.right - slot.left) : start
      return { x: at, from: at, to: at }
    }
    const end = x(yearPosition(lastDay(date), true))
    const own = x(yearPosition(firstDay(date), false))
    // A stretch that begins before the axis is cut at its start; its tooltip writes it out.
    const from =
      period.start !== null && period.end !== null
        ? Math.max(start, x(yearPosition(firstDay(period.start), false)))
        : own
    return { x: (own + end) / 2, from, to: end }
  })
  const order = rows
    .map((_, i) => i)
    .filter((i) => anchorDate(rows[i]?.period ?? NO_PERIOD) !== null)
    .sort((a, b) => (spots[a]?.x ?? 0) - (spots[b]?.x ?? 0) || a - b)
  const moved = keepApart(
    order.map((i) => spots[i]?.x ?? 0),
    apart,
    start + apart / 2,
    right - apart / 2,
  )
  order.forEach((i, k) => {
    const spot = spots[i]
    if (spot) spots[i] = { ...spot, x: moved[k] ?? spot.x }
  })
  return spots
}

const NO_PERIOD: Period = { start: null, end: null, note: '' }

/** Ascending positions, moved as little as need be; each cluster stays centred on where it was, inside the bounds. */
export function keepApart(positions: readonly number[], apart: number, low: number, high: number): number[] {
  const clusters: { centre: number; size: number }[] = []
  for (const position of positions) {
    let cluster = { centre: position, size: 1 }
    for (
      let last = clusters.at(-1);
      last && cluster.centre - last.centre < ((last.size + cluster.size) / 2) * apart;
      last = clusters.at(-1)
    ) {
      const size = last.size + cluster.size
      cluster = { centre: (last.centre * last.size + cluster.centre * cluster.size) / size, size }
      clusters.pop()
    }
    const half = ((cluster.size - 1) / 2) * apart
    clusters.push({ ...cluster, centre: Math.max(low + half, Math.min(high - half, cluster.centre)) })
  }
  return clusters.flatMap(({ centre, size }) =>
    Array.from({ length: size }, (_, i) => centre + (i - (size - 1) / 2) * apart),
  )
}

/** A box by its middle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Places labels over their marks. Where one would hit another label or a mark it moves to the left, to the right, beside its
 * mark, or up by a line; where nothing helps it is left out (null), and the tooltip and the table twin still tell it. Higher ones go first.
 * @param marks what labels must not cover
 */
export function placeLabels(
  labels: readonly Box[],
  marks: readonly Box[],
  width: number,
): ({ readonly x: number; readonly y: number } | null)[] {
  const taken: Box[] = [...marks]
  const result: ({ x: number; y: number } | null)[] = labels.map(() => null)
  const order = labels.map((_, i) => i).sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b)
  for (const i of order) {
    const box = labels[i]
    if (!box) continue
    const aside = (box.width - box.height) / 2
    const beside = (box.width + box.height) / 2
    const moves = [
      [0, 0],
      [-aside, 0],
      [aside, 0],
      [-beside, box.height * 0.65],
      [beside, box.height * 0.65],
      [0, -box.height],
    ] as const
    for (const [dx, dy] of moves) {
      const x = Math.max(box.width / 2, Math.min(width - box.width / 2, box.x + dx))
      const trial = { ...box, x, y: box.y + dy }
      if (taken.some((other) => collide(trial, other))) continue
      taken.push(trial)
      result[i] = { x, y: trial.y }
      break
    }
  }
  return result
}

/** @returns whether two boxes share more than an edge. */
export function collide(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
}

/** The day that a figure stands at: where its period ends, for an open-ended one where it starts. Same rule as `anchorYear`. */
function anchorDate(period: Period): PartialDate | null {
  return period.end ?? period.start
}
