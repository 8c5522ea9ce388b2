import type { Holdings } from '../../model/pack.ts'

/** One count of the holdings: place, indicator, anchor year or null, how many. */
export type Cell = Holdings['cells'][number]

/** A row or a column: what it counts together. */
export interface Line {
  readonly key: string
  /** Keys of the cells that it counts: one, or several where it stands for a group. */
  readonly members: readonly string[]
  /** Stands inside a group that has a line of its own, so it adds nothing to a total. */
  readonly within?: boolean
}

/** Counts of rows × columns, with totals that add up however the cells are grouped. */
export interface Matrix {
  /** `counts[row][column]`; 0 where nothing is on record. */
  readonly counts: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly total: number
  /** The largest count of a line that stands for one thing alone, at least 1: groups must not pale the others. */
  readonly max: number
}

/** How many steps the tint of a count has. */
export const TINTS = 5

/** @param rowOf the row key of a cell, `columnOf` its column key; a cell whose key is in no line is not counted */
export function matrixOf(
  cells: readonly Cell[],
  rows: readonly Line[],
  columns: readonly Line[],
  rowOf: (cell: Cell) => string,
  columnOf: (cell: Cell) => string,
): Matrix {
  const tally = new Map<string, Map<string, number>>()
  for (const cell of cells) {
    const row = tally.get(rowOf(cell)) ?? new Map<string, number>()
    tally.set(rowOf(cell), row)
    row.set(columnOf(cell), (row.get(columnOf(cell)) ?? 0) + cell[3])
  }
  const counts = rows.map(({ members }) => {
    const own = members.map((member) => tally.get(member)).filter((row) => row !== undefined)
    return columns.map((column) => sum(column.members.flatMap((key) => own.map((row) => row.get(key) ?? 0))))
  })
  const rowTotals = counts.map((row) => sum(row.filter((_, at) => columns[at]?.within !== true)))
  const columnTotals = columns.map((_, at) => sum(counts.map((row, i) => (rows[i]?.within ? 0 : (row[at] ?? 0)))))
  const single = counts.flatMap((row, i) =>
    rows[i]?.members.length === 1 ? row.filter((_, at) => columns[at]?.members.length === 1) : [],
  )
  return {
    counts,
    rowTotals,
    columnTotals,
    total: sum(rowTotals.filter((_, i) => rows[i]?.within !== true)),
    max: single.reduce((most, count) => Math.max(most, count), 1),
  }
}

/**
 * @returns the step of a count's tint, from 0; null where there is nothing, which is no step at all. Steps grow by a factor: most
 * cells hold a few figures, a few hold many.
 */
export function tintOf(count: number, max: number): number | null {
  if (count <= 0) return null
  return Math.min(TINTS - 1, Math.floor((TINTS * Math.log(count)) / Math.log(max + 1)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
