/**
 * Types of `embed.js` and of the messages of an embed, for the pages that host it. The build publishes this file as `embed.d.ts`; it
 * imports nothing. Plain HTML needs no more than
 *
 *     <script type="module" src="https://atlas.example/embed.js"></script>
 *     <district-atlas indicator="gdp" places="310112,310104" title="GDP"><a href="https://atlas.example/">GDP</a></district-atlas>
 *
 * React 19 with TypeScript knows the element once a page says so:
 *
 *     declare module 'react' {
 *       namespace JSX {
 *         interface IntrinsicElements {
 *           'district-atlas': DetailedHTMLProps<HTMLAttributes<DistrictAtlasElement> & AtlasAttributes, DistrictAtlasElement>
 *         }
 *       }
 *     }
 *
 * Vue: `compilerOptions.isCustomElement: (tag) => tag === 'district-atlas'`, and `@atlas-change="…"`.
 */

/** `target`: a goal or promise. `actual`: a state or result. `investment`: money put in. `project`: signed or started projects. */
export type AtlasRole = 'target' | 'actual' | 'investment' | 'project'
export type AtlasShow = 'map' | 'chart' | 'table'
/**
 * `ranking`: places by size. `time`: over time. `change`: between two times. `distribution`: districts on one scale. `targets`:
 * targets against what was reached. `scatter`: two indicators.
 */
export type AtlasChart = 'ranking' | 'time' | 'change' | 'distribution' | 'targets' | 'scatter'
export type AtlasLanguage = 'zh-CN' | 'en'
/** `auto`: what the reader's system asks for. */
export type AtlasTheme = 'light' | 'dark' | 'contrast' | 'auto'

/** What an embed shows. */
export interface AtlasView {
  readonly role: AtlasRole
  /** An indicator's id, or `records`: how many figures are on record. */
  readonly indicator: string
  /** `2020` or `2018..2025`; null: all of time. */
  readonly time: string | null
  /** Codes of the selected places, at most six, the one to show first in front. */
  readonly places: readonly string[]
  readonly show: AtlasShow
  /** The chart that `show: 'chart'` shows alone; null: those that suit the role. */
  readonly chart: AtlasChart | null
  /** The second indicator of the scatter, by id; null: the atlas proposes one. */
  readonly against: string | null
  /** null: the reader's. */
  readonly lang: AtlasLanguage | null
  /** null: light. */
  readonly theme: AtlasTheme | null
}

/** What is to become of a view: the keys that are given; the others stay as they are. */
export type AtlasViewChange = {
  readonly [Key in keyof AtlasView]?:
    | (Key extends 'places' ? string | readonly string[] | null : AtlasView[Key])
    | undefined
}

/** Every message of either direction, by `postMessage`. Other versions than 1 are answered by an `error`. */
interface Envelope<Type extends string> {
  readonly source: 'district-atlas'
  readonly version: 1
  readonly type: Type
}
/** The embed shows its data and listens to `set`. */
export interface AtlasReadyMessage extends Envelope<'ready'> {
  readonly view: AtlasView
}
/** The embed needs this height, CSS pixels, an integer. */
export interface AtlasResizeMessage extends Envelope<'resize'> {
  readonly height: number
}
/** The view changed, by the reader or by `set`. */
export interface AtlasChangeMessage extends Envelope<'change'> {
  readonly view: AtlasView
}
/** The reader chose a place, by its code; null: none any more. */
export interface AtlasSelectMessage extends Envelope<'select'> {
  readonly place: string | null
}
/** Something went wrong, or a `set` was refused; a plain sentence in the embed's language. */
export interface AtlasErrorMessage extends Envelope<'error'> {
  readonly message: string
}
/** Host → embed. */
export interface AtlasSetMessage extends Envelope<'set'> {
  readonly view: AtlasViewChange
}
/** Embed → host. */
export type AtlasOutMessage =
  | AtlasReadyMessage
  | AtlasResizeMessage
  | AtlasChangeMessage
  | AtlasSelectMessage
  | AtlasErrorMessage
export type AtlasMessage = AtlasOutMessage | AtlasSetMessage

