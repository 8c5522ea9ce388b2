import { useMemo } from 'react'
import { compose, type Composition } from '../map/compose.ts'
import { read, type Reading } from '../map/reading.ts'
import { RECORDS } from '../model/view.ts'
import { useFiguresOfIndicator, type Figures } from '../pack/queries.ts'
import { useAtlas } from '../ui/atlas.tsx'

/** What the view shows on map, ranking and table alike, and how far its figures are loaded. */
export interface ViewReading extends Pick<Figures, 'pending' | 'error' | 'retry'> {
  readonly reading: Reading
  readonly composition: Composition
}

export function useReading(): ViewReading {
  const { catalog, view, language } = useAtlas()
  const { role, indicator, time, places } = view
  const { observations, pending, error, retry } = useFiguresOfIndicator(
    catalog,
    indicator === RECORDS ? null : indicator,
  )
  const reading = useMemo(
    () => read(catalog, observations, { role, indicator, time }),
    [catalog, observations, role, indicator, time],
  )
  const composition = useMemo(
    () => compose(catalog, reading, { time, places }, language),
    [catalog, reading, time, places, language],
  )
  return useMemo(() => ({ reading, composition, pending, error, retry }), [reading, composition, pending, error, retry])
}
