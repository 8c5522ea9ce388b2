import { formatNumber } from '../../messages/format.ts'
import { MAX_SCENES } from '../../model/tour.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import {
  addOwnTour,
  chooseOwnTour,
  MAX_OWN_TOURS,
  newTourId,
  replaceOwnTour,
  useOwnTours,
} from '../../view/own-tours.ts'
import { proposeScene, proposeTour } from './propose.ts'

/** What came of adding a view. */
export interface Added {
  /** null: there was no room, as `text` says. */
  readonly tour: string | null
  readonly text: string
}

/** @returns a function that adds the current view as a scene to an own tour, or makes one where `to` is null, and says so */
export function useAddView({ reading }: ViewReading): (to: string | null) => Added {
  const { catalog, view, words, say, language, announce } = useAtlas()
  const { tours } = useOwnTours()
  const text = words.tours
  const number = (n: number) => formatNumber(n, language)
  return (to) => {
    const scene = proposeScene(catalog, reading, view)
    const tour = tours.find(({ id }) => id === to)
    const add = (): Added => {
      if (tour === undefined) {
        const made = addOwnTour(proposeTour(newTourId(), scene, tours))
        if (made === null) return { tour: null, text: text.toursFull(number(MAX_OWN_TOURS)) }
        return { tour: made.id, text: text.added(say(made.title), number(1)) }
      }
      if (tour.scenes.length >= MAX_SCENES) return { tour: null, text: text.scenesFull(number(MAX_SCENES)) }
      chooseOwnTour(tour.id)
      replaceOwnTour(tour.id, (before) => ({ ...before, scenes: [...before.scenes, scene] }))
      return { tour: tour.id, text: text.added(say(tour.title), number(tour.scenes.length + 1)) }
    }
    const added = add()
    announce(added.text)
    return added
  }
}
