import type { ReactElement } from 'react'
import { ROLES, type Role } from '../../model/observation.ts'
import styles from './Bar.module.css'
import type { TimelineWords } from './words.ts'

/** Which colour and pattern is which role; the current one stands out as it does in the bars. */
export function Legend({ role, words }: { readonly role: Role; readonly words: TimelineWords }): ReactElement {
  return (
    <span className={styles.legend} title={words.deadlines}>
      {ROLES.map((one) => (
        <span key={one} data-current={one === role || undefined}>
          <i className={styles.swatch} data-role={one} data-current={one === role || undefined} />
          {words.roles[one]}
        </span>
      ))}
    </span>
  )
}
