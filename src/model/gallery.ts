import type { Text } from './text.ts'

/** How an embed is put on a page. `element`: `<district-atlas>`. `iframe`: a plain frame, for pages that run no script of ours. */
export const EMBED_FORMS = ['element', 'iframe'] as const
export type EmbedForm = (typeof EMBED_FORMS)[number]

/** An embed that the gallery shows, as the package names it. */
export interface GalleryEmbed {
  /** Names it in the page's address. */
  readonly id: string
  readonly title: Text
  readonly note: Text
  readonly form: EmbedForm
  /** The view and the settings of the embed as a link's query without its question mark: `role=actual&indicator=gdp&play=1`. */
  readonly query: string
  /** Height until the embed tells its own, CSS px. */
  readonly height: number
  /** Stands in a narrow column, as beside a text. */
  readonly narrow: boolean
}
