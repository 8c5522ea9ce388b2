import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type ReactTable,
  type RowData,
} from '@tanstack/react-table'

/** What our tables do: sort by one column, hide columns, keep chosen rows. Filtering is the model's (`src/model/table.ts`). */
export const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
})
export type Features = typeof features

export type DataTable<T extends RowData> = ReactTable<Features, T>
