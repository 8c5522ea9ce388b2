import { useMemo, type ReactElement } from 'react'
import type { History } from '../model/history.ts'
import type { Observation, Role } from '../model/observation.ts'
import type { Years } from '../model/period.ts'
import { sparkline, type SparkBox } from './sparkline.ts'
import styles from './Sparkline.module.css'

export interface SparklineProps {
  readonly history: History
  /** Targets of the same series for a year or a deadline: small diamonds. */
  readonly plans?: readonly Observation[]
  readonly role: Role
  /** The years from edge to edge, so that the lines of a list stand under each other; else from the first figure to the last. */
  readonly years?: Years | null
}

/** In em, as `Sparkline.module.css` sizes the picture. */
const BOX: SparkBox = { width: 7, height: 1.6, margin: 0.3 }
const DOT = { usual: 0.1, alone: 0.13, last: 0.2 }
const DIAMOND = 0.24
const NONE: readonly Observation[] = []

/** A series in a word's room. Hidden from assistive technology: the owner writes the figures beside it. */
export function Sparkline({ history, plans = NONE, role, years = null }: SparklineProps): ReactElement | null {
  const shapes = useMemo(() => sparkline(history, plans, years, BOX), [history, plans, years])
  if (shapes.last === null && shapes.diamonds.length === 0) return null
  const joined = new Set(history.joins.flat())
  return (
    <svg className={styles.spark} data-role={role} viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true">
      {shapes.bars.map(({ id, x1, x2, y }) => (
        <line
          key={id}
          className={id === shapes.last ? `${styles.bar} ${styles.last}` : styles.bar}
          {...{ x1, x2, y1: y, y2: y }}
        />
      ))}
      {shapes.lines.map((line) => (
        <line key={`${line.x1} ${line.x2}`} className={styles.line} {...line} />
      ))}
      {shapes.diamonds.map(({ id, x, y }) => (
        <path
          key={id}
          className={styles.plan}
          d={`M${x} ${y - DIAMOND}L${x + DIAMOND} ${y}L${x} ${y + DIAMOND}L${x - DIAMOND} ${y}Z`}
        />
      ))}
      {shapes.dots.map(({ id, x, y }, i) => (
        <circle
          key={id}
          className={styles.dot}
          cx={x}
          cy={y}
          r={id === shapes.last ? DOT.last : joined.has(i) ? DOT.usual : DOT.alone}
        />
      ))}
    </svg>
  )
}
