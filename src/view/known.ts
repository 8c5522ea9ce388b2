import type { Catalog } from '../model/pack.ts'
import { RECORDS } from '../model/view.ts'
import type { Known } from './codec.ts'

/** What a link may name in this pack. The city is what shows when nothing is selected, so it is never selected itself. */
export function knownOf({ defaults, indicators, places, city }: Catalog): Known {
  return {
    defaults,
    hasIndicator: (id) => id === RECORDS || indicators.some((indicator) => indicator.id === id),
    hasPlace: (code) => code !== city && places.some((place) => place.code === code),
  }
}
