import type { Role } from './observation.ts'
import type { Catalog } from './pack.ts'
import { samePeriod } from './period.ts'
import type { Chosen } from './series.ts'

/** A second indicator that can stand beside the first, place by place. */
export interface Candidate {
  readonly indicator: string
  /** How many of the places have both on record, of one scope each, whatever their time. */
  readonly common: number
}

/** Fewer points than this show nothing. */
export const FEWEST_POINTS = 3

/**
 * Indicators to set against another one, the best proposal first: of another measure before the same one (two sizes of one
 * measure mostly repeat each other), then the most places in common, then the latest year on record, then by id.
 * @param places codes
 */
export function candidatesFor(
  catalog: Pick<Catalog, 'coverage' | 'indicators'>,
  { indicator, role, places }: { readonly indicator: string; readonly role: Role; readonly places: readonly string[] },
): readonly Candidate[] {
  const measures = new Map(catalog.indicators.map((one) => [one.id, one.measure]))
  const asked = new Set(places)
  const best = new Map<string, { scope: string; places: ReadonlySet<string>; latest: number }>()
  for (const cell of catalog.coverage) {
    if (cell.role !== role) continue
    const own = new Set(cell.places.filter((code) => asked.has(code)))
    const known = best.get(cell.indicator)
    // The whole before any scope, as the map has it; else the scope with most places.
    if (known && cell.scope !== '' && (known.scope === '' || known.places.size >= own.size)) continue
    if (own.size === 0) continue
    best.set(cell.indicator, {
      scope: cell.scope,
      places: own,
      latest: Math.max(0, ...cell.years.map((year) => year ?? 0)),
    })
  }
  const first = best.get(indicator)
  if (!first) return []
  const other = (id: string) => Number(measures.get(id) !== measures.get(indicator))
  return [...best]
    .filter(([id]) => id !== indicator && measures.has(id))
    .map(([id, one]) => ({
      indicator: id,
      latest: one.latest,
      common: [...one.places].filter((code) => first.places.has(code)).length,
    }))
    .filter(({ common }) => common >= FEWEST_POINTS)
    .sort(
      (a, b) =>
        other(b.indicator) - other(a.indicator) ||
        b.common - a.common ||
        b.latest - a.latest ||
        (a.indicator < b.indicator ? -1 : 1),
    )
    .map(({ indicator: id, common }) => ({ indicator: id, common }))
}

/** A place with a figure of both indicators. */
export interface Pair {
  readonly place: string
  readonly x: Chosen
  readonly y: Chosen
  /** The two figures are of different periods. */
  readonly differs: boolean
}

/** Sets two indicators against each other; a place that lacks either is no pair. In the order of the first. */
export function pairUp(xs: ReadonlyMap<string, Chosen>, ys: ReadonlyMap<string, Chosen>): readonly Pair[] {
  return [...xs].flatMap(([place, x]) => {
    const y = ys.get(place)
    return y ? [{ place, x, y, differs: !samePeriod(x.observation.period, y.observation.period) }] : []
  })
}