/** Events of `<district-atlas>`; they bubble, also out of shadow trees. */
export interface AtlasEventMap {
  'atlas-ready': CustomEvent<{ readonly view: AtlasView }>
  'atlas-change': CustomEvent<{ readonly view: AtlasView }>
  'atlas-select': CustomEvent<{ readonly place: string | null }>
  'atlas-error': CustomEvent<{ readonly message: string }>
}

/**
 * The attributes of `<district-atlas>`. An attribute that is taken away means the default again. View keys that change go to the
 * embed as a message; a change of `src`, `card`, `still`, `play`, `accent`, `no-title` or `no-controls` loads it anew.
 */
export interface AtlasAttributes {
  /** The atlas' address, http or https, as it answers itself: not one that leads on to another. Default: the folder of `embed.js`. */
  src?: string | null | undefined
  /** Checkers of HTML take it for a role of ARIA and complain; `data-role` means the same and leaves them quiet. */
  role?: AtlasRole | null | undefined
  'data-role'?: AtlasRole | null | undefined
  indicator?: string | null | undefined
  time?: string | null | undefined
  /** Codes, separated by commas. */
  places?: string | readonly string[] | null | undefined
  show?: AtlasShow | null | undefined
  chart?: AtlasChart | null | undefined
  against?: string | null | undefined
  /** Default: the closest `lang` around the element, where it is Chinese or English; else the reader's. */
  lang?: string | undefined
  /** Default: `dark` where the element's `color-scheme` is `dark` alone, else light. */
  theme?: AtlasTheme | null | undefined
  /** One figure with its target and source, in the place of what `show` says. */
  card?: boolean | undefined
  /** A picture: nothing to press but links. */
  still?: boolean | undefined
  /** The timeline with its play button. */
  play?: boolean | undefined
  /** A colour, three or six hexadecimal digits. */
  accent?: string | null | undefined
  noTitle?: boolean | undefined
  'no-title'?: boolean | undefined
  noControls?: boolean | undefined
  'no-controls'?: boolean | undefined
  /** CSS pixels, 40 to 20 000, until the embed tells its own. Default: 480. */
  height?: number | string | null | undefined
  /** Name of the frame, for screen readers. */
  title?: string | undefined
  /** Address of a still picture that stands there until the embed is ready, relative to `src`: `cards/en/actual.gdp.svg`. */
  poster?: string | null | undefined
  /** A partial view, as `DistrictAtlasElement.view` takes it. */
  view?: AtlasViewChange | undefined
  'onatlas-ready'?: ((event: AtlasEventMap['atlas-ready']) => void) | undefined
  'onatlas-change'?: ((event: AtlasEventMap['atlas-change']) => void) | undefined
  'onatlas-select'?: ((event: AtlasEventMap['atlas-select']) => void) | undefined
  'onatlas-error'?: ((event: AtlasEventMap['atlas-error']) => void) | undefined
}

/**
 * `<district-atlas>`: an embed that loads when it comes near the window, and is as high as what it shows. Each property stands for
 * the attribute of its name (`noTitle` for `no-title`) and may be set before the element is defined.
 */
export interface DistrictAtlasElement extends HTMLElement {
  src: string | null
  role: AtlasRole | null
  indicator: string | null
  time: string | null
  get places(): string | null
  set places(value: string | readonly string[] | null)
  show: AtlasShow | null
  chart: AtlasChart | null
  against: string | null
  theme: AtlasTheme | null
  card: boolean
  still: boolean
  play: boolean
  accent: string | null
  noTitle: boolean
  noControls: boolean
  get height(): string | null
  set height(value: number | string | null)
  poster: string | null
  /** A copy of what the embed last said that it shows; null before it is ready. */
  get view(): AtlasView | null
  /** Sets the attributes of the keys that are given, null takes one away, and tells the embed. */
  set view(change: AtlasViewChange | null | undefined)
}

declare global {
  interface HTMLElementTagNameMap {
    'district-atlas': DistrictAtlasElement
  }
  // The events bubble, so every node may hear them.
  interface GlobalEventHandlersEventMap {
    'atlas-ready': AtlasEventMap['atlas-ready']
    'atlas-change': AtlasEventMap['atlas-change']
    'atlas-select': AtlasEventMap['atlas-select']
    'atlas-error': AtlasEventMap['atlas-error']
  }
}
