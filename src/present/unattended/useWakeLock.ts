import { useEffect, useState } from 'react'

/** Whether the screen stays on: `held`; not now (hidden, low battery, not allowed); or the browser cannot, as on plain http. */
export type WakeLockState = 'held' | 'refused' | 'unsupported'

/** What was refused is asked for again after so long; what is lost in days comes back. */
const RETRY_MS = 60_000

/** Keeps the screen on while the caller is on it. The browser lets go of it whenever the page is hidden; then it is asked for again. */
export function useWakeLock(): WakeLockState {
  const [held, setHeld] = useState(false)
  const wakeLock = lockOf()
  useEffect(() => {
    if (wakeLock === null) return
    let sentinel: WakeLockSentinel | null = null
    let asking = false
    let gone = false

    const request = async (): Promise<void> => {
      if (asking || sentinel !== null || document.visibilityState !== 'visible') return
      asking = true
      try {
        const mine = await wakeLock.request('screen')
        if (gone) {
          await mine.release()
          return
        }
        sentinel = mine
        setHeld(true)
        mine.addEventListener('release', () => {
          sentinel = null
          if (!gone) setHeld(false)
        })
      } catch {
        // Not allowed here, or not now.
      } finally {
        asking = false
      }
    }
    const ask = (): void => void request()

    ask()
    document.addEventListener('visibilitychange', ask)
    const timer = setInterval(ask, RETRY_MS)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', ask)
      clearInterval(timer)
      void sentinel?.release()
    }
  }, [wakeLock])
  if (wakeLock === null) return 'unsupported'
  return held ? 'held' : 'refused'
}

function lockOf(): WakeLock | null {
  return (navigator as Partial<Navigator>).wakeLock ?? null
}
