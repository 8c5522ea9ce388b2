import { ROLES, type Role } from '../../model/observation.ts'
import type { Years } from '../../model/period.ts'

/** How many figures of each role stand at one anchor year; null: their period is unknown. */
export interface TimelineColumn {
  readonly year: number | null
  readonly counts: Readonly<Record<Role, number>>
}

/** A year of the axis. */
export interface YearColumn extends TimelineColumn {
  readonly year: number
  readonly total: number
}

/** What the timeline draws: every year from the first to the last, those without figures included. */
export interface TimelineAxis {
  readonly years: readonly YearColumn[]
  /** Figures of unknown period; null where there is none. */
  readonly unknown: (TimelineColumn & { readonly total: number }) | null
  /** The tallest column's count, at least 1. */
  readonly max: number
}

/** @throws RangeError if a year is given twice or is not a whole number: the bars would lie */
export function timelineAxis(columns: readonly TimelineColumn[]): TimelineAxis {
  const byYear = new Map<number | null, TimelineColumn>()
  for (const column of columns) {
    if (byYear.has(column.year)) throw new RangeError(`timeline: year ${column.year} is given twice`)
    if (column.year !== null && !Number.isInteger(column.year))
      throw new RangeError(`timeline: ${column.year} is not a year`)
    byYear.set(column.year, column)
  }
  const known = [...byYear.keys()].filter((year) => year !== null).sort((a, b) => a - b)
  const first = known[0] ?? 0
  const length = known.length === 0 ? 0 : (known.at(-1) ?? first) - first + 1
  const years = Array.from({ length }, (_, i): YearColumn => {
    const counts = byYear.get(first + i)?.counts ?? NOTHING
    return { year: first + i, counts, total: totalOf(counts) }
  })
  const undated = byYear.get(null)
  const unknown = undated && totalOf(undated.counts) > 0 ? { ...undated, total: totalOf(undated.counts) } : null
  return { years, unknown, max: Math.max(1, unknown?.total ?? 0, ...years.map((y) => y.total)) }
}

/** The current role first: it stands on the baseline, where heights compare. */
export function stackOrder(role: Role): readonly Role[] {
  return [role, ...ROLES.filter((other) => other !== role)]
}

/** @returns the filter for a range of the axis; the whole axis is no filter (null), so that undated figures show again. */
export function asFilter(range: Years, axis: TimelineAxis): Years | null {
  const first = axis.years[0]?.year
  const last = axis.years.at(-1)?.year
  return range.from === first && range.to === last ? null : range
}

/** @returns the part of the axis that a filter covers; null where it covers none of it. */
export function onAxis(filter: Years | null, axis: TimelineAxis): Years | null {
  const first = axis.years[0]?.year
  const last = axis.years.at(-1)?.year
  if (first === undefined || last === undefined) return null
  if (filter === null) return { from: first, to: last }
  const range = { from: Math.max(filter.from, first), to: Math.min(filter.to, last) }
  return range.from > range.to ? null : range
}

export function sameYears(a: Years | null, b: Years | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to)
}

const NOTHING: Record<Role, number> = { target: 0, actual: 0, investment: 0, project: 0 }

function totalOf(counts: TimelineColumn['counts']): number {
  return ROLES.reduce((sum, role) => sum + counts[role], 0)
}
