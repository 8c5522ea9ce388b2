import type { ChartPicture } from '../charts/layer.ts'
import type { Composition } from '../map/compose.ts'
import type { Observation } from '../model/observation.ts'

/** What a reader takes away: pictures, and the figures behind them. A screen gives it; the exporters write it. */
export interface Exhibit {
  /** The heading; files are named after it. */
  readonly title: string
  /** What stands below the heading: coverage, time, unit. */
  readonly subtitle: string
  /** Sentences that keep the reader from misreading. */
  readonly notes: readonly string[]
  /** In reading order; none for a table alone. */
  readonly pictures: readonly Picture[]
  /** The figures that the pictures draw, in reading order; where a picture has no room for all of them and says so, all. */
  readonly figures: readonly Observation[]
  /** What is shown where figures are not: counts on record, differences, shares. */
  readonly table: ExhibitTable | null
}

/** An exhibit that is made when somebody takes it. */
export interface ExhibitLater extends Pick<Exhibit, 'title'> {
  readonly make: () => Promise<Exhibit>
}

export type Picture = MapExhibit | ChartExhibit

export interface MapExhibit {
  readonly kind: 'map'
  readonly composition: Composition
}

export interface ChartExhibit {
  readonly kind: 'chart'
  readonly title: string
  readonly picture: ChartPicture
  /** What colours and strokes mean where the chart does not say it itself. */
  readonly key?: readonly { readonly label: string; /** CSS colour or `var(--token)`. */ readonly colour: string }[]
  /** Goes onto slides beside the first picture, and into no picture: what the reader sees is the first alone. */
  readonly slidesOnly?: boolean
  /** The same as plain numbers, for a chart that slides can edit; null where no plain chart says the same. */
  readonly plain: PlainChart | null
}

/** A chart that any office program has. Values in the unit named, not in base units; null: no record. */
export interface PlainChart {
  readonly type: 'bar' | 'line'
  readonly unit: string
  readonly categories: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly values: readonly (number | null)[]
    /** What is written for each value, its bound included; an office chart can only write plain numbers by itself. */
    readonly labels?: readonly string[]
    /** CSS colour or `var(--token)`; the office's or the role's where absent. */
    readonly colour?: string
  }[]
}

export interface ExhibitTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
