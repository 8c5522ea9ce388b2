import { useMemo } from 'react'
import { Chart } from '../charts/Chart.tsx'
import { ranking } from '../charts/ranking.ts'
import { formatQuantity } from '../messages/format.ts'
import type { Quantity, Unit } from '../model/quantity.ts'
import type { PlaceReading } from '../map/reading.ts'
import { useAtlas } from '../ui/atlas.tsx'
import styles from './ChartPanel.module.css'
import type { ViewReading } from './useReading.ts'

/** The unit of "figures on record": it has no symbol. */
const FIGURES: Unit = { id: 'records', symbol: { zh: '', en: '' }, measure: 'records', factor: 1 }

/** Districts and zones for the chosen indicator, largest first. The table view is its twin. */
export function ChartPanel({ shown }: { readonly shown: ViewReading }) {
  const { words, say, language, view, select } = useAtlas()
  const { reading, composition } = shown
  const picture = useMemo(
    () =>
      ranking({
        role: reading.role,
        rows: [...reading.districts, ...reading.zones, ...reading.outside].map((row) => ({
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
    [reading, composition, view.places, say, language, words],
  )
  const having = [...reading.districts, ...reading.zones, ...reading.outside].flatMap((row) => {
    const quantity = quantityOf(row)
    return quantity ? [`${say(row.place.name)} ${formatQuantity(quantity, language)}`] : []
  })
  return (
    // It scrolls and has nothing in it to stop at, so it is a stop itself: arrow keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.panel} data-region="chart" aria-label={words.chart.title} tabIndex={0}>
      <h2 className={styles.title}>{composition.title}</h2>
      <p className={styles.subtitle}>{[composition.subtitle, composition.legend.unit].filter(Boolean).join(' · ')}</p>
      <Chart
        {...picture}
        label={`${composition.title}: ${having.join(words.mapParts.separator)}`}
        words={words.charts}
        onSelect={(code) => select(code, false)}
      />
    </section>
  )
}

function quantityOf(row: PlaceReading): Quantity | null {
  if (row.chosen) return row.chosen.observation.quantity
  return row.magnitude === null ? null : { value: row.magnitude, unit: FIGURES, bound: 'exact' }
}

function linesOf(picture: ViewReading['composition']['picture'], code: string): readonly string[] {
  return [...picture.areas, ...picture.zones].find((item) => item.code === code)?.lines ?? []
}
