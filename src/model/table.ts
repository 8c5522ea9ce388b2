import { CERTAINTIES, ROLES, type Certainty, type Observation, type Role } from './observation.ts'
import { byCodeUnits } from './order.ts'
import type { Catalog } from './pack.ts'
import { anchorYear, byEnd, firstDay, lastDay } from './period.ts'
import { highInBase, inBase, type Bound, type Interval, type Quantity } from './quantity.ts'
import { textIn, type Language, type Text } from './text.ts'

/** What narrows a table of figures. Empty lists, empty text and null narrow nothing; filters of several kinds narrow together. */
export interface FigureFilter {
  readonly roles: readonly Role[]
  /** Ids of themes. */
  readonly themes: readonly string[]
  /** Codes. */
  readonly places: readonly string[]
  /** Ids. */
  readonly indicators: readonly string[]
  readonly certainties: readonly Certainty[]
  /** As the catalog's sources have them; '' for sources that name none. */
  readonly publishers: readonly string[]
  readonly period: PeriodFilter
  /** Every word must stand in a name of the figure, in either language. */
  readonly text: string
}

/** Anchor years, both included; `undated`: figures of unknown period alone, whatever the years. */
export interface PeriodFilter {
  readonly from: number | null
  readonly to: number | null
  readonly undated: boolean
}

export const NO_FILTER: FigureFilter = {
  roles: [],
  themes: [],
  places: [],
  indicators: [],
  certainties: [],
  publishers: [],
  period: { from: null, to: null, undated: false },
  text: '',
}

/** The kinds of filters; the order is that of their bits in `survey`. */
export const FILTERS = [
  'roles',
  'themes',
  'places',
  'indicators',
  'certainties',
  'publishers',
  'period',
  'text',
] as const
export type FilterName = (typeof FILTERS)[number]

/** Filters by a list of values, each of which has a count. */
export type Facet = Exclude<FilterName, 'period' | 'text'>

/** A figure with what filters ask of it. */
export interface FigureRow {
  readonly id: string
  readonly observation: Observation
  /** A theme's id; '' where the catalog does not know the indicator. */
  readonly theme: string
  readonly publishers: readonly string[]
  /** The anchor year. */
  readonly year: number | null
  /** Names in both languages, in small letters. */
  readonly texts: readonly string[]
}

/** @returns a function that makes rows of figures of this catalog; texts are shared among rows. */
export function rowMaker(catalog: Catalog): (o: Observation) => FigureRow {
  const both = (text: Text) => `${text.zh}\n${text.en}`.toLowerCase()
  const themes = new Map(catalog.themes.map((theme) => [theme.id, both(theme.name)]))
  const places = new Map(catalog.places.map((place) => [place.code, `${both(place.name)}\n${place.code}`]))
  const indicators = new Map(catalog.indicators.map((i) => [i.id, { theme: i.theme, text: both(i.name) }]))
  const scopes = new Map(catalog.scopes.map((scope) => [scope.id, both(scope.name)]))
  const events = new Map(catalog.events.map((event) => [event.id, both(event.name)]))
  const sources = new Map(
    catalog.sources.map((s) => [s.id, { publisher: s.publisher, text: `${s.title}\n${s.publisher}`.toLowerCase() }]),
  )
  return (o) => {
    const indicator = indicators.get(o.indicator)
    const theme = indicator?.theme ?? ''
    const publishers = new Set(o.sources.map((id) => sources.get(id)?.publisher ?? ''))
    const texts: readonly (string | undefined)[] = [
      places.get(o.place) ?? o.place,
      indicator?.text ?? o.indicator,
      themes.get(theme),
      scopes.get(o.scope),
      events.get(o.event),
      o.note ? both(o.note) : undefined,
      ...o.sources.map((id) => sources.get(id)?.text),
    ]
    return {
      id: o.id,
      observation: o,
      theme,
      publishers: [...publishers],
      year: anchorYear(o.period),
      texts: texts.flatMap((text) => (text === undefined || text === '' ? [] : text)),
    }
  }
}

/** @returns whether the filter of that name narrows anything. */
export function isActive(filter: FigureFilter, name: FilterName): boolean {
  switch (name) {
    case 'period':
      return filter.period.undated || filter.period.from !== null || filter.period.to !== null
    case 'text':
      return filter.text.trim() !== ''
    case 'roles':
    case 'themes':
    case 'places':
    case 'indicators':
    case 'certainties':
    case 'publishers':
      return filter[name].length > 0
  }
}

/** @returns the filter with that part taken away. */
export function without(filter: FigureFilter, name: FilterName): FigureFilter {
  return { ...filter, [name]: NO_FILTER[name] }
}

