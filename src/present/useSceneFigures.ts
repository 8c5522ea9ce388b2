import { useCallback, useMemo } from 'react'
import type { Observation } from '../model/observation.ts'
import type { Scene } from '../model/tour.ts'
import { useKnownFigures } from '../reading/useKnownFigures.ts'
import type { ViewReading } from '../reading/useReading.ts'
import { useAtlas } from '../ui/atlas.tsx'

export interface SceneFigures {
  /** Those shown large, the largest first. */
  readonly large: readonly Observation[]
  /** Any figure that the scene may name; undefined: there is none of this id, or it is not loaded yet. */
  readonly figureOf: (id: string) => Observation | undefined
}

/** Where a scene names none, so many figures are shown. */
const USUAL = 3

/**
 * The figures of a scene by id: the pack's tours bring theirs along, other tours name figures of the scene's indicator or place.
 * Where a scene names none: the selected places' own, or the city's; of a place also what the pack puts at its head.
 */
export function useSceneFigures(scene: Scene, shown: ViewReading, named: readonly Observation[]): SceneFigures {
  const { catalog, view } = useAtlas()
  const { known, ofPlace } = useKnownFigures(view, named)
  const figureOf = useCallback((id: string) => known.get(id), [known])
  const large = useMemo(() => {
    if (scene.figures.length > 0) return scene.figures.flatMap((id) => known.get(id) ?? [])
    const { reading } = shown
    const all = [...reading.districts, ...reading.zones, ...reading.outside]
    if (view.places.length === 0) return reading.city?.chosen ? [reading.city.chosen.observation] : []
    const own = view.places.flatMap((code) => all.find((p) => p.place.code === code)?.chosen?.observation ?? [])
    // What the place has of the view's indicator is there already.
    const heads = catalog.headlines.flatMap(
      (id) => ofPlace.observations.find((o) => o.id === id && o.indicator !== view.indicator) ?? [],
    )
    return [...new Set([...own, ...(view.places.length === 1 ? heads : [])])].slice(0, USUAL)
  }, [scene, shown, known, view.places, view.indicator, catalog, ofPlace.observations])
  return { large, figureOf }
}
