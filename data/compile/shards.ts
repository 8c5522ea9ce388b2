import { PACK_FORMAT } from '../../src/model/pack.ts'
import { toColumns } from '../../src/model/columns.ts'
import type { ObservationRow } from '../../src/model/pack.ts'
import type { AnyShard } from '../../src/model/shard.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { splitText } from './cells.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord } from './rows.ts'

/** Raw JSON bytes that a shard is filled to; some 6 kB after compression. A place or indicator larger than this has one alone. */
export const SHARD_BYTES = 48 * 1024

/** A place or indicator with more figures than this has a file alone, in columns: as rows it would be some 250 kB and more. */
export const MOST_ROWS = 1000

/**
 * Packs figures into files small enough that a view loads only what it shows. Each figure stands on two shelves:
 *
 * 1. by place: places in code order, each one's figures together, filled into a shard until the next place would pass
 *    `SHARD_BYTES`; then a new shard begins.
 * 2. by indicator: the same with indicators in id order, in shards of their own, after those of places.
 *
 * Derived figures are on the second only: what a place's page tells of is what sources state.
 *
 * So the figures of one place, or of one indicator, are always in one file. Inside a place or indicator: in id order; in columns, in
 * the order that suits them. A shard is handed on as soon as it is full, so no more than one is in memory.
 */
export class Shelf {
  /** Place code or indicator id → number of the shard on this shelf. */
  readonly index: Record<string, number> = {}
  private readonly emit: (shard: AnyShard) => void
  private open: ObservationRow[] = []
  private bytes = 0
  private count = 0

  /** @param emit gets the shards in order, from number 0 */
  constructor(emit: (shard: AnyShard) => void) {
    this.emit = emit
  }

  /** @param group all figures of the place or indicator; ids are to come in their order, and none twice */
  add(id: string, group: readonly ObservationRow[]): void {
    if (group.length > MOST_ROWS) {
      this.close()
      this.index[id] = this.count
      this.hand({ format: PACK_FORMAT, columns: toColumns(group) })
      return
    }
    const rows = [...group].sort((a, b) => byCodeUnits(a.id, b.id))
    const size = Buffer.byteLength(JSON.stringify(rows))
    if (this.open.length > 0 && this.bytes + size > SHARD_BYTES) this.close()
    this.index[id] = this.count
    this.open.push(...rows)
    this.bytes += size
  }

  /** Hands on the last shard. */
  close(): void {
    if (this.open.length > 0) this.hand({ format: PACK_FORMAT, observations: this.open })
    this.open = []
    this.bytes = 0
  }

  private hand(shard: AnyShard): void {
    this.emit(shard)
    this.count += 1
  }
}

/** A figure of the table as it stands in a shard. */
export function toRow(row: ObservationRecord): ObservationRow {
  if (row.value === null) throw new TypeError(`observation ${row.id} has no value: the check must run before packing`)
  const { span_start: start, span_end: end } = row
  // In the order that files have, and one by one: a spread for each that may be absent takes twice the time, and there may be 10 million.
  const made: Partial<Writable<ObservationRow>> = { id: row.id, place: row.place, indicator: row.indicator }
  if (row.scope !== '') made.scope = row.scope
  made.role = row.role
  if (row.period_start !== '') made.start = row.period_start
  if (row.period_end !== '') made.end = row.period_end
  if (row.period_note !== '') made.periodNote = row.period_note
  made.value = row.value
  if (row.value_high !== null) made.high = row.value_high
  made.unit = row.unit
  made.bound = row.bound
  made.certainty = row.certainty
  if (row.event !== '') made.event = row.event
  made.sources = splitIds(row.source)
  if (start !== null && end !== null) made.span = [start, end]
  made.printed = row.as_printed
  if (row.note !== '') made.note = splitText(row.note)
  return made as ObservationRow
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }
