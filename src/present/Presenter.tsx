import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Observation } from '../model/observation.ts'
import { useFiguresReady } from '../pack/useFiguresReady.ts'
import { shardOptions } from '../pack/queries.ts'
import { useReading, type ViewReading } from '../reading/useReading.ts'
import { AtlasProvider, useAtlas, type Atlas } from '../ui/atlas.tsx'
import { useMedia } from '../ui/useMedia.ts'
import { useTours, type Tours } from '../ui/useTours.ts'
import { readScreen } from '../view/screen.ts'
import { Controls } from './control/Controls.tsx'
import { useKeys } from './control/useKeys.ts'
import { usePresence } from './control/usePresence.ts'
import { useStageLine } from './control/useStageLine.ts'
import { Remote } from './remote/Remote.tsx'
import css from './Presenter.module.css'
import { onStage, viewOnStage, VIEW_TOUR, type OnStage } from './scenes.ts'
import { fitStage } from './stage/geometry.ts'
import { Stage, type StageProps } from './stage/Stage.tsx'
import { useUnattended } from './unattended/useUnattended.ts'
import { useWakeLock } from './unattended/useWakeLock.ts'
import { usePresentation } from './usePresentation.ts'
import { useRun } from './useRun.ts'
import { useSceneFigures } from './useSceneFigures.ts'
import { useWindowSize } from './useWindowSize.ts'

interface Props {
  readonly onRenderer: (renderer: 'svg' | 'webgl') => void
  /** Told whether stage or remote are there and answer; before, tours are still on their way. */
  readonly onStaged: (staged: boolean) => void
}

/** One rem is 3.1 hundredths of the stage's height: what is sized in rem, popovers too, then grows with the stage. */
const REM = 3.1
/** So far the picture is moved from scene to scene, in CSS pixels, lest edges burn in. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [2, 1],
  [3, -1],
  [1, -3],
  [-1, -2],
  [-3, 0],
  [-2, 2],
  [0, 3],
]

/** The presenter: a tour on a stage that fills the screen, or the remote of one. */
export function Presenter({ onRenderer, onStaged }: Props) {
  const { words, view, catalog } = useAtlas()
  const tours = useTours()
  const { settings } = useMemo(() => readScreen(window.location.search), [])
  const staged = !tours.pending
  useEffect(() => {
    onStaged(staged)
    return () => onStaged(false)
  }, [staged, onStaged])
  // What the link brings along is unpacked first; else the stage would begin with another tour.
  if (tours.pending) {
    return (
      <main className={css.waiting} role="status">
        {words.present.waiting}
      </main>
    )
  }
  const on = onStage(view, tours.tours, catalog)
  if (settings.remote) return <Remote tours={tours.tours} on={on} />
  return <Show on={on} tours={tours} wall={settings.stage} onRenderer={onRenderer} />
}

interface ShowProps extends Pick<Props, 'onRenderer'> {
  readonly on: OnStage
  readonly tours: Tours
  readonly wall: { readonly width: number; readonly height: number } | null
}

