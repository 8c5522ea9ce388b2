import { useEffect, useState, type RefObject } from 'react'
import { readFrameMessage, type FrameMessage } from './frame-message.ts'

/** What a frame said of itself. */
export interface Told {
  /** The frame that said it. */
  readonly id: string
  readonly ready: boolean
  /** CSS px; null: not told yet. */
  readonly height: number | null
  /** Somebody operated it: it no longer shows what its address says. */
  readonly changed: boolean
  /** What went wrong in it, a sentence; null: nothing. */
  readonly error: string | null
}

/**
 * Listens to the embed in a frame, and to nobody else.
 * @param id changes with the frame
 */
export function useFrame(frame: RefObject<HTMLIFrameElement | null>, id: string): Told {
  const [told, setTold] = useState<Told>(() => silent(id))
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      const window = frame.current?.contentWindow ?? null
      // Anybody may post to this page; one that is gone has no window at all.
      if (window === null || event.source !== window) return
      const message = readFrameMessage(event.data)
      if (message === null) return
      setTold((before) => ({ ...(before.id === id ? before : silent(id)), ...changeOf(message) }))
    }
    globalThis.addEventListener('message', hear)
    return () => globalThis.removeEventListener('message', hear)
  }, [frame, id])
  // What an earlier frame said does not hold for this one.
  return told.id === id ? told : silent(id)
}

function changeOf(message: FrameMessage): Partial<Told> {
  switch (message.type) {
    case 'ready':
      return { ready: true }
    case 'change':
      return { changed: true }
    case 'resize':
      return { height: message.height }
    case 'error':
      return { error: message.message }
  }
}

function silent(id: string): Told {
  return { id, ready: false, height: null, changed: false, error: null }
}
