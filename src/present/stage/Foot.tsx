import clsx from 'clsx'
import { useMemo, type CSSProperties } from 'react'
import { formatDate } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useOfflineCopy } from '../../pack/offline-copy.ts'
import { useMapNotice } from '../../reading/useMapNotice.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import css from './Foot.module.css'

interface Props {
  readonly style: CSSProperties
  readonly shown: ViewReading
  /** Figures shown besides the map's. */
  readonly used: readonly Observation[]
  readonly number: number
  readonly count: number
  readonly playing: boolean
  readonly duration: number | null
  readonly elapsed: () => number
  readonly sceneKey: string
  readonly own: boolean
  /** No line is long enough for a mark a scene. */
  readonly brief: boolean
}

/** More scenes than this get a number instead of a mark each. */
const MARKS = 12

/** Whence the scene's figures come and how old they are, the map's notice, and how far the tour has come: on every scene. */
export function Foot({ style, shown, used, number, count, playing, duration, elapsed, sceneKey, own, brief }: Props) {
  const { catalog, names, words, language } = useAtlas()
  const offline = useOfflineCopy()
  const [notice] = useMapNotice()
  const { reading } = shown
  const sources = useMemo(() => {
    const figures = [...used, ...[...reading.districts, ...reading.zones].flatMap((p) => p.chosen?.observation ?? [])]
    return [...new Set(figures.map((o) => o.sources[0] ?? ''))].flatMap((id) => names.source.get(id) ?? [])
  }, [used, reading, names])
  const [first] = sources
  const more = sources.length - 1
  return (
    <footer className={css.foot} style={style} data-part="foot">
      <span className={css.sources}>
        {/* The first may be cut short, how many they are may not. */}
        <span className={css.source}>
          {first && (more > 0 ? words.present.sources(first.title) : words.present.source(first.title))}
        </span>
        {more > 0 && <span>{words.present.moreSources(more)}</span>}
      </span>
      <span className={css.keep}>
        {own && <span className={css.mark}>{words.present.ownTour}</span>}
        {offline && <span className={css.mark}>{words.present.offline}</span>}
        <span data-part="as-of">{words.present.asOf(formatDate(catalog.asOf, language))}</span>
        <span>{notice}</span>
      </span>
      <Progress {...{ number, count, playing, duration, elapsed, sceneKey, brief }} />
    </footer>
  )
}

type ProgressProps = Pick<Props, 'number' | 'count' | 'playing' | 'duration' | 'elapsed' | 'sceneKey' | 'brief'>

/** The scenes as marks, the current one filling up as its time goes by; many scenes are a number and one bar. */
function Progress({ number, count, playing, duration, elapsed, sceneKey, brief }: ProgressProps) {
  const { words } = useAtlas()
  if (count === 1) return null
  const spent = elapsed()
  const fill = (
    <span
      // A pause and its end begin the movement anew from where the time stands.
      key={`${sceneKey} ${String(playing)}`}
      className={css.fill}
      style={
        duration === null
          ? { animation: 'none' }
          : {
              animationDuration: `${duration}ms`,
              animationDelay: `${-spent}ms`,
              animationPlayState: playing ? 'running' : 'paused',
            }
      }
    />
  )
  return (
    <span className={css.progress} role="img" aria-label={words.present.scene(number, count)}>
      {count > MARKS || brief ? (
        <>
          <span className={css.number}>{words.present.count(number, count)}</span>
          <span className={clsx(css.step, css.now)}>{fill}</span>
        </>
      ) : (
        Array.from({ length: count }, (_, i) => (
          <span key={i} className={clsx(css.step, i + 1 < number && css.done, i + 1 === number && css.now)}>
            {i + 1 === number && fill}
          </span>
        ))
      )}
    </span>
  )
}
