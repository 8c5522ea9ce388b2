import { ROLES, type Role } from '../../src/model/observation.ts'
import { disagrees, seriesKey } from '../../src/model/series.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { daysOf, statedBy } from './figure-values.ts'
import { groupBy } from './ordering.ts'
import { splitIds } from './rules.ts'
import { COLUMNS } from './rows.ts'
import type { ObservationRecord, RejectedRecord, SourceRow, Tables, UnitRow } from './rows.ts'

/** What a reader takes for one statement of a figure: its number with unit and bound, its period, and so on. */
export const FIGURE_FIELDS = {
  place: ['place'],
  indicator: ['indicator'],
  scope: ['scope'],
  role: ['role'],
  period: ['period_start', 'period_end'],
  periodNote: ['period_note'],
  quantity: ['value', 'value_high', 'unit', 'bound'],
  certainty: ['certainty'],
  event: ['event'],
  source: ['source'],
  span: ['span_start', 'span_end'],
  printed: ['as_printed'],
  note: ['note'],
} as const satisfies Record<string, readonly (keyof ObservationRecord)[]>
export type FigureField = keyof typeof FIGURE_FIELDS

/** A row that stands on both sides. */
export interface Pair<Before, After = Before> {
  readonly before: Before
  readonly after: After
}

/** A figure that stands on both sides under the same id and says something else. */
export interface Change extends Pair<ObservationRecord> {
  readonly fields: readonly FigureField[]
}

/** Two figures of one series, period and event that state different quantities; by id. */
export type Conflict = readonly [ObservationRecord, ObservationRecord]

/** How many rows of another table came, went or were edited, by the key of the table. */
export interface TableChange {
  readonly table: keyof Tables
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** What tells two versions of the package apart. Lists are in the order of ids. */
export interface Difference {
  readonly added: readonly ObservationRecord[]
  readonly removed: readonly ObservationRecord[]
  readonly changed: readonly Change[]
  readonly toRejected: readonly Pair<ObservationRecord, RejectedRecord>[]
  readonly fromRejected: readonly Pair<RejectedRecord, ObservationRecord>[]
  readonly addedSources: readonly SourceRow[]
  readonly removedSources: readonly SourceRow[]
  readonly newConflicts: readonly Conflict[]
  readonly goneConflicts: readonly Conflict[]
  readonly roles: readonly ({ readonly role: Role } & Pair<number>)[]
  readonly rejected: Pair<number>
  /** All tables but that of figures, where anything changed. */
  readonly tables: readonly TableChange[]
}

/** Compares two versions of the package. The order of rows does not count. */
export function diff(before: Tables, after: Tables): Difference {
  const gone = missingFrom(before.observations, after.observations)
  const come = missingFrom(after.observations, before.observations)
  const toRejected = pairUp(gone, missingFrom(after.rejected, before.rejected))
  // From the side of the kept figure, so that the same rows are paired whichever way the two versions are compared.
  const fromRejected = pairUp(come, missingFrom(before.rejected, after.rejected)).map(([kept, left]) => ({
    before: left,
    after: kept,
  }))
  const moved = new Set<ObservationRecord>([
    ...toRejected.map(([kept]) => kept),
    ...fromRejected.map((each) => each.after),
  ])
  const [conflictsBefore, conflictsAfter] = [conflictsOf(before), conflictsOf(after)]
  return {
    added: come.filter((row) => !moved.has(row)),
    removed: gone.filter((row) => !moved.has(row)),
    changed: changesOf(before.observations, after.observations),
    toRejected: toRejected.map(([kept, left]) => ({ before: kept, after: left })),
    fromRejected,
    addedSources: missingFrom(after.sources, before.sources),
    removedSources: missingFrom(before.sources, after.sources),
    newConflicts: unknownTo(conflictsBefore, conflictsAfter),
    goneConflicts: unknownTo(conflictsAfter, conflictsBefore),
    roles: ROLES.map((role) => ({ role, before: countOf(before, role), after: countOf(after, role) })),
    rejected: { before: before.rejected.length, after: after.rejected.length },
    tables: tableChanges(before, after),
  }
}

/** @returns whether the two versions hold the same. */
export function isEmpty({ added, removed, changed, toRejected, fromRejected, tables }: Difference): boolean {
  return [added, removed, changed, toRejected, fromRejected, tables].every((list) => list.length === 0)
}

function countOf({ observations }: Tables, role: Role): number {
  return observations.filter((row) => row.role === role).length
}

type WithId = { readonly id: string }

/** @returns the rows whose id the other list does not have, by id. */
function missingFrom<Row extends WithId>(rows: readonly Row[], others: readonly WithId[]): Row[] {
  const known = new Set(others.map((row) => row.id))
  return byId(rows.filter((row) => !known.has(row.id)))
}

function byId<Row extends WithId>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => byCodeUnits(a.id, b.id))
}

