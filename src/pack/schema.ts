import * as v from 'valibot'
import { CERTAINTIES, ROLES } from '../model/observation.ts'
import { PACK_FORMAT } from '../model/pack.ts'
import type * as pack from '../model/pack.ts'
import { isPartialDate } from '../model/period.ts'
import { PLACE_KINDS } from '../model/place.ts'
import { BOUNDS } from '../model/quantity.ts'
import { LAYOUTS } from '../model/layout.ts'

// The shapes of the compiled files (src/model/pack.ts), for the compile step and the loader. Unknown keys are let pass and dropped:
// whatever an old app must not read comes with another format number.

/** Names of objects' own members must not be taken as ids: a record read by them would find functions. */
export const RESERVED_IDS = ['constructor', 'toString', 'valueOf', 'hasOwnProperty']

export const Id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z][\w.-]*$/), v.notValues(RESERVED_IDS))
export const Empty = v.literal('')
export const Text = v.object({ zh: v.string(), en: v.string() })
export const PartialDate = v.pipe(
  v.string(),
  v.check(isPartialDate, 'expected a date such as 2020, 2020-07 or 2020-07-31'),
)
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Finite = v.pipe(v.number(), v.finite())
const Degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
const Position = v.tuple([Degrees, Degrees])
export const Role = v.picklist(ROLES)
const Crs = v.picklist(['WGS 84', 'GCJ-02'])
export const Format = v.literal(PACK_FORMAT)
export const Year = v.nullable(v.pipe(v.number(), v.integer()))
/** Only these two schemes may become a link. */
const Url = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]/i))

/** A path inside the pack's folder: no address, nothing above. */
const Path = v.pipe(v.string(), v.regex(/^[\w-]+(?:\.[\w-]+)+$/))
export const FileRef = v.object({ path: Path, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), bytes: Count })

export const manifestSchema = v.object({
  format: Format,
  id: Id,
  version: v.string(),
  catalog: FileRef,
  boundaries: FileRef,
  holdings: FileRef,
  search: FileRef,
  tours: FileRef,
  rest: v.exactOptional(FileRef),
}) satisfies Shape<pack.Manifest>

export const Catalog = v.object({
  format: Format,
  id: Id,
  version: v.string(),
  title: Text,
  description: Text,
  asOf: PartialDate,
  licence: Text,
  city: Id,
  defaults: v.object({ role: Role, indicator: Id }),
  projectPairs: v.array(v.object({ count: Id, amount: Id })),
  headlines: v.array(Id),
  places: v.array(
    v.object({
      code: Id,
      kind: v.picklist(PLACE_KINDS),
      name: Text,
      parents: v.array(Id),
      point: v.nullable(Position),
      approximate: v.boolean(),
      note: v.nullable(Text),
    }),
  ),
  units: v.array(v.object({ id: Id, symbol: Text, measure: Id, factor: v.pipe(Finite, v.gtValue(0)) })),
  themes: v.array(v.object({ id: Id, name: Text })),
  indicators: v.array(
    v.object({
      id: Id,
      name: Text,
      theme: Id,
      measure: Id,
      better: v.nullable(v.picklist(['higher', 'lower'])),
      description: Text,
      derivation: v.nullable(
        v.object({ kind: v.picklist(['ratio', 'share_of_city']), numerator: Id, denominator: Id }),
      ),
    }),
  ),
  scopes: v.array(v.object({ id: Id, name: Text })),
  events: v.array(v.object({ id: Id, place: Id, date: v.union([Empty, PartialDate]), name: Text })),
  sources: v.array(
    v.object({
      id: Id,
      document: v.nullable(v.string()),
      title: v.string(),
      publisher: v.string(),
      published: v.union([Empty, PartialDate]),
      url: v.union([Empty, Url]),
      kind: v.string(),
    }),
  ),
  coverage: v.array(
    v.object({
      indicator: Id,
      role: Role,
      scope: v.union([Empty, Id]),
      places: v.array(Id),
      years: v.array(Year),
      count: Count,
    }),
  ),
  records: v.array(v.object({ place: Id, role: Role, year: Year, count: Count })),
  map: v.object({
    crs: Crs,
    reviewNumber: v.nullable(v.string()),
    attribution: Text,
    note: Text,
    inset: v.nullable(v.object({ name: Text, places: v.array(Id) })),
  }),
  shards: v.array(FileRef),
  byPlace: v.record(Id, Count),
  byIndicator: v.record(Id, Count),
})

