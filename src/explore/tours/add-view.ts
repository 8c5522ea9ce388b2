import { formatNumber } from '../../messages/format.ts'
import { loadMessages } from '../../messages/messages.ts'
import { LANGUAGES } from '../../model/text.ts'
import { MAX_SCENES } from '../../model/tour.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import type { Atlas } from '../../ui/atlas.tsx'
import { addOwnTour, chooseOwnTour, MAX_OWN_TOURS, newTourId, ownTours, replaceOwnTour } from '../../view/own-tours.ts'
import { proposeScene, proposeTour } from './propose.ts'

/** What came of adding a view. */
export interface Added {
  /** null: there was no room, as `text` says. */
  readonly tour: string | null
  readonly text: string
}

/**
 * Adds the current view as a scene to an own tour and says so. A scene has its words in every language, so all of them are brought
 * first.
 *
 * @param to the tour's id; null: a new one; absent: the one that views are added to, a new one where there is none
 */
export async function addView(
  { catalog, view, words, say, language, announce }: Atlas,
  { reading }: ViewReading,
  to?: string | null,
): Promise<Added> {
  await Promise.all(LANGUAGES.map(loadMessages))
  const text = words.tours
  const number = (n: number) => formatNumber(n, language)
  const scene = proposeScene(catalog, reading, view)
  // Asked only now: what was added while the words were on their way counts.
  const { tours, current } = ownTours()
  const tour = to === undefined ? current : tours.find(({ id }) => id === to)
  const add = (): Added => {
    if (!tour) {
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
