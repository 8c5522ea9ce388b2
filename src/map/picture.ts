import type { Bound } from '../model/quantity.ts'
import type { Role } from '../model/observation.ts'

/**
 * One picture of the map as data. Both renderers draw exactly this and nothing else, so they cannot disagree: every text is
 * already written in the interface's language, every colour is a class index into the role's ramp (tokens `--ramp-<role>-<i>`).
 */
export interface MapPicture {
  readonly role: Role
  /** Says in words what is shown; the map's accessible name. */
  readonly title: string
  readonly areas: readonly MapArea[]
  readonly zones: readonly MapZone[]
  readonly inset: { readonly name: string; readonly places: readonly string[] } | null
  /** Places that are compared, by code: the slot whose colour (`--place-<slot>`) outlines each, as in the charts beside. */
  readonly slots?: ReadonlyMap<string, number>
}

/** What stands at a place: for the label, the tooltip and assistive technology. */
export interface MapFigure {
  /** Index of the class, 0 the lowest; null: no data, drawn hatched and never as a class. */
  readonly classIndex: number | null
  /** Short form for the label: "≥ 400", "—". */
  readonly label: string
  readonly bound: Bound | null
  /** True where sources disagree on the figure: a mark goes with it. */
  readonly conflict: boolean
  /** Lines of the tooltip below the name: value with unit, period, source, what was chosen among several. */
  readonly lines: readonly string[]
}

/** A district: coloured area. */
export interface MapArea extends MapFigure {
  readonly code: string
  readonly name: string
  /** Short name for the label (闵行 for 闵行区). */
  readonly short: string
  readonly point: readonly [number, number] | null
  /** Share of the largest district's magnitude, 0…1, for heights; null: no data. */
  readonly share: number | null
  readonly selected: boolean
}

/** A zone: circle whose area is proportional to the magnitude. */
export interface MapZone extends MapFigure {
  readonly code: string
  readonly name: string
  readonly point: readonly [number, number]
  /** Share of the largest zone's magnitude, 0…1; the circle's area grows with it. */
  readonly share: number
  readonly selected: boolean
}

/** What a map tells its owner. */
export interface MapEvents {
  /** `add`: keep the others selected (Shift). Selecting a selected place alone clears it. */
  readonly onSelect: (code: string, add: boolean) => void
  /** Told which place the tooltip tells of, by pointer or keyboard; null once it is gone. */
  readonly onTip?: (code: string | null) => void
}