/** What a filter leaves, and what each of its parts costs. */
export interface Survey {
  /** The rows that pass, in their order. */
  readonly rows: readonly FigureRow[]
  /** For each value of a facet: rows that pass all other filters and have it. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>
  /** For each filter: rows that it alone keeps out, so what dropping it would bring back. */
  readonly kept: Readonly<Record<FilterName, number>>
}

/** Filters the rows and counts, in one pass. */
export function survey(rows: readonly FigureRow[], filter: FigureFilter): Survey {
  const tests = testsOf(filter)
  const passed: FigureRow[] = []
  const counts: Record<Facet, Map<string, number>> = {
    roles: new Map(),
    themes: new Map(),
    places: new Map(),
    indicators: new Map(),
    certainties: new Map(),
    publishers: new Map(),
  }
  const kept: Record<FilterName, number> = {
    roles: 0,
    themes: 0,
    places: 0,
    indicators: 0,
    certainties: 0,
    publishers: 0,
    period: 0,
    text: 0,
  }
  const add = (facet: Facet, row: FigureRow) => {
    for (const value of valuesOf(row, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
  }
  for (const row of rows) {
    const failed = tests.filter(([, passes]) => !passes(row))
    const [only] = failed
    if (failed.length > 1) continue
    if (only === undefined) {
      passed.push(row)
      for (const facet of FACETS) add(facet, row)
    } else {
      const [name] = only
      kept[name] += 1
      if (name !== 'period' && name !== 'text') add(name, row)
    }
  }
  return { rows: passed, counts, kept }
}

const FACETS = FILTERS.filter((name) => name !== 'period' && name !== 'text')

function valuesOf(row: FigureRow, facet: Facet): readonly string[] {
  switch (facet) {
    case 'roles':
      return [row.observation.role]
    case 'themes':
      return [row.theme]
    case 'places':
      return [row.observation.place]
    case 'indicators':
      return [row.observation.indicator]
    case 'certainties':
      return [row.observation.certainty]
    case 'publishers':
      return row.publishers
  }
}

/** The active filters as questions to a row. */
function testsOf(filter: FigureFilter): readonly (readonly [FilterName, (row: FigureRow) => boolean])[] {
  return FILTERS.filter((name) => isActive(filter, name)).map((name) => {
    if (name === 'period') return [name, (row) => isInPeriod(row.year, filter.period)]
    if (name === 'text') {
      const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean)
      return [name, (row) => words.every((word) => row.texts.some((text) => text.includes(word)))]
    }
    const asked: ReadonlySet<string> = new Set<string>(filter[name])
    return [name, (row) => valuesOf(row, name).some((value) => asked.has(value))]
  })
}

function isInPeriod(year: number | null, { from, to, undated }: PeriodFilter): boolean {
  if (undated) return year === null
  return year !== null && (from === null || year >= from) && (to === null || year <= to)
}

export const SORTS = [
  'place',
  'indicator',
  'theme',
  'scope',
  'role',
  'period',
  'measure',
  'value',
  'unit',
  'certainty',
  'source',
  'printed',
] as const
export type SortName = (typeof SORTS)[number]

type Compare = (a: Observation, b: Observation) => number

/**
 * How figures stand in order, ascending. Names by the language's collation; periods by the day they end, unknown ones first;
 * values within their measure alone, measures in the catalog's order of units, and of equal values an upper bound before the
 * number itself and a lower bound after.
 */
export function comparisons(catalog: Catalog, language: Language): Readonly<Record<SortName, Compare>> {
  const collator = new Intl.Collator(language, { numeric: true })
  const ranks = <T>(items: readonly T[], idOf: (item: T) => string, nameOf: (item: T) => string) =>
    ranksOf(
      items.map((item) => [idOf(item), nameOf(item)]),
      collator,
    )
  const named = (items: readonly { readonly id: string; readonly name: Text }[]) =>
    ranks(
      items,
      (item) => item.id,
      (item) => textIn(item.name, language),
    )
  const places = ranks(
    catalog.places,
    (place) => place.code,
    (place) => textIn(place.name, language),
  )
  const sources = ranks(
    catalog.sources,
    (s) => s.id,
    (s) => s.title,
  )
  const units = ranks(
    catalog.units,
    (unit) => unit.id,
    (unit) => textIn(unit.symbol, language),
  )
  const indicators = named(catalog.indicators)
  const themes = named(catalog.themes)
  const scopes = named(catalog.scopes)
  const themeOf = new Map(catalog.indicators.map((i) => [i.id, i.theme]))
  const measures = new Map([...new Set(catalog.units.map((unit) => unit.measure))].map((measure, at) => [measure, at]))
  const by =
    (rankOf: ReadonlyMap<string, number>, idOf: (o: Observation) => string): Compare =>
    (a, b) =>
      (rankOf.get(idOf(a)) ?? rankOf.size) - (rankOf.get(idOf(b)) ?? rankOf.size)
  const byIndicator = by(indicators, (o) => o.indicator)
  const byScope = by(scopes, (o) => o.scope)
  const byMeasure = by(measures, (o) => o.quantity.unit.measure)
  return {
    place: by(places, (o) => o.place),
    indicator: (a, b) => byIndicator(a, b) || Number(a.scope !== '') - Number(b.scope !== '') || byScope(a, b),
    theme: by(themes, (o) => themeOf.get(o.indicator) ?? ''),
    scope: (a, b) => Number(a.scope !== '') - Number(b.scope !== '') || byScope(a, b),
    role: (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
    period: comparePeriods,
    measure: byMeasure,
    value: (a, b) => byMeasure(a, b) || compareValues(a, b),
    unit: (a, b) => byMeasure(a, b) || by(units, (o) => o.quantity.unit.id)(a, b),
    certainty: (a, b) => CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty),
    source: by(sources, (o) => o.sources[0] ?? ''),
    printed: (a, b) => collator.compare(a.printed, b.printed),
  }
}

/** @returns id → place in the order of names; equal names share one. */
function ranksOf(
  pairs: readonly (readonly [id: string, name: string])[],
  collator: Intl.Collator,
): ReadonlyMap<string, number> {
  const sorted = [...pairs].sort(([, a], [, b]) => collator.compare(a, b))
  const ranks = new Map<string, number>()
  let rank = 0
  sorted.forEach(([id, name], at) => {
    if (collator.compare(name, sorted[at - 1]?.[1] ?? name) !== 0) rank = at
    ranks.set(id, rank)
  })
  return ranks
}

function comparePeriods(a: Observation, b: Observation): number {
  const start = (o: Observation) => (o.period.start === null ? '' : firstDay(o.period.start))
  const end = (o: Observation) => (o.period.end === null ? '' : lastDay(o.period.end))
  return byEnd(a.period, b.period) || byCodeUnits(start(a), start(b)) || byCodeUnits(end(a), end(b))
}

const BOUND_ORDER: Readonly<Record<Bound, number>> = {
  at_most: 0,
  exact: 1,
  approx: 1,
  range: 2,
  at_least: 3,
}

function compareValues({ quantity: a }: Observation, { quantity: b }: Observation): number {
  const [x, y] = [baseOf(a), baseOf(b)]
  return x.low - y.low || x.high - y.high || BOUND_ORDER[a.bound] - BOUND_ORDER[b.bound]
}

const bases = new WeakMap<Quantity, Interval>()

/** The printed numbers in base units. Kept: sorting asks some thirty times for each, and rounding takes its time. */
function baseOf(quantity: Quantity): Interval {
  const known = bases.get(quantity)
  if (known) return known
  const base = { low: inBase(quantity), high: highInBase(quantity) }
  bases.set(quantity, base)
  return base
}

/** @returns the order of rows that nobody sorted: places, themes and indicators as the catalog has them, the latest first. */
export function usualOrder(catalog: Catalog): (a: FigureRow, b: FigureRow) => number {
  const at = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]))
  const places = at(catalog.places.map((place) => place.code))
  const themes = at(catalog.themes.map((theme) => theme.id))
  const indicators = at(catalog.indicators.map((i) => i.id))
  const by = (rank: ReadonlyMap<string, number>, a: string, b: string) =>
    (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size)
  return (a, b) =>
    by(places, a.observation.place, b.observation.place) ||
    by(themes, a.theme, b.theme) ||
    by(indicators, a.observation.indicator, b.observation.indicator) ||
    byCodeUnits(a.observation.scope, b.observation.scope) ||
    ROLES.indexOf(a.observation.role) - ROLES.indexOf(b.observation.role) ||
    -comparePeriods(a.observation, b.observation) ||
    byCodeUnits(a.id, b.id)
}

/**
 * Ranks by size, the largest first; equal ones share a rank and the next one counts them all (1, 2, 2, 4).
 * @param sizes null: nothing on record, so no rank
 */
export function ranksBySize(sizes: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = sizes.filter((size) => size !== null).sort((a, b) => b - a)
  return sizes.map((size) => (size === null ? null : sorted.indexOf(size) + 1))
}
