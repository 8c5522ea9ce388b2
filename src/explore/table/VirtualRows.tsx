import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, type ReactNode, type RefObject } from 'react'
import { useRowSize } from './useRowSize.ts'
import type { Walk } from './useWalk.ts'
import styles from './VirtualRows.module.css'

/** Rows laid out above and below those in sight: a quick wheel finds them there. */
const OVERSCAN = 12

/** Nobody prints a thousand pages by accident: on paper no more rows than this are laid out, and it is said. */
export const PAPER_ROWS = 400

/** What a row needs to know to stand among others that are not laid out. */
export interface RowFrame {
  readonly index: number
  /** Tab stops at it. */
  readonly active: boolean
  /** Kept for its focus alone, not for paper. */
  readonly held: boolean
  readonly measure: (row: HTMLTableRowElement | null) => void
}

/** @returns the attributes of the row's element */
export function frameOf({ index, held, measure }: RowFrame) {
  return {
    ref: measure,
    // The head is row 1.
    'aria-rowindex': index + 2,
    'data-index': index,
    className: held ? styles.held : undefined,
  }
}

interface Props<T> {
  readonly rows: readonly T[]
  /** How many columns the table has. */
  readonly span: number
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The height of a row as laid out without long texts, in rem. */
  readonly rowHeight: number
  /** A table up to this long is laid out whole. */
  readonly few: number
  /** The row that Tab stops at stays laid out wherever the table is scrolled to, so that focus is never lost. */
  readonly walk: Pick<Walk, 'active' | 'focusNext'>
  readonly printing: boolean
  /** @returns the row, its `id` as its key */
  readonly renderRow: (row: T, frame: RowFrame) => ReactNode
}

/** The body of a long table: only the rows in sight are laid out, with empty ones of the right height between. */
export function VirtualRows<T extends { readonly id: string }>(props: Props<T>) {
  const { rows, span, scroller, rowHeight, few, walk, printing, renderRow } = props
  const { active, focusNext } = walk
  const size = useRowSize(rowHeight)
  // Not to be memoized by a compiler, and we have none.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    // The head lies over the first row in sight.
    scrollPaddingStart: size,
    rangeExtractor: useCallback((range: Range) => withActive(defaultRangeExtractor(range), active, range), [active]),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, size])
  useEffect(() => {
    const stop = focusNext.current
    if (stop === null) return
    virtualizer.scrollToIndex(active)
    const row = scroller.current?.querySelector(`tr[data-index="${active}"]`)
    // A row without a figure has no source to stop at.
    const target = row?.querySelector<HTMLElement>(`[data-stop="${stop}"]`) ?? row?.querySelector('[data-stop]')
    if (!(target instanceof HTMLElement)) return
    focusNext.current = null
    target.focus({ preventScroll: true })
  }, [active, focusNext, scroller, virtualizer])

  const whole = printing ? Math.min(PAPER_ROWS, rows.length) : rows.length <= few ? rows.length : 0
  const items =
    whole > 0
      ? withActive([...rows.slice(0, whole).keys()], active, { count: rows.length }).map((index) => placed(index, size))
      : virtualizer.getVirtualItems()
  const last = whole > 0 ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <tbody>
      {/* One flat list: a row keeps its element, and its focus, wherever it stands among the others. */}
      {items.flatMap(({ index, start }, at) => {
        const row = rows[index]
        const gap = whole > 0 ? 0 : start - (items[at - 1]?.end ?? 0)
        if (row === undefined) return []
        const held = whole > 0 && index >= whole
        return [
          gap > 0.5 && <Gap key={`before ${row.id}`} height={gap} span={span} />,
          renderRow(row, { index, active: index === active, held, measure: virtualizer.measureElement }),
        ]
      })}
      {last > 0.5 && <Gap height={last} span={span} />}
    </tbody>
  )
}

function withActive(indexes: number[], active: number, { count }: Pick<Range, 'count'>): number[] {
  if (active >= count || indexes.includes(active)) return indexes
  return [...indexes, active].sort((a, b) => a - b)
}

function placed(index: number, size: number) {
  return { index, start: index * size, end: (index + 1) * size }
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden="true" className={styles.gap} style={{ height }}>
      {/* Empty on purpose: it holds the place of rows that are not laid out. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={span} />
    </tr>
  )
}
