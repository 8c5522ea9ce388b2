import type { Derivation, Indicator } from '../../src/model/observation.ts'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { Boundaries, Catalog } from '../../src/model/pack.ts'
import { firstDay } from '../../src/model/period.ts'
import type { Place } from '../../src/model/place.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { splitText } from './cells.ts'
import type { PackDescriptor } from './descriptor.ts'
import { toUnit } from './figure-values.ts'
import { toGcj02 } from './gcj02.ts'
import { labelPoint, round } from './geometry.ts'
import { splitIds } from './rules.ts'
import type { DerivedRow, IndicatorRow, PlaceRow } from './rows.ts'
import type { SmallTables } from './tables.ts'
import type { Tally } from './tally.ts'

/** Where the figures are: see `Catalog`. */
export type Shelves = Pick<Catalog, 'shards' | 'byPlace' | 'byIndicator'>

/** The catalog: all names, and what is on record where, but no figures. Every list is sorted, so the same input gives the same bytes. */
export function buildCatalog(
  descriptor: PackDescriptor,
  tables: SmallTables,
  tally: Tally,
  boundaries: Boundaries,
  shelves: Shelves,
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
    places: [...tables.places].sort((a, b) => byCodeUnits(a.code, b.code)).map((row) => toPlace(row, boundaries)),
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
    coverage: tally.coverage(),
    records: tally.records(),
    map: { crs, reviewNumber, attribution, note, inset },
    ...shelves,
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

function derivedIndicators({ derived, units }: SmallTables): Indicator[] {
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

function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => byCodeUnits(a.id, b.id))
}

function nameOf(row: { readonly name_zh: string; readonly name_en: string }): { zh: string; en: string } {
  return { zh: row.name_zh, en: row.name_en }
}

/** @returns the date whose first day is the latest, at its own precision. */
function latest(dates: readonly string[]): string {
  const known = dates.filter((date) => date !== '')
  return known.sort((a, b) => byCodeUnits(firstDay(a), firstDay(b)) || byCodeUnits(a, b)).at(-1) ?? ''
}
