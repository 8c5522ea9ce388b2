import { useRef } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartPicture } from '../../charts/layer.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureSentence } from '../../ui/figure-name.ts'

/** A description of more figures than this is not listened to; the list beside the chart has them all. */
const SPOKEN = 40

interface Props {
  readonly picture: ChartPicture
  /** What the chart is about; its spoken name begins with it and goes on with the figures. */
  readonly title: string
  /** Whose marks can be asked for their source. */
  readonly figures: readonly Observation[]
  /** What the description reads out; all figures unless told. */
  readonly spoken?: readonly Observation[]
  /** Figures of several places are told with their place. */
  readonly placed?: boolean
  /** What the chart shows, in a sentence; instead of reading out figure by figure. */
  readonly description?: string
  /** A mark that is no figure's was chosen. */
  readonly onOther?: (id: string) => void
}

/** A chart whose marks are figures: each leads to its source. */
export function FigureChart({
  picture,
  title,
  figures,
  spoken = figures,
  placed = false,
  description,
  onOther,
}: Props) {
  const atlas = useAtlas()
  const { words, names, say, openSource } = atlas
  const anchor = useRef<HTMLDivElement>(null)
  const tell = (o: Observation): string => {
    const place = placed ? names.place.get(o.place) : undefined
    return [...(place ? [say(place.name)] : []), figureSentence(o, atlas)].join(', ')
  }
  return (
    <div ref={anchor}>
      <Chart
        {...picture}
        label={`${title}: ${description ?? spoken.slice(0, SPOKEN).map(tell).join('; ')}`}
        words={words.charts}
        onSelect={(id) => {
          const figure = figures.find((o) => o.id === id)
          if (!figure) onOther?.(id)
          else if (anchor.current) openSource(figure, anchor.current)
        }}
      />
    </div>
  )
}
