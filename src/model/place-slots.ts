import type { Place } from './place.ts'

/** So many colours for places (`--place-0` …): told apart under deuteranopia, each with a marker and a dash of its own. */
export const PLACE_SLOTS = 8

/**
 * Each selected place's slot of the palette. A place has the slot of its rank among the pack's places, so it keeps its colour
 * from view to view; where an earlier selected place has it already, the next free one. Adding a place never recolours
 * those before it.
 * @param selected codes, at most `PLACE_SLOTS`
 * @returns code → slot, 0 … `PLACE_SLOTS` − 1, none twice
 * @throws RangeError if more places are selected than there are slots
 */
export function placeSlots(
  selected: readonly string[],
  places: readonly Pick<Place, 'code'>[],
): ReadonlyMap<string, number> {
  if (selected.length > PLACE_SLOTS) {
    throw new RangeError(`${selected.length} places, expected at most ${PLACE_SLOTS}`)
  }
  const slots = new Map<string, number>()
  const taken = new Set<number>()
  for (const code of selected) {
    let slot =
      Math.max(
        0,
        places.findIndex((place) => place.code === code),
      ) % PLACE_SLOTS
    while (taken.has(slot)) slot = (slot + 1) % PLACE_SLOTS
    taken.add(slot)
    slots.set(code, slot)
  }
  return slots
}
