import { ROLES, type Role } from '../model/observation.ts'
import type { Years } from '../model/period.ts'
import { LANGUAGES } from '../model/text.ts'
import type { EmbedKey } from './embed.ts'
import type { ScreenKey } from './screen.ts'
import { CHART_KINDS, MAX_PLACES, MODES, RECORDS, RENDERERS, SHOWS, THEME_WISHES, type View } from '../model/view.ts'

/** The keys of DESIGN §6, `chart` and `against` added, in the order they are written. */
export const VIEW_KEYS = [
  'mode',
  'role',
  'indicator',
  'time',
  'places',
  'show',
  'chart',
  'against',
  'lang',
  'theme',
  'tour',
  'scene',
  'renderer',
] as const
export type ViewKey = (typeof VIEW_KEYS)[number]

/** Something in a link that could not be used; the view falls back and the reader is told. */
export type Problem =
  | { readonly kind: 'invalid'; readonly key: ViewKey | ScreenKey | EmbedKey; readonly value: string }
  | { readonly kind: 'repeated'; readonly key: ViewKey }
  | { readonly kind: 'too-many-places' }
  | { readonly kind: 'unknown-indicator'; readonly value: string }
  | { readonly kind: 'unknown-place'; readonly value: string }

/** The keys that a link gives and that are well formed. Whether a pack knows the indicator and places is settled later. */
export type Given = { readonly [K in ViewKey]?: View[K] }

export interface Decoded {
  readonly given: Given
  readonly problems: readonly Problem[]
  /** Pairs that are not ours: kept out of the way and written back unchanged. */
  readonly rest: readonly (readonly [string, string])[]
}

/** What the pack decides where a link is silent. */
export type ViewDefaults = Pick<View, 'role' | 'indicator'>

/** What a pack knows, for settling a link against it. */
export interface Known {
  readonly defaults: ViewDefaults
  readonly hasIndicator: (id: string) => boolean
  readonly hasPlace: (code: string) => boolean
}

type Pairs = readonly (readonly [string, string])[]
type Migration = (pairs: Pairs) => Pairs

/**
 * Links that were made by earlier versions, rewritten before they are read: old links keep working. Each takes and returns
 * pairs. Append only, never edit.
 */
const MIGRATIONS: readonly Migration[] = []

/** Identifiers of packs: letters, digits and `-_.`, so that a link stays readable and nothing else can be smuggled in. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const YEARS = /^(\d{4})(?:\.\.(\d{4}))?$/
/** Longer values are cut in notices: a link may carry 100 kB of anything. */
const SHOWN = 40

/** undefined: not a value of this key. */
type Parse<K extends ViewKey> = (raw: string) => View[K] | undefined

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (raw: string): T | undefined =>
    values.find((value) => value === raw)
const id = (raw: string) => (ID.test(raw) ? raw : undefined)

const PARSERS: { readonly [K in ViewKey]: Parse<K> } = {
  mode: oneOf(MODES),
  role: oneOf(ROLES),
  indicator: id,
  time: parseYears,
  places: parsePlaces,
  show: oneOf(SHOWS),
  chart: oneOf(CHART_KINDS),
  against: id,
  lang: oneOf(LANGUAGES),
  theme: oneOf(THEME_WISHES),
  tour: id,
  scene: (raw) => (/^[1-9]\d{0,3}$/.test(raw) ? Number(raw) : undefined),
  renderer: oneOf(RENDERERS),
}

function parseYears(raw: string): Years | undefined {
  const match = YEARS.exec(raw)
  if (!match) return undefined
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  return from <= to ? { from, to } : undefined
}

function parsePlaces(raw: string): readonly string[] | undefined {
  if (raw === '') return []
  const codes = raw.split(',')
  return codes.every((code) => ID.test(code)) ? [...new Set(codes)] : undefined
}

/**
 * @param query a URL's query, with or without its question mark. Never throws, whatever it is given.
 * @param migrations oldest first; others than the app's for tests alone
 */
