import { useMemo } from 'react'
import type { Observation } from '../model/observation.ts'
import type { Tour, TourProblem } from '../model/tour.ts'
import { useToursQuery } from '../pack/queries.ts'
import { useOwnTours } from '../view/own-tours.ts'
import { useLinkedTours } from '../view/tour-link.ts'

/** Every tour that can be played here, and what stands in the way of others. */
export interface Tours {
  /** The pack's, then what the link brought, then those made here. No id occurs twice. */
  readonly tours: readonly Tour[]
  readonly ofPack: readonly Tour[]
  readonly ofLink: readonly Tour[]
  readonly own: readonly Tour[]
  /** The figures that the pack's tours name. Those of other tours are in the files of their scenes' places and indicators. */
  readonly figures: readonly Observation[]
  readonly problems: readonly TourProblem[]
  /** The pack's tours are being loaded, or the link's unpacked. */
  readonly pending: boolean
  /** Why the pack's tours are not there; the others play all the same. */
  readonly error: Error | null
  readonly retry: () => void
}

const NO_TOURS: readonly Tour[] = []
const NO_FIGURES: readonly Observation[] = []

/** The pack's tours, the link's and those made here; the same object while nothing changed. */
export function useTours(): Tours {
  const { data, error, isPending, refetch } = useToursQuery()
  const own = useOwnTours()
  const linked = useLinkedTours()
  return useMemo(() => {
    const ofPack = data?.tours ?? NO_TOURS
    const all = [...ofPack, ...linked.tours, ...own.tours]
    // A pack may call its tours what it likes; the first of a name is the one that a link means.
    const tours = all.filter(({ id }, at) => all.findIndex((tour) => tour.id === id) === at)
    return {
      tours,
      ofPack,
      ofLink: linked.tours,
      own: own.tours,
      figures: data?.figures ?? NO_FIGURES,
      problems: [...linked.problems, ...own.problems],
      pending: isPending || linked.pending,
      error,
      retry: () => void refetch(),
    }
  }, [data, error, isPending, refetch, own, linked])
}
