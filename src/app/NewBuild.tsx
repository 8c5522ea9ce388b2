import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readAppFile } from '../pack/app-file.ts'
import { PackError, type PackFault } from '../pack/error.ts'
import { activateUpdate, ownBuild } from '../pack/worker.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Failure } from '../ui/Failure.tsx'

const ASK_MS = 5000
/** What a file says that is gone with its build, or stands there in another's place. */
const GONE: ReadonlySet<PackFault['kind']> = new Set(['missing', 'hash', 'format'])

/**
 * Once a file is missed in a tab that was open during a deploy: says that the site has a newer page, and offers it. What is on screen
 * stays; no try could bring the older build's files back.
 */
export function NewBuild() {
  const { words } = useAtlas()
  const client = useQueryClient()
  const [newer, setNewer] = useState<'unknown' | 'found' | 'closed'>('unknown')
  useEffect(() => {
    if (newer !== 'unknown') return
    let over = false
    let asking = false
    const ask = async () => {
      const own = ownBuild()
      if (asking || own === null) return
      asking = true
      const app = await readAppFile(ASK_MS)
      asking = false
      if (!over && app !== null && app.build !== own) setNewer('found')
    }
    const miss = () => void ask()
    const unsubscribe = client.getQueryCache().subscribe(({ query }) => {
      const error: unknown = query.state.error
      if (error instanceof PackError && GONE.has(error.fault.kind)) miss()
    })
    window.addEventListener('vite:preloadError', miss)
    return () => {
      over = true
      unsubscribe()
      window.removeEventListener('vite:preloadError', miss)
    }
  }, [client, newer])
  if (newer !== 'found') return null
  const { newBuild, newBuildOpen, newBuildWhy } = words.state
  return (
    <Failure
      title={newBuild}
      detail={newBuildWhy}
      action={newBuildOpen}
      onAction={() => void loadPage()}
      over={{ close: words.notice.dismiss, onClose: () => setNewer('closed') }}
    />
  )
}

async function loadPage(): Promise<void> {
  await activateUpdate()
  window.location.reload()
}
