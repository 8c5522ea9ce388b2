import type { PlaceReading, Reading } from '../map/reading.ts'
import { ranksBySize } from '../model/table.ts'

/** A place of the view, with its rank among the districts. */
export interface ViewRow extends PlaceReading {
  /** From 1, the largest first; null for what is no district, and where nothing is on record. */
  readonly rank: number | null
}

/** @returns the places that map and ranking show, in their usual order: the city, every district, zones, places outside. */
export function viewRows(reading: Reading): readonly ViewRow[] {
  const ranks = ranksBySize(reading.districts.map((district) => district.magnitude))
  const unranked = (rows: readonly PlaceReading[]) => rows.map((row): ViewRow => ({ ...row, rank: null }))
  return [
    ...unranked(reading.city ? [reading.city] : []),
    ...reading.districts.map((row, at): ViewRow => ({ ...row, rank: ranks[at] ?? null })),
    ...unranked(reading.zones),
    ...unranked(reading.outside),
  ]
}
