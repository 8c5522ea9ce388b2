import { memo, useCallback, useDeferredValue, useMemo } from 'react'
import { formatYears } from '../../map/compose.ts'
import { formatNumber } from '../../messages/format.ts'
import type { Role } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import type { Years } from '../../model/period.ts'
import { NO_COUNTS, recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Timeline } from './Timeline.tsx'
import type { TimelineColumn } from './years.ts'
import styles from './TimelinePanel.module.css'

/** How many figures stand at each year, of all places or of the selected ones, and the time filter over them. */
export const TimelinePanel = memo(function TimelinePanel() {
  const { catalog, language, words, view, change } = useAtlas()
  // The brush follows the hand at once; the bars, which only tell what there is, after the map.
  const [places, role] = [useDeferredValue(view.places), useDeferredValue(view.role)]
  const columns = useMemo(() => columnsOf(catalog, places), [catalog, places])
  const timelineWords = useMemo(
    () => ({
      ...words.timeline,
      range: (from: number, to: number) => formatYears({ from, to }, language),
      count: (n: number) => words.app.records(formatNumber(n, language)),
      roles: words.roles,
    }),
    [words, language],
  )
  const onChange = useCallback(
    (years: Years | null, final: boolean) => change({ time: years }, final ? 'decision' : 'movement'),
    [change],
  )
  return (
    <section className={styles.panel} data-region="timeline" aria-label={words.timeline.name}>
      <Timeline columns={columns} role={role} years={view.time} words={timelineWords} onChange={onChange} />
    </section>
  )
})

function columnsOf(catalog: Catalog, places: readonly string[]): readonly TimelineColumn[] {
  const { byPlace, byYear } = recordCounts(catalog.records)
  if (places.length === 0) return [...byYear].map(([year, counts]) => ({ year, counts }))
  // The axis is the pack's, whatever is selected: years must not jump about under the reader's hand.
  const columns = new Map([...byYear.keys()].map((year) => [year, { ...NO_COUNTS }]))
  for (const { role, year, count } of places.flatMap((code) => byPlace.get(code)?.records ?? [])) {
    const counts: Record<Role, number> | undefined = columns.get(year)
    if (counts) counts[role] += count
  }
  return [...columns].map(([year, counts]) => ({ year, counts }))
}
