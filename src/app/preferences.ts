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

/** The URL's theme, else the remembered one, else dark where a presenter or the system asks for it. */
export function resolveTheme(view: Pick<View, 'theme' | 'mode'>, systemDark: boolean): Theme {
  return view.theme ?? (view.mode === 'present' ? 'dark' : (readPreferences().theme ?? (systemDark ? 'dark' : 'light')))
}
