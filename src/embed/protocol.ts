import { RECORDS, type View } from '../model/view.ts'
import type { Role } from '../model/observation.ts'
import { decodeView, formatYears, settleView, type Known, type Problem } from '../view/codec.ts'
import { MESSAGE_SOURCE, MESSAGE_VERSION } from '../view/embed.ts'

/** What of a view goes in and out by messages: what the host's page may decide. In the order of a link. */
export const SETTABLE = ['role', 'indicator', 'time', 'places', 'show', 'chart', 'against', 'lang', 'theme'] as const
type Settable = (typeof SETTABLE)[number]

/** A view in a message: as in a link (DESIGN §6), but with places as a list, and null for what is left open. */
export interface ViewMessage extends Pick<
  View,
  'role' | 'indicator' | 'places' | 'show' | 'chart' | 'against' | 'lang' | 'theme'
> {
  /** `2020` or `2018..2025`; null: all of time. */
  readonly time: string | null
}

/** What the embed tells its host. */
export type OutMessage =
  | { readonly type: 'ready'; readonly view: ViewMessage }
  /** @property height of all that the embed shows, in whole CSS px */
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'change'; readonly view: ViewMessage }
  /** @property place the code of the place that the reader chose last; null: the choice was taken back */
  | { readonly type: 'select'; readonly place: string | null }
  | { readonly type: 'error'; readonly message: string }

/** Why a message, or a part of it, was not used. */
export type MessageProblem =
  /** It is no message of ours; `found` says what stands where something else was expected. */
  | { readonly kind: 'version'; readonly found: string }
  | { readonly kind: 'type'; readonly found: string }
  | { readonly kind: 'view' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'value'; readonly key: Settable }
  | { readonly kind: 'too-many' }
  | Problem

/** Longer values of one key are no value of it: six codes of 64 characters with their commas, and some room. */
const LONGEST = 512
/** A message with more keys than all of ours twice is not worth looking into. */
const MOST_KEYS = 24

export function viewMessage(view: View): ViewMessage {
  const { role, indicator, time, places, show, chart, against, lang, theme } = view
  return {
    role,
    indicator,
    time: time === null ? null : formatYears(time),
    places: [...places],
    show,
    chart,
    against,
    lang,
    theme,
  }
}

/** The view that a `set` asks for, as far as it can be used. */
export interface Asked {
  /** null: nothing of it could be used. */
  readonly view: View | null
  readonly problems: readonly MessageProblem[]
}

/**
 * Reads what a host sent. Keys are taken one by one, each with the same grammar as in a link; what cannot be used is told and the
 * rest is used. Never throws, whatever it is given, and looks at no more of it than it must.
 * @param data `event.data` of a message
 * @param current the view that a partial one is laid over
 * @param covered whether the pack has figures of the indicator in the role
 * @returns null for what is not meant for us: other senders talk to the same window
 */
export function readMessage(
  data: unknown,
  current: View,
  known: Known,
  covered: (indicator: string, role: Role) => boolean,
): Asked | null {
  if (!isRecord(data) || own(data, 'source') !== MESSAGE_SOURCE) return null
  const version = own(data, 'version')
  if (version !== MESSAGE_VERSION) return refuse({ kind: 'version', found: brief(version) })
  const type = own(data, 'type')
  if (type !== 'set') return refuse({ kind: 'type', found: brief(type) })
  const asked = own(data, 'view')
  if (!isRecord(asked)) return refuse({ kind: 'view' })
  const keys = Object.keys(asked)
  if (keys.length > MOST_KEYS) return refuse({ kind: 'view' })

  const problems: MessageProblem[] = []
  const pairs = new URLSearchParams()
  const open: { -readonly [K in Settable]?: View[K] } = {}
  for (const name of keys) {
    const key = SETTABLE.find((one) => one === name)
    if (key === undefined) {
      problems.push({ kind: 'key', key: brief(name) })
      continue
    }
    const value = own(asked, key)
    if (value === null && setOpen(open, key)) continue
    const text = asText(key, value)
    if (text === null) problems.push({ kind: 'value', key })
    else pairs.set(key, text)
  }
  const decoded = decodeView(pairs.toString())
  const given = { ...open, ...decoded.given }
  problems.push(...decoded.problems)
  if (Object.keys(given).length === 0) return { view: null, problems }
  const settled = settleView({ ...current, ...withFigures(given, current, covered) }, known)
  // What stood before and is not asked for now is no news.
  return { view: settled.view, problems: [...problems, ...settled.problems] }
}

/**
 * Two messages that came too fast as one: a later `set` laid over an earlier one, key by key; anything else gives way to the later.
 * Reads the keys of a view and no more, whatever the messages hold.
 */
export function mergeMessages(earlier: unknown, later: unknown): unknown {
  const [before, after] = [setViewOf(earlier), setViewOf(later)]
  if (before === null || after === null) return after === null && before !== null ? earlier : later
  const keys = SETTABLE.filter((key) => Object.hasOwn(before, key) || Object.hasOwn(after, key))
  const view = Object.fromEntries(keys.map((key) => [key, Object.hasOwn(after, key) ? after[key] : before[key]]))
  return { source: MESSAGE_SOURCE, version: MESSAGE_VERSION, type: 'set', view }
}

function setViewOf(data: unknown): Record<string, unknown> | null {
  if (!isRecord(data) || own(data, 'source') !== MESSAGE_SOURCE || own(data, 'version') !== MESSAGE_VERSION) return null
  const view = own(data, 'type') === 'set' ? own(data, 'view') : null
  return isRecord(view) ? view : null
}

type Given = { readonly [K in Settable]?: View[K] }

/** As in the explorer: an indicator without figures in the new role gives way to the overview, which has some. */
function withFigures(given: Given, current: View, covered: (indicator: string, role: Role) => boolean): Given {
  const { role, indicator } = given
  if (role === undefined || indicator !== undefined || covered(current.indicator, role)) return given
  return { ...given, indicator: RECORDS }
}

function setOpen(open: { -readonly [K in Settable]?: View[K] }, key: Settable): boolean {
  switch (key) {
    case 'places':
      open.places = []
      return true
    case 'time':
    case 'chart':
    case 'against':
    case 'lang':
    case 'theme':
      open[key] = null
      return true
    case 'role':
    case 'indicator':
    case 'show':
      return false
  }
}

/** @returns the value as it would stand in a link; null: nothing that could */
function asText(key: Settable, value: unknown): string | null {
  if (key === 'places' && Array.isArray(value)) {
    // A sparse or endless list is cut before it is read; the codec refuses what is too long.
    const codes = value.slice(0, LONGEST)
    const all = codes.every((code): code is string => typeof code === 'string' && code.length <= LONGEST && code !== '')
    return all ? bounded(codes.join(',')) : null
  }
  if (key === 'time' && typeof value === 'number' && Number.isInteger(value)) return bounded(String(value))
  return typeof value === 'string' ? bounded(value) : null
}

function bounded(text: string): string | null {
  return text.length <= LONGEST ? text : null
}

function refuse(problem: MessageProblem): Asked {
  return { view: null, problems: [problem] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own properties only: what a prototype says was never sent. */
function own(of: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(of, key) ? of[key] : undefined
}

/** Something of what stood there, short enough for a sentence. */
function brief(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 40)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === null ? 'null' : typeof value
}
