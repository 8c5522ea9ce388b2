/** How far below a line's middle its baseline lies, in em: programs that are no browser know no `dominant-baseline`. */
export const BASELINE = 0.36

/** A tenth of a pixel is finer than anybody sees. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
