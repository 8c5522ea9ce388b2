import { useMemo, useState } from 'react'
import { Sparkline } from '../../charts/Sparkline.tsx'
import { formatQuantity } from '../../messages/format.ts'
import { historiesOf, type History } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { anchorYear, type Years } from '../../model/period.ts'
import { publishedOf, seriesKey, type Chosen } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import { FigureDoubt } from '../../panels/figures/conflicts.tsx'
import { Fold } from './Fold.tsx'
import { ROWS_OPEN } from './folds.ts'
import styles from './HistorySection.module.css'
import { MoreButton } from '../../panels/section/MoreButton.tsx'
import { Section } from '../../panels/section/Section.tsx'

/** What is shown here are states and results; money and projects have sections of their own. */
const ROLE = 'actual'

/** Results that have a past: one line a series, in a word's room. All of time: one year of a history is none. */
export function HistorySection({ observations }: { readonly observations: readonly Observation[] }) {
  const { catalog, names, words, say, view } = useAtlas()
  const [open, setOpen] = useState(false)
  const all = usePrinting() || open
  const histories = useMemo(
    () =>
      historiesOf(
        observations.filter((o) => o.role === ROLE),
        publishedOf(catalog),
      )
        .filter((history) => datedOf(history).length >= 2)
        .sort((a, b) => b.points.length - a.points.length || datedOf(b).length - datedOf(a).length),
    [observations, catalog],
  )
  if (histories.length === 0) return null
  const shown = all ? histories : histories.slice(0, ROWS_OPEN)
  return (
    <Section
      role={ROLE}
      title={words.progress.history}
      note={[words.progress.historyNote(histories.length), view.time && words.progress.historyAllTime]
        .filter(Boolean)
        .join(words.progress.separator)}
    >
      {catalog.themes.map((theme) => {
        const rows = shown.filter(({ indicator }) => names.indicator.get(indicator)?.theme === theme.id)
        if (rows.length === 0) return null
        // The lines of a theme stand under each other.
        const years = yearsOf(rows)
        return (
          <Fold key={theme.id} title={say(theme.name)} count={rows.length} open>
            <ul className={styles.rows}>
              {rows.map((history) => (
                <HistoryRow key={seriesKey(history)} history={history} years={years} />
              ))}
            </ul>
          </Fold>
        )
      })}
      <MoreButton all={histories.length} few={ROWS_OPEN} open={all} onChange={setOpen} />
    </Section>
  )
}

function HistoryRow({ history, years }: { readonly history: History; readonly years: Years | null }) {
  const atlas = useAtlas()
  const { view, words, language, change, announce, names, say } = atlas
  const latest = (history.points.at(-1) ?? history.spans.at(-1))?.observation
  const first = yearsOf([history])?.from
  if (!latest || first === undefined) return null
  const last = anchorYear(latest.period) ?? first
  const name = figureName(latest, atlas)
  const indicator = names.indicator.get(latest.indicator)
  const title = words.map.title(indicator ? say(indicator.name) : latest.indicator, words.roles[ROLE])
  return (
    <li className={styles.row} data-observation={latest.id}>
      <button
        type="button"
        className={styles.name}
        title={words.progress.showOnMap(name)}
        aria-pressed={view.indicator === latest.indicator && view.role === ROLE}
        onClick={() => {
          change({ indicator: latest.indicator, role: ROLE })
          announce(title)
        }}
      >
        {name}
      </button>
      <span className={styles.line}>
        <Sparkline history={history} role={ROLE} years={years} />
      </span>
      <span className={styles.latest}>
        <span className={styles.value}>
          <FigureDoubt observation={latest} />
          {formatQuantity(latest.quantity, language)}
        </span>
        <span className={styles.years}>{first === last ? last : `${first}–${last}`}</span>
      </span>
      <SourceBadge observation={latest} compact />
    </li>
  )
}

function datedOf({ points, spans }: History): readonly Chosen[] {
  return [...points, ...spans]
}

/** @returns the first and the last year that any of the figures stands at. */
function yearsOf(histories: readonly History[]): Years | null {
  const years = histories.flatMap((history) =>
    datedOf(history).flatMap(({ observation }) => anchorYear(observation.period) ?? []),
  )
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) }
}
