import type { Role } from '../../model/observation.ts'

/** Every text that the timeline shows or speaks, in one language; the owner fills it from `src/messages`. */
export interface TimelineWords {
  /** The region's name: "Figures per year". */
  readonly label: string
  readonly play: string
  readonly pause: string
  /** The button that clears the filter: "all years". */
  readonly all: string
  /** Thumbs: "first year", "last year". */
  readonly first: string
  readonly last: string
  /** The filter in words; `from` and `to` may be equal. */
  readonly range: (from: number, to: number) => string
  /** Label of the slot of figures without a year; short: two lines of about five characters. */
  readonly unknown: string
  /** Why the slot is dim while a filter is on: "figures without a date show only under all years". */
  readonly unknownHidden: string
  readonly roles: Readonly<Record<Role, string>>
  /** "12 figures". */
  readonly count: (n: number) => string
  /** How targets are drawn and where: "targets (hatched) stand at their deadline". */
  readonly deadlines: string
  /** Nothing to count at all. */
  readonly empty: string
}