function Show({ on, tours, wall, onRenderer }: ShowProps) {
  const atlas = useAtlas()
  const { catalog, change, words, say, announce } = atlas
  const { tour, number, scene } = on
  // What the link asked for in vain: the address is put right at once, the speaker is told all the same.
  const [vain] = useState({
    missing: on.missing,
    tour: atlas.view.tour,
    scene: atlas.view.scene,
    of: tour.scenes.length,
  })
  const count = tour.scenes.length
  /** How many scenes have been, and how many rounds: for what must not stay where it is for days. */
  const [{ turn, round }, setCourse] = useState({ turn: 0, round: 0 })
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const sceneView = useMemo(() => viewOnStage(scene, atlas.view, catalog), [scene, atlas.view, catalog])
  const sceneKey = `${tour.id} ${number} ${turn}`
  const duration = scene.seconds === null ? null : scene.seconds * 1000
  const ready = useFiguresReady()
  const atBorder = useUnattended()
  const awake = useWakeLock()

  useEffect(() => {
    // A reload, or a crash, comes back to this scene of this tour.
    if (tour.id !== VIEW_TOUR) change({ tour: tour.id, scene: number }, 'passage')
  }, [tour.id, number, change])

  const presentation = usePresentation({
    scene: number,
    count,
    sceneKey,
    duration,
    ready,
    onScene: (next, byItself) => {
      setCourse((before) => ({ turn: before.turn + 1, round: before.round + (next === 1 && number === count ? 1 : 0) }))
      change({ tour: tour.id === VIEW_TOUR ? null : tour.id, scene: next }, 'passage')
      // The address names the new scene by now, so a reload comes back to it; never under a speaker's hands. What comes by itself
      // every quarter of a minute is not announced: it would talk over everything else.
      if (byItself) atBorder()
      else announce(words.present.announce(next, count, say(tour.scenes[next - 1]?.title ?? tour.title)))
    },
    onLeave: () => change({ ...sceneView, mode: 'explore', tour: null, scene: null }),
  })
  const { playing, elapsed, black, perform } = presentation
  const years = useRun(scene.run ? sceneView.time : null, sceneKey, { playing, elapsed, duration })
  const shownView = useMemo(() => (years ? { ...sceneView, time: years } : sceneView), [sceneView, years])
  const stageAtlas = useMemo<Atlas>(() => ({ ...atlas, view: shownView }), [atlas, shownView])

  const digits = useKeys(perform)
  useStageLine({ tour: tour.id, scene: number, playing, black, elapsed, sceneKey }, perform)
  usePrefetch(tour.scenes[number % count] ?? scene, atlas)

  const screen = useWindowSize()
  const box = useMemo(() => fitStage(screen, wall), [screen, wall])
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${(REM * box.height) / 100}px`
    return () => {
      document.documentElement.style.fontSize = ''
    }
  }, [box.height])
  const [dx, dy] = SHIFTS[turn % SHIFTS.length] ?? [0, 0]
  const presence = usePresence()
  const size = useMemo(() => ({ width: box.width, height: box.height }), [box.width, box.height])

  return (
    <main
      className={css.presenter}
      data-controls={presence.shown}
      data-black={black || undefined}
      aria-label={words.present.stage}
      {...presence.listeners}
    >
      <div
        className={css.frame}
        style={{
          left: `${box.x}px`,
          top: `${box.y}px`,
          width: `${box.width}px`,
          height: `${box.height}px`,
          transform: still ? undefined : `translate(${dx}px, ${dy}px)`,
        }}
      >
        <AtlasProvider value={stageAtlas}>
          <SceneOnStage
            size={size}
            scene={scene}
            sceneKey={sceneKey}
            number={number}
            count={count}
            named={tours.figures}
            years={years}
            mirrored={round % 2 === 1}
            moving={!still}
            playing={playing}
            duration={duration}
            elapsed={elapsed}
            own={tour.id !== VIEW_TOUR && !tours.ofPack.includes(tour)}
            onRenderer={onRenderer}
          />
        </AtlasProvider>
      </div>
      {black && <div className={css.black} role="status" aria-label={words.present.black} data-part="black" />}
      <Controls
        on={on}
        tours={tours}
        presentation={presentation}
        digits={digits}
        shown={presence.shown}
        awake={awake}
        vain={vain}
      />
    </main>
  )
}

interface SceneProps extends Omit<StageProps, 'shown' | 'figures' | 'figureOf'> {
  readonly named: readonly Observation[]
}

/**
 * Reads the scene's view. While its figures are on their way the last scene stands, whole: a hall never sees a half-empty stage, nor
 * one scene's words over another's map.
 */
function SceneOnStage({ named, ...props }: SceneProps) {
  const atlas = useAtlas()
  const now = useReading()
  const shown = useStable(now)
  const { large, figureOf } = useSceneFigures(props.scene, shown, named)
  const fresh = { atlas, stage: { ...props, shown, figures: large, figureOf } }
  const last = useRef(fresh)
  useEffect(() => {
    if (!now.pending) last.current = fresh
  })
  const { atlas: value, stage } = now.pending ? last.current : fresh
  return (
    <AtlasProvider value={value}>
      <Stage {...stage} size={props.size} mirrored={props.mirrored} />
    </AtlasProvider>
  )
}

/** The same object while nothing in it has changed, so that charts are not drawn anew. */
function useStable(now: ViewReading): ViewReading {
  const { reading, composition, pending, error, retry } = now
  const latest = useRef(retry)
  useEffect(() => {
    latest.current = retry
  })
  return useMemo(
    () => ({ reading, composition, pending, error, retry: () => latest.current() }),
    [reading, composition, pending, error],
  )
}

/** Has the next scene's figures at hand before it is on. */
function usePrefetch(next: OnStage['scene'], { view, catalog }: Atlas): void {
  const client = useQueryClient()
  const { indicator, places } = useMemo(() => viewOnStage(next, view, catalog), [next, view, catalog])
  const place = places.at(-1) ?? catalog.city
  useEffect(() => {
    for (const index of [catalog.byIndicator[indicator], catalog.byPlace[place]]) {
      if (index !== undefined) client.query(shardOptions(catalog, index)).catch(() => {})
    }
  }, [client, catalog, indicator, place])
}
