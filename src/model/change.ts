import { differenceOf, type Difference } from './difference.ts'
import type { Observation } from './observation.ts'
import { anchorYear, type Years } from './period.ts'
import { byPlace, choose, type Chosen, type PublishedOf } from './series.ts'

/** One place at two times. */
export interface Change {
  readonly place: string
  readonly from: Chosen
  readonly to: Chosen
  /** Later less earlier; null where the bounds leave it open. */
  readonly difference: Difference | null
}

/** A place with a figure of one of the two years alone. */
export interface OneTime {
  readonly place: string
  /** The year that is missing. */
  readonly lacks: number
}

export interface Changes {
  /** In the order of the places given. */
  readonly both: readonly Change[]
  readonly one: readonly OneTime[]
  /** Places without a figure of either year. */
  readonly none: readonly string[]
}

/**
 * How places changed between two years. Never filled in from a year beside: a place that lacks one of the two is listed.
 * @param alike figures of one indicator, role, scope and basis
 * @param places codes
 */
export function changesBetween(
  alike: readonly Observation[],
  places: readonly string[],
  { from, to }: Years,
  published: PublishedOf,
): Changes {
  const both: Change[] = []
  const one: OneTime[] = []
  const none: string[] = []
  const figures = byPlace(alike)
  for (const place of places) {
    const own = figures.get(place) ?? []
    const at = (year: number) => choose(own, { from: year, to: year }, published)
    const [earlier, later] = [at(from), at(to)]
    if (earlier && later) {
      const difference = differenceOf(later.observation.quantity, earlier.observation.quantity)
      both.push({ place, from: earlier, to: later, difference })
    } else if (earlier || later) one.push({ place, lacks: earlier ? to : from })
    else none.push(place)
  }
  return { both, one, none }
}

/** @returns years that any of the places has a figure of, ascending. */
export function yearsWith(alike: readonly Observation[], places: readonly string[]): readonly number[] {
  return [...placesByYear(alike, places).keys()].sort((a, b) => a - b)
}

/**
 * The two years to compare unless the reader says otherwise: the first and the last with figures inside of the years asked for;
 * without those the earliest and the latest that at least a third of the places have. Where no place has both of them, the two
 * years that most places have both of, the furthest apart among equals.
 * @param asked null, or a single year: the reader asked for no two
 * @returns null where no place has figures of two years
 */
export function usualYears(
  alike: readonly Observation[],
  places: readonly string[],
  asked: Years | null,
): Years | null {
  const having = placesByYear(alike, places)
  const years = [...having.keys()].sort((a, b) => a - b)
  const spans = asked !== null && asked.from < asked.to
  const wanted = spans
    ? years.filter((year) => year >= asked.from && year <= asked.to)
    : years.filter((year) => 3 * (having.get(year)?.size ?? 0) >= places.length)
  const shared = (from: number, to: number): number =>
    [...(having.get(from) ?? [])].filter((place) => having.get(to)?.has(place)).length
  const [first, last] = [wanted[0], wanted.at(-1)]
  if (first !== undefined && last !== undefined && first < last && shared(first, last) > 0)
    return { from: first, to: last }
  let best: Years | null = null
  let most = 0
  for (const from of years) {
    for (const to of years.filter((year) => year > from)) {
      const count = shared(from, to)
      if (count === 0 || count < most) continue
      if (best === null || count > most || to - from > best.to - best.from) best = { from, to }
      most = count
    }
  }
  return best
}

function placesByYear(
  alike: readonly Observation[],
  places: readonly string[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const asked = new Set(places)
  const having = new Map<number, Set<string>>()
  for (const o of alike) {
    const year = anchorYear(o.period)
    if (year === null || !asked.has(o.place)) continue
    having.set(year, (having.get(year) ?? new Set<string>()).add(o.place))
  }
  return having
}
