import { useMemo, useState } from 'react'
import { bulletEnd } from '../../charts/Bullet.tsx'
import type { Observation } from '../../model/observation.ts'
import { anchorYear, byEnd } from '../../model/period.ts'
import { PROGRESS_STATES, progressOf, type Progress, type ProgressState } from '../../model/progress.ts'
import { publishedOf } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import { Chips } from './Chips.tsx'
import { Fold } from './Fold.tsx'
import { openUntil, ROWS_OPEN } from './folds.ts'
import { MoreButton } from '../../panels/section/MoreButton.tsx'
import { Section } from '../../panels/section/Section.tsx'
import { StateMark } from '../../panels/figures/StateMark.tsx'
import { TargetRow } from './TargetRow.tsx'
import styles from './TargetsSection.module.css'

interface Props {
  readonly targets: readonly Observation[]
  /** All figures of the place: results count whatever the time filter. */
  readonly observations: readonly Observation[]
}

/** All targets beside what was reached of each: by theme, the latest deadline first, narrowed to a state on request. */
export function TargetsSection({ targets, observations }: Props) {
  const { catalog, names, words, say } = useAtlas()
  const [wanted, setWanted] = useState<ProgressState | null>(null)
  const known = useMemo(() => ({ published: publishedOf(catalog), asOf: catalog.asOf }), [catalog])
  const progresses = useMemo(
    () =>
      targets
        .flatMap((target) => {
          const indicator = names.indicator.get(target.indicator)
          return indicator ? [progressOf(target, observations, indicator, known)] : []
        })
        .sort(byDeadline),
    [targets, observations, names, known],
  )
  if (progresses.length === 0) return null
  const states = PROGRESS_STATES.map((state) => ({
    state,
    count: progresses.filter((p) => p.state === state).length,
  })).filter(({ count }) => count > 0)
  // A state that the time filter has emptied is no longer asked for.
  const state = states.some((s) => s.state === wanted) ? wanted : null
  const shown = state === null ? progresses : progresses.filter((p) => p.state === state)
  const groups = catalog.themes
    .map((theme) => ({
      theme,
      rows: shown.filter(({ target }) => names.indicator.get(target.indicator)?.theme === theme.id),
    }))
    .filter(({ rows }) => rows.length > 0)
  const open = openUntil(groups.map(({ rows }) => rows.length))
  const comparable = progresses.filter((p) => p.actual !== null).length
  return (
    <Section
      role="target"
      title={words.details.targets}
      note={words.details.targetsNote(progresses.length, comparable)}
    >
      {states.length > 1 && (
        <Chips
          label={words.progress.filter}
          value={state}
          onChange={(next) => setWanted(next === state ? null : next)}
          chips={[
            { value: null, label: words.progress.all, count: progresses.length },
            ...states.map(({ state: value, count }) => ({
              value,
              count,
              label: words.details.states[value],
              mark: <StateMark state={value} />,
            })),
          ]}
        />
      )}
      {groups.map(({ theme, rows }, i) => (
        // Another filter is another list: its groups start open anew.
        <Fold key={`${theme.id} ${state ?? ''}`} title={say(theme.name)} count={rows.length} open={open[i] ?? false}>
          <Deadlines rows={rows} end={bulletEnd(progresses)} observations={observations} />
        </Fold>
      ))}
    </Section>
  )
}

interface DeadlinesProps {
  readonly rows: readonly Progress[]
  readonly end: number
  readonly observations: readonly Observation[]
}

/** The targets of a theme under the years they end in. */
function Deadlines({ rows, end, observations }: DeadlinesProps) {
  const { words } = useAtlas()
  const [open, setOpen] = useState(false)
  const all = usePrinting() || open
  const years = new Map<string, Progress[]>()
  for (const progress of all ? rows : rows.slice(0, ROWS_OPEN)) {
    const year = anchorYear(progress.target.period)
    const label = year === null ? words.progress.undated : String(year)
    years.set(label, [...(years.get(label) ?? []), progress])
  }
  return (
    <>
      {[...years].map(([year, group]) => (
        <div key={year} className={styles.year}>
          <h5 className={styles.deadline}>{year}</h5>
          <ul aria-label={year}>
            {group.map((progress) => (
              <TargetRow key={progress.target.id} progress={progress} end={end} observations={observations} />
            ))}
          </ul>
        </div>
      ))}
      <MoreButton all={rows.length} few={ROWS_OPEN} open={all} onChange={setOpen} />
    </>
  )
}

/** Undated ones last; of one deadline those with a result first. */
function byDeadline(a: Progress, b: Progress): number {
  return (
    byEnd(b.target.period, a.target.period) ||
    Number(b.actual !== null) - Number(a.actual !== null) ||
    (a.target.id < b.target.id ? -1 : 1)
  )
}
