import type { Observation, Role } from './observation.ts'
import { firstDay, isWithin, lastDay, yearOf, type Years } from './period.ts'

/**
 * What stretch of time a figure is for. Only figures of one basis compare: a year's total, one ceremony's and a half-year's are
 * different things, however alike their names.
 *
 * - `year`: one whole year, or a state as at a day, a month or the end of a year
 * - `event`: one occasion: a ceremony, a conference, a groundbreaking
 * - `years`: more than one year
 * - `part-year`: some months of a year
 * - `undated`: unknown, or without an end
 *
 * In the order in which a map prefers them.
 */
export const BASES = ['year', 'event', 'years', 'part-year', 'undated'] as const
export type Basis = (typeof BASES)[number]

type Dated = Pick<Observation, 'period' | 'event' | 'role'>

/** @returns the basis that follows from the figure's period, event and role; see `BASES`. */
export function basisOf({ period, event, role }: Dated): Basis {
  const { start, end } = period
  if (end === null) return 'undated'
  if (event !== '') return 'event'
  if (start === null) return 'year'
  if (start === end) {
    // Projects are signed on a day; all else that is dated to a day or month is a state as at it.
    return role === 'project' && end.length > 4 ? 'event' : 'year'
  }
  const [first, last] = [firstDay(start), lastDay(end)]
  if (first === last) return role === 'project' ? 'event' : 'year'
  if (yearOf(start) < yearOf(end)) return 'years'
  return first.endsWith('-01-01') && last.endsWith('-12-31') ? 'year' : 'part-year'
}

/**
 * A map compares figures of one basis. The rule: the first of `BASES` that covers at least half as many places under the filter as
 * the one that covers most: whole years say more than parts of them, unless hardly anybody has any.
 * @param observations figures of one indicator; those of another role or scope are passed over
 * @returns null where there is nothing to show
 */
export function comparableBasis(
  observations: readonly Observation[],
  role: Role,
  scope: string,
  years: Years | null,
): Basis | null {
  const places = new Map<Basis, Set<string>>()
  for (const o of observations) {
    if (o.role !== role || o.scope !== scope || !isWithin(o.period, years)) continue
    const basis = basisOf(o)
    places.set(basis, (places.get(basis) ?? new Set<string>()).add(o.place))
  }
  const sizeOf = (basis: Basis): number => places.get(basis)?.size ?? 0
  const most = Math.max(...BASES.map(sizeOf))
  return most === 0 ? null : (BASES.find((basis) => 2 * sizeOf(basis) >= most) ?? null)
}
