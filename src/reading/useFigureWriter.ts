import { useMemo } from 'react'
import type { FigureWriter } from '../charts/figure-tip.ts'
import type { Observation } from '../model/observation.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { figureName } from '../ui/figure-name.ts'

/** How the charts over time name a figure: its occasion or indicator, its place, and who states it. */
export function useFigureWriter(): FigureWriter {
  const { names, say, words } = useAtlas()
  return useMemo(() => {
    const placeName = (o: Observation): string => {
      const place = names.place.get(o.place)
      return place ? say(place.name) : o.place
    }
    return {
      nameOf: (o) => {
        const event = names.event.get(o.event)
        return [placeName(o), event ? say(event.name) : figureName(o, { names, say })].join(' · ')
      },
      tipOf: (o) => {
        const source = names.source.get(o.sources[0] ?? '')
        return [
          ...(o.event === '' ? [] : [figureName(o, { names, say })]),
          source ? words.map.source(source.title) : '',
        ].filter(Boolean)
      },
    }
  }, [names, say, words])
}
