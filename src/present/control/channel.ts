import type { Command } from './commands.ts'

/** Stage and remote are windows of one browser; nothing leaves the computer. */
const CHANNEL = 'district-atlas.present'
const SOURCE = 'district-atlas'
const VERSION = 1

/** What the stage tells its remotes, after every change and when one asks. */
export interface StageReport {
  readonly tour: string
  /** From 1. */
  readonly scene: number
  readonly playing: boolean
  readonly black: boolean
  /** Milliseconds that the scene has stood at `at`. */
  readonly elapsed: number
  /** When the tour was begun, and when this was said: `Date.now()`, which windows share. */
  readonly begun: number
  readonly at: number
}

export type Message =
  | { readonly type: 'report'; readonly report: StageReport }
  | { readonly type: 'command'; readonly command: Command }
  /** A remote has been opened: what is on stage? */
  | { readonly type: 'hello' }

export interface Line {
  readonly send: (message: Message) => void
  readonly close: () => void
}

const PLAIN = ['next', 'previous', 'first', 'last', 'toggle', 'black', 'fullscreen', 'leave'] as const

/** Checks what came over the channel: another version of the app may be open in another window. @returns null: not ours */
export function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null
  const { source, version, type, report, command } = data as Record<string, unknown>
  if (source !== SOURCE || version !== VERSION) return null
  if (type === 'hello') return { type }
  if (type === 'command' && typeof command === 'object' && command !== null) {
    const { type: name, scene } = command as Record<string, unknown>
    if (name === 'jump') return typeof scene === 'number' ? { type, command: { type: 'jump', scene } } : null
    const plain = PLAIN.find((each) => each === name)
    return plain === undefined ? null : { type, command: { type: plain } }
  }
  if (type === 'report' && typeof report === 'object' && report !== null) {
    const r = report as Record<string, unknown>
    const { tour, scene, playing, black, elapsed, begun, at } = r
    if (typeof tour !== 'string' || typeof playing !== 'boolean' || typeof black !== 'boolean') return null
    if (
      typeof scene !== 'number' ||
      typeof elapsed !== 'number' ||
      typeof begun !== 'number' ||
      typeof at !== 'number'
    ) {
      return null
    }
    return { type, report: { tour, scene, playing, black, elapsed, begun, at } }
  }
  return null
}

/** Opens the line between stage and remotes. Where the browser has no such channel (sandboxed frames), nothing is heard or said. */
export function openLine(onMessage: (message: Message) => void): Line {
  let channel: BroadcastChannel
  try {
    channel = new BroadcastChannel(CHANNEL)
  } catch {
    return { send: () => {}, close: () => {} }
  }
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data)
    if (message !== null) onMessage(message)
  })
  return {
    // A channel has no target to name: it ends at this origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (message) => channel.postMessage({ source: SOURCE, version: VERSION, ...message }),
    close: () => channel.close(),
  }
}
