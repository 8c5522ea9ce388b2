import { useMemo, useState } from 'react'
import { Bullet, bulletEnd } from '../../charts/Bullet.tsx'
import { formatPeriod, formatQuantity, formatShare } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { endDay } from '../../model/period.ts'
import { progressOf, type Progress } from '../../model/progress.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { SourceBadge } from '../SourceBadge.tsx'
import { MoreButton } from './MoreButton.tsx'
import { Section } from './Section.tsx'
import styles from './TargetsSection.module.css'

/** So many targets show at once; the rest on request. */
const FEW = 6

interface Props {
  readonly targets: readonly Observation[]
  /** All figures of the place: results count whatever the time filter. */
  readonly observations: readonly Observation[]
}

/** Each target beside what was reached of it; those with a comparable result first, then by deadline. */
export function TargetsSection({ targets, observations }: Props) {
  const { names, words } = useAtlas()
  const [open, setOpen] = useState(false)
  const progresses = useMemo(
    () =>
      targets
        .flatMap((target) => {
          const indicator = names.indicator.get(target.indicator)
          return indicator ? [progressOf(target, observations, indicator)] : []
        })
        .sort(byComparableThenDeadline),
    [targets, observations, names],
  )
  if (progresses.length === 0) return null
  const comparable = progresses.filter((p) => p.actual !== null).length
  const end = bulletEnd(progresses)
  const shown = open ? progresses : progresses.slice(0, FEW)
  return (
    <Section
      role="target"
      title={words.details.targets}
      note={words.details.targetsNote(progresses.length, comparable)}
    >
      <ul>
        {shown.map((progress) => (
          <TargetRow key={progress.target.id} progress={progress} end={end} />
        ))}
      </ul>
      <MoreButton all={progresses.length} few={FEW} open={open} onChange={setOpen} />
    </Section>
  )
}

function TargetRow({ progress, end }: { readonly progress: Progress; readonly end: number }) {
  const { names, words, language, say } = useAtlas()
  const { target, actual, conflicts, state, share } = progress
  const indicator = names.indicator.get(target.indicator)
  const scope = names.scope.get(target.scope)
  const name = `${indicator ? say(indicator.name) : target.indicator}${scope ? ` (${say(scope.name)})` : ''}`
  const value = (o: Observation) => formatQuantity(o.quantity, language)
  const line = (o: Observation) => `${formatPeriod(o.period, language)} ${value(o)}`
  const approximate = actual?.quantity.bound === 'approx' || target.quantity.bound === 'approx'
  const verdict = words.details.states[state]
  return (
    <li className={styles.row} data-observation={target.id} data-state={state}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.line}>
          {words.details.targetLine(formatPeriod(target.period, language), value(target))}
        </span>
        {actual && (
          <span className={styles.line}>
            {words.details.actualLine(formatPeriod(actual.period, language), value(actual))}
          </span>
        )}
      </div>
      <Bullet
        progress={progress}
        end={end}
        label={words.details.bulletLabel(
          name,
          line(target),
          actual ? line(actual) : words.details.notReported,
          verdict,
        )}
      />
      <div className={styles.verdict}>
        <span className={styles.share} title={share ? words.details.derived : undefined}>
          {share ? formatShare(share, approximate, language) : '—'}
        </span>
        <span>{verdict}</span>
        {conflicts.length > 0 && <span>{words.map.conflict(conflicts.length)}</span>}
      </div>
      <SourceBadge observation={target} />
    </li>
  )
}

function byComparableThenDeadline(a: Progress, b: Progress): number {
  const comparable = Number(b.actual !== null) - Number(a.actual !== null)
  if (comparable !== 0) return comparable
  return endDay(b.target.period).localeCompare(endDay(a.target.period)) || (a.target.id < b.target.id ? -1 : 1)
}
