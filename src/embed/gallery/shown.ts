import type { EmbedForm } from '../../model/gallery.ts'
import type { Language } from '../../model/text.ts'

/** An embed of the page, its words in the page's language. */
export interface ShownEmbed {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly form: EmbedForm
  readonly height: number
  /** Stands in a narrow column. */
  readonly narrow: boolean
  /** As a link has it: view and settings without mode and language. */
  readonly query: string
  /** Still picture, relative to the page; null where none looks like the embed. */
  readonly poster: string | null
  /** What a host writes to have it. */
  readonly code: string
}

/** All that a page of the gallery is made of. */
export interface GalleryProps {
  readonly language: Language
  /** Name of the atlas. */
  readonly brand: string
  readonly embeds: readonly ShownEmbed[]
  /** Places for the host's buttons, by code. */
  readonly places: readonly { readonly code: string; readonly name: string }[]
  /** Where the code says that the atlas is; the page's script puts its own address there. */
  readonly base: string
  /** Addresses relative to the page. */
  readonly files: {
    readonly script: string
    readonly style: string
    /** The same page in the other language. */
    readonly other: string
    readonly otherLanguage: Language
    /** Absolute address of this page; null: unknown. */
    readonly canonical: string | null
  }
  /** The text of `embed.d.ts`. */
  readonly types: string
}

/** `mode` and the language of the page go before what the package says. */
export function frameAddress(query: string, language: Language): string {
  return `./?mode=embed&${query}&lang=${language}`
}

/** @returns the attributes of `<district-atlas>` that say what the query says; `''` for those without a value */
export function attributesOf(query: string): Readonly<Record<string, string>> {
  const pairs = [...new URLSearchParams(query)].map(([key, value]): [string, string] => {
    if (key === 'title' || key === 'controls') return [`no-${key}`, '']
    if (key === 'card' || key === 'still' || key === 'play') return [key, '']
    // `role` alone is ARIA's.
    return [key === 'role' ? 'data-role' : key, value]
  })
  return Object.fromEntries(pairs)
}
