import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { ObservationRow, Shard } from '../../src/model/pack.ts'
import { splitText } from './cells.ts'
import { compare, groupBy } from './ordering.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord } from './rows.ts'

/** Raw JSON bytes that a shard is filled to; some 6 kB after compression. A place or indicator larger than this has one alone. */
export const SHARD_BYTES = 48 * 1024

export interface Packing {
  readonly shards: readonly Shard[]
  readonly byPlace: Readonly<Record<string, number>>
  readonly byIndicator: Readonly<Record<string, number>>
}

/**
 * Packs the observations into files small enough that a view loads only what it shows. Each observation is in two files:
 *
 * 1. by place: places in code order, each one's figures together, filled into a shard until the next place would pass
 *    `SHARD_BYTES`; then a new shard begins.
 * 2. by indicator: the same with indicators in id order, in shards of their own, after those of places.
 *
 * Derived figures are in the second only: what a place's page tells of is what sources state, and they carry their parents anyway.
 *
 * So the figures of one place, or of one indicator, are always in one file. Inside a place or indicator: in id order.
 */
export function packShards(
  observations: readonly ObservationRecord[],
  derived: readonly ObservationRow[] = [],
): Packing {
  const byId = (a: ObservationRow, b: ObservationRow): number => compare(a.id, b.id)
  const rows = observations.map(toRow).sort(byId)
  const places = fill(rows, (row) => row.place)
  const indicators = fill([...rows, ...derived].sort(byId), (row) => row.indicator)
  const offset = places.shards.length
  return {
    shards: [...places.shards, ...indicators.shards],
    byPlace: places.index,
    byIndicator: Object.fromEntries(Object.entries(indicators.index).map(([id, at]) => [id, at + offset])),
  }
}

function fill(
  rows: readonly ObservationRow[],
  key: (row: ObservationRow) => string,
): { shards: Shard[]; index: Record<string, number> } {
  const groups = groupBy(rows, key)
  const shards: ObservationRow[][] = []
  const index: Record<string, number> = {}
  let bytes = Infinity
  for (const id of [...groups.keys()].sort(compare)) {
    const group = groups.get(id) ?? []
    const size = Buffer.byteLength(JSON.stringify(group))
    if (bytes + size > SHARD_BYTES) {
      shards.push([])
      bytes = 0
    }
    shards.at(-1)?.push(...group)
    index[id] = shards.length - 1
    bytes += size
  }
  return { shards: shards.map((each) => ({ format: PACK_FORMAT, observations: each })), index }
}

/** A figure of the table as it stands in a shard. */
export function toRow(row: ObservationRecord): ObservationRow {
  if (row.value === null) throw new TypeError(`observation ${row.id} has no value: the check must run before packing`)
  const { span_start: start, span_end: end } = row
  return {
    id: row.id,
    place: row.place,
    indicator: row.indicator,
    ...(row.scope && { scope: row.scope }),
    role: row.role,
    ...(row.period_start && { start: row.period_start }),
    ...(row.period_end && { end: row.period_end }),
    ...(row.period_note && { periodNote: row.period_note }),
    value: row.value,
    ...(row.value_high !== null && { high: row.value_high }),
    unit: row.unit,
    bound: row.bound,
    certainty: row.certainty,
    ...(row.event && { event: row.event }),
    sources: splitIds(row.source),
    ...(start !== null && end !== null && { span: [start, end] as const }),
    printed: row.as_printed,
    ...(row.note && { note: splitText(row.note) }),
  }
}
