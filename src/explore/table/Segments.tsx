import styles from './Segments.module.css'

interface Props<T extends string> {
  readonly label: string
  readonly part: string
  readonly values: readonly T[]
  readonly value: T
  readonly names: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

/** Buttons side by side of which one is pressed. */
export function Segments<T extends string>({ label, part, values, value, names, onChange }: Props<T>) {
  return (
    <div className={styles.segments} role="group" aria-label={label} data-part={part}>
      {values.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.segment}
          data-option={one}
          aria-pressed={one === value}
          onClick={() => onChange(one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  )
}
