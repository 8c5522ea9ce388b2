import { useSyncExternalStore } from 'react'
import type { Theme } from '../model/view.ts'

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'] as const
const matches = (query: (typeof QUERIES)[number]): boolean => window.matchMedia(query).matches

function subscribe(onChange: () => void): () => void {
  const media = QUERIES.map((query) => window.matchMedia(query))
  for (const one of media) one.addEventListener('change', onChange)
  return () => {
    for (const one of media) one.removeEventListener('change', onChange)
  }
}

/** As `first.js` decides before the first paint. */
function wanted(): Theme {
  if (matches('(prefers-color-scheme: dark)')) return 'dark'
  // Forced colours bring their own contrast, and often a black page, on which a white map would glare.
  return matches('(prefers-contrast: more)') && !matches('(forced-colors: active)') ? 'contrast' : 'light'
}

/** The theme that the system asks for, followed while the page lives. The contrast theme is black on white: who asks for dark gets dark. */
export function useSystemTheme(): Theme {
  return useSyncExternalStore(subscribe, wanted, () => 'light')
}
