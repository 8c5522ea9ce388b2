import { useId, useState } from 'react'
import type { Text } from '../../model/text.ts'
import { MAX_TEXT } from '../../model/tour.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './Scene.module.css'

interface Props {
  readonly zh: string
  readonly en: string
  /** Public name: `data-part` with the language after it. */
  readonly part: string
  readonly value: Text
  readonly onChange: (value: Text) => void
  /** One of the two has to say something. */
  readonly required?: boolean
  /** More than one line. */
  readonly rows?: number
}

/** One text in both languages. What must not be empty is kept as it was while it is. */
export function TextPair({ zh, en, part, value, onChange, required = false, rows = 1 }: Props) {
  const { words } = useAtlas()
  const id = useId()
  const [draft, setDraft] = useState<Text | null>(null)
  const shown = draft ?? value
  const write = (next: Text) => {
    const empty = required && next.zh.trim() === '' && next.en.trim() === ''
    setDraft(empty ? next : null)
    if (!empty) onChange(next)
  }
  const field = (key: keyof Text, label: string, lang: string) => {
    const common = {
      id: `${id}-${key}`,
      lang,
      value: shown[key],
      maxLength: MAX_TEXT,
      'data-part': `${part}-${lang}`,
      'aria-invalid': draft !== null,
      'aria-describedby': draft === null ? undefined : `${id}-needed`,
      onBlur: () => setDraft(null),
    }
    return (
      <div className={styles.field}>
        <label htmlFor={common.id}>{label}</label>
        {rows === 1 ? (
          <input type="text" {...common} onChange={(event) => write({ ...shown, [key]: event.target.value })} />
        ) : (
          <textarea rows={rows} {...common} onChange={(event) => write({ ...shown, [key]: event.target.value })} />
        )}
      </div>
    )
  }
  return (
    <div className={styles.pair}>
      {field('zh', zh, 'zh-CN')}
      {field('en', en, 'en')}
      {draft !== null && (
        <p id={`${id}-needed`} className={styles.needed} role="alert">
          {words.tours.editor.needed}
        </p>
      )}
    </div>
  )
}
