import clsx from 'clsx'
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { Exhibit } from '../../export/exhibit.ts'
import { formatNumber } from '../../messages/format.ts'
import { recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { ActiveFilters, filterLine } from './ActiveFilters.tsx'
import { WIDTHS } from './columns.ts'
import { FigureRows } from './FigureRows.tsx'
import styles from './Figures.module.css'
import { Filters } from './Filters.tsx'
import { LayoutMenu, type Density } from './LayoutMenu.tsx'
import { Nothing } from './Nothing.tsx'
import { SortHead } from './SortHead.tsx'
import { Said, Take } from './Take.tsx'
import { useCopy, useFigureSheet } from './useCopy.ts'
import { useFigures, type FigureTable } from './useFigures.ts'
import { useRowKeys } from './useRowKeys.ts'
import { useWalk } from './useWalk.ts'
import { PAPER_ROWS } from './VirtualRows.tsx'
import rowStyles from './VirtualRows.module.css'

/** Of a row that holds one or two lines, in rem; the style sheet has the same. */
const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 2.1, roomy: 3.1 }

/** Every figure of the pack: filtered, sorted, chosen and copied. */
export function Figures() {
  const atlas = useAtlas()
  const { words, language } = atlas
  const { figureTable } = words
  const state = useFigures()
  const { filter, setFilter, figures, found, table, rows, columns } = state
  const [density, setDensity] = useState<Density>('roomy')
  const scroller = useRef<HTMLDivElement>(null)
  const paper = usePrinting()
  const walk = useWalk(rows, scroller, 'select')
  const keys = useRowKeys(table, rows, walk)
  const copying = useCopy()
  const sheetOf = useFigureSheet()

  const { rowSelection, sorting } = table.state
  const { toFirst } = walk
  const chosen = useMemo(() => rows.filter((row) => rowSelection[row.id]), [rows, rowSelection])
  const exhibit = useMemo<Exhibit>(() => {
    const taken = chosen.length > 0 ? chosen : rows
    return {
      title: figureTable.allTitle,
      subtitle: filterLine(filter, atlas),
      notes: state.mixed ? [figureTable.mixed] : [],
      pictures: [],
      figures: taken.map((row) => row.original.observation),
      table: null,
    }
  }, [chosen, rows, filter, atlas, state.mixed, figureTable])
  const n = (count: number) => formatNumber(count, language)
  const width = columns.reduce((sum, id) => sum + WIDTHS[id], WIDTHS.select)
  const isUnknown = useUnknown(state)
  useEffect(() => {
    // Another order or filter is read from its beginning.
    if (scroller.current) scroller.current.scrollTop = 0
    toFirst()
  }, [filter, sorting, toFirst])

  return (
    <>
      <h2 className="visually-hidden">{figureTable.allTitle}</h2>
      <Filters filter={filter} counts={found.counts} isUnknown={isUnknown} onChange={setFilter} />
      <ActiveFilters filter={filter} onChange={setFilter} />
      <div className={styles.bar}>
        <output className={styles.count} data-part="count">
          {figureTable.count(n(rows.length), n(state.total))}
        </output>
        {figures.pending && <Progress loaded={figures.loaded} files={figures.files} />}
        <div className={styles.tools}>
          {chosen.length > 0 && (
            <>
              <span className={styles.chosen} data-part="chosen">
                {figureTable.chosen(n(chosen.length))}
              </span>
              <button
                type="button"
                className={styles.plain}
                data-action="select-none"
                onClick={() => table.setRowSelection({})}
              >
                {figureTable.clearChosen}
              </button>
            </>
          )}
          <Take exhibit={exhibit} copying={copying} />
          <LayoutMenu table={table} density={density} onDensity={setDensity} />
        </div>
      </div>
      <Said copying={copying} />
      {state.mixed && <p className={styles.note}>{figureTable.mixed}</p>}
      {figures.error && (
        <Failure
          title={words.pack.title}
          detail={explain(figures.error, words)}
          action={words.state.retry}
          onAction={figures.retry}
        />
      )}
      {rows.length === 0 && figures.observations.length > 0 && (
        <Nothing filter={filter} kept={found.kept} pending={figures.pending} onChange={setFilter} />
      )}
      {figures.observations.length === 0 && figures.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {rows.length > 0 && (
        // Clicks and keys on its rows are answered here, once for all of them; the boxes in the rows are what takes the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          ref={scroller}
          className={clsx(rowStyles.scroller, styles.scroller)}
          data-part="rows"
          data-density={density}
          role="region"
          aria-label={figureTable.rows}
          // It scrolls, and the row that Tab stops at may be out of sight.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onClick={keys.onClick}
          onKeyDown={keys.onKeyDown}
          onCopy={(event) => {
            // Marked text is copied as it is.
            if (chosen.length > 0 && window.getSelection()?.isCollapsed !== false)
              copying.answer(event.nativeEvent, sheetOf(exhibit.figures))
          }}
        >
          <table
            className={styles.table}
            aria-rowcount={rows.length + 1}
            style={{ '--columns': `${width}rem` } as CSSProperties}
          >
            <caption className="visually-hidden">
              {figureTable.allCaption(n(rows.length), n(state.total))} {figureTable.keys}
            </caption>
            <colgroup>
              <col data-col="select" style={{ '--width': `${WIDTHS.select}rem` } as CSSProperties} />
              {columns.map((id) => (
                <col key={id} data-col={id} style={{ '--width': `${WIDTHS[id]}rem` } as CSSProperties} />
              ))}
            </colgroup>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col" className={styles.select}>
                  <label className={styles.check}>
                    <input
                      type="checkbox"
                      data-action="select-all"
                      aria-label={figureTable.selectAll}
                      ref={(box) => {
                        if (box) box.indeterminate = chosen.length > 0 && chosen.length < rows.length
                      }}
                      checked={chosen.length === rows.length}
                      onChange={(event) =>
                        table.setRowSelection(
                          event.target.checked ? Object.fromEntries(rows.map((row) => [row.id, true as const])) : {},
                        )
                      }
                    />
                  </label>
                </th>
                {columns.map((id) => {
                  const column = table.getColumn(id)
                  const label = figureTable.columns[id]
                  if (!column?.getCanSort()) return <PlainHead key={id} label={label} />
                  return (
                    <SortHead
                      key={id}
                      column={column}
                      label={label}
                      end={id === 'value'}
                      className={id === 'place' ? styles.place : undefined}
                    />
                  )
                })}
              </tr>
            </thead>
            <FigureRows
              rows={rows}
              columns={columns}
              scroller={scroller}
              conflicts={state.conflicts}
              rowHeight={ROW_HEIGHT[density]}
              walk={walk}
              isChosen={(id) => rowSelection[id] === true}
              printing={paper}
            />
          </table>
        </div>
      )}
      {!state.hasDerived && <p className={styles.note}>{figureTable.derived}</p>}
      {paper && rows.length > PAPER_ROWS && (
        <p className={styles.note}>{figureTable.printed(n(PAPER_ROWS), n(rows.length))}</p>
      )}
    </>
  )
}

function PlainHead({ label }: { readonly label: string }) {
  return <th scope="col">{label}</th>
}

/** How far the files are, as a line that fills. */
function Progress({ loaded, files }: { readonly loaded: number; readonly files: number }) {
  const { words } = useAtlas()
  const label = words.figureTable.progress(loaded, files)
  return (
    <span className={styles.progress} data-busy>
      <progress className={styles.line} aria-label={label} value={loaded} max={files} />
      <span>{label}</span>
    </span>
  )
}

/** Places with figures of which none is loaded: asked for a few places, the others' files are left alone. */
function useUnknown({ figures, filter }: FigureTable): (place: string) => boolean {
  const { catalog } = useAtlas()
  const { observations } = figures
  const { places } = filter
  return useMemo(() => {
    const loaded = new Set(observations.map((o) => o.place))
    const known = recordCounts(catalog.records).byPlace
    return (place) => places.length > 0 && known.has(place) && !loaded.has(place)
  }, [observations, places, catalog])
}
