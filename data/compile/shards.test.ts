import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ObservationRecord } from './rows.ts'
import type { ObservationRow, Shard } from '../../src/model/pack.ts'
import { rowsOf, type AnyShard } from '../../src/model/shard.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { groupBy } from './ordering.ts'
import { MOST_ROWS, SHARD_BYTES, Shelf, toRow } from './shards.ts'

interface Packed {
  readonly shards: readonly Shard[]
  readonly byPlace: Readonly<Record<string, number>>
  readonly byIndicator: Readonly<Record<string, number>>
}

function shelve(rows: readonly ObservationRow[], key: 'place' | 'indicator', shards: AnyShard[]): Shelf {
  const shelf = new Shelf((shard) => shards.push(shard))
  const groups = groupBy(rows, (row) => row[key])
  for (const id of [...groups.keys()].sort(byCodeUnits)) shelf.add(id, groups.get(id) ?? [])
  shelf.close()
  return shelf
}

function packShards(observations: readonly ObservationRecord[], derived: readonly ObservationRow[] = []): Packed {
  const shards: AnyShard[] = []
  const rows = observations.map(toRow)
  const byPlace = shelve(rows, 'place', shards).index
  const offset = shards.length
  const { index } = shelve([...rows, ...derived], 'indicator', shards)
  const byIndicator = Object.fromEntries(Object.entries(index).map(([id, at]) => [id, at + offset]))
  return { shards: shards.filter((shard) => 'observations' in shard), byPlace, byIndicator }
}

function record(id: string, place: string, indicator: string, note = ''): ObservationRecord {
  return {
    ...{ row: 2, id, place, indicator, scope: '', role: 'actual', period_start: '', period_end: '', period_note: '' },
    ...{
      value: 1,
      value_high: null,
      unit: 'ge',
      bound: 'exact',
      certainty: 'stated',
      event: '',
      source: 'a',
      span_start: null,
      span_end: null,
    },
    ...{ as_printed: '1个', note },
  }
}

const figures = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 2000 })),
    { maxLength: 250 },
  )
  .map((list) =>
    list.map(([place, indicator, length], index) =>
      record(`o-${index}`, `p-${place}`, `i-${indicator}`, 'x'.repeat(length)),
    ),
  )

test("every figure is once in its place's file and once in its indicator's, whatever their order", () => {
  fc.assert(
    fc.property(figures, (observations) => {
      const { shards, byPlace, byIndicator } = packShards(observations)
      expect(packShards(observations.toReversed()).shards).toEqual(shards)
      for (const { id, place, indicator } of observations) {
        const holders = shards.flatMap((shard, at) => (shard.observations.some((row) => row.id === id) ? [at] : []))
        expect(holders).toEqual([byPlace[place], byIndicator[indicator]])
      }
    }),
    { numRuns: 30 },
  )
})

test('a file is filled to the limit and no further, unless one place alone is larger', () => {
  fc.assert(
    fc.property(figures, (observations) => {
      const tooLarge = packShards(observations).shards.filter(
        ({ observations: rows }) => JSON.stringify(rows).length > SHARD_BYTES,
      )
      for (const { observations: rows } of tooLarge) {
        const groups = [new Set(rows.map((row) => row.place)).size, new Set(rows.map((row) => row.indicator)).size]
        expect(groups).toContain(1)
      }
    }),
    { numRuns: 30 },
  )
})

test("a derived figure is in its indicator's file alone", () => {
  const parent = toRow(record('o-1', 'p', 'i'))
  const derived = { ...parent, id: 'd-1', indicator: 'ratio', printed: '', parents: ['o-1', 'o-1'] as const }
  const { shards, byPlace, byIndicator } = packShards([record('o-1', 'p', 'i')], [derived])
  const holders = shards.flatMap((shard, at) => (shard.observations.some((row) => row.id === 'd-1') ? [at] : []))
  expect(holders).toEqual([byIndicator.ratio])
  expect(byPlace).toEqual({ p: 0 })
  expect(shards[holders[0] ?? -1]?.observations).toContainEqual(derived)
})

test('absent fields are left out, a range and a note are kept', () => {
  const plain = packShards([record('a', 'p', 'i')]).shards[0]?.observations[0]
  expect(plain).toEqual({
    id: 'a',
    place: 'p',
    indicator: 'i',
    role: 'actual',
    value: 1,
    unit: 'ge',
    bound: 'exact',
    certainty: 'stated',
    sources: ['a'],
    printed: '1个',
  })
  const full = {
    ...record('a', 'p', 'i', '中 | en'),
    value_high: 2,
    span_start: 0,
    span_end: 3,
    source: 'a;b',
    period_end: '2020',
    period_note: '到2020年',
  }
  expect(packShards([full]).shards[0]?.observations[0]).toMatchObject({
    ...{
      high: 2,
      span: [0, 3],
      sources: ['a', 'b'],
      end: '2020',
      periodNote: '到2020年',
      note: { zh: '中', en: 'en' },
    },
  })
})

test('a place with more figures than rows are good for has a file of columns alone', () => {
  const shards: AnyShard[] = []
  const many = Array.from({ length: MOST_ROWS + 1 }, (_, i) => toRow(record(`a-${i}`, 'b', 'i')))
  const rows = [toRow(record('o-1', 'a', 'i')), ...many, toRow(record('o-2', 'c', 'i'))]
  const { index } = shelve(rows, 'place', shards)
  expect(index).toEqual({ a: 0, b: 1, c: 2 })
  expect(shards.map((shard) => 'columns' in shard)).toEqual([false, true, false])
  expect(shards.flatMap(rowsOf)).toHaveLength(rows.length)
  expect(shards.flatMap(rowsOf)).toEqual(expect.arrayContaining(many))
})
