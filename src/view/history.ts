import type { View } from '../model/view.ts'
import { decodeView, encodeView, settleView, type Decoded, type Known } from './codec.ts'
import { readEmbed } from './embed.ts'
import { framed } from './framed.ts'
import { readScreen } from './screen.ts'
import { useViewStore } from './store.ts'

/**
 * Ties the store to the URL, both ways, for the life of the page: the URL is read once and at every back and forward; the
 * store is written at every decision. In a frame entries are replaced, never added: the host's back button is not ours.
 * @param known what the pack knows; its defaults are not written
 * @returns a function that unties them
 */
export function connectHistory(known: Known): () => void {
  let rest = readLink(known)
  const read = () => {
    rest = readLink(known)
  }
  const unsubscribe = useViewStore.subscribe((state) => {
    if (state.view === null || state.moving) return
    const query = encodeView(state.view, known.defaults, rest)
    const here = decodeView(window.location.search)
    // Compare meanings, not texts: a link that spells a default out stays as it is until something changes.
    if (encodeView(settleView(here.given, known).view, known.defaults, here.rest) === query) return
    const url = `${window.location.pathname}${query}${window.location.hash}`
    if (state.passing || framed()) window.history.replaceState(null, '', url)
    else window.history.pushState(null, '', url)
  })
  window.addEventListener('popstate', read)
  return () => {
    unsubscribe()
    window.removeEventListener('popstate', read)
  }
}

/**
 * Settles the store by what the link says; the view stays the same object where it says the same.
 * @returns what of the link is none of ours
 */
export function readLink(known: Known): Decoded['rest'] {
  const decoded = decodeView(window.location.search)
  const settled = settleView(decoded.given, known)
  const screen = readScreen(window.location.search)
  // What is settled for an embed says nothing anywhere else.
  const embed = settled.view.mode === 'embed' ? readEmbed(window.location.search).problems : []
  useViewStore.getState().settle(settled.view, [...decoded.problems, ...settled.problems, ...screen.problems, ...embed])
  return decoded.rest
}

/** @returns the language that the link asks for, for what must be said before the pack is there; null where it asks for none. */
export function languageOfLink(): View['lang'] {
  return decodeView(window.location.search).given.lang ?? null
}
