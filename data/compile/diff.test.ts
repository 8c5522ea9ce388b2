import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BOUNDS } from '../../src/model/quantity.ts'
import { CERTAINTIES, ROLES } from '../../src/model/observation.ts'
import { FIGURE_FIELDS, diff, isEmpty } from './diff.ts'
import type { Difference } from './diff.ts'
import { COLUMNS } from './rows.ts'
import type { ObservationRecord, RejectedRecord, SourceRow, Tables, UnitRow } from './rows.ts'

const BASE: ObservationRecord = {
  ...{ row: 2, id: 'a-1', place: '310112', indicator: 'gdp', scope: '', role: 'actual' },
  ...{
    period_start: '2024',
    period_end: '2024',
    period_note: '',
    value: 2000,
    value_high: null,
    unit: 'yi',
    bound: 'exact',
  },
  ...{ certainty: 'stated', event: '', source: 's1', span_start: null, span_end: null, as_printed: '', note: '' },
}

function figure(fields: Partial<ObservationRecord> = {}): ObservationRecord {
  return { ...BASE, ...fields }
}

function rejected(fields: Partial<RejectedRecord> = {}): RejectedRecord {
  return { ...BASE, reason: '重复 | double', ...fields }
}

function unit(id: string, measure: string, factor: number): UnitRow {
  return { row: 2, id, symbol_zh: id, symbol_en: id, measure, factor }
}

function source(id: string, title = id): SourceRow {
  return { row: 2, id, document: '', sha256: '', title, publisher: '', published: '', url: '', kind: 'page' }
}

/** Tables that hold nothing but what is given; whatever tables there are. */
function tables(some: Partial<Tables>): Tables {
  const none = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, []])) as unknown as Tables
  return { ...none, units: [unit('yi', 'cny', 1e8), unit('wan', 'cny', 1e4), unit('ge', 'count', 1)], ...some }
}

function compareFigures(before: ObservationRecord[], after: ObservationRecord[]): Difference {
  return diff(tables({ observations: before }), tables({ observations: after }))
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map((row) => row.id)
}

test('every column of a figure but its id is told apart', () => {
  expect(['id', ...Object.values(FIGURE_FIELDS).flat()].sort()).toEqual([...COLUMNS.observations].sort())
})

test('figures that came, went and changed, field by field; others are passed over', () => {
  const difference = compareFigures(
    [figure(), figure({ id: 'a-2' }), figure({ id: 'a-3' }), figure({ id: 'a-4' })],
    [
      figure({ id: 'a-4', row: 9 }),
      figure({ id: 'a-5' }),
      figure({ id: 'a-2', value: 2100, bound: 'at_least', source: 's1;s2' }),
      figure({ id: 'a-1', period_end: '2025' }),
    ],
  )
  expect(idsOf(difference.added)).toEqual(['a-5'])
  expect(idsOf(difference.removed)).toEqual(['a-3'])
  expect(difference.changed.map(({ after, fields }) => [after.id, ...fields])).toEqual([
    ['a-1', 'period'],
    ['a-2', 'quantity', 'source'],
  ])
  expect(difference.tables).toEqual([])
})

test('figures by role and rejected ones are counted on both sides', () => {
  const { roles, rejected: counted } = diff(
    tables({ observations: [figure(), figure({ id: 'a-2', role: 'target' })], rejected: [] }),
    tables({
      observations: [figure({ role: 'target' }), figure({ id: 'a-2', role: 'target' })],
      rejected: [rejected({ id: 'r-1' })],
    }),
  )
  expect(roles).toContainEqual({ role: 'target', before: 1, after: 2 })
  expect(roles).toContainEqual({ role: 'actual', before: 1, after: 0 })
  expect(counted).toEqual({ before: 0, after: 1 })
})

test.each<[string, Partial<ObservationRecord>, Partial<RejectedRecord>]>([
  ['under the same id', {}, { id: 'a-1', value: 1, source: 's9' }],
  ['by its place in a document', { span_start: 5, span_end: 9 }, { id: 'r-1', span_start: 5, span_end: 9, value: 1 }],
  ['by what a page states', {}, { id: 'r-1', period_start: '2024-01', period_end: '2024-12' }],
])('a figure that was moved to rejected, or back, is neither new nor removed: %s', (_, kept, left) => {
  const [before, after] = [tables({ observations: [figure(kept)] }), tables({ rejected: [rejected(left)] })]
  const there = diff(before, after)
  expect(there.toRejected).toEqual([{ before: figure(kept), after: rejected(left) }])
  expect(there).toMatchObject({ removed: [], fromRejected: [] })
  const back = diff(after, before)
  expect(back.fromRejected).toEqual([{ before: rejected(left), after: figure(kept) }])
  expect(back).toMatchObject({ added: [], toRejected: [] })
})

