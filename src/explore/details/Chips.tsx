import type { ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './Chips.module.css'

export interface Chip<T> {
  readonly value: T
  readonly label: string
  readonly mark?: ReactNode
  /** How many items it leaves. */
  readonly count?: number
}

interface Props<T> {
  readonly label: string
  readonly chips: readonly Chip<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A row of buttons of which one is pressed: what a list below is narrowed to. */
export function Chips<T extends string | null>({ label, chips, value, onChange }: Props<T>) {
  const { language } = useAtlas()
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={styles.chip}
          aria-pressed={chip.value === value}
          data-chip={chip.value ?? 'all'}
          onClick={() => onChange(chip.value)}
        >
          {chip.mark}
          {chip.label}
          {chip.count !== undefined && <span className={styles.count}>{formatNumber(chip.count, language)}</span>}
        </button>
      ))}
    </div>
  )
}
