import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { formatNumber, formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { captionParts, MAX_TEXT } from '../../model/tour.ts'
import type { Language } from '../../model/text.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { numbersByHand } from './edit.ts'
import { FigurePicker } from './FigurePicker.tsx'
import styles from './Scene.module.css'
import type { SceneFigures } from './useSceneFigures.ts'

interface Props {
  readonly label: string
  /** Language of the caption, whatever that of the interface. */
  readonly lang: Language
  readonly value: string
  readonly onChange: (value: string) => void
  /** What can be put in, and what is known. */
  readonly given: SceneFigures
}

/** A caption in one language: words, and figures that are put in by their ids and shown as they will be on stage. */
export function CaptionField({ label, lang, value, onChange, given }: Props) {
  const { words, language, announce } = useAtlas()
  const text = words.tours.editor
  const [picking, setPicking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const byHand = numbersByHand(value)

  const put = (figure: Observation) => {
    const token = `{${figure.id}}`
    const from = field.current?.selectionStart ?? value.length
    const to = field.current?.selectionEnd ?? from
    const next = `${value.slice(0, from)}${token}${value.slice(to)}`
    if (next.length > MAX_TEXT) {
      announce(text.tooLong(formatNumber(MAX_TEXT, language)))
      return
    }
    // The caret can stand behind the figure only once it is there.
    flushSync(() => {
      onChange(next)
      setPicking(false)
    })
    field.current?.focus()
    field.current?.setSelectionRange(from + token.length, from + token.length)
    announce(text.inserted(formatQuantity(figure.quantity, language)))
  }

  return (
    <div className={styles.field}>
      <div className={styles.labelRow}>
        <label htmlFor={id}>{label}</label>
        <button
          type="button"
          className={styles.small}
          data-action={`insert-figure-${lang}`}
          aria-expanded={picking}
          aria-label={text.insertInto(label)}
          onClick={() => setPicking(!picking)}
        >
          {text.insert}
        </button>
      </div>
      <textarea
        id={id}
        ref={field}
        rows={3}
        lang={lang}
        maxLength={MAX_TEXT}
        value={value}
        data-part={`caption-${lang}`}
        aria-describedby={`${id}-more`}
        onChange={(event) => onChange(event.target.value)}
      />
      {picking && <FigurePicker given={given} label={text.insertInto(label)} onPick={put} />}
      <div id={`${id}-more`} className={styles.more}>
        {value.includes('{') && (
          <p className={styles.preview} data-part={`preview-${lang}`} lang={lang}>
            <span className={styles.aside}>{text.preview}</span>{' '}
            <Preview caption={value} lang={lang} known={given.known} />
          </p>
        )}
        {byHand.length > 0 && (
          <p className={styles.byHand} data-part={`by-hand-${lang}`}>
            {text.byHand(byHand.join(', '))}
          </p>
        )}
      </div>
    </div>
  )
}

/** A caption as the stage writes it: each figure in its quantity. */
function Preview({
  caption,
  lang,
  known,
}: { readonly caption: string; readonly lang: Language } & Pick<SceneFigures, 'known'>) {
  const { words } = useAtlas()
  let at = 0
  return captionParts(caption).map((part) => {
    const key = at
    at += 'words' in part ? part.words.length : part.figure.length + 2
    if ('words' in part) return <span key={key}>{part.words}</span>
    const figure = known.get(part.figure)
    return (
      <span
        key={key}
        className={styles.chip}
        data-unknown={figure ? undefined : ''}
        data-observation={figure?.id}
        title={figure?.id}
      >
        {figure ? formatQuantity(figure.quantity, lang) : words.tours.editor.unknownFigure(part.figure)}
      </span>
    )
  })
}
