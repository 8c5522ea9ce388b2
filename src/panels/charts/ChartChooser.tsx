import { useId, useState } from 'react'
import { CHART_KINDS, type ChartKind } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './ChartChooser.module.css'
import type { Reason } from './kinds.ts'

interface Props {
  /** null: the kind can be drawn. */
  readonly reasons: Readonly<Record<ChartKind, Reason | null>>
  /** What is shown; null: the overview. */
  readonly shown: ChartKind | null
}

/**
 * Kinds of chart, one chosen. One that cannot be drawn is there and can be reached all the same: focused or pressed, it says why not.
 */
export function ChartChooser({ reasons, shown }: Props) {
  const { change, words } = useAtlas()
  const text = words.charting
  const id = useId()
  const [about, setAbout] = useState<ChartKind | null>(null)
  const reason = about && reasons[about]
  return (
    <div className={styles.chooser}>
      <div className={styles.kinds} role="group" aria-label={text.chooser}>
        {[null, ...CHART_KINDS].map((kind) => {
          const blocked = kind === null ? null : reasons[kind]
          const told = () => setAbout(blocked === null ? null : kind)
          return (
            <button
              key={kind ?? 'all'}
              type="button"
              className={styles.kind}
              data-chart-option={kind ?? 'all'}
              aria-pressed={kind === shown}
              aria-disabled={blocked !== null || undefined}
              aria-describedby={blocked === null ? undefined : `${id}-${kind}`}
              onFocus={told}
              onClick={() => {
                told()
                if (blocked === null) change({ chart: kind })
              }}
            >
              {text.kinds[kind ?? 'all']}
            </button>
          )
        })}
      </div>
      <div hidden>
        {CHART_KINDS.map((kind) => {
          const blocked = reasons[kind]
          return blocked === null ? null : (
            <span key={kind} id={`${id}-${kind}`}>
              {text.blocked(text.kinds[kind], text.reasons[blocked])}
            </span>
          )
        })}
      </div>
      {about && reason && (
        <p className={styles.reason} data-part="chart-reason">
          {text.blocked(text.kinds[about], text.reasons[reason])}
        </p>
      )}
    </div>
  )
}
