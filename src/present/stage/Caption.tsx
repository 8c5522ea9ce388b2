import { captionParts } from '../../model/tour.ts'
import { formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import css from './Caption.module.css'

interface Props {
  /** With `{id}` where a figure stands. */
  readonly text: string
  readonly figureOf: (id: string) => Observation | undefined
}

const NONE = '—'

/** A scene's words. Each figure in them is written by the formatter and leads to its source; one that is not to be had is a dash. */
export function Caption({ text, figureOf }: Props) {
  const { language, words, openSource } = useAtlas()
  if (text === '') return null
  return (
    <p className={css.caption} data-part="caption">
      {captionParts(text).map((part, i) => {
        if ('words' in part) return part.words
        const o = figureOf(part.figure)
        if (!o) return NONE
        return (
          <button
            // Neither words nor figures have an identity of their own: the text is cut anew when it changes.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            type="button"
            className={css.figure}
            data-source-of={o.id}
            aria-haspopup="dialog"
            aria-label={words.source.openLabel(formatQuantity(o.quantity, language))}
            onClick={(event) => openSource(o, event.currentTarget)}
          >
            {formatQuantity(o.quantity, language)}
          </button>
        )
      })}
    </p>
  )
}
