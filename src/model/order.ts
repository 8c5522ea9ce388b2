/**
 * Code unit order, for what is no name: ids, dates, codes. The same on every machine, whatever its language; and a language's own
 * order (`localeCompare`), asked for the first time, costs a phone some 30 ms.
 */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
