import type { MapPicture } from '../../map/picture.ts'

/** @returns what the map's tooltip says first of a place: its figure and period; null where the map has no such place. */
export function lineOf(picture: MapPicture, code: string | null): string | null {
  const found = [...picture.areas, ...picture.zones].find((figure) => figure.code === code)
  return found ? [...new Set(found.lines.slice(0, 2))].join(' · ') || found.label : null
}
