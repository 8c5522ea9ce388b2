import type { ReactNode } from 'react'
import { useFurniture } from '../section/furniture.ts'
import styles from './Controls.module.css'

/** What can be set of a chart, above it. */
export function Controls({ children }: { readonly children: ReactNode }) {
  const { controls } = useFurniture()
  return controls ? <div className={styles.controls}>{children}</div> : null
}

interface ChoiceProps {
  readonly label: string
  /** The public name: `data-action`. */
  readonly action: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of many, as the system's own list. */
export function Choice({ label, action, options, value, onChange }: ChoiceProps) {
  return (
    <label className={styles.field}>
      {label}
      <select data-action={action} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, said]) => (
          <option key={option} value={option}>
            {said}
          </option>
        ))}
      </select>
    </label>
  )
}
