import { textEms } from '../../charts/theme.ts'
import type { MapPicture } from '../../map/picture.ts'

/** What a narrow phone shows beside a place's name, in em. */
const ROOM = 14

/** @returns what the map's tooltip says first of a place: its figure, and its period where there is room; null where the map has no such place. */
export function lineOf(picture: MapPicture, code: string | null): string | null {
  const found = [...picture.areas, ...picture.zones].find((figure) => figure.code === code)
  if (!found) return null
  const [first, second] = [...new Set(found.lines)]
  const both = [first, second].filter((line) => line !== undefined).join(' · ')
  return textEms(both) <= ROOM ? both || found.label : (first ?? found.label)
}
