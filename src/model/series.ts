import { basisOf, type Basis } from './basis.ts'
import type { Certainty, Observation, Role, Source } from './observation.ts'
import { byCodeUnits } from './order.ts'
import { byEnd, isWithin, samePeriod, type Years } from './period.ts'
import { sameQuantity } from './quantity.ts'

/** What a line joins and a map compares across places: figures alike in all of these (DESIGN §4). */
export type SeriesKey = Pick<Observation, 'place' | 'indicator' | 'scope' | 'role'>

/** @returns a text that two figures share exactly if they are of one series. */
export function seriesKey({ place, indicator, scope, role }: SeriesKey): string {
  // No id holds a bar: ids are slugs, checked by the pack's schema.
  return [place, indicator, scope, role].join('|')
}

/** @returns the figures by series, series and figures in the order they first stand in. */
export function groupBySeries(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const groups = new Map<string, Observation[]>()
  for (const o of observations) {
    const key = seriesKey(o)
    const group = groups.get(key)
    if (group) group.push(o)
    else groups.set(key, [o])
  }
  return groups
}

/** Which step of the rule settled the choice; `only` where there was nothing to choose from. */
export type ChosenBy = 'only' | 'period' | 'certainty' | 'published' | 'id'

/** The figure that stands for a place on a map or in a ranking, and what it was chosen from. */
export interface Chosen {
  readonly observation: Observation
  /** Figures of the same series and the same known period that state something else: the sources disagree. */
  readonly conflicts: readonly Observation[]
  /** How many figures of the series fall under the time filter, the chosen one included. */
  readonly among: number
  readonly by: ChosenBy
}

/**
 * Whether two figures of one series state different quantities of the same known period and event: the sources disagree (DESIGN
 * §3, rule 5). Unknown periods are the same as nothing, so their figures disagree with none.
 */
export function disagrees(a: Statement, b: Statement): boolean {
  return samePeriod(a.period, b.period) && a.event === b.event && !sameQuantity(a.quantity, b.quantity)
}
type Statement = Pick<Observation, 'period' | 'event' | 'quantity'>

/** Lower is preferred. */
const CERTAINTY_ORDER: Record<Certainty, number> = { stated: 0, converted: 1, 'inferred-date': 2, paraphrased: 3 }

/** @returns the figures of each place, in their order: what asks place by place does not go through all of them each time. */
export function byPlace(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const places = new Map<string, Observation[]>()
  for (const o of observations) {
    const known = places.get(o.place)
    if (known) known.push(o)
    else places.set(o.place, [o])
  }
  return places
}

/** @returns the date a source was published, for ties; empty if unknown. */
export type PublishedOf = (sourceId: string) => string

/** @returns for each source the date it was published; '' where none is known. */
export function publishedOf({ sources }: { readonly sources: readonly Source[] }): PublishedOf {
  const known = publishedBy.get(sources)
  if (known) return known
  const dates = new Map(sources.map((source) => [source.id, source.published]))
  const published: PublishedOf = (id) => dates.get(id) ?? ''
  publishedBy.set(sources, published)
  return published
}

/** A large pack has 15,000 sources, and every reading asks for their dates: the list is gone through once. */
const publishedBy = new WeakMap<readonly Source[], PublishedOf>()

/**
 * One value per place. The rule: the figure whose period ends last; among equals the better certainty; then the one whose
 * source was published last; then the smaller id, so that the choice never depends on the order of rows. Figures of unknown
 * period come last, and only without a time filter.
 * @param series figures of one series (same place, indicator, scope and role)
 */
export function choose(series: readonly Observation[], years: Years | null, published: PublishedOf): Chosen | null {
  const candidates = series.filter((o) => isWithin(o.period, years)).sort((a, b) => (before(a, b, published) ? -1 : 1))
  const best = candidates[0]
  if (best === undefined) return null
  const conflicts = candidates.filter((o) => disagrees(o, best))
  const second = candidates[1]
  const by = second === undefined ? 'only' : order(best, second, published).by
  return { observation: best, conflicts, among: candidates.length, by }
}

function before(a: Observation, b: Observation, published: PublishedOf): boolean {
  return order(a, b, published).sign < 0
}

/** @returns a sign below 0 where `a` is preferred, and the step of the rule that settled it. */
function order(
  a: Observation,
  b: Observation,
  published: PublishedOf,
): { readonly sign: number; readonly by: ChosenBy } {
  const later = byEnd(b.period, a.period)
  if (later !== 0) return { sign: later, by: 'period' }
  const byCertainty = CERTAINTY_ORDER[a.certainty] - CERTAINTY_ORDER[b.certainty]
  if (byCertainty !== 0) return { sign: byCertainty, by: 'certainty' }
  const byPublished = byCodeUnits(latest(b, published), latest(a, published))
  if (byPublished !== 0) return { sign: byPublished, by: 'published' }
  return { sign: a.id < b.id ? -1 : 1, by: 'id' }
}

function latest(o: Observation, published: PublishedOf): string {
  return o.sources.map(published).reduce((a, b) => (a > b ? a : b), '')
}

/**
 * A map compares series that differ in place alone, so it shows one scope. The rule: the whole (empty scope) if any place
 * has it under the filter; else the scope with the most places; ties by id.
 * @returns a scope's id, or null where there is nothing to show.
 */
export function comparableScope(observations: readonly Observation[], role: Role, years: Years | null): string | null {
  const places = new Map<string, Set<string>>()
  for (const o of observations) {
    if (o.role !== role || !isWithin(o.period, years)) continue
    const of = places.get(o.scope) ?? new Set<string>()
    places.set(o.scope, of.add(o.place))
  }
  if (places.has('')) return ''
  const ranked = [...places].sort(([a, p], [b, q]) => q.size - p.size || (a < b ? -1 : 1))
  return ranked[0]?.[0] ?? null
}

/**
 * One figure for each place that has the indicator in this role, scope, basis and time. Where a place has only figures without a
 * period, and no time is asked for, one of those stands in: it says itself that its date is not stated.
 */
export function chooseByPlace(
  observations: readonly Observation[],
  { role, scope, basis }: { readonly role: Role; readonly scope: string; readonly basis: Basis },
  years: Years | null,
  published: PublishedOf,
): Map<string, Chosen> {
  const groups = new Map<string, Observation[]>()
  for (const o of observations) {
    if (o.role !== role || o.scope !== scope || ![basis, 'undated'].includes(basisOf(o))) continue
    const group = groups.get(o.place)
    if (group) group.push(o)
    else groups.set(o.place, [o])
  }
  const chosen = new Map<string, Chosen>()
  for (const [place, group] of groups) {
    const own = group.filter((o) => basisOf(o) === basis)
    const one = choose(own.length > 0 ? own : group, years, published)
    if (one) chosen.set(place, one)
  }
  return chosen
}
