import { ROLES, type Role } from './observation.ts'
import type { RecordCount } from './pack.ts'

/** How many figures of each role are on record. */
export type RoleCounts = Readonly<Record<Role, number>>

/** The counts of a pack, added up. */
export interface RecordCounts {
  readonly total: number
  readonly byRole: RoleCounts
  /** A place without figures is absent. */
  readonly byPlace: ReadonlyMap<string, PlaceCounts>
  /** By anchor year, null for unknown periods, in the order in which years first stand. */
  readonly byYear: ReadonlyMap<number | null, RoleCounts>
}

interface PlaceCounts {
  readonly total: number
  readonly byRole: RoleCounts
  /** As the pack has them. */
  readonly records: readonly RecordCount[]
}

export const NO_COUNTS: RoleCounts = { target: 0, actual: 0, investment: 0, project: 0 }

const known = new WeakMap<readonly RecordCount[], RecordCounts>()

/**
 * A large pack has 200,000 counts, and headings and panels ask for their sums at every change of the view: they are gone through once
 * for each catalog.
 * @param records the very list that the catalog has
 */
export function recordCounts(records: readonly RecordCount[]): RecordCounts {
  const before = known.get(records)
  if (before) return before
  const counts = addUp(records)
  known.set(records, counts)
  return counts
}

function addUp(records: readonly RecordCount[]): RecordCounts {
  const byRole = { ...NO_COUNTS }
  const byPlace = new Map<string, { total: number; byRole: Record<Role, number>; records: RecordCount[] }>()
  const byYear = new Map<number | null, Record<Role, number>>()
  for (const record of records) {
    const { place, role, year, count } = record
    byRole[role] += count
    const ofPlace = byPlace.get(place) ?? { total: 0, byRole: { ...NO_COUNTS }, records: [] }
    ofPlace.total += count
    ofPlace.byRole[role] += count
    ofPlace.records.push(record)
    byPlace.set(place, ofPlace)
    const ofYear = byYear.get(year) ?? { ...NO_COUNTS }
    ofYear[role] += count
    byYear.set(year, ofYear)
  }
  return { total: ROLES.reduce((sum, role) => sum + byRole[role], 0), byRole, byPlace, byYear }
}
