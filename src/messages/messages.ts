import { LANGUAGES, type Language } from '../model/text.ts'
import { zh, type Messages } from './zh/index.ts'

export type { Messages } from './zh/index.ts'

/** What is always there: the language that the page is written in by the build. */
export const FIRST_LANGUAGE: Language = LANGUAGES[0]

const loaded = new Map<Language, Messages>([[FIRST_LANGUAGE, zh]])

/** The languages that come when they are asked for: nobody reads two at once. */
const LATER: Readonly<Partial<Record<Language, () => Promise<Messages>>>> = {
  en: async () => (await import('./en/index.ts')).en,
}

/**
 * @returns all words of the interface in `language`. The same object every time: safe as a hook's dependency.
 * @throws Error where they were not loaded
 */
export function messages(language: Language): Messages {
  const words = loaded.get(language)
  if (!words) throw new Error(`the words of ${language} are not loaded; expected loadMessages before`)
  return words
}

/** @returns whether `messages` has the words of `language`. */
export function hasMessages(language: Language): boolean {
  return loaded.has(language)
}

/** Brings the words of `language`. @throws what `import()` throws where their file cannot be had */
export async function loadMessages(language: Language): Promise<void> {
  if (loaded.has(language)) return
  const words = await LATER[language]?.()
  if (words) loaded.set(language, words)
}
