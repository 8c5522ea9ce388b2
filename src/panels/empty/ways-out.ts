import { ROLES, type Role } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import type { Years } from '../../model/period.ts'
import { recordCounts } from '../../model/record-counts.ts'
import { RECORDS, type View } from '../../model/view.ts'

/** Something to try where a view shows nothing: what it changes, and in which words it is offered. */
export interface WayOut {
  readonly kind: 'all-years' | 'role' | 'overview'
  readonly change: Partial<Pick<View, 'role' | 'indicator' | 'time'>>
}

type Pack = Pick<Catalog, 'places' | 'coverage' | 'records'>

/**
 * What leads from a view without any figure of a district or zone to one that has some, as far as the catalog tells. It does not
 * know kinds of periods: where the city's figure is of a half-year and a district's of a year, the map compares the first alone
 * and may be empty after all. Where years stand in the way they are dropped too, since a period may reach out of them although its
 * year lies within.
 */
export function waysOut({ role, indicator, time }: Pick<View, 'role' | 'indicator' | 'time'>, pack: Pack): WayOut[] {
  const mapped = new Set(pack.places.flatMap(({ code, kind }) => (kind === 'district' || kind === 'zone' ? code : [])))
  const outside = new Set(pack.places.flatMap(({ code, kind }) => (kind === 'outside' ? code : [])))
  const { byPlace } = recordCounts(pack.records)
  const hasRecords = (wanted: Role, years: Years | null) =>
    [...mapped].some((code) =>
      byPlace
        .get(code)
        ?.records.some(
          ({ role: of, year, count }) =>
            of === wanted && count > 0 && (years === null || (year !== null && years.from <= year && year <= years.to)),
        ),
    )
  const has = (wanted: Role) => {
    if (indicator === RECORDS) return hasRecords(wanted, null)
    const covers = pack.coverage.filter((cover) => cover.indicator === indicator && cover.role === wanted)
    // As `comparableScope` has it: the whole hides what is narrower, even where the city alone has the whole.
    const whole = covers.filter((cover) => cover.scope === '' && cover.places.some((place) => !outside.has(place)))
    return (whole.length > 0 ? whole : covers).some((cover) => cover.places.some((place) => mapped.has(place)))
  }
  const allYears = time === null ? {} : { time: null }
  const ways: WayOut[] = []
  if (time !== null && has(role)) ways.push({ kind: 'all-years', change: { time: null } })
  for (const other of ROLES)
    if (other !== role && has(other)) ways.push({ kind: 'role', change: { role: other, ...allYears } })
  if (indicator !== RECORDS && hasRecords(role, null))
    ways.push({ kind: 'overview', change: { indicator: RECORDS, ...(!hasRecords(role, time) && allYears) } })
  return ways
}
