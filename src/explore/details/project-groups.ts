import type { Observation } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import { byEnd } from '../../model/period.ts'

/** Projects whose counts and amounts belong together. */
export interface ProjectGroup {
  /** The count's indicator, by which the group is named; null for what is in no pair. */
  readonly count: string | null
  readonly rows: readonly Observation[]
}

/** So many lollipops stand side by side without hiding each other. */
export const CHARTED = 14

/** @returns the figures by pair, most first, those of no pair last; empty groups are left out. */
export function projectGroups(rows: readonly Observation[], pairs: Catalog['projectPairs']): readonly ProjectGroup[] {
  const paired = pairs.map(({ count, amount }) => ({
    count,
    rows: rows.filter((o) => o.indicator === count || o.indicator === amount),
  }))
  const taken = new Set(pairs.flatMap(({ count, amount }) => [count, amount]))
  return [
    ...paired.sort((a, b) => b.rows.length - a.rows.length),
    { count: null, rows: rows.filter((o) => !taken.has(o.indicator)) },
  ].filter((group) => group.rows.length > 0)
}

/** @returns the figures that a chart can hold: all, or the latest; a count and its amount of one day stay together. */
export function latestRows(rows: readonly Observation[], limit = CHARTED): readonly Observation[] {
  if (rows.length <= limit) return rows
  const latest = [...rows].sort((a, b) => byEnd(b.period, a.period) || (a.event < b.event ? -1 : 1))
  return latest.slice(0, limit)
}
