import { LANGUAGES, type Language } from '../model/text.ts'
import { THEMES, type Theme } from '../model/view.ts'

/** What a visitor's browser may remember: preferences, never a view (DESIGN §10). */
export interface Preferences {
  readonly lang?: Language
  readonly theme?: Theme
}

const KEY = 'district-atlas.preferences'
/** What this page load remembers where storage refuses to; null: it does not refuse. */
let memory: Preferences | null = null

/**
 * Reads the remembered preferences. Where storage throws (sandboxed or third-party frames, full), what this page load
 * remembers; where it holds anything else, none.
 */
export function readPreferences(): Preferences {
  if (memory !== null) return memory
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { lang, theme } = value as Record<string, unknown>
    const knownLang = LANGUAGES.find((l) => l === lang)
    const knownTheme = THEMES.find((t) => t === theme)
    return { ...(knownLang && { lang: knownLang }), ...(knownTheme && { theme: knownTheme }) }
  } catch {
    return {}
  }
}

/** Remembers preferences; a key given as null is forgotten. */
export function writePreferences(change: { lang?: Language | null; theme?: Theme | null }): void {
  const merged: Preferences = Object.fromEntries(
    Object.entries({ ...readPreferences(), ...change }).filter(([, v]) => v !== null),
  )
  try {
    window.localStorage.setItem(KEY, JSON.stringify(merged))
    memory = null
  } catch {
    memory = merged
  }
}
