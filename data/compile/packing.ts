import type { FileRef, ObservationRow } from '../../src/model/pack.ts'
import type { AnyShard } from '../../src/model/shard.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import type { Shelves } from './catalog.ts'
import { deriveFigures } from './derived.ts'
import { PILES, type Figures } from './figures.ts'
import { groupBy } from './ordering.ts'
import { pileOf, Piles, type Form } from './piles.ts'
import type { ObservationRecord } from './rows.ts'
import { Shelf, toRow } from './shards.ts'
import type { SmallTables } from './tables.ts'

/** Who counts figures while they are packed. */
export interface Counters {
  /** All figures of some places, as the table has them. */
  readonly records: (rows: readonly ObservationRecord[]) => void
  readonly stated: (row: ObservationRow) => void
  readonly derived: (row: ObservationRow) => void
}

const ROW: Form<ObservationRow> = { toLine: JSON.stringify, fromLine: (line) => JSON.parse(line) as ObservationRow }

/**
 * Packs all figures: first pile by pile of places, which is also when derived figures are made and all is counted; then pile by pile
 * of indicators. No more than one pile is in memory at a time.
 * @param city code of the place that shares are of
 * @param emit puts a shard where it belongs
 */
export function packFigures(
  figures: Figures,
  tables: SmallTables,
  city: string,
  emit: (shard: AnyShard) => FileRef,
  counters: Counters,
): Shelves {
  const ids = [...tables.indicators, ...tables.derived].map(({ id }) => id).sort(byCodeUnits)
  const pile = pileOf(ids, PILES)
  const [stated, derived] = [figures.piles.alike(), new Piles(PILES, ROW)]
  const shards: FileRef[] = []
  const shelfOf = (): Shelf => new Shelf((shard) => shards.push(emit(shard)))
  try {
    const places = shelfOf()
    const ofCity = cityFigures(figures, tables, city)
    for (let at = 0; at < PILES; at++) {
      // What lies in a file goes on as it is.
      const records = figures.piles.read(at, (record, line) => stated.add(pile(record.indicator), record, line))
      counters.records(records)
      const groups = groupBy(records, (row) => row.place)
      for (const code of [...groups.keys()].sort(byCodeUnits)) {
        // Group by group: rows are larger than records.
        const rows = (groups.get(code) ?? []).map(toRow)
        places.add(code, rows)
        rows.forEach(counters.stated)
      }
      for (const row of derivedOf(records, ofCity, tables, city)) {
        counters.derived(row)
        derived.add(pile(row.indicator), row)
      }
    }
    places.close()
    const indicators = shelfOf()
    const offset = shards.length
    for (let at = 0; at < PILES; at++) {
      const groups = groupBy(stated.read(at), (record) => record.indicator)
      const ofDerived = groupBy(derived.read(at), (row) => row.indicator)
      for (const id of [...new Set([...groups.keys(), ...ofDerived.keys()])].sort(byCodeUnits)) {
        indicators.add(id, [...(groups.get(id) ?? []).map(toRow), ...(ofDerived.get(id) ?? [])])
      }
    }
    indicators.close()
    return {
      shards,
      byPlace: places.index,
      byIndicator: Object.fromEntries(Object.entries(indicators.index).map(([id, at]) => [id, at + offset])),
    }
  } finally {
    stated.close()
    derived.close()
  }
}

/** @returns the city's figures that shares are of; they are needed with every pile. */
function cityFigures(
  { piles, pileOf: of }: Figures,
  { derived }: SmallTables,
  city: string,
): readonly ObservationRecord[] {
  const shared = new Set(derived.flatMap(({ kind, denominator }) => (kind === 'share_of_city' ? [denominator] : [])))
  if (shared.size === 0) return []
  return piles.read(of(city)).filter(({ place, indicator }) => place === city && shared.has(indicator))
}

/** @param records all figures of some places */
function derivedOf(
  records: readonly ObservationRecord[],
  ofCity: readonly ObservationRecord[],
  tables: SmallTables,
  city: string,
): ObservationRow[] {
  const here = new Set(records.map(({ place }) => place))
  const observations = here.has(city) ? records : [...records, ...ofCity]
  return deriveFigures({ ...tables, places: tables.places.filter(({ code }) => here.has(code)), observations }, city)
}
