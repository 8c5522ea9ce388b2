import type { ReactNode } from 'react'
import styles from './Quiet.module.css'

/** A quiet state of a panel: loading or empty. Busy ones are announced once, politely. */
export function Quiet({ busy = false, children }: { readonly busy?: boolean; readonly children: ReactNode }) {
  return (
    <div className={styles.quiet} role={busy ? 'status' : undefined} data-busy={busy || undefined}>
      {children}
    </div>
  )
}
