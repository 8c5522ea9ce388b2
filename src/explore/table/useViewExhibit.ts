import type { Row } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Exhibit } from '../../export/exhibit.ts'
import { RECORDS } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import type { Features } from './features.ts'
import type { ViewRow } from '../../reading/view-rows.ts'

/** What the view's table shows, in its order, to be taken away; counts of figures are no figures, and go as a plain table. */
export function useViewExhibit(
  { reading, composition }: ViewReading,
  rows: readonly Row<Features, ViewRow>[],
): Exhibit {
  const { words, say } = useAtlas()
  return useMemo(() => {
    const counts = reading.indicator === RECORDS
    const table = {
      columns: [words.table.place, words.map.recordsName],
      rows: rows.map(({ original: { place, magnitude } }) => [say(place.name), magnitude]),
    }
    return {
      title: composition.title,
      subtitle: composition.subtitle,
      notes: composition.notes,
      pictures: [],
      figures: rows.flatMap(({ original }) => original.chosen?.observation ?? []),
      table: counts ? table : null,
    }
  }, [reading, composition, rows, words, say])
}
