import { useMemo } from 'react'
import type { Observation } from '../../model/observation.ts'
import { byEnd } from '../../model/period.ts'
import { RECORDS, type View } from '../../model/view.ts'
import { useKnownFigures } from '../../reading/useKnownFigures.ts'
import { useAtlas } from '../../ui/atlas.tsx'

/** Figures that a caption may state: those that the stage has at hand when the scene is on. */
export interface SceneFigures {
  /** For the picker: the role of the view first, then places as selected, the latest first. */
  readonly figures: readonly Observation[]
  /** Every figure that the scene may name, by id. */
  readonly known: ReadonlyMap<string, Observation>
  readonly pending: boolean
}

/**
 * The figures of the indicator that a scene shows, of its places and the city, of all places where it has none. The overview
 * shows no indicator: then all figures of its last place, or of the city.
 * @param named figures that the pack's tours bring along
 */
export function useSceneFigures(view: View, named: readonly Observation[]): SceneFigures {
  const { catalog } = useAtlas()
  const { indicator, role, places } = view
  const overview = indicator === RECORDS
  const { known, ofIndicator, ofPlace } = useKnownFigures(view, named)
  const { observations, pending } = overview ? ofPlace : ofIndicator
  const figures = useMemo(() => {
    const codes = [...places, catalog.city]
    const order = (o: Observation): number => {
      const at = codes.indexOf(o.place)
      return (o.role === role ? 0 : 1000) + (at < 0 ? 500 : at)
    }
    return observations
      .filter((o) => places.length === 0 || codes.includes(o.place))
      .sort((a, b) => order(a) - order(b) || byEnd(b.period, a.period))
  }, [observations, places, role, catalog.city])
  return { figures, known, pending }
}
