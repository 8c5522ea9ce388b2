import { useSyncExternalStore } from 'react'

const PRINT = 'print'

/** Between these two events; a page that is only looked at as it would print (`print` emulated) has the media query alone. */
let between = false
const listeners = new Set<() => void>()

function set(next: boolean): void {
  between = next
  for (const listener of listeners) listener()
}

function subscribe(onChange: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', finish)
    media()?.addEventListener('change', tell)
  }
  listeners.add(onChange)
  return () => {
    listeners.delete(onChange)
    if (listeners.size > 0) return
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', finish)
    media()?.removeEventListener('change', tell)
  }
}

const begin = () => set(true)
const finish = () => set(false)
const tell = () => set(between)

let query: MediaQueryList | null | undefined
function media(): MediaQueryList | null {
  query ??= typeof matchMedia === 'function' ? matchMedia(PRINT) : null
  return query
}

/**
 * @returns whether the page is being printed: what is folded away is then laid out, what moves stands still. Rendered before
 * the browser takes its picture, and taken back after.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => between || (media()?.matches ?? false),
    () => false,
  )
}