test.each<[string, Partial<RejectedRecord>]>([
  ['another place in the document', { span_start: 5, span_end: 8 }],
  ['another value of a page', { value: 2100 }],
  ['another source', { source: 's2' }],
])('a removed figure is not the rejected one of %s', (_, left) => {
  const difference = diff(
    tables({ observations: [figure()] }),
    tables({ rejected: [rejected({ id: 'r-1', ...left })] }),
  )
  expect(difference.toRejected).toEqual([])
  expect(idsOf(difference.removed)).toEqual(['a-1'])
})

test('rows that leave all open are like nothing but themselves', () => {
  const open = { value: null, place: '' }
  const difference = diff(
    tables({ observations: [figure(open)] }),
    tables({ rejected: [rejected({ ...open, id: 'r-1' })] }),
  )
  expect(difference.toRejected).toEqual([])
})

test('one rejected row takes up one figure only', () => {
  const twins = [figure({ span_start: 5, span_end: 9 }), figure({ id: 'a-2', span_start: 5, span_end: 9 })]
  const difference = diff(
    tables({ observations: twins }),
    tables({ rejected: [rejected({ id: 'r-1', span_start: 5, span_end: 9 })] }),
  )
  expect(difference.toRejected.map(({ before, after }) => [before.id, after.id])).toEqual([['a-1', 'r-1']])
  expect(idsOf(difference.removed)).toEqual(['a-2'])
})

test.each<[string, Partial<ObservationRecord>, boolean]>([
  ['another value', { value: 2100 }, true],
  ['the year in months', { value: 2100, period_start: '2024-01', period_end: '2024-12' }, true],
  ['another bound', { bound: 'at_least' }, true],
  ['the same in another unit', { value: 20000000, unit: 'wan' }, false],
  ['another year', { value: 2100, period_start: '2023', period_end: '2023' }, false],
  ['another event', { value: 2100, event: 'fair' }, false],
  ['another scope', { value: 2100, scope: 'foreign' }, false],
  ['a broken value', { value: null }, false],
])('a conflict is two quantities of one series, period and event: %s', (_, fields, isConflict) => {
  const other = figure({ id: 'a-2', ...fields })
  const { newConflicts, goneConflicts } = compareFigures([figure()], [figure(), other])
  expect(newConflicts).toEqual(isConflict ? [[figure(), other]] : [])
  expect(goneConflicts).toEqual([])
  expect(compareFigures([figure(), other], [figure()]).goneConflicts).toEqual(isConflict ? [[figure(), other]] : [])
})

test('figures without a period never conflict: they may be of different years', () => {
  const open = { period_start: '', period_end: '' }
  expect(compareFigures([], [figure(open), figure({ ...open, id: 'a-2', value: 1 })]).newConflicts).toEqual([])
})

test('a conflict that stays is neither new nor gone', () => {
  const pair = [figure(), figure({ id: 'a-2', value: 2100 })]
  const edited = [figure({ value: 1900 }), figure({ id: 'a-2', value: 2100 })]
  expect(compareFigures(pair, edited)).toMatchObject({ newConflicts: [], goneConflicts: [] })
})

test('sources that came and went; edits of other tables by their keys', () => {
  const difference = diff(
    tables({ sources: [source('s1'), source('s2')] }),
    tables({
      sources: [source('s3'), source('s2', 'new title')],
      units: [unit('yi', 'cny', 1e9), unit('ge', 'count', 1)],
    }),
  )
  expect(idsOf(difference.addedSources)).toEqual(['s3'])
  expect(idsOf(difference.removedSources)).toEqual(['s1'])
  expect(difference.tables).toEqual([
    { table: 'units', added: [], removed: ['wan'], changed: ['yi'] },
    { table: 'sources', added: ['s3'], removed: ['s1'], changed: ['s2'] },
  ])
  expect(isEmpty(difference)).toBe(false)
})