/** What its parts must agree on, once each is right by itself. */
export const catalogWhole = v.check<v.InferOutput<typeof Catalog>, string>(
  ({ shards, byPlace, byIndicator }) =>
    [...Object.values(byPlace), ...Object.values(byIndicator)].every((at) => at < shards.length),
  'byPlace and byIndicator: expected indexes into shards',
)

export const catalogSchema = v.pipe(Catalog, catalogWhole) satisfies Shape<pack.Catalog>

const hasHigh = (bound: string, high: number | undefined): boolean => (bound === 'range') === (high !== undefined)

const ObservationRow = v.pipe(
  v.object({
    id: Id,
    place: Id,
    indicator: Id,
    scope: v.exactOptional(Id),
    role: Role,
    start: v.exactOptional(PartialDate),
    end: v.exactOptional(PartialDate),
    periodNote: v.exactOptional(v.string()),
    value: Finite,
    high: v.exactOptional(Finite),
    unit: Id,
    bound: v.picklist(BOUNDS),
    certainty: v.picklist(CERTAINTIES),
    event: v.exactOptional(Id),
    sources: v.pipe(v.array(Id), v.nonEmpty()),
    span: v.exactOptional(v.tuple([Count, Count])),
    printed: v.string(),
    note: v.exactOptional(Text),
    parents: v.exactOptional(v.tuple([Id, Id])),
  }),
  v.check((row) => hasHigh(row.bound, row.high), 'high: expected exactly where bound is "range"'),
)

export const shardSchema = v.object({
  format: Format,
  observations: v.array(ObservationRow),
}) satisfies Shape<pack.Shard>

export const holdingsSchema = v.object({
  format: Format,
  cells: v.array(v.tuple([Id, Id, Year, Count])),
  bySource: v.array(v.object({ source: Id, count: Count })),
  byCertainty: v.array(v.object({ certainty: v.picklist(CERTAINTIES), count: Count })),
  conflicts: Count,
  rejected: v.array(
    v.object({
      id: Id,
      place: v.string(),
      indicator: v.string(),
      role: Role,
      start: v.exactOptional(PartialDate),
      end: v.exactOptional(PartialDate),
      printed: v.string(),
      source: v.string(),
      reason: Text,
    }),
  ),
}) satisfies Shape<pack.Holdings>

export const searchSchema = v.object({
  format: Format,
  places: v.array(v.tuple([Id, v.string(), Count])),
  indicators: v.array(v.tuple([Id, v.string(), Count])),
  sources: v.array(v.tuple([Id, v.string(), Count, v.array(Id)])),
}) satisfies Shape<pack.SearchFile>

export const toursSchema = v.object({
  format: Format,
  tours: v.array(
    v.object({
      id: Id,
      title: Text,
      scenes: v.pipe(
        v.array(
          v.object({
            title: Text,
            caption: Text,
            notes: Text,
            layout: v.picklist(LAYOUTS),
            view: v.string(),
            seconds: v.nullable(Finite),
            figures: v.array(Id),
            run: v.boolean(),
          }),
        ),
        v.nonEmpty(),
      ),
    }),
  ),
  figures: v.array(ObservationRow),
}) satisfies Shape<pack.ToursFile>

const RingSchema = v.pipe(
  v.array(Position),
  v.minLength(4),
  v.check((ring) => String(ring[0]) === String(ring.at(-1)), 'expected a closed ring'),
)

export const boundariesSchema = v.object({
  format: Format,
  crs: Crs,
  source: v.string(),
  districts: v.array(
    v.object({ code: Id, polygons: v.pipe(v.array(v.pipe(v.array(RingSchema), v.nonEmpty())), v.nonEmpty()) }),
  ),
  tiles: v.exactOptional(v.object({ ...FileRef.entries, maxZoom: v.pipe(Count, v.maxValue(22)) })),
}) satisfies Shape<pack.Boundaries>

/** Keeps a schema and the type of src/model/pack.ts from drifting apart. */
export type Shape<T> = v.GenericSchema<unknown, T>

/** How many problems of a broken file are told; one broken field often breaks every row. */
const TOLD = 3

/** @returns what is wrong with a file: `places.3.kind: expected ("city" | "district" | …), received "town"`, at most three. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  const told = issues.slice(0, TOLD).map((issue) => {
    const path = v.getDotPath(issue) ?? 'file'
    return issue.expected === null
      ? `${path}: ${issue.message}`
      : `${path}: expected ${issue.expected}, received ${issue.received}`
  })
  return issues.length > TOLD ? `${told.join('; ')}; and ${issues.length - TOLD} more` : told.join('; ')
}
