import { ROLES, type Role } from '../../model/observation.ts'
import type { Catalog, Coverage } from '../../model/pack.ts'
import type { View } from '../../model/view.ts'

/** What a view becomes when an indicator is picked, and whether its years had to go. */
export interface Picked {
  readonly change: Partial<View> & Pick<View, 'indicator' | 'role'>
  readonly timeDropped: boolean
}

/**
 * Picks an indicator, at one place if given. The role stays where there is something in it, else it is the one with most figures; so do the
 * years. @returns null where nothing is on record of it
 */
export function pickIndicator(
  { coverage }: Pick<Catalog, 'coverage'>,
  view: Pick<View, 'role' | 'time'>,
  indicator: string,
  place: string | null = null,
): Picked | null {
  const cells = coverage.filter((c) => c.indicator === indicator && (place === null || c.places.includes(place)))
  if (cells.length === 0) return null
  const count = (role: Role): number => sum(cells.filter((c) => c.role === role))
  const role = count(view.role) > 0 ? view.role : ROLES.reduce((best, r) => (count(r) > count(best) ? r : best))
  const { time } = view
  const within = (cell: Coverage): boolean =>
    time === null || cell.years.some((year) => year !== null && year >= time.from && year <= time.to)
  const timeDropped = !cells.some((cell) => cell.role === role && within(cell))
  return {
    change: {
      indicator,
      role,
      ...(place !== null && { places: [place] }),
      ...(timeDropped && { time: null }),
    },
    timeDropped,
  }
}

function sum(cells: readonly Coverage[]): number {
  return cells.reduce((total, cell) => total + cell.count, 0)
}
