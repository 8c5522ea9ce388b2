import { comparableBasis, type Basis } from '../model/basis.ts'
import { classify, classOf, rampStep, type Class, type ClassMethod } from '../model/classes.ts'
import type { Observation, Role } from '../model/observation.ts'
import type { Catalog, RecordCount } from '../model/pack.ts'
import { isWithin, type Years } from '../model/period.ts'
import type { Place } from '../model/place.ts'
import { isRate, magnitude, type Unit } from '../model/quantity.ts'
import { recordCounts } from '../model/record-counts.ts'
import { chooseByPlace, comparableScope, publishedOf, type Chosen } from '../model/series.ts'
import { RECORDS, type View } from '../model/view.ts'

/** What one place has to show for the chosen indicator, role and time. */
export interface PlaceReading {
  readonly place: Place
  /** In base units of the measure, or a number of figures; null: nothing on record. */
  readonly magnitude: number | null
  /** The figure that stands for the place; null for counts and where nothing is on record. */
  readonly chosen: Chosen | null
  /** Step of the ramp, 0 the lowest; null: no data. */
  readonly step: number | null
  /** Figures of the same indicator, role and time that are of another scope or basis, so not compared here. */
  readonly aside: number
}

/** The map's content before any word is written: the same for the map, the ranking and the table. */
export interface Reading {
  readonly role: Role
  /** `RECORDS` or an indicator's id. */
  readonly indicator: string
  /** The scope compared; null where nothing is on record. */
  readonly scope: string | null
  /** What stretch of time is compared; null for counts and where nothing is on record. */
  readonly basis: Basis | null
  /** Districts in the pack's order, those without data included. */
  readonly districts: readonly PlaceReading[]
  /** Zones that have something to show. */
  readonly zones: readonly PlaceReading[]
  /** Places outside the city that have something to show: in the table and the ranking, beyond the map. */
  readonly outside: readonly PlaceReading[]
  /** The figure of the whole city, for reference; never coloured. */
  readonly city: PlaceReading | null
  /** Classes over the districts; their counts add up to the districts with data. */
  readonly classes: readonly (Class & { readonly step: number })[]
  /** How the classes were found; null where there are none. */
  readonly method: ClassMethod | null
  /** The unit that most of the figures are printed in, for breaks and axes; null for counts. */
  readonly unit: Unit | null
  /** Figures left out because a time filter is set and their period is unknown. */
  readonly undated: number
}

export type ReadingView = Pick<View, 'role' | 'indicator' | 'time'>

/**
 * Reads what the view asks for out of the pack. Pure: the renderers, the ranking and the table all draw this.
 * @param observations the figures of the view's indicator; not looked at for `RECORDS`
 */
export function read(catalog: Catalog, observations: readonly Observation[], view: ReadingView): Reading {
  return view.indicator === RECORDS ? readRecords(catalog, view) : readIndicator(catalog, observations, view)
}

function readRecords(catalog: Catalog, { role, time }: ReadingView): Reading {
  const { byPlace, byYear } = recordCounts(catalog.records)
  const undated = time === null ? 0 : (byYear.get(null)?.[role] ?? 0)
  return finish(catalog, { role, indicator: RECORDS, scope: '', basis: null, unit: null, undated }, (place) => {
    const of = byPlace.get(place.code)
    const count = (time === null ? of?.byRole[role] : of?.records.reduce(countWithin(role, time), 0)) ?? 0
    return { magnitude: count === 0 ? null : count, chosen: null, aside: 0 }
  })
}

function countWithin(role: Role, { from, to }: Years): (sum: number, record: RecordCount) => number {
  return (sum, { role: of, year, count }) =>
    of === role && year !== null && from <= year && year <= to ? sum + count : sum
}

function readIndicator(catalog: Catalog, observations: readonly Observation[], view: ReadingView): Reading {
  const { role, indicator, time } = view
  const of = observations.filter((o) => o.indicator === indicator)
  // A scope that only places beyond the map have would leave the map empty; it serves where there is no other.
  const outside = new Set(catalog.places.filter((place) => place.kind === 'outside').map((place) => place.code))
  const onMap = of.filter((o) => !outside.has(o.place))
  const scope = comparableScope(onMap, role, time) ?? comparableScope(of, role, time)
  const basis =
    scope === null ? null : (comparableBasis(onMap, role, scope, time) ?? comparableBasis(of, role, scope, time))
  const published = publishedOf(catalog)
  const chosen =
    scope === null || basis === null
      ? new Map<string, Chosen>()
      : chooseByPlace(of, { role, scope, basis }, time, published)
  const undated = time === null ? 0 : of.filter((o) => o.role === role && isUndated(o, time)).length
  const unit = commonUnit([...chosen.values()].map((c) => c.observation.quantity.unit))
  const shown = new Map<string, number>()
  for (const o of of) if (o.role === role && isWithin(o.period, time)) shown.set(o.place, (shown.get(o.place) ?? 0) + 1)
  return finish(catalog, { role, indicator, scope, basis, unit, undated }, (place) => {
    const one = chosen.get(place.code) ?? null
    return {
      magnitude: one === null ? null : magnitude(one.observation.quantity),
      chosen: one,
      aside: (shown.get(place.code) ?? 0) - (one?.among ?? 0),
    }
  })
}

function isUndated(o: Observation, time: Years): boolean {
  return o.period.start === null && o.period.end === null && !isWithin(o.period, time)
}

function finish(
  catalog: Catalog,
  base: Pick<Reading, 'role' | 'indicator' | 'scope' | 'basis' | 'unit' | 'undated'>,
  valueOf: (place: Place) => Pick<PlaceReading, 'magnitude' | 'chosen' | 'aside'>,
): Reading {
  const values = (kind: Place['kind']) =>
    catalog.places.filter((place) => place.kind === kind).map((place) => ({ place, ...valueOf(place) }))
  const districts = values('district')
  const known = districts.map((d) => d.magnitude).filter((m) => m !== null)
  const zones = values('zone').filter((z) => z.magnitude !== null)
  const outside = values('outside').filter((o) => o.magnitude !== null)
  // Zones are coloured by the districts' classes; where no district has data they make classes of their own.
  const classed = known.length > 0 ? known : zones.map((z) => z.magnitude ?? 0)
  const { method, classes } = classify(classed, isRate(base.unit?.measure ?? ''))
  const step = (m: number | null) => (m === null ? null : rampStep(classOf(m, classes), classes.length))
  const city = catalog.places.find((place) => place.code === catalog.city)
  return {
    ...base,
    districts: districts.map((d) => ({ ...d, step: step(d.magnitude) })),
    zones: zones.map((z) => ({ ...z, step: step(z.magnitude) })),
    outside: outside.map((o) => ({ ...o, step: step(o.magnitude) })),
    city: city ? { place: city, ...valueOf(city), step: null } : null,
    classes: classes.map((c, i) => ({
      ...c,
      count: known.length > 0 ? c.count : 0,
      step: rampStep(i, classes.length),
    })),
    method: classes.length > 0 ? method : null,
  }
}

/** The unit that occurs most, the first among equals. */
function commonUnit(units: readonly Unit[]): Unit | null {
  const counts = new Map<Unit, number>()
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  let best: Unit | null = null
  for (const [unit, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = unit
  return best
}
