import type { Observation } from './observation.ts'
import type { ObservationRow } from './pack.ts'
import type { Unit } from './quantity.ts'

/**
 * Joins a compiled row with its unit.
 * @param unitOf throws where it knows no such unit; what it throws is for the caller to word
 */
export function observationOf(row: ObservationRow, unitOf: (id: string) => Unit): Observation {
  return {
    id: row.id,
    place: row.place,
    indicator: row.indicator,
    scope: row.scope ?? '',
    role: row.role,
    period: { start: row.start ?? null, end: row.end ?? null, note: row.periodNote ?? '' },
    quantity: {
      value: row.value,
      unit: unitOf(row.unit),
      bound: row.bound,
      ...(row.high !== undefined && { high: row.high }),
    },
    certainty: row.certainty,
    event: row.event ?? '',
    sources: row.sources,
    span: row.span ?? null,
    printed: row.printed,
    note: row.note ?? null,
    parents: row.parents ?? [],
  }
}
