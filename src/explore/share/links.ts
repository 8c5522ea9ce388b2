import type { Language } from '../../model/text.ts'
import type { Theme, View } from '../../model/view.ts'
import { encodeView, type ViewDefaults } from '../../view/codec.ts'

/** What a link settles besides the view; null: left to whoever opens it. */
export interface LinkChoices {
  readonly lang: Language | null
  readonly theme: Theme | null
}

/**
 * @param base address of the app, without a query
 * @returns the absolute address that opens the view; which renderer draws it is never somebody else's affair
 */
export function linkOf(view: View, choices: LinkChoices, defaults: ViewDefaults, base: string): string {
  return `${base}${encodeView({ ...view, ...choices, renderer: 'auto' }, defaults)}`
}

/** @returns the address of the app as it is open here: no query, no fragment. */
export function baseOf({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>): string {
  // A page opened from a file has no origin to speak of.
  return origin === 'null' ? pathname : `${origin}${pathname}`
}

/** Height of a frame until the embed tells its own. */
const FRAME_HEIGHT = 640

/**
 * The HTML that embeds the view: one iframe, closed by a tag of its own (a self-closed one swallows the rest of the page), named for
 * screen readers, loaded when it comes near, allowed what its buttons need.
 */
export function snippetOf(
  view: View,
  choices: LinkChoices,
  { defaults, base, title }: { readonly defaults: ViewDefaults; readonly base: string; readonly title: string },
): string {
  const src = linkOf({ ...view, mode: 'embed', tour: null, scene: null }, choices, defaults, base)
  const allow = 'fullscreen; screen-wake-lock; clipboard-write; web-share'
  return (
    `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="100%" height="${FRAME_HEIGHT}" ` +
    `loading="lazy" style="border: 0" allow="${allow}" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
  )
}

/** HTML, "attribute value (double-quoted) state": the quote and the ampersand would end or change it; angles for whoever greps. */
function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
