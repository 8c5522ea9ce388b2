import { LANGUAGES, type Language } from '../model/text.ts'
import { THEMES, type Theme } from '../model/view.ts'

/** What a visitor's browser may remember: preferences, never a view (DESIGN §10). */
export interface Preferences {
  readonly lang?: Language
  readonly theme?: Theme
}

const KEY = 'district-atlas.preferences'
let memory: Preferences = {}

/**
 * Reads the remembered preferences. Where storage throws (sandboxed or third-party frames) or holds anything else, what this
 * page load remembers.
 */
export function readPreferences(): Preferences {
  try {
    const text = window.localStorage.getItem(KEY)
    if (text === null) return memory
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return memory
    const { lang, theme } = value as Record<string, unknown>
    const knownLang = LANGUAGES.find((l) => l === lang)
    const knownTheme = THEMES.find((t) => t === theme)
    return { ...(knownLang && { lang: knownLang }), ...(knownTheme && { theme: knownTheme }) }
  } catch {
    return memory
  }
}

/** Remembers preferences; a key given as null is forgotten. */
export function writePreferences(change: { lang?: Language | null; theme?: Theme | null }): void {
  const merged = Object.fromEntries(Object.entries({ ...readPreferences(), ...change }).filter(([, v]) => v !== null))
  memory = merged
  try {
    window.localStorage.setItem(KEY, JSON.stringify(merged))
  } catch {
    // Storage is refused here; `memory` serves for this page load.
  }
}
