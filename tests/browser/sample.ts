/** Another seed walks other figures: `ATLAS_TEST_SEED=7`. */
export const SEED = Number(process.env['ATLAS_TEST_SEED'] ?? 20_251_124)

/** @returns numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @returns `count` rows, the same for the same seed (a Fisher–Yates shuffle). */
export function sample<Row>(rows: readonly Row[], count: number, start: number): readonly Row[] {
  const random = drawing(start)
  const left = [...rows]
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [row] = left.splice(Math.floor(random() * left.length), 1)
    if (row === undefined) throw new Error('no rows left')
    return row
  })
}
