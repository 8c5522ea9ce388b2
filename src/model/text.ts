/** The languages of the interface; every text of a pack comes in both. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in the interface's languages. Plain text, never markup. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** @returns the text in `language`; the other language's where that one is empty. */
export function textIn(text: Text, language: Language): string {
  return language === 'en' ? text.en || text.zh : text.zh || text.en
}
