import styles from './Segments.module.css'

interface Props<T extends string> {
  readonly label: string
  /** Public name of the whole: `data-part`. */
  readonly part?: string
  /** Public name of each option: `data-<name>`. */
  readonly name?: string
  readonly options: readonly (readonly [value: T, label: string])[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A few options side by side, one of them chosen. */
export function Segments<T extends string>({ label, part, name = 'option', options, value, onChange }: Props<T>) {
  return (
    <div className={styles.segments} role="group" aria-label={label} data-part={part}>
      {options.map(([option, said]) => (
        <button
          key={option}
          type="button"
          className={styles.segment}
          {...{ [`data-${name}`]: option }}
          aria-pressed={option === value}
          onClick={() => onChange(option)}
        >
          {said}
        </button>
      ))}
    </div>
  )
}
