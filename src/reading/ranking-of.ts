import { ranking, type RankingRow } from '../charts/ranking.ts'
import { ROOM } from '../charts/room.ts'
import type { PlaceReading } from '../map/reading.ts'
import type { Quantity, Unit } from '../model/quantity.ts'
import { shortlist } from '../model/shortlist.ts'
import type { Atlas } from '../ui/atlas.tsx'
import type { ViewReading } from './useReading.ts'

/** The unit of "figures on record": it has no symbol. */
const FIGURES: Unit = { id: 'records', symbol: { zh: '', en: '' }, measure: 'records', factor: 1 }

/** Districts, zones and places outside, in the reading's order. */
export function rowsOf({ reading }: ViewReading): readonly PlaceReading[] {
  return [...reading.districts, ...reading.zones, ...reading.outside]
}

/** @returns of `rowsOf` those that a ranking has room for */
export function rankedRows(shown: ViewReading, { view }: Pick<Atlas, 'view'>): readonly PlaceReading[] {
  return shortlist(rowsOf(shown), {
    limit: ROOM.rows,
    isSelected: ({ place }) => view.places.includes(place.code),
    sizeOf: (row) => row.magnitude,
    sample: 'largest',
  })
}

/**
 * Places for the chosen indicator, largest first.
 * @param rows what of the rows is shown
 * @param keep what of them stands, and how, where there is less room
 */
export function rankingPicture(
  shown: ViewReading,
  { say, view, language, words }: Atlas,
  rows: readonly PlaceReading[],
  keep: (rows: readonly RankingRow[]) => readonly RankingRow[] = (all) => all,
) {
  const { picture } = shown.composition
  const lines = new Map([...picture.areas, ...picture.zones].map((item) => [item.code, item.lines]))
  return ranking({
    role: shown.reading.role,
    rows: keep(
      rows.map((row) => ({
        code: row.place.code,
        name: say(row.place.name),
        quantity: quantityOf(row),
        selected: view.places.includes(row.place.code),
        lines: lines.get(row.place.code) ?? [],
      })),
    ),
    reference: null,
    language,
    words: words.charts,
  })
}

/** What stands for a place: its figure, or how many are on record. */
export function quantityOf(row: PlaceReading): Quantity | null {
  if (row.chosen) return row.chosen.observation.quantity
  return row.magnitude === null ? null : { value: row.magnitude, unit: FIGURES, bound: 'exact' }
}
