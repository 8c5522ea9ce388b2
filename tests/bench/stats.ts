/** @returns the middle value, or the mean of the two middle ones; NaN of nothing. Values that are not known (null) do not count. */
export function median(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  const half = known.length / 2
  const upper = known[Math.floor(half)]
  if (upper === undefined) return Number.NaN
  const lower = known[Math.ceil(half) - 1] ?? upper
  return (lower + upper) / 2
}

/** @returns how far the values lie apart, smallest and largest; null of nothing */
export function spread(values: readonly (number | null)[]): readonly [number, number] | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : [Math.min(...known), Math.max(...known)]
}

/** @returns ours over the reference's; null where that says nothing (unknown, or over nothing) */
export function ratio(ours: number, reference: number): number | null {
  const value = ours / reference
  return Number.isFinite(value) ? value : null
}

/** A task counts as long, and blocks, beyond so many ms (the Long Tasks API's threshold). */
const LONG_MS = 50

/** @returns by how much long tasks that began in `[from, to]` were longer than 50 ms, in ms (web.dev: total blocking time) */
export function blockingTime(
  tasks: readonly { readonly start: number; readonly duration: number }[],
  from: number,
  to: number,
): number {
  return tasks
    .filter(({ start }) => start >= from && start <= to)
    .reduce((sum, { duration }) => sum + Math.max(0, duration - LONG_MS), 0)
}

/** @returns frames a second over a span told by the times of its frames, in ms; 0 for fewer than two frames */
export function frameRate(frames: readonly number[]): number {
  const [first, last] = [frames[0], frames.at(-1)]
  if (first === undefined || last === undefined || last <= first) return 0
  return ((frames.length - 1) * 1000) / (last - first)
}
