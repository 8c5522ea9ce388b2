import type { Catalog } from '../../model/pack.ts'
import type { Language } from '../../model/text.ts'
import { RECORDS, SHOWS, type ChartKind, type ThemeWish, type View } from '../../model/view.ts'
import type { EmbedSettings } from '../../view/embed.ts'
import type { LinkChoices } from '../../view/link.ts'

/** What an embed shows. A card is one figure with its target and source. */
export const WHATS = [...SHOWS, 'card'] as const
export type What = (typeof WHATS)[number]

export const FORMS = ['iframe', 'element'] as const
/** How the code puts the embed on a page. */
export type Form = (typeof FORMS)[number]

/** What the clerk chose in the dialog; it lives as long as the dialog. */
export interface Choices {
  readonly what: What
  /** null: the charts that suit the role. */
  readonly chart: ChartKind | null
  readonly still: boolean
  readonly play: boolean
  /** null: light in an iframe; as the page's `color-scheme` says in an element. */
  readonly theme: ThemeWish | null
  /** null: as the reader's browser, or the page around an element, has it. */
  readonly lang: Language | null
  /** `#rrggbb`; null: the theme's. */
  readonly accent: string | null
  readonly title: boolean
  readonly controls: boolean
  /** The places that are selected now stay selected in the embed. */
  readonly places: boolean
  readonly form: Form
}

/** Where the dialog opens: what is on screen, in the language and theme that the share panel had. */
export function choicesOf(view: View, { lang, theme }: LinkChoices): Choices {
  return {
    what: view.show,
    chart: view.chart,
    still: false,
    play: false,
    theme,
    lang,
    accent: null,
    title: true,
    controls: true,
    places: true,
    form: 'iframe',
  }
}

/** Why the timeline would be of no use; the words are `embedDialog.playReasons`. */
export type PlayReason = 'still' | 'card' | 'chart' | 'years'

/** @param years how many years the indicator has figures of @returns null: the timeline makes sense */
export function playReason({ still, what, chart }: Choices, years: number): PlayReason | null {
  if (still) return 'still'
  if (what === 'card') return 'card'
  // Lines and slopes hold all years in one picture.
  if (what === 'chart' && (chart === 'time' || chart === 'change')) return 'chart'
  return years < 2 ? 'years' : null
}

/** @returns how many years the view's indicator has figures of, in its role */
export function yearsOf({ coverage, records }: Pick<Catalog, 'coverage' | 'records'>, view: View): number {
  const { role, indicator } = view
  const years =
    indicator === RECORDS
      ? records.flatMap((record) => (record.role === role && record.count > 0 ? record.year : []))
      : coverage.flatMap((cover) => (cover.indicator === indicator && cover.role === role ? cover.years : []))
  return new Set(years.filter((year) => year !== null)).size
}

/** An embed as links and snippets take it. */
export interface Embed {
  readonly view: View
  readonly link: LinkChoices
  readonly settings: EmbedSettings
}

/** What the choices make of the view. What does not matter to what is shown is left out, so that the code says no more than it must. */
export function embedOf(choices: Choices, view: View, years: number): Embed {
  const { what, still, accent, title } = choices
  const chart = what === 'chart' ? choices.chart : null
  return {
    view: {
      ...view,
      show: what === 'card' ? 'map' : what,
      chart,
      against: chart === 'scatter' ? view.against : null,
      places: choices.places ? view.places : [],
      tour: null,
      scene: null,
    },
    link: {
      lang: choices.lang,
      // Frames are light where nothing is said; an element would ask the page.
      theme: choices.form === 'iframe' && choices.theme === 'light' ? null : choices.theme,
    },
    settings: {
      card: what === 'card',
      still,
      play: choices.play && playReason(choices, years) === null,
      accent,
      title,
      controls: still || choices.controls,
    },
  }
}

/** Heights in CSS px that fit most packs at the width of an article; what the preview measures takes their place. */
const HEIGHTS: Readonly<Record<What, number>> = { map: 560, chart: 720, table: 720, card: 260 }
const TIMELINE = 130

/** @returns height of a frame that has not been measured yet, CSS px */
export function usualHeight({ view, settings }: Embed): number {
  return HEIGHTS[settings.card ? 'card' : view.show] + (settings.play ? TIMELINE : 0)
}
