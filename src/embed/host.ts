import { framed } from '../view/framed.ts'
import { MESSAGE_SOURCE, MESSAGE_VERSION } from '../view/embed.ts'
import type { OutMessage } from './protocol.ts'

/** So many messages are kept while the pack is on its way; a host that sends more is told when they are read. */
const KEPT = 8

let early: unknown[] | null = null

/** Tells the page around this one; nothing where there is none. The messages hold nothing private, so any page may read them. */
export function tellHost(message: OutMessage): void {
  if (framed()) window.parent.postMessage({ source: MESSAGE_SOURCE, version: MESSAGE_VERSION, ...message }, '*')
}

/** Keeps what the host says before anything can be done with it; the last of it, if it says much. */
export function listenEarly(): void {
  if (early !== null || !framed()) return
  early = []
  window.addEventListener('message', keep)
}

function keep(event: MessageEvent): void {
  if (event.source !== window.parent || early === null) return
  early.push(event.data)
  if (early.length > KEPT) early.shift()
}

/** @returns what the host said so far, oldest first; from now on somebody else listens */
export function takeEarly(): readonly unknown[] {
  window.removeEventListener('message', keep)
  const taken = early ?? []
  early = null
  return taken
}
