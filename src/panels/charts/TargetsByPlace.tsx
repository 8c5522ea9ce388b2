import { useMemo, useState } from 'react'
import { Bullet, bulletEnd } from '../../charts/Bullet.tsx'
import { ROOM } from '../../charts/room.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import { formatPeriod, formatQuantity, formatShare } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { isWithin } from '../../model/period.ts'
import { PROGRESS_STATES, progressOf, type Progress } from '../../model/progress.ts'
import { bestByPlace } from '../../model/standing.ts'
import { inBase, magnitude } from '../../model/quantity.ts'
import { byPlace, publishedOf } from '../../model/series.ts'
import { shortlist } from '../../model/shortlist.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { MoreButton } from '../section/MoreButton.tsx'
import { Section } from '../section/Section.tsx'
import { SourceBadge } from '../figures/SourceBadge.tsx'
import { ChartExport } from './ChartExport.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { Controls } from './Controls.tsx'
import { someLine } from './room-words.ts'
import styles from './TargetsByPlace.module.css'

type Order = 'progress' | 'size'

interface Props {
  readonly indicator: string
  /** All figures of the indicator: results count whatever the time filter. */
  readonly observations: readonly Observation[]
}

/** Every place's target for the indicator beside what was reached of it, by progress or by the target's size. */
export function TargetsByPlace({ indicator, observations }: Props) {
  const atlas = useAtlas()
  const { catalog, names, view, words } = atlas
  const [all, setAll] = useState(false)
  const [order, setOrder] = useState<Order>('progress')
  const { time } = view
  const progresses = useMemo(() => {
    const what = names.indicator.get(indicator)
    if (!what) return []
    const own = observations.filter((o) => o.indicator === indicator)
    const results = byPlace(own)
    const known = { published: publishedOf(catalog), asOf: catalog.asOf }
    return own
      .filter((o) => o.role === 'target' && isWithin(o.period, time))
      .map((target) => progressOf(target, results.get(target.place) ?? [], what, known))
  }, [catalog, names, observations, indicator, time])
  const shown = useMemo(() => {
    const list = all ? progresses : bestByPlace(progresses)
    return [...list].sort(order === 'progress' ? furthestFirst : largestFirst)
  }, [progresses, all, order])
  const drawn = useMemo(() => {
    const ranks = new Map(shown.map((progress, rank) => [progress, rank]))
    return shortlist(shown, {
      limit: ROOM.targets,
      isSelected: ({ target }) => view.places.includes(target.place),
      // The first in the order chosen are those looked for.
      sizeOf: (progress) => -(ranks.get(progress) ?? 0),
      sample: 'largest',
    })
  }, [shown, view.places])
  if (progresses.length === 0) return null
  const end = bulletEnd(drawn)
  const some = someLine(drawn.length, shown.length, 'targets', atlas)
  const rest = progresses.length - bestByPlace(progresses).length
  const text = words.charting.targets
  const note = order === 'progress' ? words.overTime.targetsNote(shown.length) : text.bySizeNote(shown.length)
  return (
    <Section
      role="target"
      title={words.overTime.targets}
      note={note}
      tools={<ChartExport exhibit={exhibitOf(indicator, shown, note, atlas)} />}
    >
      <ChartNotes notes={[headline(progresses, atlas)]} some={some} />
      {progresses.length > 1 && (
        <Controls>
          <Segments
            label={text.order}
            name="order"
            options={[
              ['progress', text.byProgress],
              ['size', text.bySize],
            ]}
            value={order}
            onChange={setOrder}
          />
        </Controls>
      )}
      <ul className={styles.list}>
        {drawn.map((progress) => (
          <Row key={progress.target.id} progress={progress} end={end} />
        ))}
      </ul>
      <MoreButton
        all={progresses.length}
        few={progresses.length - rest}
        open={all}
        onChange={setAll}
        label={words.overTime.moreTargets(rest)}
      />
    </Section>
  )
}

/** Targets beside results as a table, with both as figures. */
function exhibitOf(
  indicator: string,
  shown: readonly Progress[],
  note: string,
  { names, say, words, language }: Atlas,
): Exhibit {
  const name = names.indicator.get(indicator)
  const placeOf = (code: string) => {
    const place = names.place.get(code)
    return place ? say(place.name) : code
  }
  const cellsOf = (o: Observation | null) =>
    o ? [formatQuantity(o.quantity, language), formatPeriod(o.period, language)] : ['—', '—']
  return {
    title: [name ? say(name.name) : indicator, words.overTime.targets].join(' · '),
    subtitle: note,
    notes: [],
    pictures: [],
    figures: shown.flatMap(({ target, actual }) => (actual ? [target, actual] : [target])),
    table: {
      columns: [
        words.table.place,
        words.roles.target,
        words.table.period,
        words.roles.actual,
        words.table.period,
        words.charting.targets.state,
      ],
      rows: shown.map(({ target, actual, state }) => [
        placeOf(target.place),
        ...cellsOf(target),
        ...cellsOf(actual),
        words.details.states[state],
      ]),
    },
  }
}

