import { placeAt, type MapGeometry } from '../geometry.ts'
import type { MapItem } from '../items.ts'
import type { MapPicture } from '../picture.ts'

/** Even the smallest value is a slab: height of a share of 0, as a share of the tallest. */
const LEAST = 0.09
/** A place without data, as a share of the tallest: it can be seen to lie there, and stands for nothing. */
const FLAT = 0.025

/**
 * How high places stand.
 * @param tall height of the largest value @param strong places in full height, the others lie low; undefined: all
 * @returns code → height, in the unit of `tall`
 */
export function heightsOf(
  picture: MapPicture,
  tall: number,
  strong: readonly string[] | undefined,
): ReadonlyMap<string, number> {
  return new Map(
    picture.areas.map((area): [string, number] => {
      if (area.share === null || area.classIndex === null) return [area.code, FLAT * tall]
      const share = strong === undefined || strong.includes(area.code) ? Math.max(0, Math.min(1, area.share)) : 0
      return [area.code, tall * (LEAST + (1 - LEAST) * share)]
    }),
  )
}

/** @returns the district that an item stands on: itself, or the one below a zone; null outside of all. */
export function groundOf(item: MapItem, geometry: MapGeometry): string | null {
  return item.kind === 'area' && geometry.byCode.has(item.code) ? item.code : placeAt(geometry, item.plane)
}
