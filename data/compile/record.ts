import type { Form } from './piles.ts'
import type { ObservationRecord } from './rows.ts'

/** A row of observations.csv as the list of its number and its cells, in the table's order. */
export type RecordCells = [
  ...[row: number, id: string, place: string, indicator: string, scope: string, role: ObservationRecord['role']],
  ...[start: string, end: string, periodNote: string, value: number | null, high: number | null, unit: string],
  ...[bound: ObservationRecord['bound'], certainty: ObservationRecord['certainty'], event: string, source: string],
  ...[spanStart: number | null, spanEnd: number | null, printed: string, note: string],
]

/** @returns the row of its cells. Spelt out: objects made name by name take twice the time and room, and there may be 10 million. */
export function recordOf(cells: RecordCells): ObservationRecord {
  return {
    row: cells[0],
    id: cells[1],
    place: cells[2],
    indicator: cells[3],
    scope: cells[4],
    role: cells[5],
    period_start: cells[6],
    period_end: cells[7],
    period_note: cells[8],
    value: cells[9],
    value_high: cells[10],
    unit: cells[11],
    bound: cells[12],
    certainty: cells[13],
    event: cells[14],
    source: cells[15],
    span_start: cells[16],
    span_end: cells[17],
    as_printed: cells[18],
    note: cells[19],
  }
}

/** A row as the list of its cells, which is a third of it as an object. */
export const RECORD: Form<ObservationRecord> = {
  toLine: (row) =>
    JSON.stringify([
      row.row,
      row.id,
      row.place,
      row.indicator,
      row.scope,
      row.role,
      row.period_start,
      row.period_end,
      row.period_note,
      row.value,
      row.value_high,
      row.unit,
      row.bound,
      row.certainty,
      row.event,
      row.source,
      row.span_start,
      row.span_end,
      row.as_printed,
      row.note,
    ]),
  fromLine: (line) => recordOf(JSON.parse(line) as RecordCells),
}
