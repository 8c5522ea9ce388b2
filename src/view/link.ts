import type { Language } from '../model/text.ts'
import type { ThemeWish, View } from '../model/view.ts'
import { encodeView, type ViewDefaults } from './codec.ts'
import { embedPairs, type EmbedSettings } from './embed.ts'

/** What a link settles besides the view; null: left to whoever opens it. */
export interface LinkChoices {
  readonly lang: Language | null
  readonly theme: ThemeWish | null
}

/**
 * @param base address of the app, without a query
 * @param rest pairs that are no part of a view
 * @returns the absolute address that opens the view; which renderer draws it is never somebody else's affair
 */
export function linkOf(
  view: View,
  choices: LinkChoices,
  defaults: ViewDefaults,
  base: string,
  rest: readonly (readonly [string, string])[] = [],
): string {
  return `${base}${encodeView({ ...view, ...choices, renderer: 'auto' }, defaults, rest)}`
}

/** @returns the absolute address of the view as an embed with these settings; tours are for screens of their own */
export function embedLinkOf(
  view: View,
  choices: LinkChoices,
  settings: EmbedSettings,
  defaults: ViewDefaults,
  base: string,
): string {
  const framedView: View = { ...view, mode: 'embed', tour: null, scene: null }
  return linkOf(framedView, choices, defaults, base, embedPairs(settings))
}

/** @returns the address of the app as it is open here: no query, no fragment. */
export function baseOf({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>): string {
  // A page opened from a file has no origin to speak of.
  return origin === 'null' ? pathname : `${origin}${pathname}`
}
