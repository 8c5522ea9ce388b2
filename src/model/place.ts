import type { Text } from './text.ts'

/** `zone`: an area inside one or more districts. `outside`: a place beyond the city that acts in it. */
export type PlaceKind = 'city' | 'district' | 'zone' | 'outside'

export const PLACE_KINDS: readonly PlaceKind[] = ['city', 'district', 'zone', 'outside']

export interface Place {
  /** Districts and cities: GB/T 2260, six digits. Zones and outside places: a slug. */
  readonly code: string
  readonly kind: PlaceKind
  readonly name: Text
  /** Codes of all places that this one lies in, at least partly. A zone across two districts has two. */
  readonly parents: readonly string[]
  /** Label point `[longitude, latitude]` in degrees, in the boundary file's coordinate reference system; null if unknown. */
  readonly point: readonly [number, number] | null
  /** True where `point` is an approximate position, not a surveyed or computed one. */
  readonly approximate: boolean
  readonly note: Text | null
}
