import { LANGUAGES, type Language } from '../model/text.ts'
import type { Theme, View } from '../model/view.ts'
import { framed } from '../view/framed.ts'
import { readPreferences } from '../view/storage.ts'

/** The URL's language, else the remembered one, else the browser's first that we speak, else the first we have. */
export function resolveLanguage(wanted: Language | null): Language {
  if (wanted !== null) return wanted
  const remembered = readPreferences().lang
  if (remembered) return remembered
  for (const tag of navigator.languages) {
    const known = LANGUAGES.find((language) => language.slice(0, 2) === tag.slice(0, 2).toLowerCase())
    if (known) return known
  }
  return LANGUAGES[0]
}

/**
 * The URL's theme, else dark in a presenter, else light in what stands inside of another page, most of which are light whatever the
 * system asks for, else the remembered one, else what the system asks for. As `first.js` decides before the first paint.
 */
export function resolveTheme({ theme, mode }: Pick<View, 'theme' | 'mode'>, system: Theme): Theme {
  if (theme === 'auto') return system
  if (theme !== null) return theme
  if (mode === 'present') return 'dark'
  return mode === 'embed' || framed() ? 'light' : (readPreferences().theme ?? system)
}
