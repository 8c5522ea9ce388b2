import type { Locator } from '@playwright/test'

/** Buttons by what they do: their `data-action`. */
export type Action =
  | 'add-place'
  | 'search'
  | 'share'
  | 'open-atlas'
  | 'full-screen'
  | 'new-window'
  | 'tours'
  | 'present'
  | 'next'
  | 'add-scene'
  | 'help'
  | 'play'
  | 'clear-time'
  | 'clear-selection'
  | 'pick-indicator'
  | 'theme'
  | 'language'

/** @returns whether the element has the focus. */
export async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((node) => node === document.activeElement)
}

/** @returns the middle of the element on the page, in CSS px. */
export async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`${String(locator)} is not on screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
