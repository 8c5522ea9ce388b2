/** What clicker, keyboard, mouse, touch and the remote can ask for. */
export type Command =
  | { readonly type: 'next' | 'previous' | 'first' | 'last' | 'toggle' | 'black' | 'fullscreen' | 'leave' }
  /** To the scene of this number, from 1. */
  | { readonly type: 'jump'; readonly scene: number }

/** Clickers send the page keys; some "b" or "." for a black screen, and F5 and Esc to begin and end, which the browser keeps. */
const KEYS: Readonly<Record<string, Exclude<Command['type'], 'jump'>>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  n: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  p: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
  b: 'black',
  '.': 'black',
  f: 'fullscreen',
  Escape: 'leave',
}

/** Digits typed further apart than this belong to different numbers. */
const NUMBER_MS = 4000

/** What a key does after the digits typed before it. */
export interface Keyed {
  readonly command: Command | null
  /** The digits that wait for Enter; empty: none. */
  readonly digits: string
  /** Whether the key was ours, so that the browser must not act on it. */
  readonly taken: boolean
}

/**
 * @param key as `KeyboardEvent.key` has it
 * @param digits those typed so far
 * @param since ms since the last of them
 */
export function readKey(key: string, digits: string, since: number): Keyed {
  const pending = since > NUMBER_MS ? '' : digits
  if (/^\d$/.test(key)) return { command: null, digits: (pending + key).slice(-3), taken: true }
  if (key === 'Enter') {
    const scene = Number(pending)
    // Enter alone goes on, as in slide programs.
    if (pending === '') return { command: { type: 'next' }, digits: '', taken: true }
    return { command: scene > 0 ? { type: 'jump', scene } : null, digits: '', taken: true }
  }
  const type = KEYS[key.length === 1 ? key.toLowerCase() : key]
  if (type === undefined) return { command: null, digits: pending, taken: false }
  // The first Escape takes back a number that was begun.
  if (type === 'leave' && pending !== '') return { command: null, digits: '', taken: true }
  return { command: { type }, digits: '', taken: true }
}

/**
 * Which scene a command leads to.
 * @param scene the current one, from 1. @param count how many there are. @param loop after the last one the first again
 * @returns its number; null: none, the command is not about scenes or leads nowhere
 */
export function sceneAfter(command: Command, scene: number, count: number, loop: boolean): number | null {
  switch (command.type) {
    case 'next':
      return scene < count ? scene + 1 : loop ? 1 : null
    case 'previous':
      return scene > 1 ? scene - 1 : loop ? count : null
    case 'first':
      return 1
    case 'last':
      return count
    case 'jump':
      return command.scene >= 1 && command.scene <= count ? command.scene : null
    case 'toggle':
    case 'black':
    case 'fullscreen':
    case 'leave':
      return null
  }
}
