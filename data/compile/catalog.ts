import { ROLES } from '../../src/model/observation.ts'
import type { Derivation, Indicator, Role } from '../../src/model/observation.ts'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { Boundaries, Catalog, Coverage, FileRef, ObservationRow, RecordCount } from '../../src/model/pack.ts'
import { anchorYear, firstDay } from '../../src/model/period.ts'
import type { Place } from '../../src/model/place.ts'
import { splitText } from './cells.ts'
import type { PackDescriptor } from './descriptor.ts'
import { periodOf, toUnit } from './figure-values.ts'
import { toGcj02 } from './gcj02.ts'
import { labelPoint, round } from './geometry.ts'
import { byYear, compare, groupBy } from './ordering.ts'
import { splitIds } from './rules.ts'
import type { DerivedRow, IndicatorRow, ObservationRecord, PlaceRow, Tables } from './rows.ts'
import type { Packing } from './shards.ts'

/** The catalog: all names, and what is on record where, but no figures. Every list is sorted, so the same input gives the same bytes. */
export function buildCatalog(
  descriptor: PackDescriptor,
  tables: Tables,
  derived: readonly ObservationRow[],
  boundaries: Boundaries,
  packing: Packing,
  shards: readonly FileRef[],
): Catalog {
  const { atlas } = descriptor
  const { crs, reviewNumber, attribution, note, inset } = atlas.map
  return {
    format: PACK_FORMAT,
    id: descriptor.name,
    version: descriptor.version,
    title: atlas.title,
    description: atlas.description,
    asOf: latest(tables.sources.map((source) => source.published)),
    licence: atlas.licence,
    city: atlas.city,
    defaults: atlas.defaults,
    projectPairs: atlas.projectPairs,
    headlines: atlas.headlines,
    places: [...tables.places].sort((a, b) => compare(a.code, b.code)).map((row) => toPlace(row, boundaries)),
    units: byId(tables.units).map(toUnit),
    themes: atlas.themes,
    indicators: byId([
      ...tables.indicators.map((row) => toIndicator(row, row.measure, null)),
      ...derivedIndicators(tables),
    ]),
    scopes: byId(tables.scopes).map((row) => ({ id: row.id, name: nameOf(row) })),
    events: byId(tables.events).map((row) => ({ id: row.id, place: row.place, date: row.date, name: nameOf(row) })),
    sources: byId(tables.sources).map(({ id, document, title, publisher, published, url, kind }) => ({
      id,
      document: document === '' ? null : document,
      title,
      publisher,
      published,
      url,
      kind,
    })),
    coverage: coverage([...tables.observations.map(toCounted), ...derived.map(derivedToCounted)]),
    records: records(tables.observations.map(toCounted)),
    map: { crs, reviewNumber, attribution, note, inset },
    shards,
    byPlace: packing.byPlace,
    byIndicator: packing.byIndicator,
  }
}

/**
 * The table's positions are WGS 84. Districts stand at their outline's label point instead; all others are moved into the
 * boundaries' coordinates, or they would sit half a kilometre off.
 */
function toPlace(row: PlaceRow, { crs, districts }: Boundaries): Place {
  const label = labelPoint(districts.find((boundary) => boundary.code === row.code)?.polygons ?? [])
  const position = row.lon === null || row.lat === null ? null : ([row.lon, row.lat] as const)
  const moved = position && crs === 'GCJ-02' ? toGcj02(position) : position
  return {
    code: row.code,
    kind: row.kind,
    name: nameOf(row),
    parents: splitIds(row.parents),
    point: label ?? (moved && [round(moved[0], 4), round(moved[1], 4)]),
    approximate: label === null,
    note: row.note === '' ? null : splitText(row.note),
  }
}

function derivedIndicators({ derived, units }: Tables): Indicator[] {
  const measures = new Map(units.map((unit) => [unit.id, unit.measure]))
  return derived.map((row) => {
    const { kind, numerator, denominator } = row
    return toIndicator(row, measures.get(row.unit) ?? '', { kind, numerator, denominator })
  })
}

function toIndicator(row: IndicatorRow | DerivedRow, measure: string, derivation: Derivation | null): Indicator {
  return {
    id: row.id,
    name: nameOf(row),
    theme: row.theme,
    measure,
    better: row.better === '' ? null : row.better,
    description: { zh: row.description_zh, en: row.description_en },
    derivation,
  }
}

/** What is on record of each (indicator, role, scope). Indicators by id, roles in their own order, scopes by id. */
function coverage(observations: readonly Counted[]): Coverage[] {
  const groups = groupBy(observations, (row) => `${row.indicator}|${ROLES.indexOf(row.role)}|${row.scope}`)
  return [...groups.values()]
    .map((rows) => {
      const [{ indicator, role, scope }] = rows
      const places = [...new Set(rows.map((row) => row.place))].sort(compare)
      const years = [...new Set(rows.map((row) => row.year))].sort(byYear)
      return { indicator, role, scope, places, years, count: rows.length }
    })
    .sort((a, b) => compare(a.indicator, b.indicator) || byRole(a, b) || compare(a.scope, b.scope))
}

/** How many figures of each role each place has at each anchor year. A place's own only: a zone's are not its district's. */
function records(observations: readonly Counted[]): RecordCount[] {
  const groups = groupBy(observations, (row) => `${row.place}|${row.role}|${row.year}`)
  return [...groups.values()]
    .map((rows) => {
      const [first] = rows
      return { place: first.place, role: first.role, year: first.year, count: rows.length }
    })
    .sort((a, b) => compare(a.place, b.place) || byRole(a, b) || byYear(a.year, b.year))
}

/** What counting needs to know of a figure. */
interface Counted {
  readonly place: string
  readonly indicator: string
  readonly role: Role
  readonly scope: string
  readonly year: number | null
}

function toCounted(row: ObservationRecord): Counted {
  const { place, indicator, role, scope } = row
  return { place, indicator, role, scope, year: anchorYear(periodOf(row)) }
}

function derivedToCounted({ place, indicator, role, start, end }: ObservationRow): Counted {
  return { place, indicator, role, scope: '', year: anchorYear({ start: start ?? null, end: end ?? null, note: '' }) }
}

function byRole(a: Pick<Coverage, 'role'>, b: Pick<Coverage, 'role'>): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role)
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => compare(a.id, b.id))
}

function nameOf(row: { readonly name_zh: string; readonly name_en: string }): { zh: string; en: string } {
  return { zh: row.name_zh, en: row.name_en }
}

/** @returns the date whose first day is the latest, at its own precision. */
function latest(dates: readonly string[]): string {
  const known = dates.filter((date) => date !== '')
  return known.sort((a, b) => compare(firstDay(a), firstDay(b)) || compare(a, b)).at(-1) ?? ''
}
