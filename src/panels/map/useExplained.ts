import { useCallback, useMemo, useState } from 'react'
import { compose } from '../../map/compose.ts'
import type { MapPicture } from '../../map/picture.ts'
import type { Observation } from '../../model/observation.ts'
import { useParents } from '../../pack/parents.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'

const NONE: readonly Observation[] = []

interface Explained {
  readonly picture: MapPicture
  /** A tooltip shows: it names what a derived figure comes from, and points out what could not be loaded, which is tried again. */
  readonly onTip: (code: string | null) => void
}

/** The map's picture. What its derived figures come from is loaded when the first tooltip asks for it, for all places at once. */
export function useExplained({ reading, composition }: ViewReading): Explained {
  const { catalog, view, language } = useAtlas()
  const { time, places } = view
  const { indicator } = reading
  const isDerived = catalog.indicators.some(({ id, derivation }) => id === indicator && derivation !== null)
  const [asked, setAsked] = useState<string | null>(null)
  const isAsked = isDerived && asked === indicator
  const figures = useMemo(
    () =>
      isAsked
        ? [...reading.districts, ...reading.zones].flatMap(({ chosen }) => (chosen ? [chosen.observation] : []))
        : NONE,
    [isAsked, reading],
  )
  const { found, pending, error, retry } = useParents(catalog, figures)
  const picture = useMemo(
    () =>
      isAsked
        ? compose(catalog, reading, { time, places }, language, { found, pending, error }).picture
        : composition.picture,
    [isAsked, composition, catalog, reading, time, places, language, found, pending, error],
  )
  const isLost = error !== null
  const onTip = useCallback(
    (code: string | null) => {
      if (code === null || !isDerived) return
      setAsked(indicator)
      if (isLost) retry()
    },
    [isDerived, indicator, isLost, retry],
  )
  return { picture, onTip }
}
