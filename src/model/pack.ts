import type { Indicator, Observation, PackEvent, Role, Scope, Source } from './observation.ts'
import type { Place } from './place.ts'
import type { Unit } from './quantity.ts'
import type { Text } from './text.ts'
import type { Tour } from './tour.ts'

/** The number of the compiled format. A reader refuses any other: an old app must not misread a new pack. */
export const PACK_FORMAT = 3

/** A compiled file: its path relative to the manifest (the name holds the hash), its SHA-256 in hex, its size. */
export interface FileRef {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** `manifest.json`: the only file whose name never changes, so the only one that is revalidated. */
export interface Manifest {
  readonly format: typeof PACK_FORMAT
  readonly id: string
  readonly version: string
  readonly catalog: FileRef
  readonly boundaries: FileRef
  readonly holdings: FileRef
  readonly search: FileRef
  readonly tours: FileRef
  /** What of a large pack's catalog comes after the first view; see `slim.ts`. */
  readonly rest?: FileRef
}

/** How much is on record of one indicator in one role and scope. */
export interface Coverage {
  readonly indicator: string
  readonly role: Role
  readonly scope: string
  /** Codes of places with a value. */
  readonly places: readonly string[]
  /** Anchor years with a value, ascending; null, first, stands for figures of unknown period. */
  readonly years: readonly (number | null)[]
  readonly count: number
}

/** How many figures of a role one place has at one anchor year (null: period unknown). */
export interface RecordCount {
  readonly place: string
  readonly role: Role
  readonly year: number | null
  readonly count: number
}

/** What the pack says of its map. Boundaries are schematic unless a review number says otherwise (DESIGN §3, rule 8). */
export interface MapNotice {
  readonly crs: 'WGS 84' | 'GCJ-02'
  /** 审图号; null where the boundaries were not reviewed. */
  readonly reviewNumber: string | null
  readonly attribution: Text
  readonly note: Text
  /** The small central places that get a map of their own at a larger scale. */
  readonly inset: { readonly name: Text; readonly places: readonly string[] } | null
}

/** The small file that every visit loads: all names, and what is on record where, but no figures. */
export interface Catalog {
  readonly format: typeof PACK_FORMAT
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly description: Text
  /** Date of the latest source, ISO: "data as of". */
  readonly asOf: string
  readonly licence: Text
  /** The place the map is of; its figures show when nothing is selected. */
  readonly city: string
  readonly defaults: { readonly role: Role; readonly indicator: string }
  /** Indicators of projects whose counts and amounts belong together, by id. */
  readonly projectPairs: readonly { readonly count: string; readonly amount: string }[]
  /** Ids of the figures that head the page of the city. */
  readonly headlines: readonly string[]
  readonly places: readonly Place[]
  readonly units: readonly Unit[]
  readonly themes: readonly { readonly id: string; readonly name: Text }[]
  readonly indicators: readonly Indicator[]
  readonly scopes: readonly Scope[]
  readonly events: readonly PackEvent[]
  readonly sources: readonly Source[]
  readonly coverage: readonly Coverage[]
  readonly records: readonly RecordCount[]
  readonly map: MapNotice
  /** Files of observations. Every observation is in two: with its place's others and with its indicator's. */
  readonly shards: readonly FileRef[]
  /** Place code → index into `shards` of the file that holds all its figures; absent: it has none. */
  readonly byPlace: Readonly<Record<string, number>>
  /** Indicator id → index into `shards`; absent: it has none. */
  readonly byIndicator: Readonly<Record<string, number>>
  /** There while sources, counts and places' files of a large pack are on their way: lists that are empty then are not known yet. */
  readonly awaited?: true
}

/** An observation as it stands in a shard: units by id, absent fields left out. */
export interface ObservationRow {
  readonly id: string
  readonly place: string
  readonly indicator: string
  readonly scope?: string
  readonly role: Role
  readonly start?: string
  readonly end?: string
  readonly periodNote?: string
  readonly value: number
  readonly high?: number
  readonly unit: string
  readonly bound: Observation['quantity']['bound']
  readonly certainty: Observation['certainty']
  readonly event?: string
  readonly sources: readonly string[]
  readonly span?: readonly [number, number]
  readonly printed: string
  readonly note?: Text
  /** Ids of the figures that a derived one is computed from, numerator and denominator; absent for stated ones. See `parents.ts`. */
  readonly parents?: readonly [numerator: string, denominator: string]
}

export interface Shard {
  readonly format: typeof PACK_FORMAT
  readonly observations: readonly ObservationRow[]
}

/** A figure seen and left out on purpose, as the package's `rejected.csv` has it; ids are the package's, and may name nothing. */
export interface RejectedFigure {
  readonly id: string
  readonly place: string
  readonly indicator: string
  readonly role: Role
  readonly start?: string
  readonly end?: string
  /** The figure's token as printed; where none was cut out, value and unit. */
  readonly printed: string
  readonly source: string
  readonly reason: Text
}

/** What the pack holds, counted: how many figures where, from whom, how sure; and what was left out. Loaded by the data page alone. */
export interface Holdings {
  readonly format: typeof PACK_FORMAT
  /** `[place, indicator, anchor year or null, count]`, by place, indicator, year (unknown first). Derived figures do not count. */
  readonly cells: readonly (readonly [place: string, indicator: string, year: number | null, count: number])[]
  /** Figures that name the source, by the catalog's sources that any figure names; most first. */
  readonly bySource: readonly { readonly source: string; readonly count: number }[]
  readonly byCertainty: readonly { readonly certainty: Observation['certainty']; readonly count: number }[]
  /** How many figures disagree with another of the same series, period and event. */
  readonly conflicts: number
  readonly rejected: readonly RejectedFigure[]
}

/**
 * What the search box needs beyond the catalog's names; loaded when it opens. Each entry: id, how the Chinese characters of the
 * name are said (`cao he jing`: one syllable each, no tones, `v` for ü; initials follow from it), figures on record. By id.
 */
export interface SearchFile {
  readonly format: typeof PACK_FORMAT
  readonly places: readonly (readonly [code: string, pinyin: string, count: number])[]
  readonly indicators: readonly (readonly [id: string, pinyin: string, count: number])[]
  /** Sources that a figure names, with the codes of the places whose figures do. */
  readonly sources: readonly (readonly [id: string, pinyin: string, count: number, places: readonly string[]])[]
}

/** The presenter's tours and every figure that they name; loaded by the presenter alone. */
export interface ToursFile {
  readonly format: typeof PACK_FORMAT
  readonly tours: readonly Tour[]
  readonly figures: readonly ObservationRow[]
}

/** Longitude and latitude in degrees; rings closed, exterior first. */
export type Ring = readonly (readonly [number, number])[]

export interface Boundary {
  readonly code: string
  /** Parts of the place, each its exterior ring and its holes. */
  readonly polygons: readonly (readonly Ring[])[]
}

/** The compiled boundaries: one entry a district. A district may be missing; it is then listed, not drawn. */
export interface Boundaries {
  readonly format: typeof PACK_FORMAT
  readonly crs: MapNotice['crs']
  readonly source: string
  readonly districts: readonly Boundary[]
  /** There where the outlines would be too large for the first view: those in `districts` are simplified then, these are whole. */
  readonly tiles?: BoundaryTiles
}

/** All outlines as vector tiles in one file, of which a browser reads the parts that it draws (PMTiles 3, Mapbox Vector Tile 2). */
export interface BoundaryTiles extends FileRef {
  /** The largest zoom that has tiles of its own; the smallest is 0. */
  readonly maxZoom: number
}

/** The tiles' one layer: polygons, each with its district's code as the property `code`. */
export const BOUNDARY_LAYER = 'districts'
