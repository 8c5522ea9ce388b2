/**
 * What belongs to a screen rather than to a view: a kiosk's address carries it, links made in the app do not. Read once, at the
 * start, and left standing in the URL.
 */
export interface ScreenSettings {
  /**
   * The wall's size in its own pixels, where the window is of another shape (PITFALLS §5); null: the window itself. The stage is
   * the largest box of this shape in the window.
   */
  readonly stage: { readonly width: number; readonly height: number } | null
  /** This window is the speaker's remote, not the stage. */
  readonly remote: boolean
}

export const SCREEN_KEYS = ['stage', 'remote'] as const
export type ScreenKey = (typeof SCREEN_KEYS)[number]

const SIZE = /^(\d{2,5})x(\d{2,5})$/
/** Beyond 1 : 8 there is no room for a line of text beside a map. */
const MOST_OBLONG = 8

/**
 * @param query a URL's query; never throws
 * @returns the settings, and the keys whose values could not be used
 */
export function readScreen(query: string): {
  readonly settings: ScreenSettings
  readonly problems: readonly { readonly kind: 'invalid'; readonly key: ScreenKey; readonly value: string }[]
} {
  const params = new URLSearchParams(query)
  const problems: { kind: 'invalid'; key: ScreenKey; value: string }[] = []
  const refuse = (key: ScreenKey, value: string) => problems.push({ kind: 'invalid', key, value: value.slice(0, 40) })
  const size = params.get('stage')
  const stage = size === null ? null : parseSize(size)
  if (size !== null && stage === null) refuse('stage', size)
  const remote = params.get('remote')
  if (remote !== null && remote !== '1') refuse('remote', remote)
  return { settings: { stage, remote: remote === '1' }, problems }
}

function parseSize(raw: string): ScreenSettings['stage'] {
  const match = SIZE.exec(raw)
  if (!match) return null
  const [width, height] = [Number(match[1]), Number(match[2])]
  if (width === 0 || height === 0 || Math.max(width / height, height / width) > MOST_OBLONG) return null
  return { width, height }
}
