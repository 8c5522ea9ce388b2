import { useMemo } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { ranking } from '../../charts/ranking.ts'
import type { PlaceReading } from '../../map/reading.ts'
import { formatQuantity } from '../../messages/format.ts'
import type { Quantity, Unit } from '../../model/quantity.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import type { ViewReading } from '../useReading.ts'

/** The unit of "figures on record": it has no symbol. */
const FIGURES: Unit = { id: 'records', symbol: { zh: '', en: '' }, measure: 'records', factor: 1 }

/** Districts and zones for the chosen indicator, largest first. The table view is its twin. */
export function Ranking({ shown }: { readonly shown: ViewReading }) {
  const { words, say, language, view, select } = useAtlas()
  const { reading, composition } = shown
  const rows = useMemo(() => [...reading.districts, ...reading.zones, ...reading.outside], [reading])
  const picture = useMemo(
    () =>
      ranking({
        role: reading.role,
        rows: rows.map((row) => ({
          code: row.place.code,
          name: say(row.place.name),
          quantity: quantityOf(row),
          selected: view.places.includes(row.place.code),
          lines: linesOf(composition.picture, row.place.code),
        })),
        reference: null,
        language,
        words: words.charts,
      }),
    [reading, rows, composition, view.places, say, language, words],
  )
  const having = rows.flatMap((row) => {
    const quantity = quantityOf(row)
    return quantity ? [`${say(row.place.name)} ${formatQuantity(quantity, language)}`] : []
  })
  return (
    <Chart
      {...picture}
      label={`${composition.title}: ${having.join(words.mapParts.separator)}`}
      words={words.charts}
      onSelect={(code) => select(code, false)}
    />
  )
}

function quantityOf(row: PlaceReading): Quantity | null {
  if (row.chosen) return row.chosen.observation.quantity
  return row.magnitude === null ? null : { value: row.magnitude, unit: FIGURES, bound: 'exact' }
}

function linesOf(picture: ViewReading['composition']['picture'], code: string): readonly string[] {
  return [...picture.areas, ...picture.zones].find((item) => item.code === code)?.lines ?? []
}
