/** So many rows show before the reader asks for more. */
export const ROWS_OPEN = 8
/** A group more may open where little is open yet. */
const ROWS_AT_MOST = 12

/**
 * @param counts how many rows each group has; of one group at most `ROWS_OPEN` show at once
 * @returns for each group whether it starts open: the first one, and those after it while about `ROWS_OPEN` rows are open
 */
export function openUntil(counts: readonly number[]): readonly boolean[] {
  let sum = 0
  return counts.map((count, i) => {
    const after = sum + Math.min(count, ROWS_OPEN)
    const open = i === 0 || (sum < ROWS_OPEN && after <= ROWS_AT_MOST)
    // The first that stays closed closes all after it.
    sum = open ? after : Infinity
    return open
  })
}
