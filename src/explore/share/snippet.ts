import type { View } from '../../model/view.ts'
import type { ViewDefaults } from '../../view/codec.ts'
import { linkOf, type LinkChoices } from '../../view/link.ts'

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
