import { useMemo } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { formatQuantity } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import { quantityOf, rankingPicture } from '../../reading/ranking-of.ts'

/** Districts and zones for the chosen indicator, largest first. The table view is its twin. */
export function Ranking({ shown }: { readonly shown: ViewReading }) {
  const atlas = useAtlas()
  const { words, say, language, select } = atlas
  const { reading, composition } = shown
  const picture = useMemo(() => rankingPicture(shown, atlas), [shown, atlas])
  const having = [...reading.districts, ...reading.zones, ...reading.outside].flatMap((row) => {
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
