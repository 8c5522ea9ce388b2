import clsx from 'clsx'
import { createPortal } from 'react-dom'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Failure.module.css'

interface Props {
  readonly title: ReactNode
  readonly detail: ReactNode
  readonly action: ReactNode
  readonly onAction: () => void
  /** Stands over the page, and can be put away. */
  readonly over?: { readonly close: string; readonly onClose: () => void }
}

/** Something could not be shown: what, why, and a way to try again. */
export function Failure({ title, detail, action, onAction, over }: Props) {
  const failure = (
    <div className={clsx(styles.failure, over && styles.over)} role="alert">
      <Icon name="warning" className={styles.icon} />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.detail}>{detail}</p>
        <button type="button" className={styles.button} data-action="retry" onClick={onAction}>
          {action}
        </button>
        {over && (
          <button type="button" className={styles.button} data-action="dismiss-failure" onClick={over.onClose}>
            {over.close}
          </button>
        )}
      </div>
    </div>
  )
  return over ? createPortal(failure, document.body) : failure
}
