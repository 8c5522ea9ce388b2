import { fromColumns, type Columns } from './columns.ts'
import type { ObservationRow, PACK_FORMAT, Shard } from './pack.ts'

/** A file of figures of one place or one indicator that has more of them than rows are good for. */
export interface ColumnShard {
  readonly format: typeof PACK_FORMAT
  readonly columns: Columns
}

/** A file of figures in either form. */
export type AnyShard = Shard | ColumnShard

/** @returns the figures of a file of either form. @throws RangeError where columns do not go with each other */
export function rowsOf(shard: AnyShard): readonly ObservationRow[] {
  return 'columns' in shard ? fromColumns(shard.columns) : shard.observations
}
