import { useMemo } from 'react'
import { useAtlas } from '../ui/atlas.tsx'

/** Schematic or reviewed, and whose boundaries: it stands on every map (DESIGN §3, rule 8). */
export function useMapNotice(): readonly string[] {
  const { catalog, words, say } = useAtlas()
  const { map } = catalog
  return useMemo(
    () => [
      map.reviewNumber === null ? words.map.schematicNotice : words.map.reviewNumber(map.reviewNumber),
      say(map.attribution),
      map.crs,
    ],
    [map, words, say],
  )
}
