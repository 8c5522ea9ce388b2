/** A stream of numbers in [0, 1) that looks random and is the same for the same keys, on every machine. */
export type Stream = () => number

/**
 * A stream of its own for each tuple of keys (mulberry32 over an FNV-1a mix of the keys): a figure then does not depend on how many
 * were made before it, so that a pack of 16 places is the beginning of one of 2,900.
 */
export function streamOf(...keys: readonly number[]): Stream {
  let state = 0x811c9dc5
  for (const key of keys) {
    state = Math.imul(state ^ (key & 0xffff), 0x01000193)
    state = Math.imul(state ^ (key >>> 16), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** @returns a number around 0 with a spread of 1: close enough to normal for made-up figures. */
export function around(next: Stream): number {
  return (next() + next() + next() + next() - 2) * 1.732
}
