import type { Observation, Role } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import { choose, groupBySeries, publishedOf } from '../../model/series.ts'

/** So many figures head a place. */
export const MOST_FIGURES = 4

/**
 * The figures that stand for a place where there is room for few: those that the pack puts at its head. Where it names none, the
 * rule: of each series of the whole (empty scope) the figure that a map would show (`choose`); the series that most places have
 * first, since their figures can be compared; among equals results before investments before projects before targets, then by
 * indicator's id; no indicator twice.
 * @param observations all stated figures of the place
 */
export function bestFigures(
  catalog: Catalog,
  place: string,
  observations: readonly Observation[],
): readonly Observation[] {
  const named = catalog.headlines.flatMap((id) => observations.find((o) => o.id === id && o.place === place) ?? [])
  if (named.length > 0) return named.slice(0, MOST_FIGURES)
  const published = publishedOf(catalog)
  const spread = new Map(
    catalog.coverage.filter(({ scope }) => scope === '').map((c) => [`${c.indicator}|${c.role}`, c.places.length]),
  )
  const spreadOf = ({ indicator, role }: Observation): number => spread.get(`${indicator}|${role}`) ?? 0
  const own = observations.filter((o) => o.place === place && o.scope === '')
  const candidates = [...groupBySeries(own).values()]
    .flatMap((series) => choose(series, null, published)?.observation ?? [])
    .sort(
      (a, b) =>
        spreadOf(b) - spreadOf(a) ||
        ORDER.indexOf(a.role) - ORDER.indexOf(b.role) ||
        (a.indicator < b.indicator ? -1 : 1),
    )
  const seen = new Set<string>()
  return candidates.filter(({ indicator }) => !seen.has(indicator) && seen.add(indicator)).slice(0, MOST_FIGURES)
}

const ORDER = ['actual', 'investment', 'project', 'target'] satisfies readonly Role[]
