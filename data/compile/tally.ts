import { ROLES } from '../../src/model/observation.ts'
import type { Role } from '../../src/model/observation.ts'
import type { Coverage, ObservationRow, RecordCount } from '../../src/model/pack.ts'
import { anchorYear } from '../../src/model/period.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { byYear } from './ordering.ts'

/** Counts figures as they come: what is on record where. It keeps counts alone, so it grows with places and years, not with figures. */
export class Tally {
  private readonly covered = new Map<string, Covered>()
  private readonly recorded = new Map<string, Recorded>()

  /** A figure that a source states. */
  add(row: ObservationRow): void {
    const year = anchorYear({ start: row.start ?? null, end: row.end ?? null, note: '' })
    this.cover(row, year)
    const key = `${row.place}|${row.role}|${year}`
    const known = this.recorded.get(key)
    if (known) known.count += 1
    else this.recorded.set(key, { place: row.place, role: row.role, year, count: 1 })
  }

  /** A derived figure counts with its indicator alone: it is no further evidence. */
  addDerived(row: ObservationRow): void {
    this.cover(row, anchorYear({ start: row.start ?? null, end: row.end ?? null, note: '' }))
  }

  /** @returns what is on record of each (indicator, role, scope): indicators by id, roles in their own order, scopes by id. */
  coverage(): Coverage[] {
    return [...this.covered.values()]
      .map(({ indicator, role, scope, places, years, count }) => ({
        ...{ indicator, role, scope, places: [...places].sort(byCodeUnits), years: [...years].sort(byYear), count },
      }))
      .sort((a, b) => byCodeUnits(a.indicator, b.indicator) || byRole(a, b) || byCodeUnits(a.scope, b.scope))
  }

  /** @returns how many figures of each role each place has at each anchor year. A place's own only: a zone's are not its district's. */
  records(): RecordCount[] {
    return [...this.recorded.values()]
      .map((each) => ({ ...each }))
      .sort((a, b) => byCodeUnits(a.place, b.place) || byRole(a, b) || byYear(a.year, b.year))
  }

  private cover({ indicator, role, scope = '', place }: ObservationRow, year: number | null): void {
    const key = `${indicator}|${role}|${scope}`
    const known = this.covered.get(key) ?? { indicator, role, scope, places: new Set(), years: new Set(), count: 0 }
    this.covered.set(key, known)
    known.places.add(place)
    known.years.add(year)
    known.count += 1
  }
}

interface Covered {
  readonly indicator: string
  readonly role: Role
  readonly scope: string
  readonly places: Set<string>
  readonly years: Set<number | null>
  count: number
}

interface Recorded {
  readonly place: string
  readonly role: Role
  readonly year: number | null
  count: number
}

function byRole(a: { readonly role: Role }, b: { readonly role: Role }): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role)
}
