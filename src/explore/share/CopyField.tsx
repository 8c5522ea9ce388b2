import { useId, useRef, useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './SharePanel.module.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly part: string
  readonly hint?: string
  /** Many lines; else one. */
  readonly tall?: boolean
}

/** Text to take away. Where the clipboard is refused the text is selected, so that the reader's own keys take it. */
export function CopyField({ label, text, part, hint, tall = false }: Props) {
  const { words } = useAtlas()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly copied: boolean } | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ text, copied: true })
    } catch {
      field.current?.focus()
      field.current?.select()
      setOutcome({ text, copied: false })
    }
  }
  // What was said of an earlier text says nothing of this one.
  const said = outcome?.text === text ? outcome : null
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <textarea
          id={id}
          ref={field}
          readOnly
          rows={tall ? 6 : 4}
          value={text}
          spellCheck={false}
          data-part={part}
          onFocus={({ currentTarget }) => {
            currentTarget.select()
            // Of a text that is all selected some browsers show no part by themselves.
            currentTarget.scrollIntoView({ block: 'nearest' })
          }}
        />
        <button type="button" className={styles.primary} data-action={`copy-${part}`} onClick={() => void copy()}>
          {said?.copied ? words.share.copied : words.share.copy}
        </button>
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
      <p className={styles.outcome} role="status">
        {said && (said.copied ? words.share.copied : words.share.refused)}
      </p>
    </div>
  )
}
