import { comparableBasis, basisOf, type Basis } from './basis.ts'
import { differenceOf, type Difference } from './difference.ts'
import type { Observation, Role } from './observation.ts'
import { anchorYear, endDay, samePeriod, type Years } from './period.ts'
import { inBase, interval, isRate, magnitude } from './quantity.ts'
import { choose, chooseByPlace, comparableScope, type Chosen, type PublishedOf } from './series.ts'

/** One indicator of several places side by side. */
export interface Comparison {
  readonly indicator: string
  readonly role: Role
  readonly scope: string
  readonly basis: Basis
  /** In the order asked for. */
  readonly rows: readonly ComparedPlace[]
  /** The year that all figures shown are of; null: they differ, each place has its latest. */
  readonly year: number | null
}

export interface ComparedPlace {
  readonly place: string
  /** null: nothing on record that compares. */
  readonly chosen: Chosen | null
  /** Against the first place; null for itself, and where either is missing or the bounds leave it open. */
  readonly difference: Difference | null
  /** The two figures are of different periods. */
  readonly differs: boolean
  /** Rank by size among the peers with a figure as at the same day, 1 the largest, and how many those are; null for occasions and stretches. */
  readonly rank: { readonly rank: number; readonly of: number } | null
  /** Share of the whole's figure of the same period; null where there is none, for rates, for less than nothing, and where bounds leave it open. */
  readonly share: ShareOfWhole | null
}

/** A derived figure: the two it comes from can be named. */
export interface ShareOfWhole {
  /** What the bounds leave, as parts of 1; equal where both figures are closed. */
  readonly low: number
  readonly high: number
  readonly approximate: boolean
  readonly whole: Observation
}

export interface CompareQuestion {
  readonly indicator: string
  readonly role: Role
  /** Codes, the first being what the others are compared with. */
  readonly places: readonly string[]
  /** Code of the place that holds all others. */
  readonly whole: string
  /** Codes of the places to rank among. */
  readonly peers: readonly string[]
  readonly years: Years | null
}

/**
 * Compares one indicator across places. The scope is the map's (`comparableScope`), over the places asked for; so is the basis. The
 * period: the latest year that all places with a figure share; where they share none, each has its latest, and `year` is null.
 * @param observations figures of the indicator of any place; others are passed over
 * @returns null where none of the places has a figure
 */
export function compare(
  observations: readonly Observation[],
  { indicator, role, places, whole, peers, years }: CompareQuestion,
  published: PublishedOf,
): Comparison | null {
  const all = observations.filter((o) => o.indicator === indicator && o.role === role)
  const asked = all.filter((o) => places.includes(o.place))
  const scope = comparableScope(asked, role, years)
  if (scope === null) return null
  const basis = comparableBasis(asked, role, scope, years)
  if (basis === null) return null
  const alike = all.filter((o) => o.scope === scope && basisOf(o) === basis)
  const year = sharedYear(alike, places, years)
  const chosen = chooseByPlace(all, { role, scope, basis }, year === null ? years : { from: year, to: year }, published)
  const first = chosen.get(places[0] ?? '')
  const rows = places.map((place): ComparedPlace => {
    const own = chosen.get(place) ?? null
    const base = place === places[0] ? undefined : first
    return {
      place,
      chosen: own,
      difference: own && base ? differenceOf(own.observation.quantity, base.observation.quantity) : null,
      differs: own !== null && base !== undefined && !samePeriod(own.observation.period, base.observation.period),
      rank: own && rankOf(own.observation, alike, peers, published),
      share: own && shareOf(own.observation, alike, whole, published),
    }
  })
  return { indicator, role, scope, basis, rows, year }
}

/** The latest anchor year in which every place that has any figure has one; null if there is none. */
function sharedYear(alike: readonly Observation[], places: readonly string[], years: Years | null): number | null {
  const perPlace = places
    .map((place) => new Set(alike.filter((o) => o.place === place).map((o) => anchorYear(o.period))))
    .filter((set) => set.size > 0)
  const [first, ...rest] = perPlace
  const shared = [...(first ?? [])].filter(
    (year): year is number =>
      year !== null &&
      (years === null || (year >= years.from && year <= years.to)) &&
      rest.every((set) => set.has(year)),
  )
  return shared.length === 0 ? null : Math.max(...shared)
}

/** Equal ones share a rank. A figure whose place is no peer has none. */
function rankOf(
  o: Observation,
  alike: readonly Observation[],
  peers: readonly string[],
  published: PublishedOf,
): ComparedPlace['rank'] {
  // Occasions are nobody's whole year, so their sizes make no order.
  if (!peers.includes(o.place) || basisOf(o) !== 'year') return null
  const sizes = peers.flatMap((place) => {
    if (place === o.place) return [magnitude(o.quantity)]
    const same = alike.filter((other) => other.place === place && endDay(other.period) === endDay(o.period))
    const one = choose(same, null, published)
    return one ? [magnitude(one.observation.quantity)] : []
  })
  const own = magnitude(o.quantity)
  return { rank: 1 + sizes.filter((size) => size > own).length, of: sizes.length }
}

function shareOf(
  o: Observation,
  alike: readonly Observation[],
  whole: string,
  published: PublishedOf,
): ShareOfWhole | null {
  if (isRate(o.quantity.unit.measure) || o.place === whole) return null
  // What is less than nothing is no part of anything.
  if (inBase(o.quantity) < 0) return null
  const totals = alike.filter((other) => other.place === whole && samePeriod(other.period, o.period))
  const total = choose(totals, null, published)?.observation
  if (!total || total.quantity.unit.measure !== o.quantity.unit.measure || inBase(total.quantity) <= 0) return null
  const [part, all] = [interval(o.quantity), interval(total.quantity)]
  const low = Math.max(0, part.low / all.high)
  const high = all.low <= 0 ? Infinity : part.high / all.low
  if (low === 0 && high === Infinity) return null
  const approximate = [o, total].some(({ quantity }) => quantity.bound === 'approx')
  return { low, high, approximate, whole: total }
}
