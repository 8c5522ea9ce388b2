import type { Catalog, ObservationRow, Shard } from '../../../src/model/pack.ts'
import type { Role } from '../../../src/model/observation.ts'

/** What the map shows. */
export interface Choice {
  readonly role: Role
  readonly indicator: string
  /** Calendar year; null: the latest figure of each place. */
  readonly year: number | null
}

/** One figure that can stand on the map. */
export interface Figure {
  readonly row: ObservationRow
  /** Last year of its period; null where the period is unknown. */
  readonly year: number | null
  /** In the unit of the map. */
  readonly value: number
}

/** The figures of a choice by place, and their one unit. */
export interface Shown {
  readonly unit: string
  readonly byPlace: ReadonlyMap<string, Figure>
}

interface Geo {
  readonly type: 'FeatureCollection'
  readonly features: never[]
}

const files = new Map<string, Promise<unknown>>()

/** @returns the file, asked for once */
async function load<T>(path: string): Promise<T> {
  const known = files.get(path)
  if (known !== undefined) return known as Promise<T>
  const asked = fetch(`./data/${path}`).then(async (response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return (await response.json()) as unknown
  })
  files.set(path, asked)
  return asked as Promise<T>
}

// Both are asked for at once, before React has drawn anything. The build (build.ts) knows their names.
export const catalogFile = load<Catalog>(import.meta.env['VITE_CATALOG'] as string)
export const geoFile = load<Geo>('boundaries.geo.json')

/** @returns all figures of an indicator, or none where there is no file of it */
export async function figuresOfIndicator(catalog: Catalog, indicator: string): Promise<readonly ObservationRow[]> {
  return rowsOf(catalog, catalog.byIndicator[indicator])
}

/** @returns all figures of a place, or none where there is no file of it */
export async function figuresOfPlace(catalog: Catalog, place: string): Promise<readonly ObservationRow[]> {
  const rows = await rowsOf(catalog, catalog.byPlace[place])
  return rows.filter((row) => row.place === place)
}

async function rowsOf(catalog: Catalog, shard: number | undefined): Promise<readonly ObservationRow[]> {
  const file = shard === undefined ? undefined : catalog.shards[shard]
  return file === undefined ? [] : (await load<Shard>(file.path)).observations
}

export function yearOf(row: ObservationRow): number | null {
  const end = row.end ?? row.start
  return end === undefined ? null : Number(end.slice(0, 4))
}

/** Figures of one series: a place's values of the choice's indicator and role, by year. */
export function seriesOf(catalog: Catalog, rows: readonly ObservationRow[], choice: Choice): readonly Figure[] {
  const fit = rows.filter(
    (row) => row.indicator === choice.indicator && row.role === choice.role && row.scope === undefined,
  )
  const factors = new Map(catalog.units.map((unit) => [unit.id, unit.factor]))
  const base = factors.get(fit[0]?.unit ?? '') ?? 1
  return fit
    .map((row) => ({ row, year: yearOf(row), value: (row.value * (factors.get(row.unit) ?? 1)) / base }))
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
}

/** @returns the latest figure of each place, or that of the chosen year */
export function shownOf(catalog: Catalog, rows: readonly ObservationRow[], choice: Choice): Shown {
  const series = seriesOf(catalog, rows, choice)
  const unit = catalog.units.find(({ id }) => id === series[0]?.row.unit)
  const fit = series.filter(({ year }) => choice.year === null || year === choice.year)
  return { unit: unit?.symbol.zh ?? '', byPlace: new Map(fit.map((figure) => [figure.row.place, figure])) }
}

const NUMBER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })

export function format(value: number): string {
  return NUMBER.format(value)
}
