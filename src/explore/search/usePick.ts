import { RECENT, readPreferences, writePreferences } from '../../view/storage.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { pickIndicator } from './pick.ts'
import type { Hit } from './search.ts'

/** What can be done with a result. */
export interface Pick {
  /** Shows it; a source is for the caller to open. */
  readonly open: (hit: Hit) => void
  /** Adds a place to those compared, or takes it out; null where the result is no such place. */
  readonly toggle: (hit: Hit) => (() => void) | null
}

/** @param onSource opens the page of a source */
export function usePick(onSource: (id: string) => void): Pick {
  const atlas = useAtlas()
  return {
    open: (hit) => {
      remember(hit.key)
      if (hit.kind === 'jump') showIndicator(atlas, hit.indicator.id, hit.place.id)
      else if (hit.kind === 'place') showPlace(atlas, hit.entry.id)
      else if (hit.kind === 'indicator') showIndicator(atlas, hit.entry.id, null)
      else onSource(hit.entry.id)
    },
    toggle: (hit) => {
      // The city is what shows where nothing is selected.
      if (hit.kind !== 'place' || hit.entry.id === atlas.catalog.city) return null
      return () => {
        remember(hit.key)
        togglePlace(atlas, hit.entry.id)
      }
    },
  }
}

function showPlace({ view, select }: Atlas, code: string): void {
  // Selected again, the only one would be given up.
  if (view.places.length === 1 && view.places[0] === code) return
  select(code, false)
}

function togglePlace({ view, select, announce, names, words, say }: Atlas, code: string): void {
  const place = names.place.get(code)
  const isFull = !view.places.includes(code)
  select(code, true)
  // Of a place added the selection itself speaks; of one taken out it names another.
  if (place && !isFull) announce(words.search.removed(say(place.name)))
}

function showIndicator(
  { catalog, view, change, announce, names, words, say }: Atlas,
  id: string,
  place: string | null,
) {
  const picked = pickIndicator(catalog, view, id, place === catalog.city ? null : place)
  const indicator = names.indicator.get(id)
  if (picked === null || !indicator) return
  // The city shows where nothing is selected.
  change({ ...picked.change, ...(place === catalog.city && { places: [] }) })
  const said = words.search.nowIndicator(say(indicator.name), words.roles[picked.change.role])
  const at = names.place.get(place ?? '')
  announce([at && say(at.name), said, picked.timeDropped && words.search.timeDropped].filter(Boolean).join(' · '))
}

function remember(key: string): void {
  const others = (readPreferences().recent ?? []).filter((each) => each !== key)
  writePreferences({ recent: [key, ...others].slice(0, RECENT) })
}
