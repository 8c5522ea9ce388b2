import { LANGUAGES, type Language } from '../model/text.ts'
import type { Theme, View } from '../model/view.ts'
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

/** The URL's theme, else dark in a presenter, else the remembered one, else what the system asks for. */
export function resolveTheme(view: Pick<View, 'theme' | 'mode'>, system: Theme): Theme {
  return view.theme ?? (view.mode === 'present' ? 'dark' : (readPreferences().theme ?? system))
}
