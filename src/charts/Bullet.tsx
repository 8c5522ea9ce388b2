import type { CSSProperties, ReactElement } from 'react'
import type { Progress } from '../model/progress.ts'
import { magnitude, type Interval } from '../model/quantity.ts'
import styles from './Bullet.module.css'
import { cssVars } from './css-vars.ts'

/** The scale of a bullet ends here, as a multiple of the target, unless a share goes beyond. */
export const BULLET_END = 1.25
/** Shares beyond this multiple are cut and marked, lest one of them press all targets of a list to the left. */
const BULLET_END_MAX = 2.5

/** @returns the end of the scale that all bullets of a list share, so that their target ticks stand in one line. */
export function bulletEnd(progresses: readonly Progress[]): number {
  const ends = progresses.flatMap(({ share }) => (share ? [share.low, share.high] : [])).filter(Number.isFinite)
  // A little beyond, so that the largest bar has an end to see.
  const largest = Math.max(0, ...ends) * 1.05
  return largest <= BULLET_END ? BULLET_END : Math.min(largest, BULLET_END_MAX)
}

export interface BulletProps {
  readonly progress: Progress
  /** A sentence with both figures, already formatted: "GDP: target ≥ 4,000, reached ≥ 4,300, ≥ 107 %". */
  readonly label: string
  /** End of the scale as a multiple of the target; `bulletEnd` of the whole list. */
  readonly end?: number
}

/**
 * One target and what was reached of it, as shares of the target. Without a comparable actual only the tick is drawn, on an
 * empty track: "not reported" is not zero. Where a share means nothing (lower is better) the actual is a dot, not a bar.
 */
export function Bullet({ progress, label, end = BULLET_END }: BulletProps): ReactElement {
  const reached = progress.share ? spanOf(progress.share, end) : null
  const dot = progress.actual && !progress.share ? dotAt(progress, end) : null
  return (
    <div
      className={progress.actual ? styles.bullet : `${styles.bullet} ${styles.empty}`}
      role="img"
      aria-label={label}
      data-state={progress.state}
      style={cssVars({ '--target': percent(1 / end) })}
    >
      <span className={styles.track} />
      <span className={styles.goal} />
      {reached && (
        <>
          {reached.to > reached.solid && (
            <span className={styles.maybe} data-part="maybe" style={edges(reached.solid, reached.to)} />
          )}
          {reached.solid > 0 && <span className={styles.actual} data-part="actual" style={edges(0, reached.solid)} />}
          {reached.open && (
            <span className={styles.open} data-part="open" style={cssVars({ '--at': percent(reached.solid) })} />
          )}
          {reached.cut && <span className={styles.cut} data-part="cut" />}
        </>
      )}
      {dot !== null && <span className={styles.dot} data-part="dot" style={cssVars({ '--at': percent(dot) })} />}
      <span className={styles.tick} data-part="tick" />
    </div>
  )
}

interface Span {
  /** Shares of the track, 0…1: certain up to `solid`, possible up to `to`. */
  readonly solid: number
  readonly to: number
  /** At least so much: the bar goes on in an arrow. */
  readonly open: boolean
  /** Goes beyond the scale. */
  readonly cut: boolean
}

function spanOf(share: Interval, end: number): Span {
  const at = (value: number): number => Math.max(0, Math.min(1, value / end))
  const open = share.high === Infinity
  return {
    solid: at(share.low),
    to: open ? at(share.low) : at(share.high),
    open,
    cut: share.low > end || (!open && share.high > end),
  }
}

function dotAt({ target, actual }: Progress, end: number): number | null {
  const goal = magnitude(target.quantity)
  if (actual === null || goal <= 0) return null
  return Math.max(0, Math.min(1, magnitude(actual.quantity) / goal / end))
}

function edges(from: number, to: number): CSSProperties {
  return cssVars({ '--from': percent(from), '--to': percent(to) })
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`
}
