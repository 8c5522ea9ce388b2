import { useMemo } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { formatQuantity } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import { quantityOf, rankedRows, rankingPicture, rowsOf } from '../../reading/ranking-of.ts'
import { ChartNotes } from './ChartNotes.tsx'
import { someLine } from './room-words.ts'

/** Districts and zones for the chosen indicator, largest first. The table view is its twin. */
export function Ranking({ shown }: { readonly shown: ViewReading }) {
  const atlas = useAtlas()
  const { words, say, language, select } = atlas
  const { composition } = shown
  const rows = useMemo(() => rankedRows(shown, atlas), [shown, atlas])
  const picture = useMemo(() => rankingPicture(shown, atlas, rows), [shown, atlas, rows])
  const having = rows.flatMap((row) => {
    const quantity = quantityOf(row)
    return quantity ? [`${say(row.place.name)} ${formatQuantity(quantity, language)}`] : []
  })
  return (
    <>
      <ChartNotes some={someLine(rows.length, rowsOf(shown).length, 'largest', atlas)} />
      <Chart
        {...picture}
        label={`${composition.title}: ${having.join(words.mapParts.separator)}`}
        words={words.charts}
        onSelect={(code) => select(code, false)}
      />
    </>
  )
}