function changesOf(before: readonly ObservationRecord[], after: readonly ObservationRecord[]): Change[] {
  const earlier = new Map(before.map((row) => [row.id, row]))
  // Ids are unique in a sound package; in a broken one the last row of an id stands for it, on both sides.
  const later = new Map(after.map((row) => [row.id, row]))
  return byId([...later.values()]).flatMap((row) => {
    const old = earlier.get(row.id)
    const fields = old ? changedFields(old, row) : []
    return old && fields.length > 0 ? [{ before: old, after: row, fields }] : []
  })
}

function changedFields(before: ObservationRecord, after: ObservationRecord): FigureField[] {
  return (Object.keys(FIGURE_FIELDS) as FigureField[]).filter((field) =>
    FIGURE_FIELDS[field].some((column) => before[column] !== after[column]),
  )
}

/**
 * Pairs kept figures with rejected ones that are the same: first those of the same id, then those that stand at the same place of
 * the same source, or, on a page, state the same. A rejected figure mostly gets an id of its own.
 */
function pairUp(
  kept: readonly ObservationRecord[],
  left: readonly RejectedRecord[],
): (readonly [ObservationRecord, RejectedRecord])[] {
  const pairs: (readonly [ObservationRecord, RejectedRecord])[] = []
  for (const key of [({ id }: ObservationRecord) => id, placeOrStatement]) {
    const open = groupBy(
      left.filter((row) => !pairs.some(([, used]) => used === row)),
      key,
    )
    for (const row of kept) {
      const match = pairs.some(([used]) => used === row) ? undefined : open.get(key(row))?.shift()
      if (match) pairs.push([row, match])
    }
  }
  return pairs.sort(([a], [b]) => byCodeUnits(a.id, b.id))
}

function placeOrStatement(row: ObservationRecord): string {
  const source = splitIds(row.source)[0] ?? ''
  if (row.span_start !== null) return ['span', source, row.span_start, row.span_end].join('|')
  const { first, last } = daysOf(row)
  const quantity = [row.value, row.value_high, row.unit, row.bound]
  // A rejected row may leave almost all open: then it is like nothing but itself.
  if (row.value === null || row.place === '') return ['row', row.id].join('|')
  return ['page', source, seriesKey(row), first, last, row.period_note, row.event, ...quantity].join('|')
}

function conflictsOf({ observations, units }: Tables): Map<string, Conflict> {
  const byUnit = new Map(units.map((unit) => [unit.id, unit]))
  const conflicts = new Map<string, Conflict>()
  for (const rows of groupBy(byId(observations), seriesKey).values()) {
    rows.forEach((a, at) => {
      for (const b of rows.slice(at + 1)) if (disagree(a, b, byUnit)) conflicts.set(`${a.id}|${b.id}`, [a, b])
    })
  }
  return conflicts
}

function disagree(a: ObservationRecord, b: ObservationRecord, units: ReadonlyMap<string, UnitRow>): boolean {
  const [one, other] = [statedBy(a, units), statedBy(b, units)]
  return one !== null && other !== null && disagrees(one, other)
}

function unknownTo(known: ReadonlyMap<string, Conflict>, conflicts: ReadonlyMap<string, Conflict>): Conflict[] {
  return [...conflicts].flatMap(([key, conflict]) => (known.has(key) ? [] : [conflict])).sort(byIds)
}

function byIds(a: Conflict, b: Conflict): number {
  return byCodeUnits(a[0].id, b[0].id) || byCodeUnits(a[1].id, b[1].id)
}

function tableChanges(before: Tables, after: Tables): TableChange[] {
  const names = (Object.keys(COLUMNS) as (keyof Tables)[]).filter((name) => name !== 'observations')
  return names
    .map((table) => tableChange(table, before[table], after[table]))
    .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0)
}

function tableChange(table: keyof Tables, before: readonly object[], after: readonly object[]): TableChange {
  const [old, now] = [contents(table, before), contents(table, after)]
  const [added, removed] = [
    [...now.keys()].filter((key) => !old.has(key)),
    [...old.keys()].filter((key) => !now.has(key)),
  ]
  const changed = [...now].filter(([key, cells]) => old.has(key) && old.get(key) !== cells).map(([key]) => key)
  return {
    table,
    added: added.sort(byCodeUnits),
    removed: removed.sort(byCodeUnits),
    changed: changed.sort(byCodeUnits),
  }
}

/** @returns each row's cells as one text, by its key, which is the first column. */
function contents(table: keyof Tables, rows: readonly object[]): Map<string, string> {
  const columns = COLUMNS[table]
  return new Map(
    rows.map((row) => {
      const cells: readonly unknown[] = columns.map((column) => (row as Readonly<Record<string, unknown>>)[column])
      return [String(cells[0]), JSON.stringify(cells)]
    }),
  )
}
