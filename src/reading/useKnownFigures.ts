import { useMemo } from 'react'
import type { Observation } from '../model/observation.ts'
import { RECORDS, type View } from '../model/view.ts'
import { useFiguresOfIndicator, useFiguresOfPlace, type Figures } from '../pack/queries.ts'
import { useAtlas } from '../ui/atlas.tsx'

/** The figures that a scene may name, by id: what the maker offers is what the stage has at hand. */
export interface KnownFigures {
  readonly known: ReadonlyMap<string, Observation>
  /** Of the view's indicator; none for the overview. */
  readonly ofIndicator: Figures
  /** Of the last place selected, or of the city. */
  readonly ofPlace: Figures
}

/**
 * Figures of the view's indicator and of its last place.
 * @param named further ones: the pack's tours bring theirs along
 */
export function useKnownFigures({ indicator, places }: View, named: readonly Observation[]): KnownFigures {
  const { catalog } = useAtlas()
  const ofIndicator = useFiguresOfIndicator(catalog, indicator === RECORDS ? null : indicator)
  const ofPlace = useFiguresOfPlace(catalog, places.at(-1) ?? catalog.city)
  const known = useMemo(
    () => new Map([...ofPlace.observations, ...ofIndicator.observations, ...named].map((o) => [o.id, o])),
    [ofPlace.observations, ofIndicator.observations, named],
  )
  return { known, ofIndicator, ofPlace }
}
