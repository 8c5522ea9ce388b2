import type { Row } from '@tanstack/react-table'
import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { memo, useCallback, useEffect, useLayoutEffect, type RefObject } from 'react'
import { formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { Conflicts } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import type { FigureRow } from '../../model/table.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import type { ColumnId } from './columns.ts'
import type { Features } from './features.ts'
import { FigureCell } from './FigureCell.tsx'
import styles from './Figures.module.css'
import { useRowSize } from './useRowSize.ts'

/** A table up to this long is laid out whole. */
const FEW = 60
/** Rows laid out above and below those in sight: a quick wheel finds them there. */
const OVERSCAN = 12

export type Stop = 'select' | 'open' | 'map'

interface Props {
  readonly rows: readonly Row<Features, FigureRow>[]
  readonly columns: readonly ColumnId[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly conflicts: Conflicts
  /** The height of a row as laid out without long texts, in rem. */
  readonly rowHeight: number
  /** The row that Tab stops at; it stays laid out wherever the table is scrolled to, so that focus is never lost. */
  readonly active: number
  /** Where the focus goes in the active row; null leaves it. Emptied when it is there. */
  readonly focusNext: RefObject<Stop | null>
  readonly isChosen: (id: string) => boolean
  readonly onActive: (index: number) => void
  /** On paper all rows are laid out, up to this many; null on screen. */
  readonly paper: number | null
}

/** The body of the table of all figures: only the rows in sight are laid out, with empty ones of the right height between. */
export function FigureRows(props: Props) {
  const { rows, columns, scroller, conflicts, rowHeight, active, focusNext, isChosen, onActive, paper } = props
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
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (active >= range.count || indexes.includes(active)) return indexes
        return [...indexes, active].sort((a, b) => a - b)
      },
      [active],
    ),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, size])
  useEffect(() => {
    const stop = focusNext.current
    if (stop === null) return
    virtualizer.scrollToIndex(active)
    const row = scroller.current?.querySelector(`tr[data-index="${active}"]`)
    const target = row?.querySelector<HTMLElement>(`[data-stop="${stop}"]`)
    if (!target) return
    focusNext.current = null
    target.focus({ preventScroll: true })
  }, [active, focusNext, scroller, virtualizer])

  const whole = paper ?? (rows.length <= FEW ? rows.length : 0)
  const items =
    whole > 0
      ? rows.slice(0, whole).map((_, index) => ({ index, start: index * size, end: (index + 1) * size }))
      : virtualizer.getVirtualItems()
  const last = whole > 0 ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <tbody>
      {/* One flat list: a row keeps its element, and its focus, wherever it stands among the others. */}
      {items.flatMap(({ index, start }, at) => {
        const row = rows[index]
        const gap = whole > 0 ? 0 : start - (items[at - 1]?.end ?? 0)
        if (row === undefined) return []
        return [
          gap > 0.5 && <Gap key={`before ${row.id}`} height={gap} span={columns.length + 1} />,
          <FigureTr
            key={row.id}
            index={index}
            observation={row.original.observation}
            columns={columns}
            conflicts={conflicts}
            chosen={isChosen(row.id)}
            active={index === active}
            onActive={onActive}
            measure={virtualizer.measureElement}
          />,
        ]
      })}
      {last > 0.5 && <Gap height={last} span={columns.length + 1} />}
    </tbody>
  )
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

interface RowProps {
  readonly index: number
  readonly observation: Observation
  readonly columns: readonly ColumnId[]
  readonly conflicts: Conflicts
  readonly chosen: boolean
  readonly active: boolean
  readonly onActive: (index: number) => void
  readonly measure: (row: HTMLTableRowElement | null) => void
}

const FigureTr = memo(function FigureTr(props: RowProps) {
  const { index, observation: o, columns, conflicts, chosen, active, onActive, measure } = props
  const atlas = useAtlas()
  const tabIndex = active ? 0 : -1
  return (
    <tr
      ref={measure}
      // The head is row 1.
      aria-rowindex={index + 2}
      data-index={index}
      data-observation={o.id}
      data-chosen={chosen || undefined}
      onFocus={() => onActive(index)}
    >
      <td className={styles.select}>
        <label className={styles.check}>
          <input
            type="checkbox"
            data-stop="select"
            tabIndex={tabIndex}
            checked={chosen}
            // The table answers clicks and keys for all rows, ranges among them.
            readOnly
            aria-label={atlas.words.figureTable.select(rowName(o, atlas))}
          />
        </label>
      </td>
      {columns.map((id) => {
        const cell = (
          <FigureCell
            id={id}
            observation={o}
            conflicts={conflicts}
            hasScope={columns.includes('scope')}
            tabIndex={tabIndex}
          />
        )
        return id === 'place' ? (
          <th key={id} scope="row" className={styles.place}>
            {cell}
          </th>
        ) : (
          <td key={id} className={clsx(id === 'value' && styles.number)}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
})

function rowName(o: Observation, atlas: Atlas): string {
  const place = atlas.names.place.get(o.place)
  return [
    place ? atlas.say(place.name) : o.place,
    figureName(o, atlas),
    formatPeriod(o.period, atlas.language),
    formatQuantity(o.quantity, atlas.language),
  ].join(' ')
}
