import { useSyncExternalStore } from 'react'
import { readTours, writeTours, type Tour, type TourProblem } from '../model/tour.ts'
import { baseOf } from './link.ts'

/** Before the tour in an address. It stands in the fragment, which no server is ever told. */
const FRAGMENT = '#tour='
/** Longer addresses are cut by mail programs and chats, `#tour=` included. */
export const LONGEST_LINK = 2000
/** Longer fragments are not ours; nobody's browser unpacks them. */
const LONGEST_READ = 16_000
/** A few kilobytes of address can unpack to gigabytes; no tour that we write comes near to this. */
const MOST_BYTES = 256 * 1024
/** Begins the id of a tour that came by a link, so that it is never taken for one of the pack or one made here. */
const LINKED = 'link-'

/** Tours and what of them could not be used, as `readTours` gives them. */
export interface ReadTours {
  readonly tours: readonly Tour[]
  readonly problems: readonly TourProblem[]
}

const NOTHING: ReadTours = { tours: [], problems: [] }

/** @returns the tour as `#tour=…`; null where that is too long for an address, or where the browser cannot pack. */
export async function encodeTour(tour: Tour): Promise<string | null> {
  try {
    const text = new TextEncoder().encode(JSON.stringify(writeTours([tour])))
    const packed = await through(text, new CompressionStream('deflate-raw'), LONGEST_LINK)
    if (packed === null) return null
    const fragment = `${FRAGMENT}${toBase64Url(packed)}`
    return fragment.length > LONGEST_LINK ? null : fragment
  } catch {
    return null
  }
}

/**
 * Reads the tours of a fragment. Never throws and never unpacks more than 256 kB, whatever it is given.
 * @param fragment with its `#`; one that speaks of no tour has none, and that is no problem
 */
export async function decodeTour(fragment: string): Promise<ReadTours> {
  if (!fragment.startsWith(FRAGMENT)) return NOTHING
  try {
    if (fragment.length > LONGEST_READ) return UNREADABLE
    const packed = fromBase64Url(fragment.slice(FRAGMENT.length))
    const text = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES)
    if (text === null) return UNREADABLE
    return readTours(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)))
  } catch {
    return UNREADABLE
  }
}

const UNREADABLE: ReadTours = {
  tours: [],
  problems: [{ tour: '', scene: null, field: FRAGMENT.slice(0, -1), value: '', expected: 'tours' }],
}

/** @returns the address that plays the tour on any machine, from its first scene; null where it would be too long. */
export async function tourLink(
  tour: Tour,
  here: Pick<Location, 'origin' | 'pathname'> = window.location,
): Promise<string | null> {
  const linked = asLinked(tour)
  const fragment = await encodeTour(linked)
  return fragment === null ? null : `${baseOf(here)}?mode=present&tour=${linked.id}${fragment}`
}

/** @returns the address that plays a tour which the pack has. */
export function packTourLink(tour: Tour, here: Pick<Location, 'origin' | 'pathname'> = window.location): string {
  return `${baseOf(here)}?mode=present&tour=${tour.id}`
}

/** The same tour under an id that only links use. */
function asLinked(tour: Tour): Tour {
  if (tour.id.startsWith(LINKED)) return tour
  return { ...tour, id: `${LINKED}${tour.id.replace(/^own-/, '')}`.slice(0, 64) }
}

/** @returns what comes out of `stream`; null where that is more than `most` bytes. @throws where it cannot read its input */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = stream.writable.getWriter()
  // Whoever reads gets the same error.
  const written = Promise.all([writer.write(bytes), writer.close()]).catch(() => {})
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    // Chunks come one after the other, and the next is not unpacked before it is asked for.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    length += value.length
    if (length > most) {
      // Not waited for: a stream may take its time to stop.
      void reader.cancel().catch(() => {})
      return null
    }
  }
  await written
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** @throws DOMException for what is not base64 */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** What the address brought. */
export interface LinkedTours extends ReadTours {
  /** The address has a tour that is not unpacked yet. */
  readonly pending: boolean
}

const PENDING: LinkedTours = { ...NOTHING, pending: true }
const NONE: LinkedTours = { ...NOTHING, pending: false }

let linked: { readonly fragment: string; readonly given: LinkedTours } | null = null
const listeners = new Set<() => void>()

/** The fragment that speaks of a tour: the address's, else the last one that did; a jump within the page takes no tour away. */
function fragmentNow(): string | null {
  const { hash } = window.location
  return hash.startsWith(FRAGMENT) ? hash : (linked?.fragment ?? null)
}

function getSnapshot(): LinkedTours {
  const fragment = fragmentNow()
  if (fragment === null) return NONE
  return linked?.fragment === fragment ? linked.given : PENDING
}

async function unpack(): Promise<void> {
  const fragment = fragmentNow()
  if (fragment === null || linked?.fragment === fragment) return
  linked = { fragment, given: PENDING }
  const { tours, problems } = await decodeTour(fragment)
  // Another link may have been opened meanwhile.
  if (linked?.fragment !== fragment) return
  linked = { fragment, given: { tours: tours.map(asLinked), problems, pending: false } }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const onChange = () => {
    listener()
    void unpack()
  }
  listeners.add(listener)
  window.addEventListener('hashchange', onChange)
  void unpack()
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', onChange)
  }
}

/** The tours that the address carries, for as long as the page lives. */
export function useLinkedTours(): LinkedTours {
  return useSyncExternalStore(subscribe, getSnapshot)
}
