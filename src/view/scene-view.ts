import type { Catalog } from '../model/pack.ts'
import type { Scene } from '../model/tour.ts'
import type { View } from '../model/view.ts'
import { decodeView, settleView } from './codec.ts'
import { knownOf } from './known.ts'

/** @returns the view of a scene as this pack understands it: what it does not know falls back to the defaults */
export function viewOfScene({ view }: Pick<Scene, 'view'>, catalog: Catalog): View {
  return settleView(decodeView(view).given, knownOf(catalog)).view
}
