import type { Language } from '../model/text.ts'
import type { Theme, View } from '../model/view.ts'
import { encodeView, type ViewDefaults } from './codec.ts'

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