function Row({ progress, end }: { readonly progress: Progress; readonly end: number }) {
  const { names, words, language, say, view, select } = useAtlas()
  const { target, actual, state, share } = progress
  const place = names.place.get(target.place)
  const scope = names.scope.get(target.scope)
  const name = place ? say(place.name) : target.place
  const line = (o: Observation) => `${formatQuantity(o.quantity, language)} · ${formatPeriod(o.period, language)}`
  const approximate = actual?.quantity.bound === 'approx' || target.quantity.bound === 'approx'
  const verdict = words.details.states[state]
  const selected = view.places.includes(target.place)
  return (
    <li className={styles.row} data-observation={target.id} data-state={state} data-selected={selected || undefined}>
      <div className={styles.what}>
        <button
          type="button"
          className={styles.place}
          data-place={target.place}
          aria-pressed={selected}
          onClick={(event) => select(target.place, event.shiftKey)}
        >
          {name}
        </button>
        {scope && <span className={styles.scope}>{say(scope.name)}</span>}
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
      <div className={styles.lines}>
        <span>
          {words.details.targetLine(formatPeriod(target.period, language), formatQuantity(target.quantity, language))}
        </span>
        <span>
          {actual
            ? words.details.actualLine(formatPeriod(actual.period, language), formatQuantity(actual.quantity, language))
            : words.details.notReported}
          {actual && <SourceBadge observation={actual} compact />}
        </span>
      </div>
      <div className={styles.verdict}>
        <span className={styles.share} title={share ? words.details.derived : undefined}>
          {share ? formatShare(share, approximate, language) : '—'}
        </span>
        <span>{verdict}</span>
      </div>
      <SourceBadge observation={target} />
    </li>
  )
}

/** By state in its order, then by share; what has none keeps to the end of its state. */
function furthestFirst(a: Progress, b: Progress): number {
  const byState = PROGRESS_STATES.indexOf(a.state) - PROGRESS_STATES.indexOf(b.state)
  return byState || shareOf(b) - shareOf(a) || (a.target.id < b.target.id ? -1 : 1)
}

/** By the target's printed number, measures kept apart; equal ones by progress. */
function largestFirst(a: Progress, b: Progress): number {
  const [x, y] = [a.target.quantity, b.target.quantity]
  if (x.unit.measure !== y.unit.measure) return x.unit.measure < y.unit.measure ? -1 : 1
  return magnitude(y) - magnitude(x) || furthestFirst(a, b)
}

/**
 * The answer to the question that targets are mostly opened for: whose is highest, and was it reached.
 * @returns '' where there is nothing to compare: fewer than two districts, or targets of several measures
 */
function headline(progresses: readonly Progress[], { names, words, language, say }: Atlas): string {
  const text = words.charting.targets
  const districts = progresses.filter(
    ({ target }) => names.place.get(target.place)?.kind === 'district' && target.scope === '',
  )
  const measures = new Set(districts.map(({ target }) => target.quantity.unit.measure))
  if (new Set(districts.map(({ target }) => target.place)).size < 2 || measures.size !== 1) return ''
  const top = Math.max(...districts.map(({ target }) => inBase(target.quantity)))
  // One a place: a target repeated by several years is one answer.
  const highest = bestByPlace(districts.filter(({ target }) => inBase(target.quantity) === top))
  const [first] = highest
  if (!first) return ''
  const write = (o: Observation) => [formatQuantity(o.quantity, language), formatPeriod(o.period, language)] as const
  const places = highest.map(({ target }) => say(names.place.get(target.place)?.name ?? { zh: '', en: '' }))
  const result =
    highest.length > 1
      ? text.several
      : first.actual
        ? text.reached(...write(first.actual), words.details.states[first.state])
        : text.notReported
  return text.highest(places.join(words.mapParts.separator), text.goal(...write(first.target)), result)
}

function shareOf({ share }: Progress): number {
  if (share === null) return -Infinity
  return Number.isFinite(share.low) ? share.low : share.high
}
