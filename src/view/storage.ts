import { LANGUAGES, type Language } from '../model/text.ts'
import { THEMES, type Theme } from '../model/view.ts'
import { shelf } from './shelf.ts'

/** What a visitor's browser may remember: preferences, never a view (DESIGN §10). */
export interface Preferences {
  readonly lang?: Language
  readonly theme?: Theme
  readonly slides?: SlideStyle
  /** false: keys without Ctrl or ⌘ do nothing (WCAG 2.1.4). */
  readonly shortcuts?: boolean
  /** true: the first visit's hint has been read. */
  readonly hinted?: boolean
  /** Keys of what was found last, the latest first (`place:a`); what they stand for may be gone. */
  readonly recent?: readonly string[]
}

/** How an office wants its slides. */
export interface SlideStyle {
  /** `#rrggbb`. */
  readonly accent: string
  /** Stands in the foot of every slide; may be empty. */
  readonly office: string
}

/** So many of what was found last are remembered. */
export const RECENT = 6

const KEY = 'district-atlas.preferences'
/** What this page load remembers where storage refuses to; null: it does not refuse. */
let memory: Preferences | null = null

/**
 * Reads the remembered preferences. In a frame, and where storage throws (blocked, full), what this page load remembers; where it
 * holds anything else, none.
 */
export function readPreferences(): Preferences {
  if (memory !== null) return memory
  try {
    const value: unknown = JSON.parse(shelf().getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { lang, theme, slides, shortcuts, hinted, recent } = value as Record<string, unknown>
    const knownLang = LANGUAGES.find((l) => l === lang)
    const knownTheme = THEMES.find((t) => t === theme)
    return {
      ...(knownLang && { lang: knownLang }),
      ...(knownTheme && { theme: knownTheme }),
      ...(typeof shortcuts === 'boolean' && { shortcuts }),
      ...(typeof hinted === 'boolean' && { hinted }),
      ...(Array.isArray(recent) && { recent: recent.filter((key) => typeof key === 'string').slice(0, RECENT) }),
      ...(isSlideStyle(slides) && { slides: { accent: slides.accent, office: slides.office } }),
    }
  } catch {
    return {}
  }
}

function isSlideStyle(value: unknown): value is SlideStyle {
  if (typeof value !== 'object' || value === null) return false
  const { accent, office } = value as Record<string, unknown>
  return typeof accent === 'string' && /^#[0-9a-f]{6}$/i.test(accent) && typeof office === 'string'
}

/** Remembers preferences; a key given as null is forgotten. */
export function writePreferences(change: {
  lang?: Language | null
  theme?: Theme | null
  slides?: SlideStyle | null
  shortcuts?: boolean
  hinted?: boolean
  recent?: readonly string[] | null
}): void {
  const merged: Preferences = Object.fromEntries(
    Object.entries({ ...readPreferences(), ...change }).filter(([, v]) => v !== null),
  )
  try {
    shelf().setItem(KEY, JSON.stringify(merged))
    memory = null
  } catch {
    memory = merged
  }
}
