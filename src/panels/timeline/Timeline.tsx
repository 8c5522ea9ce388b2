import { memo, useDeferredValue, useId, useMemo, useRef, useState, type ReactElement } from 'react'
import { cssVars } from '../../charts/css-vars.ts'
import type { Role } from '../../model/observation.ts'
import type { Years } from '../../model/period.ts'
import { Bar } from './Bar.tsx'
import { Brush } from './Brush.tsx'
import { Legend } from './Legend.tsx'
import { framesOf, type Clock } from '../../ui/play/player.ts'
import styles from './Timeline.module.css'
import { usePlayer } from '../../ui/play/usePlayer.ts'
import type { TimelineWords } from './words.ts'
import { asFilter, onAxis, sameYears, stackOrder, timelineAxis, type TimelineColumn } from './years.ts'

export interface TimelineProps {
  /** Counts by anchor year in any order, gaps allowed, no year twice; `year: null` counts figures of unknown period. */
  readonly columns: readonly TimelineColumn[]
  /** The role that the map shows: drawn in full, on the baseline. */
  readonly role: Role
  /** The time filter; null: all of time. */
  readonly years: Years | null
  /** `final` is false while dragging or playing: such steps are no entries in the history. The whole axis is reported as null. */
  readonly onChange: (years: Years | null, final: boolean) => void
  readonly words: TimelineWords
  readonly clock?: Clock
}

/** How many figures stand at each year, and the time filter as a brush over them. Reads no layout to draw, so it renders on a server. */
export const Timeline = memo(function Timeline({
  columns,
  role,
  years,
  onChange,
  words,
  clock,
}: TimelineProps): ReactElement {
  const axis = useMemo(() => timelineAxis(columns), [columns])
  const order = useMemo(() => stackOrder(role), [role])
  const range = onAxis(years, axis)
  // What the filter leaves out fades with the map; the brush and what it says answer the hand.
  const shown = useDeferredValue(years)
  const kept = onAxis(shown, axis)
  const noteId = useId()
  /** What the run plays over and gives back at its end. */
  const run = useRef<{ frames: Years[]; end: Years | null }>({ frames: [], end: null })
  const [hovered, setHovered] = useState<number | null>(null)
  const player = usePlayer(
    (index) => {
      const frame = run.current.frames[index]
      if (frame) onChange(frame, false)
    },
    () => onChange(run.current.end, true),
    clock,
  )

  const first = axis.years[0]
  const last = axis.years.at(-1)
  if (!first || !last) return <p className={styles.nothing}>{words.empty}</p>

  const play = (): void => {
    // One year alone is no run: it plays over the whole axis, and so does a range that lies outside of it.
    const whole = { from: first.year, to: last.year }
    const over = range && range.from < range.to ? range : whole
    run.current = { frames: framesOf(over), end: asFilter(over, axis) }
    player.start(run.current.frames.length)
  }
  const toggle = { idle: play, playing: player.pause, paused: player.resume }[player.state]
  const change = (next: Years | null, final: boolean): void => {
    player.stop()
    const filter = next === null ? null : asFilter(next, axis)
    // A drag that ends where it began still ends: only repeated decisions are dropped.
    if (final || !sameYears(filter, years)) onChange(filter, final)
  }
  const playing = player.state === 'playing'
  const inside = (year: number): boolean => kept !== null && year >= kept.from && year <= kept.to

  return (
    <div className={styles.timeline} role="group" aria-label={words.label} aria-describedby={noteId}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.play}
          data-action="play"
          aria-label={playing ? words.pause : words.play}
          onClick={toggle}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M5 2.6v10.8L13.4 8z'} />
          </svg>
        </button>
        <output className={styles.range}>{years === null ? words.all : words.range(years.from, years.to)}</output>
        {/* Kept in place while unused, so that nothing beside it jumps. */}
        <button type="button" className={styles.clear} disabled={years === null} onClick={() => change(null, true)}>
          {words.all}
        </button>
        <Legend role={role} words={words} />
      </div>
      <p id={noteId} className={styles.hidden}>
        {words.deadlines}
      </p>
      <div className={styles.body}>
        {axis.unknown && (
          <div className={styles.unknown} {...(shown !== null && { title: words.unknownHidden })}>
            <ul className={styles.bars}>
              <Bar
                name={words.unknown}
                outside={shown !== null}
                column={axis.unknown}
                max={axis.max}
                order={order}
                words={words}
              />
            </ul>
            <span className={styles.unknownLabel} aria-hidden="true">
              {words.unknown}
            </span>
          </div>
        )}
        <div className={styles.axis} style={cssVars({ '--n': axis.years.length })}>
          <div className={styles.plot}>
            <ul className={styles.bars}>
              {axis.years.map((column) => (
                <Bar
                  key={column.year}
                  name={String(column.year)}
                  column={column}
                  max={axis.max}
                  order={order}
                  words={words}
                  outside={!inside(column.year)}
                  hovered={hovered === column.year}
                  side={column.year - first.year > last.year - column.year ? 'end' : 'start'}
                />
              ))}
            </ul>
            <Brush
              first={first.year}
              last={last.year}
              range={range}
              filtered={years !== null}
              words={words}
              onChange={change}
              onHover={setHovered}
            />
          </div>
          <div className={styles.labels} aria-hidden="true">
            {axis.years.map(({ year }) => (
              <span
                key={year}
                className={styles.year}
                data-step={stepOf(year)}
                data-outside={!inside(year) || undefined}
              >
                <span>{year}</span>
              </span>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
})

/** At which thinning a year keeps its label: every 10th always, then every 5th, every 2nd, each (see `.year` in the style). */
function stepOf(year: number): 1 | 2 | 5 | 10 {
  return year % 10 === 0 ? 10 : year % 5 === 0 ? 5 : year % 2 === 0 ? 2 : 1
}
