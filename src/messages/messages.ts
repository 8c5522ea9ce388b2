import type { Language } from '../model/text.ts'
import { en } from './en.ts'
import { zh, type Messages } from './zh.ts'

export type { Messages } from './zh.ts'

/** @returns all words of the interface in `language`. The same object every time: safe as a hook's dependency. */
export function messages(language: Language): Messages {
  return language === 'en' ? en : zh
}
