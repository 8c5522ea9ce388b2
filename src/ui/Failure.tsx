import { Icon } from './Icon.tsx'
import styles from './Failure.module.css'

interface Props {
  readonly title: string
  readonly detail: string
  readonly action: string
  readonly onAction: () => void
}

/** Something could not be shown: what, why, and a way to try again. */
export function Failure({ title, detail, action, onAction }: Props) {
  return (
    <div className={styles.failure} role="alert">
      <Icon name="warning" className={styles.icon} />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.detail}>{detail}</p>
        <button type="button" className={styles.button} onClick={onAction}>
          {action}
        </button>
      </div>
    </div>
  )
}
