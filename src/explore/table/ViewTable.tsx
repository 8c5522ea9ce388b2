import { createColumnHelper, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { useEffect, useMemo, useRef } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { CERTAINTIES } from '../../model/observation.ts'
import { PLACE_KINDS } from '../../model/place.ts'
import { endDay } from '../../model/period.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { features, type Features } from './features.ts'
import { SortHead } from './SortHead.tsx'
import { Said, Take } from './Take.tsx'
import { useCopy } from './useCopy.ts'
import { useViewExhibit } from './useViewExhibit.ts'
import { useWalk } from './useWalk.ts'
import { PlaceRow } from './PlaceRow.tsx'
import { viewRows, type ViewRow } from '../../reading/view-rows.ts'
import rowStyles from './VirtualRows.module.css'
import { PAPER_ROWS, VirtualRows } from './VirtualRows.tsx'
import styles from './ViewTable.module.css'

const SORTABLE = ['rank', 'place', 'kind', 'value', 'period', 'certainty'] as const

/**
 * A table up to this long is laid out whole: the browser's own search finds every row, and paper has all. A row is some 20 nodes, so
 * that is as much as the rest of the page.
 */
const FEW = 100
/** Of a row of one line, in rem; the style sheet has the same. */
const ROW_HEIGHT = 2.5
/** Columns that all rows have. */
const SPAN = SORTABLE.length + 3

const helper = createColumnHelper<Features, ViewRow>()

/** What map and ranking show, as a table: the whole city, every district, the zones and other places with a figure. */
export function ViewTable({ shown }: { readonly shown: ViewReading }) {
  const { words, say, language } = useAtlas()
  const { reading, composition } = shown
  const rows = useMemo(() => viewRows(reading), [reading])
  const columns = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true })
    const certainty = ({ chosen }: ViewRow) => (chosen ? CERTAINTIES.indexOf(chosen.observation.certainty) : undefined)
    const period = ({ chosen }: ViewRow) => (chosen ? endDay(chosen.observation.period) : undefined)
    return helper.columns([
      helper.accessor((row) => say(row.place.name), {
        id: 'place',
        sortFn: (a, b) => collator.compare(say(a.original.place.name), say(b.original.place.name)),
      }),
      helper.accessor((row) => row.rank ?? undefined, { id: 'rank', sortUndefined: 'last', sortFn: byColumn }),
      helper.accessor((row) => PLACE_KINDS.indexOf(row.place.kind), { id: 'kind', sortFn: byColumn }),
      // Places without a figure stand last in either direction: they are not the smallest.
      helper.accessor((row) => row.magnitude ?? undefined, {
        id: 'value',
        sortUndefined: 'last',
        sortDescFirst: true,
        sortFn: byColumn,
      }),
      helper.accessor(period, { id: 'period', sortUndefined: 'last', sortDescFirst: true, sortFn: byColumn }),
      helper.accessor(certainty, { id: 'certainty', sortUndefined: 'last', sortFn: byColumn }),
    ])
  }, [language, say])
  const table = useTable<Features, ViewRow>({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.place.code,
    enableMultiSort: false,
    autoResetAll: false,
  })
  const sorted = table.getRowModel().rows
  const copying = useCopy()
  const exhibit = useViewExhibit(shown, sorted)
  const { columns: heads, rank, aside, compareHead, rankNote, asideNote } = words.figureTable
  const label = { ...heads, rank, kind: words.table.kind }
  const long = sorted.length > FEW
  const scroller = useRef<HTMLDivElement>(null)
  const walk = useWalk(sorted, scroller, 'name')
  const printing = usePrinting()
  const { sorting } = table.state
  const { toFirst } = walk
  useEffect(() => {
    // Another order is read from its beginning.
    if (scroller.current) scroller.current.scrollTop = 0
    toFirst()
  }, [sorting, toFirst])
  const n = (count: number) => formatNumber(count, language)
  const caption = words.table.caption(composition.title)
  const drawn = (
    <table className={clsx(styles.table, long && styles.long)} aria-rowcount={long ? sorted.length + 1 : undefined}>
      <caption className="visually-hidden">{long ? `${caption} ${words.figureTable.viewKeys}` : caption}</caption>
      <thead>
        <tr aria-rowindex={long ? 1 : undefined}>
          {SORTABLE.map((id) => {
            const column = table.getColumn(id)
            return (
              column && (
                <SortHead
                  key={id}
                  column={column}
                  label={label[id]}
                  end={id === 'value' || id === 'rank'}
                  className={styles[id]}
                />
              )
            )
          })}
          <th scope="col" className={styles.source}>
            {words.table.source}
          </th>
          <th scope="col" className={styles.aside}>
            {aside}
          </th>
          <th scope="col" className={styles.compare}>
            {compareHead}
          </th>
        </tr>
      </thead>
      {long ? (
        <VirtualRows
          rows={sorted}
          span={SPAN}
          scroller={scroller}
          rowHeight={ROW_HEIGHT}
          few={FEW}
          walk={walk}
          printing={printing}
          renderRow={({ id, original }, frame) => (
            <PlaceRow key={id} row={original} frame={frame} onActive={walk.setActive} />
          )}
        />
      ) : (
        <tbody>
          {sorted.map(({ id, original }) => (
            <PlaceRow key={id} row={original} frame={null} />
          ))}
        </tbody>
      )}
    </table>
  )
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{composition.title}</h2>
          <p className={styles.subtitle}>{composition.subtitle}</p>
        </div>
        <Take exhibit={exhibit} copying={copying} />
      </div>
      <Said copying={copying} />
      {long ? (
        // Keys on its rows are answered here, once for all of them; the buttons in the rows are what takes the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          ref={scroller}
          className={clsx(rowStyles.scroller, styles.scroller)}
          data-part="rows"
          role="region"
          aria-label={caption}
          // It scrolls, and the row that Tab stops at may be out of sight.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onKeyDown={walk.onKeyDown}
        >
          {drawn}
        </div>
      ) : (
        drawn
      )}
      <p className={styles.note}>
        {rankNote} {asideNote} {long && !printing && words.figureTable.longView(n(sorted.length))}
      </p>
      {printing && long && sorted.length > PAPER_ROWS && (
        <p className={styles.note}>{words.figureTable.printed(n(PAPER_ROWS), n(sorted.length))}</p>
      )}
    </>
  )
}

interface Comparable {
  readonly getValue: (id: string) => unknown
}

/** Numbers by size, texts as they are spelled: what the accessor gives. */
function byColumn(a: Comparable, b: Comparable, id: string): number {
  const [x, y] = [a.getValue(id), b.getValue(id)]
  if (typeof x === 'number' && typeof y === 'number') return x - y
  return String(x) < String(y) ? -1 : Number(String(x) > String(y))
}
