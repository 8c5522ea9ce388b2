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
/** A comma or a bracket that closes: it stays on the line of the figure before it. */
const CLOSING = /^[\p{Po}\p{Pe}]+/u

/** A scene's words. Each figure in them is written by the formatter and leads to its source; one that is not to be had is a dash. */
export function Caption({ text, figureOf }: Props) {
  const { language, words, openSource } = useAtlas()
  if (text === '') return null
  const parts = captionParts(text)
  const closing = (i: number): string => {
    const next = parts[i]
    return next && 'words' in next && i > 0 ? (CLOSING.exec(next.words)?.[0] ?? '') : ''
  }
  return (
    <p className={css.caption} data-part="caption">
      {parts.map((part, i) => {
        if ('words' in part) return part.words.slice(closing(i).length)
        const o = figureOf(part.figure)
        return (
          // Neither words nor figures have an identity of their own: the text is cut anew when it changes.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={i} className={css.whole}>
            {o ? (
              <button
                type="button"
                className={css.figure}
                data-source-of={o.id}
                aria-haspopup="dialog"
                aria-label={words.source.openLabel(formatQuantity(o.quantity, language))}
                onClick={(event) => openSource(o, event.currentTarget)}
              >
                {formatQuantity(o.quantity, language)}
              </button>
            ) : (
              NONE
            )}
            {closing(i + 1)}
          </span>
        )
      })}
    </p>
  )
}
