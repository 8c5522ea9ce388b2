import { memo, type ReactElement } from 'react'
import { cssVars } from '../../charts/css-vars.ts'
import type { Role } from '../../model/observation.ts'
import styles from './Bar.module.css'
import type { TimelineWords } from './words.ts'
import type { TimelineColumn } from './years.ts'

export interface BarProps {
  /** The year, or the name of the slot of unknown periods. */
  readonly name: string
  readonly column: TimelineColumn & { readonly total: number }
  /** Count that fills the height. */
  readonly max: number
  /** Bottom first; the first is the current role's. */
  readonly order: readonly Role[]
  readonly words: TimelineWords
  readonly outside?: boolean
  /** The pointer is over it: its counts show. */
  readonly hovered?: boolean
  /** Which half of the axis it stands in: its counts open to the other side. */
  readonly side?: 'start' | 'end'
}

/** One stacked column; for assistive technology one item of a list, read as text. */
export const Bar = memo(function Bar({
  name,
  column,
  max,
  order,
  words,
  outside = false,
  hovered = false,
  side = 'start',
}: BarProps): ReactElement {
  const present = order.filter((role) => column.counts[role] > 0)
  return (
    <li className={styles.bar} data-outside={outside || undefined} data-hovered={hovered || undefined}>
      <span className={styles.hidden}>
        {`${name}: ${present.map((role) => `${words.roles[role]} ${column.counts[role]}`).join(', ') || words.count(0)}`}
      </span>
      <span className={styles.stack} aria-hidden="true">
        {present.map((role) => (
          <span
            key={role}
            className={styles.part}
            data-role={role}
            data-current={role === order[0] || undefined}
            style={cssVars({ '--share': Number(((column.counts[role] / max) * 100).toFixed(3)) })}
          />
        ))}
      </span>
      {hovered && (
        <span className={styles.tip} data-side={side} aria-hidden="true">
          <strong>
            {name} · {words.count(column.total)}
          </strong>
          {present.map((role) => (
            <span key={role} className={styles.tipLine}>
              <i className={styles.swatch} data-role={role} data-current />
              {words.roles[role]}
              <b>{column.counts[role]}</b>
            </span>
          ))}
          {column.counts.target > 0 && <small>{words.deadlines}</small>}
        </span>
      )}
    </li>
  )
})
