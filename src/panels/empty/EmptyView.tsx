import clsx from 'clsx'
import { useAtlas } from '../../ui/atlas.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import tool from '../../ui/ToolButton.module.css'
import styles from './EmptyView.module.css'
import { waysOut, type WayOut } from './ways-out.ts'

interface Props {
  readonly shown: ViewReading
  readonly className?: string | undefined
}

/** Says that a view has nothing to show, and offers what would; nothing while it has something or is on its way. */
export function EmptyView({ shown, className }: Props) {
  const { catalog, view, words, change, announce } = useAtlas()
  const { nothing } = shown.composition
  if (nothing === null || shown.pending || shown.error) return null
  const nameOf = ({ kind, change: { role, time } }: WayOut) => {
    if (kind === 'all-years') return words.toolbar.allYears
    const name = kind === 'role' && role ? words.roles[role] : words.map.recordsName
    return time === null ? `${name} · ${words.toolbar.allYears}` : name
  }
  return (
    <div className={clsx(styles.empty, className)} data-part="empty">
      <p>{nothing}</p>
      <div className={styles.ways}>
        {waysOut(view, catalog).map((way) => (
          <button
            key={nameOf(way)}
            type="button"
            className={tool.button}
            data-action={way.kind === 'role' ? `role-${way.change.role}` : way.kind}
            onClick={() => {
              change(way.change)
              announce(nameOf(way))
              // The button goes with the emptiness; what it leads to gets the focus.
              document.getElementById('view')?.focus({ preventScroll: true })
            }}
          >
            {nameOf(way)}
          </button>
        ))}
      </div>
    </div>
  )
}