export function decodeView(query: string, migrations: readonly Migration[] = MIGRATIONS): Decoded {
  const raw: Pairs = [...new URLSearchParams(query)]
  const pairs = migrations.reduce((current, migrate) => migrate(current), raw)
  const given: { [K in ViewKey]?: View[K] } = {}
  const seen = new Set<ViewKey>()
  const repeated = new Set<ViewKey>()
  const problems: Problem[] = []
  const rest: (readonly [string, string])[] = []
  for (const [name, value] of pairs) {
    const key = VIEW_KEYS.find((k) => k === name)
    if (key === undefined) rest.push([name, value])
    else if (seen.has(key)) repeated.add(key)
    else {
      seen.add(key)
      if (!assign(given, key, value)) problems.push({ kind: 'invalid', key, value: shorten(value) })
    }
  }
  for (const key of repeated) problems.push({ kind: 'repeated', key })
  if (given.places && given.places.length > MAX_PLACES) {
    given.places = given.places.slice(0, MAX_PLACES)
    problems.push({ kind: 'too-many-places' })
  }
  return { given, problems, rest }
}

function assign<K extends ViewKey>(given: { [P in ViewKey]?: View[P] }, key: K, raw: string): boolean {
  const parsed = PARSERS[key](raw)
  if (parsed === undefined) return false
  given[key] = parsed
  return true
}

function shorten(value: string): string {
  return [...value].length > SHOWN ? `${[...value].slice(0, SHOWN).join('')}…` : value
}

/**
 * The pack's default indicator belongs to its default role; most indicators have figures in one role alone, so for any other
 * role a link's silence means the overview, which always has something to show.
 */
function silentIndicator(role: Role, defaults: ViewDefaults): string {
  return role === defaults.role ? defaults.indicator : RECORDS
}

/** Fills a link's silence with the defaults and drops what the pack does not know, saying so. */
export function settleView(given: Given, known: Known): { readonly view: View; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const role = given.role ?? known.defaults.role
  const silent = silentIndicator(role, known.defaults)
  let indicator = given.indicator ?? silent
  if (!known.hasIndicator(indicator)) {
    problems.push({ kind: 'unknown-indicator', value: shorten(indicator) })
    indicator = silent
  }
  let against = given.against ?? null
  // The overview counts figures; a count against a measure says nothing of either.
  if (against !== null && (against === RECORDS || !known.hasIndicator(against))) {
    problems.push({ kind: 'unknown-indicator', value: shorten(against) })
    against = null
  }
  const places = (given.places ?? []).filter((code) => {
    const has = known.hasPlace(code)
    if (!has) problems.push({ kind: 'unknown-place', value: shorten(code) })
    return has
  })
  return {
    view: {
      mode: given.mode ?? 'explore',
      role,
      indicator,
      time: given.time ?? null,
      places,
      show: given.show ?? 'map',
      chart: given.chart ?? null,
      against,
      lang: given.lang ?? null,
      theme: given.theme ?? null,
      tour: given.tour ?? null,
      scene: given.scene ?? null,
      renderer: given.renderer ?? 'auto',
    },
    problems,
  }
}

/**
 * Writes a view as a query, differences from the defaults only. `renderer` is written only where a link gave it, so a reload
 * keeps it and the app never adds it.
 * @returns the query with its question mark, or an empty string
 */
export function encodeView(
  view: View,
  defaults: ViewDefaults,
  rest: readonly (readonly [string, string])[] = [],
): string {
  const pairs: [string, string][] = []
  const put = (key: ViewKey, value: string | null, standard: string | null) => {
    if (value !== null && value !== standard) pairs.push([key, value])
  }
  put('mode', view.mode, 'explore')
  put('role', view.role, defaults.role)
  put('indicator', view.indicator, silentIndicator(view.role, defaults))
  put('time', view.time === null ? null : formatYears(view.time), null)
  put('places', view.places.length === 0 ? null : view.places.join(','), null)
  put('show', view.show, 'map')
  put('chart', view.chart, null)
  put('against', view.against, null)
  put('lang', view.lang, null)
  put('theme', view.theme, null)
  put('tour', view.tour, null)
  put('scene', view.scene === null ? null : String(view.scene), null)
  put('renderer', view.renderer, 'auto')
  const query = new URLSearchParams([...pairs, ...rest.map(([k, v]) => [k, v])])
  // A comma is legal in a query and far more readable than %2C.
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** @returns `2020` or `2018..2025`, as `time` stands in a link. */
export function formatYears(years: Years): string {
  return years.from === years.to
    ? String(years.from).padStart(4, '0')
    : `${String(years.from).padStart(4, '0')}..${String(years.to).padStart(4, '0')}`
}