/** Few values, so that rows meet in all ways: same id, same fact, same place, conflict. */
const arbitraryFigure: fc.Arbitrary<ObservationRecord> = fc.record({
  row: fc.nat(99),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  place: fc.constantFrom('310112', ''),
  indicator: fc.constantFrom('gdp', 'fdi'),
  scope: fc.constantFrom('', 'foreign'),
  role: fc.constantFrom(...ROLES),
  period_start: fc.constantFrom('', '2024', '2024-01'),
  period_end: fc.constantFrom('', '2024', '2024-12'),
  period_note: fc.constantFrom('', '去年'),
  value: fc.constantFrom(null, 1, 2, 10000),
  value_high: fc.constantFrom(null, 3),
  unit: fc.constantFrom('yi', 'wan', 'ge', 'unknown'),
  bound: fc.constantFrom(...BOUNDS),
  certainty: fc.constantFrom(...CERTAINTIES),
  event: fc.constantFrom('', 'fair'),
  source: fc.constantFrom('s1', 's2', 's1;s2', ''),
  span_start: fc.constantFrom(null, 5),
  span_end: fc.constantFrom(null, 9),
  as_printed: fc.constantFrom('', '1亿'),
  note: fc.constantFrom('', '注 | note'),
})

const arbitraryTables: fc.Arbitrary<Tables> = fc
  .record({
    observations: fc.uniqueArray(arbitraryFigure, { selector: (row) => row.id, maxLength: 5 }),
    rejected: fc.uniqueArray(
      arbitraryFigure.map((row) => rejected({ ...row, id: `${row.id}${row.row % 2 === 0 ? '' : '-r'}` })),
      { selector: (row) => row.id, maxLength: 5 },
    ),
    sources: fc
      .uniqueArray(fc.tuple(fc.constantFrom('s1', 's2', 's3'), fc.constantFrom('x', 'y')), {
        selector: ([id]) => id,
      })
      .map((list) => list.map(([id, title]) => source(id, title))),
  })
  .map(tables)

test('nothing differs from itself, in whatever order its rows stand', () => {
  fc.assert(
    fc.property(arbitraryTables, (one) => {
      const shuffled = { ...one, observations: one.observations.toReversed(), rejected: one.rejected.toReversed() }
      for (const other of [one, shuffled]) {
        const difference = diff(one, other)
        expect(isEmpty(difference)).toBe(true)
        expect(difference).toMatchObject({ addedSources: [], removedSources: [], newConflicts: [], goneConflicts: [] })
        for (const { before, after } of difference.roles) expect(after).toBe(before)
      }
    }),
  )
})

test('the order of rows does not count: lists stand in the order of ids', () => {
  const reversed = (one: Tables): Tables => ({
    ...one,
    observations: one.observations.toReversed(),
    rejected: one.rejected.toReversed(),
    sources: one.sources.toReversed(),
  })
  fc.assert(
    fc.property(arbitraryTables, arbitraryTables, (one, other) => {
      expect(diff(reversed(one), reversed(other))).toEqual(diff(one, other))
    }),
  )
})

test('compared the other way round, all that came went, and all changes run backwards', () => {
  const turn = <B, A>({ before, after }: { readonly before: B; readonly after: A }): { before: A; after: B } => ({
    before: after,
    after: before,
  })
  fc.assert(
    fc.property(arbitraryTables, arbitraryTables, (one, other) => {
      const there = diff(one, other)
      expect(diff(other, one)).toEqual({
        added: there.removed,
        removed: there.added,
        changed: there.changed.map((change) => ({ ...turn(change), fields: change.fields })),
        toRejected: there.fromRejected.map(turn),
        fromRejected: there.toRejected.map(turn),
        addedSources: there.removedSources,
        removedSources: there.addedSources,
        newConflicts: there.goneConflicts,
        goneConflicts: there.newConflicts,
        roles: there.roles.map((counts) => ({ role: counts.role, ...turn(counts) })),
        rejected: turn(there.rejected),
        tables: there.tables.map(({ table, added, removed, changed }) => ({
          table,
          added: removed,
          removed: added,
          changed,
        })),
      })
    }),
    { numRuns: 500 },
  )
})

test('every figure of either side is accounted for', () => {
  fc.assert(
    fc.property(arbitraryTables, arbitraryTables, (one, other) => {
      const { added, removed, changed, toRejected, fromRejected } = diff(one, other)
      const later = new Set(idsOf(other.observations))
      const kept = one.observations.filter((row) => later.has(row.id)).length
      expect(kept + removed.length + toRejected.length).toBe(one.observations.length)
      expect(kept + added.length + fromRejected.length).toBe(other.observations.length)
      expect(changed.length).toBeLessThanOrEqual(kept)
    }),
  )
})
