import { useState } from 'react'

/**
 * Where the focus was when the component came: for what opens by a key, whatever had the focus then.
 * @param otherwise gets it where nothing had it, or what had it is gone
 * @returns for a dialog's `finalFocus`
 */
export function useFocusBack(otherwise: () => HTMLElement | null = nowhere): () => HTMLElement | false | null {
  const [before] = useState(() => document.activeElement)
  return () => focusBack(before, otherwise)
}

/** The same for whoever keeps by itself what had the focus. */
export function focusBack(before: Element | null, otherwise: () => HTMLElement | null): HTMLElement | false | null {
  if (!before?.isConnected || before === document.body) return otherwise()
  if (before instanceof HTMLElement) return before
  // A place of the map is an SVG element, which a dialog would not give the focus to.
  if (before instanceof SVGElement) queueMicrotask(() => before.focus({ preventScroll: true }))
  return false
}

const nowhere = () => null
