/** Names the sender of every message between an embed and its host, in both directions (DESIGN §7). */
export const MESSAGE_SOURCE = 'district-atlas'
/** Of the messages' form. A host that speaks another is told so; nothing of it is guessed. */
export const MESSAGE_VERSION = 1

/**
 * What the owner of a page settles for the embed on it, besides the view: its link carries it, and it stays as it is while the page
 * lives. Like the settings of a screen it is no part of a view, so "open in the atlas" leaves it behind.
 */
export interface EmbedSettings {
  /** One figure with its target and its source, in the place of what `show` says. */
  readonly card: boolean
  /** A picture: nothing to press but links. */
  readonly still: boolean
  /** The timeline with its play button stands below. */
  readonly play: boolean
  /** `#rrggbb`; null: the theme's. */
  readonly accent: string | null
  readonly title: boolean
  readonly controls: boolean
}

export const EMBED_KEYS = ['card', 'still', 'play', 'accent', 'title', 'controls'] as const
export type EmbedKey = (typeof EMBED_KEYS)[number]

/** Where a link is silent. */
export const PLAIN_EMBED: EmbedSettings = {
  card: false,
  still: false,
  play: false,
  accent: null,
  title: true,
  controls: true,
}

const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i

/** @returns `#rrggbb` in small letters for three or six hexadecimal digits, with or without `#`; null for anything else */
export function parseAccent(raw: string): string | null {
  const digits = HEX.exec(raw)?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

/** A problem with one key; the setting stays as `PLAIN_EMBED` has it. */
export interface EmbedProblem {
  readonly kind: 'invalid'
  readonly key: EmbedKey
  /** At most 40 characters of it. */
  readonly value: string
}

/**
 * @param query a URL's query, with or without its question mark; never throws
 * @returns the settings, and the keys whose values could not be used
 */
export function readEmbed(query: string): {
  readonly settings: EmbedSettings
  readonly problems: readonly EmbedProblem[]
} {
  const params = new URLSearchParams(query)
  const problems: EmbedProblem[] = []
  const flag = (key: Exclude<EmbedKey, 'accent'>): boolean => {
    const standard = PLAIN_EMBED[key]
    const raw = params.get(key)
    if (raw === null || raw === (standard ? '1' : '0')) return standard
    if (raw === (standard ? '0' : '1')) return !standard
    problems.push({ kind: 'invalid', key, value: raw.slice(0, 40) })
    return standard
  }
  const colour = params.get('accent')
  const accent = colour === null ? null : parseAccent(colour)
  if (colour !== null && accent === null) problems.push({ kind: 'invalid', key: 'accent', value: colour.slice(0, 40) })
  return {
    settings: {
      card: flag('card'),
      still: flag('still'),
      play: flag('play'),
      accent,
      title: flag('title'),
      controls: flag('controls'),
    },
    problems,
  }
}

/** @returns the settings as pairs of a query, differences from `PLAIN_EMBED` only, in the order of `EMBED_KEYS` */
export function embedPairs(settings: EmbedSettings): readonly (readonly [EmbedKey, string])[] {
  return EMBED_KEYS.flatMap((key): (readonly [EmbedKey, string])[] => {
    const value = settings[key]
    if (value === PLAIN_EMBED[key]) return []
    return [[key, typeof value === 'string' ? value.slice(1) : value === true ? '1' : '0']]
  })
}
