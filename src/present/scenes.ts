import type { Catalog } from '../model/pack.ts'
import { SECONDS, type Scene, type Tour } from '../model/tour.ts'
import type { View } from '../model/view.ts'
import { encodeView } from '../view/codec.ts'
import { viewOfScene } from '../view/scene-view.ts'

/** The id of the tour that stands for a view alone; it is never written into a link. */
export const VIEW_TOUR = 'view'

/** @returns the view that a scene shows on a stage; language, theme and renderer are the stage's own. */
export function viewOnStage(scene: Scene, stage: View, catalog: Catalog): View {
  const { mode, lang, theme, renderer, tour, scene: number } = stage
  return { ...viewOfScene(scene, catalog), mode, lang, theme, renderer, tour, scene: number }
}

/** Which tour and scene the stage plays, and what the link asked for in vain. */
export interface OnStage {
  readonly tour: Tour
  /** From 1. */
  readonly number: number
  readonly scene: Scene
  readonly missing: 'tour' | 'scene' | null
}

/**
 * The tour that the link names, or else the first one; a link without a tour that asks for a view of its own presents that view.
 * @param tours the pack's first
 */
export function onStage(view: View, tours: readonly Tour[], catalog: Catalog): OnStage {
  const named = tours.find(({ id }) => id === view.tour)
  const tour = named ?? (view.tour === null && isOwnView(view, catalog) ? null : tours[0]) ?? tourOfView(view, catalog)
  const wanted = view.scene ?? 1
  const number = Math.min(wanted, tour.scenes.length)
  const missing = view.tour !== null && !named ? 'tour' : number < wanted ? 'scene' : null
  // A tour has at least one scene: readTours drops one without.
  return { tour, number, scene: tour.scenes[number - 1] as Scene, missing }
}

/** Whether the link says anything of what is to be seen. */
function isOwnView({ role, indicator, time, places }: View, { defaults }: Catalog): boolean {
  return role !== defaults.role || indicator !== defaults.indicator || time !== null || places.length > 0
}

function tourOfView(view: View, catalog: Catalog): Tour {
  const none = { zh: '', en: '' }
  const query = encodeView(
    { ...view, mode: 'explore', lang: null, theme: null, renderer: 'auto', tour: null, scene: null },
    catalog.defaults,
  )
  const layout =
    view.show === 'chart' ? 'chart' : view.places.length === 1 ? 'place' : view.places.length > 1 ? 'compare' : 'map'
  return {
    id: VIEW_TOUR,
    title: catalog.title,
    scenes: [
      {
        title: catalog.title,
        caption: none,
        notes: none,
        layout,
        view: query.replace(/^\?/, ''),
        seconds: SECONDS.usual,
        figures: [],
        run: false,
      },
    ],
  }
}
