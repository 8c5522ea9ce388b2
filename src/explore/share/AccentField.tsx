import { useId, useRef, useState } from 'react'
import { formatNumber } from '../../messages/format.ts'
import type { ThemeWish } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { parseAccent } from '../../view/embed.ts'
import { GROUNDS, readAccent } from './accent.ts'
import styles from './EmbedOptions.module.css'

interface Props {
  /** `#rrggbb`; null: the theme's. */
  readonly accent: string | null
  /** What it will stand on; null: light. */
  readonly theme: ThemeWish | null
  readonly onChange: (accent: string | null) => void
}

/** The colour of an office, as text or picked; says how it reads, and what the embed makes of one that does not. */
export function AccentField({ accent, theme, onChange }: Props) {
  const { words, language } = useAtlas()
  const text = words.embedDialog
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // What is half typed is no colour yet.
  const [draft, setDraft] = useState('')
  const isWrong = draft.trim() !== '' && accent === null
  const line = () => {
    if (isWrong) return words.notice.invalid('accent', draft.trim(), words.notice.expected.accent)
    if (accent === null) return text.accentNone
    const { theme: worst, ratio, instead } = readAccent(accent, theme)
    // Cut, not rounded: 4.49 is not the 4.5 that it takes.
    const written = formatNumber(Math.floor(ratio * 10) / 10, language)
    return instead === null ? text.accentGood(written) : text.accentPoor(written, text.grounds[worst], instead)
  }
  const take = (typed: string) => {
    setDraft(typed)
    onChange(parseAccent(typed.trim()))
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {text.accent}
      </label>
      <div className={styles.accent}>
        <input
          type="color"
          data-part="embed-accent-colour"
          aria-label={text.pickAccent}
          value={accent ?? GROUNDS[theme === 'auto' || theme === null ? 'light' : theme].accent}
          onChange={(event) => take(event.target.value.slice(1))}
        />
        <input
          id={id}
          ref={field}
          type="text"
          data-part="embed-accent"
          value={draft}
          placeholder={GROUNDS.light.accent.slice(1)}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-line`}
          onChange={(event) => take(event.target.value)}
        />
        {draft !== '' && (
          <button
            type="button"
            data-action="clear-accent"
            aria-label={text.clearAccent}
            onClick={() => {
              take('')
              // The button goes with what it clears.
              field.current?.focus()
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <p id={`${id}-line`} className={styles.hint} role="status" data-wrong={isWrong ? '' : undefined}>
        {line()}
      </p>
    </div>
  )
}
