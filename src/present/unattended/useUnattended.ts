import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { loadedManifest } from '../../pack/queries.ts'
import { activateUpdate, dropOfflineCopy, isControlled, lookForUpdate, ownBuild } from '../../pack/worker.ts'
import { systemClock } from '../../ui/play/player.ts'
import { askServer } from './freshness.ts'
import { createWatch, type Watch } from './watch.ts'

/** So often it is seen whether it is time to ask the server; far less often it is. */
const TICK_MS = 60_000

/**
 * Keeps a page that runs for days current: the server is asked every hour, and `atBorder`, called at each change of scenes once
 * the new scene is in the address, loads the page anew where there is something newer, or after hours in any case.
 * @returns `atBorder`, always the same function; its answer `reload` means that the page is on its way out, with the newest
 * worker at work
 */
export function useUnattended(): () => 'stay' | 'reload' {
  const client = useQueryClient()
  const watch = useRef<Watch | null>(null)
  useEffect(() => {
    const mine = createWatch({
      now: systemClock.now,
      ask: async () => askServer({ build: ownBuild(), manifest: loadedManifest(client) }),
      isControlled,
      isFullscreen: () => document.fullscreenElement !== null,
      onNewBuild: () => void lookForUpdate(),
      onNoCopies: () => void dropOfflineCopy(),
    })
    watch.current = mine
    const timer = setInterval(() => void mine.tick(), TICK_MS)
    return () => {
      watch.current = null
      clearInterval(timer)
    }
  }, [client])

  return useCallback(() => {
    const decision = watch.current?.atBorder() ?? 'stay'
    if (decision === 'reload') void reload()
    return decision
  }, [])
}

async function reload(): Promise<void> {
  await activateUpdate()
  window.location.reload()
}
