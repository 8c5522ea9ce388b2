import { useCallback, useMemo, useState } from 'react'
import type { TileOpener } from '../../map/stage.ts'
import type { Boundaries } from '../../model/pack.ts'
import { PackError } from '../../pack/error.ts'

interface Tiles {
  /** What the map opens where it wants them; undefined: there are none, or they are lost. */
  readonly tiles: TileOpener | undefined
  /** Why the simplified outlines are all there is; null: nothing is missing. */
  readonly lost: Error | null
  readonly retry: () => void
}

/** The whole outlines beside the simplified ones of a large pack, and their loss. */
export function useBoundaryTiles(boundaries: Boundaries | undefined): Tiles {
  const [lost, setLost] = useState<Error | null>(null)
  const ref = boundaries?.tiles
  const tiles = useMemo(() => {
    if (ref === undefined || lost !== null) return undefined
    return {
      open: async () => (await import('../../pack/tiles.ts')).openTiles(ref),
      // What else goes wrong, MapLibre says in words of its own: a part of the file is not what it should be.
      onLost: (error: Error) => setLost(error instanceof PackError ? error : new PackError(ref.path, { kind: 'hash' })),
    }
  }, [ref, lost])
  return { tiles, lost, retry: useCallback(() => setLost(null), []) }
}
