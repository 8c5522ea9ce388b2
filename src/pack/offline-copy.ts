import { useSyncExternalStore } from 'react'
import { COPY_HEADER } from './offline-names.ts'

let copy = false
const listeners = new Set<() => void>()

/** @returns whether an answer came from the browser's offline copy, not from the server. */
export function isCopy(response: Response): boolean {
  return response.headers.has(COPY_HEADER)
}

/** Says whence the figures on screen come: true, from the offline copy, and nobody could ask whether there are newer ones. */
export function noteOfflineCopy(isOne: boolean): void {
  if (copy === isOne) return
  copy = isOne
  for (const listener of listeners) listener()
}

/** @returns whether the figures on screen are the offline copy's: then the screen says so. */
export function useOfflineCopy(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => copy,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
