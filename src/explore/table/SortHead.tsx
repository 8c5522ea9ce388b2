import type { Column, RowData } from '@tanstack/react-table'
import clsx from 'clsx'
import { useAtlas } from '../../ui/atlas.tsx'
import type { Features } from './features.ts'
import styles from './SortHead.module.css'

interface Props<T extends RowData> {
  readonly column: Column<Features, T>
  readonly label: string
  readonly className?: string | undefined
  /** Numbers stand at the end of their column, and so does its head. */
  readonly end?: boolean
}

const ARIA = { asc: 'ascending', desc: 'descending' } as const
/** Two arrows, one above the other, on a 10 × 14 grid. */
const ARROWS = { asc: 'M5 1.5 L9 5.5 H1 Z', desc: 'M5 12.5 L1 8.5 H9 Z' } as const

/** A column's head. Its button sorts: one way, the other way, and back to the usual order. */
export function SortHead<T extends RowData>({ column, label, className, end = false }: Props<T>) {
  const { words, announce } = useAtlas()
  const { sortNext, sortBy, sorted } = words.figureTable
  const now = column.getIsSorted()
  const next = column.getNextSortingOrder() || 'none'
  return (
    <th
      scope="col"
      aria-sort={now === false ? undefined : ARIA[now]}
      className={clsx(styles.head, className, end && styles.end)}
      data-column={column.id}
    >
      <button
        type="button"
        className={styles.sort}
        data-action="sort"
        aria-label={sortBy(label, sortNext[next])}
        onClick={() => {
          if (next === 'none') column.clearSorting()
          else column.toggleSorting(next === 'desc')
          announce(sorted(label, sortNext[next]))
        }}
      >
        <span>{label}</span>
        <svg
          viewBox="0 0 10 14"
          width="0.6em"
          height="0.85em"
          aria-hidden="true"
          className={styles.arrows}
          data-sorted={now || undefined}
        >
          <path d={ARROWS.asc} data-on={now === 'asc' || undefined} />
          <path d={ARROWS.desc} data-on={now === 'desc' || undefined} />
        </svg>
      </button>
    </th>
  )
}
