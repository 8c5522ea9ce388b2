import clsx from 'clsx'
import { Icon } from './Icon.tsx'
import styles from './SearchField.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Public name: `data-action`. */
  readonly action?: string
  readonly className?: string | undefined
}

/** A field that narrows what stands below it. */
export function SearchField({ label, value, onChange, action, className }: Props) {
  return (
    <label className={clsx(styles.field, className)}>
      <Icon name="search" />
      <span className="visually-hidden">{label}</span>
      <input
        type="text"
        className={styles.input}
        data-action={action}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
