import { useSyncExternalStore, type RefObject } from 'react'

interface FullScreen {
  /** The page around this one allows it. */
  readonly possible: boolean
  readonly on: boolean
  readonly toggle: () => void
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange)
  return () => document.removeEventListener('fullscreenchange', onChange)
}

/** The embed on the whole screen; the document itself is shown, so that what opens above it is seen, too. */
export function useFullScreen(content: RefObject<HTMLElement | null>): FullScreen {
  const on = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  )
  const toggle = () => {
    // Refused (no gesture, no permission): nothing changes, and the button is still there.
    const done = on ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    done.then(
      () => content.current?.focus({ preventScroll: true }),
      () => {},
    )
  }
  return { possible: document.fullscreenEnabled, on, toggle }
}
