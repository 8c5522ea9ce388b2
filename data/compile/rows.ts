import type { Certainty, Derivation, Role } from '../../src/model/observation.ts'
import type { PlaceKind } from '../../src/model/place.ts'
import type { Bound } from '../../src/model/quantity.ts'

/**
 * The rows of the package's tables as the check hands them on: cells normalised, numbers read. A cell that was empty, or
 * broken (and reported), is `''` or null. `row` is the spreadsheet's row number.
 */
interface Numbered {
  readonly row: number
}

export interface PlaceRow extends Numbered {
  readonly code: string
  readonly kind: PlaceKind
  readonly name_zh: string
  readonly name_en: string
  readonly parents: string
  /** WGS 84, degrees. */
  readonly lon: number | null
  readonly lat: number | null
  readonly note: string
}

export interface UnitRow extends Numbered {
  readonly id: string
  readonly symbol_zh: string
  readonly symbol_en: string
  readonly measure: string
  readonly factor: number | null
}

export interface IndicatorRow extends Numbered {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly theme: string
  readonly measure: string
  readonly better: '' | 'higher' | 'lower'
  readonly description_zh: string
  readonly description_en: string
}

/** An indicator that the pack computes from two others; see derived.ts. */
export interface DerivedRow extends Numbered {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly theme: string
  readonly kind: Derivation['kind']
  readonly numerator: string
  readonly denominator: string
  readonly unit: string
  /** How many years the denominator may be away. */
  readonly max_gap: number | null
  /** `yes`: a denominator later than the numerator will do too. */
  readonly nearest: '' | 'yes'
  readonly better: '' | 'higher' | 'lower'
  readonly description_zh: string
  readonly description_en: string
}

export interface SourceRow extends Numbered {
  readonly id: string
  readonly document: string
  readonly sha256: string
  readonly title: string
  readonly publisher: string
  readonly published: string
  readonly url: string
  readonly kind: string
}

export interface ScopeRow extends Numbered {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
}

export interface EventRow extends Numbered {
  readonly id: string
  readonly place: string
  readonly date: string
  readonly name_zh: string
  readonly name_en: string
}

export interface ObservationRecord extends Numbered {
  readonly id: string
  readonly place: string
  readonly indicator: string
  readonly scope: string
  readonly role: Role
  readonly period_start: string
  readonly period_end: string
  readonly period_note: string
  readonly value: number | null
  readonly value_high: number | null
  readonly unit: string
  readonly bound: Bound
  readonly certainty: Certainty
  readonly event: string
  readonly source: string
  readonly span_start: number | null
  readonly span_end: number | null
  readonly as_printed: string
  readonly note: string
}

export interface RejectedRecord extends ObservationRecord {
  readonly reason: string
}

export interface Tables {
  readonly places: readonly PlaceRow[]
  readonly units: readonly UnitRow[]
  readonly indicators: readonly IndicatorRow[]
  readonly derived: readonly DerivedRow[]
  readonly sources: readonly SourceRow[]
  readonly scopes: readonly ScopeRow[]
  readonly events: readonly EventRow[]
  readonly observations: readonly ObservationRecord[]
  readonly rejected: readonly RejectedRecord[]
}

const OBSERVATION_COLUMNS = [
  ...[
    'id',
    'place',
    'indicator',
    'scope',
    'role',
    'period_start',
    'period_end',
    'period_note',
    'value',
    'value_high',
    'unit',
  ],
  ...['bound', 'certainty', 'event', 'source', 'span_start', 'span_end', 'as_printed', 'note'],
]

/** The columns that the compile step reads, table by table (DESIGN §4); datapackage.json must describe exactly these. */
export const COLUMNS: Readonly<Record<keyof Tables, readonly string[]>> = {
  places: ['code', 'kind', 'name_zh', 'name_en', 'parents', 'lon', 'lat', 'note'],
  units: ['id', 'symbol_zh', 'symbol_en', 'measure', 'factor'],
  indicators: ['id', 'name_zh', 'name_en', 'theme', 'measure', 'better', 'description_zh', 'description_en'],
  derived: [
    ...['id', 'name_zh', 'name_en', 'theme', 'kind', 'numerator', 'denominator', 'unit', 'max_gap', 'nearest'],
    ...['better', 'description_zh', 'description_en'],
  ],
  sources: ['id', 'document', 'sha256', 'title', 'publisher', 'published', 'url', 'kind'],
  scopes: ['id', 'name_zh', 'name_en'],
  events: ['id', 'place', 'date', 'name_zh', 'name_en'],
  observations: OBSERVATION_COLUMNS,
  rejected: [...OBSERVATION_COLUMNS, 'reason'],
}
