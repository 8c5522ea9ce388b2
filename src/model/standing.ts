import { endDay } from './period.ts'
import type { Progress } from './progress.ts'

/**
 * One target for each place and scope, where a place has set several over the years. The rule: the one that something is
 * reported of before one that nothing is; then the latest deadline; then the smaller id.
 * @returns in the order in which places and scopes first stand
 */
export function bestByPlace(progresses: readonly Progress[]): readonly Progress[] {
  const best = new Map<string, Progress>()
  for (const progress of progresses) {
    const key = `${progress.target.place}|${progress.target.scope}`
    const known = best.get(key)
    if (known === undefined || isBefore(progress, known)) best.set(key, progress)
  }
  return [...best.values()]
}

function isBefore(a: Progress, b: Progress): boolean {
  if ((a.actual === null) !== (b.actual === null)) return a.actual !== null
  const [x, y] = [endDay(a.target.period), endDay(b.target.period)]
  return x === y ? a.target.id < b.target.id : x > y
}
