import type { Role } from './observation.ts'
import type { Years } from './period.ts'
import type { Language } from './text.ts'

export const MODES = ['explore', 'present', 'embed'] as const
export type Mode = (typeof MODES)[number]
export const SHOWS = ['map', 'chart', 'table'] as const
export type Show = (typeof SHOWS)[number]
/**
 * Kinds of chart. `ranking`: places by size. `time`: over time. `change`: between two times. `distribution`: districts on one
 * scale. `targets`: targets against what was reached. `scatter`: two indicators.
 */
export const CHART_KINDS = ['ranking', 'time', 'change', 'distribution', 'targets', 'scatter'] as const
export type ChartKind = (typeof CHART_KINDS)[number]
export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
/** What a link may ask for: a theme, or whatever the system of the reader asks for. */
export const THEME_WISHES = [...THEMES, 'auto'] as const
export type ThemeWish = (typeof THEME_WISHES)[number]
export const RENDERERS = ['auto', 'webgl', 'svg'] as const
export type Renderer = (typeof RENDERERS)[number]

/** At most so many places are selected side by side (DESIGN §6). */
export const MAX_PLACES = 6

/**
 * The pseudo-indicator "figures on record": how many figures of a role a place has. It exists in every pack, so the map has
 * something true to show where no single indicator covers many districts.
 */
export const RECORDS = 'records'

/** Everything that a link must restore. */
export interface View {
  readonly mode: Mode
  readonly role: Role
  /** An indicator's id, or `RECORDS`. */
  readonly indicator: string
  /** null: all of time, figures of unknown period included. */
  readonly time: Years | null
  /** Codes of the selected places, the one to show first; at most `MAX_PLACES`, none twice. */
  readonly places: readonly string[]
  readonly show: Show
  /** The chart that `show: 'chart'` shows alone; null: those that suit the role, one below the other. */
  readonly chart: ChartKind | null
  /** The second indicator of the scatter, by id; null: the app proposes one. */
  readonly against: string | null
  /** null: the remembered one, else the browser's, else the first of `LANGUAGES`. */
  readonly lang: Language | null
  /** null: left to the screen and to what the reader prefers; in a frame light. */
  readonly theme: ThemeWish | null
  readonly tour: string | null
  /** From 1. */
  readonly scene: number | null
  readonly renderer: Renderer
}
