import { createColumnHelper, type SortingState } from '@tanstack/react-table'
import { comparisons, type FigureRow, type SortName } from '../../model/table.ts'
import type { Catalog } from '../../model/pack.ts'
import type { Language } from '../../model/text.ts'
import type { Features } from './features.ts'

/** The columns of all figures, in their order; `note` alone has none to sort by. */
export const COLUMNS = [
  'place',
  'indicator',
  'value',
  'period',
  'role',
  'theme',
  'scope',
  'unit',
  'certainty',
  'source',
  'printed',
  'note',
] as const satisfies readonly (SortName | 'note')[]
export type ColumnId = (typeof COLUMNS)[number]

/** In rem. The whole table is at least as wide as those shown; what is left over goes to all of them. */
export const WIDTHS: Readonly<Record<ColumnId | 'select', number>> = {
  select: 2.6,
  place: 6,
  indicator: 12.5,
  value: 8.6,
  period: 6,
  role: 5.7,
  theme: 7.5,
  scope: 9,
  unit: 5.5,
  certainty: 6.4,
  source: 7,
  printed: 7,
  note: 15,
}

/** What a row is of and how much always shows. */
export const FIXED: readonly ColumnId[] = ['place', 'indicator', 'value']

/** Hidden until asked for: said by the value, by the indicator's name, or by the source's panel. */
export const HIDDEN_AT_FIRST: Readonly<Record<string, boolean>> = {
  theme: false,
  scope: false,
  unit: false,
  printed: false,
  note: false,
}

/** The order asked for, made sensible: values are compared within their measure alone, and measures keep their order either way. */
export function withMeasure(sorting: SortingState): SortingState {
  const asked = sorting.filter(({ id }) => id !== 'measure')
  return asked.some(({ id }) => id === 'value') ? [{ id: 'measure', desc: false }, ...asked] : asked
}

/** The larger and the later are what is looked for first. */
const DESCENDING_FIRST: ReadonlySet<string> = new Set(['value', 'period'])

const helper = createColumnHelper<Features, FigureRow>()

export function tableColumns(catalog: Catalog, language: Language) {
  const compare = comparisons(catalog, language)
  return helper.columns(
    [...COLUMNS, 'measure' as const].map((id) =>
      helper.accessor((row) => row.id, {
        id,
        enableSorting: id !== 'note',
        sortDescFirst: DESCENDING_FIRST.has(id),
        sortFn: (a, b) => (id === 'note' ? 0 : compare[id](a.original.observation, b.original.observation)),
      }),
    ),
  )
}
