import { useSyncExternalStore } from 'react'

/** @returns `rem` in CSS px. The root's size follows the window's and the reader's, so it is asked for anew when they change. */
export function useRowSize(rem: number): number {
  return rem * useSyncExternalStore(subscribe, rootSize)
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
