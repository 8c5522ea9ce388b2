/** What the server has that this page has not. */
export type Found = 'same' | 'new-data' | 'new-build'

/** What is known at the end of a scene. Times in ms by one clock, of which only differences matter. */
export interface Situation {
  readonly now: number
  /** When the page was loaded. */
  readonly startedAt: number
  /** When the server was last asked; null: not yet. */
  readonly lastCheck: number | null
  readonly found: Found
  /** Whether the server answered then. */
  readonly reachable: boolean
  /** Whether a service worker would answer a reload. */
  readonly controlled: boolean
  /** Whether the page fills the screen by a viewer's gesture, which a reload would undo and could not repeat. */
  readonly fullscreen: boolean
}

const MINUTE_MS = 60_000
/** The server is asked so often. */
export const CHECK_EVERY_MS = 60 * MINUTE_MS
/** Whatever has piled up in a page's memory is gone after so long. */
export const RELOAD_EVERY_MS = 6 * 60 * MINUTE_MS
/** So long the server counts as reachable after it answered. */
export const FRESH_MS = 5 * MINUTE_MS

/**
 * Whether to load the page anew between two scenes. Never where that could end in the browser's error page: somebody must be
 * known to answer, the server or the worker. What is newer, only the server can give.
 */
export function decideReload(situation: Situation): 'stay' | 'reload' {
  const { now, lastCheck, found, reachable, controlled, fullscreen } = situation
  if (fullscreen || !isDue(situation)) return 'stay'
  const served = reachable && lastCheck !== null && now - lastCheck <= FRESH_MS
  if (served) return 'reload'
  return found === 'same' && controlled ? 'reload' : 'stay'
}

/** Whether to ask the server: every hour; and where a reload is due, shortly before it, as the last answer may be old. */
export function isCheckDue(situation: Situation): boolean {
  const { now, startedAt, lastCheck } = situation
  const every = isDue(situation) ? FRESH_MS : CHECK_EVERY_MS
  return now - (lastCheck ?? startedAt) >= every
}

function isDue({ now, startedAt, found }: Situation): boolean {
  return found !== 'same' || now - startedAt >= RELOAD_EVERY_MS
}
