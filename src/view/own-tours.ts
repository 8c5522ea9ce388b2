import { useSyncExternalStore } from 'react'
import { MAX_SCENES, readTours, writeTours, type Tour, type TourProblem } from '../model/tour.ts'
import { shelf } from './shelf.ts'

/** More than these nobody keeps in a browser; a file holds any number. */
export const MAX_OWN_TOURS = 20
/** Begins the id of every own tour, so that none is ever taken for one of a pack. */
const OWN = 'own-'

const KEY = 'district-atlas.tours'
/** What stood in storage and could not be read in full, kept aside before it is written over. */
const ASIDE_KEY = 'district-atlas.tours.unreadable'

/** The tours made here. */
export interface OwnTours {
  readonly tours: readonly Tour[]
  /** What of the remembered tours could not be used. */
  readonly problems: readonly TourProblem[]
  /** What stood in storage and could not be read in full, now or on an earlier visit, until it is forgotten; else null. */
  readonly unreadable: string | null
  /** false: storage refuses or is full, so the tours last as long as this page does. */
  readonly kept: boolean
  /** The tour that views are added to; null: there is none yet. */
  readonly current: Tour | null
}

interface State {
  readonly tours: readonly Tour[]
  readonly problems: readonly TourProblem[]
  readonly unreadable: string | null
  /** The text that `tours` was read from or written as; null: storage holds none, or refuses. */
  readonly text: string | null
  readonly kept: boolean
  readonly chosen: string | null
}

const EMPTY: State = { tours: [], problems: [], unreadable: null, text: null, kept: true, chosen: null }

/** null: nothing has been read on this page yet. */
let state: State | null = null
let snapshot: { readonly of: State; readonly own: OwnTours } | null = null
const listeners = new Set<() => void>()

/** The state as storage has it now: another window may have written. */
function fresh(): State {
  const before = state ?? EMPTY
  // Where storage refused a write, what it holds is older than what this page knows.
  if (!before.kept) return before
  try {
    const text = shelf().getItem(KEY)
    if (state !== null && text === state.text) return state
    const read = text === null ? EMPTY : parse(text)
    const unreadable = read.unreadable ?? shelf().getItem(ASIDE_KEY)
    return settle({ ...read, unreadable, chosen: before.chosen })
  } catch {
    return settle({ ...before, kept: false })
  }
}

function settle(next: State): State {
  state = next
  return next
}

function parse(text: string): State {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = text
  }
  const { tours, problems } = readTours(value)
  const whole = problems.length === 0 && tours.length <= MAX_OWN_TOURS
  return { ...EMPTY, tours: tours.slice(0, MAX_OWN_TOURS), problems, unreadable: whole ? null : text, text }
}

/** Remembers the tours and tells everybody. Where storage refuses, this page remembers them. */
function write(before: State, tours: readonly Tour[], chosen: string | null = before.chosen): void {
  const next = { ...before, tours, chosen }
  const text = JSON.stringify(writeTours(tours))
  try {
    if (before.unreadable !== null) shelf().setItem(ASIDE_KEY, before.unreadable)
    shelf().setItem(KEY, text)
    settle({ ...next, text, kept: true })
  } catch {
    settle({ ...next, kept: false })
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const onStorage = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener()
  }
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

/** The tours made here, the same object while nothing changed; written by the functions below. */
export function ownTours(): OwnTours {
  const of = fresh()
  if (snapshot?.of !== of) {
    const { tours, problems, unreadable, kept, chosen } = of
    const current = tours.find(({ id }) => id === chosen) ?? tours.at(-1) ?? null
    snapshot = { of, own: { tours, problems, unreadable, kept, current } }
  }
  return snapshot.own
}

/** `ownTours`, told of every change. */
export function useOwnTours(): OwnTours {
  return useSyncExternalStore(subscribe, ownTours)
}

/** @returns an id for a new own tour: of nobody else's, as far as chance allows. */
export function newTourId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2))
  return `${OWN}${[...numbers].map((n) => n.toString(36).padStart(7, '0')).join('')}`
}

/**
 * Adds a tour and makes it the one that views are added to. A tour of somebody else, or one that is here already, gets an id of its own.
 * @param at where among the own tours; at the end where it is not given
 * @returns the tour as it was added; null where there are `MAX_OWN_TOURS` already
 */
export function addOwnTour(tour: Tour, at?: number): Tour | null {
  const before = fresh()
  if (before.tours.length >= MAX_OWN_TOURS) return null
  const free = tour.id.startsWith(OWN) && before.tours.every(({ id }) => id !== tour.id)
  const added = bounded(free ? tour : { ...tour, id: newTourId() })
  const index = at ?? before.tours.length
  write(before, [...before.tours.slice(0, index), added, ...before.tours.slice(index)], added.id)
  return added
}

/** Changes one tour. One that has no scene left is removed: a tour without scenes is none. */
export function replaceOwnTour(id: string, change: (tour: Tour) => Tour): void {
  const before = fresh()
  const tours = before.tours.flatMap((tour) => {
    if (tour.id !== id) return [tour]
    const changed = bounded({ ...change(tour), id })
    return changed.scenes.length === 0 ? [] : [changed]
  })
  write(before, tours)
}

export function removeOwnTour(id: string): void {
  const before = fresh()
  write(
    before,
    before.tours.filter((tour) => tour.id !== id),
  )
}

/** Says which tour views are added to. */
export function chooseOwnTour(id: string): void {
  const before = fresh()
  settle({ ...before, chosen: id })
  for (const listener of listeners) listener()
}

/** Lets go of what could not be read: its reader has saved it, or does not want it. */
export function forgetUnreadable(): void {
  const before = fresh()
  try {
    shelf().removeItem(ASIDE_KEY)
  } catch {
    // Storage that refuses has nothing put aside either.
  }
  write({ ...before, problems: [], unreadable: null }, before.tours)
}

function bounded(tour: Tour): Tour {
  return tour.scenes.length > MAX_SCENES ? { ...tour, scenes: tour.scenes.slice(0, MAX_SCENES) } : tour
}
