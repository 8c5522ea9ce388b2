import { useTable, type Row, type RowSelectionState, type SortingState } from '@tanstack/react-table'
import { useDeferredValue, useMemo, useState } from 'react'
import { conflictsOf, type Conflicts } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import { recordCounts } from '../../model/record-counts.ts'
import {
  NO_FILTER,
  rowMaker,
  survey,
  usualOrder,
  type FigureFilter,
  type FigureRow,
  type Survey,
} from '../../model/table.ts'
import { useFiguresOf, type ComingFigures } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { COLUMNS, tableColumns, HIDDEN_AT_FIRST, withMeasure, type ColumnId } from './columns.ts'
import { features, type DataTable, type Features } from './features.ts'

export interface FigureTable {
  readonly filter: FigureFilter
  readonly setFilter: (filter: FigureFilter) => void
  readonly figures: ComingFigures
  readonly found: Survey
  /** Whether figures that are computed from others are among those loaded. */
  readonly hasDerived: boolean
  /** How many figures there are to be filtered. */
  readonly total: number
  readonly conflicts: Conflicts
  readonly table: DataTable<FigureRow>
  /** Those that pass the filter, as sorted. */
  readonly rows: readonly Row<Features, FigureRow>[]
  readonly columns: readonly ColumnId[]
  /** Whether the order asked for compares values that are not of one measure. */
  readonly mixed: boolean
}

/** All figures: what is loaded, filtered and sorted. The filter is the table's own; nothing of it goes into the link. */
export function useFigures(): FigureTable {
  const { catalog, language } = useAtlas()
  const [filter, setFilter] = useState(NO_FILTER)
  const figures = useFiguresOf(catalog, filter)
  const all = useRows(catalog, figures.observations)
  // Derived figures are with their indicator alone, and no count of the pack has them.
  const hasDerived = useMemo(() => all.some((row) => row.observation.parents.length > 0), [all])
  const total = useMemo(() => {
    const stated = recordCounts(catalog.records).total
    return hasDerived ? all.length : Math.max(all.length, stated)
  }, [all, catalog, hasDerived])
  // Typing comes first: the rows follow when there is time.
  const asked = useDeferredValue(filter)
  const found = useMemo(() => survey(all, asked), [all, asked])
  const conflicts = useMemo(() => conflictsOf(figures.observations), [figures.observations])
  const columns = useMemo(() => tableColumns(catalog, language), [catalog, language])
  const [asSorted, setSorted] = useState<SortingState>([])
  const table = useTable<Features, FigureRow>({
    features,
    columns,
    data: found.rows,
    getRowId: (row) => row.id,
    initialState: { columnVisibility: HIDDEN_AT_FIRST },
    enableMultiSort: false,
    state: { sorting: asSorted },
    onSortingChange: (update) =>
      setSorted((before) => withMeasure(typeof update === 'function' ? update(before) : update)),
    // Rows keep their place while others are loaded; an order asked for stays.
    autoResetAll: false,
  })
  const { sorting, columnVisibility } = table.state
  const shown = useMemo(() => COLUMNS.filter((id) => columnVisibility[id] !== false), [columnVisibility])
  const mixed = useMemo(
    () =>
      sorting.some(({ id }) => id === 'value') &&
      new Set(found.rows.map((row) => row.observation.quantity.unit.measure)).size > 1,
    [sorting, found],
  )
  const { rows } = table.getRowModel()
  return { filter, setFilter, figures, found, hasDerived, total, conflicts, table, rows, columns: shown, mixed }
}

/** Rows in the usual order; each is made once, however often more figures come. */
function useRows(catalog: Catalog, observations: readonly Observation[]): readonly FigureRow[] {
  const make = useMemo(() => {
    const makeRow = rowMaker(catalog)
    const made = new WeakMap<Observation, FigureRow>()
    return (o: Observation) => {
      const row = made.get(o) ?? makeRow(o)
      made.set(o, row)
      return row
    }
  }, [catalog])
  const order = useMemo(() => usualOrder(catalog), [catalog])
  return useMemo(() => observations.map(make).sort(order), [observations, make, order])
}

/** @returns the selection after a row was clicked: that row the other way; from `anchor` on, every row up to it chosen. */
export function chooseRows(
  before: RowSelectionState,
  ids: readonly string[],
  index: number,
  anchor: number | null,
): RowSelectionState {
  const id = ids[index]
  if (id === undefined) return before
  if (anchor === null) {
    const { [id]: chosen, ...rest } = before
    return chosen ? rest : { ...before, [id]: true }
  }
  const range = ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1)
  return { ...before, ...Object.fromEntries(range.map((one) => [one, true as const])) }
}
