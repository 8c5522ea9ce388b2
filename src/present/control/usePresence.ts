import { useEffect, useRef, useState, type PointerEvent } from 'react'

/** Controls and cursor go so long after the last move. */
const HIDE_MS = 3000
/** A resting mouse on a trembling desk sends moves of a pixel. */
const TREMBLE = 3

export interface Presence {
  readonly shown: boolean
  readonly listeners: {
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onFocus: () => void
  }
}

/** Whether somebody is at mouse, touch screen or Tab key: controls and cursor show only then. */
export function usePresence(): Presence {
  const [shown, setShown] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef<{ x: number; y: number } | null>(null)
  const show = (): void => {
    setShown(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(false), HIDE_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    shown,
    listeners: {
      onPointerMove: ({ clientX: x, clientY: y }) => {
        const before = last.current
        if (before && Math.hypot(x - before.x, y - before.y) < TREMBLE) return
        last.current = { x, y }
        // The first event of a page tells where the mouse lies, not that it moved.
        if (before) show()
      },
      onPointerDown: show,
      onFocus: show,
    },
  }
}
