import { useEffect, useId, useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { noticeOf } from '../../ui/notice.ts'
import { sayTourProblem } from '../../ui/tour-problem.ts'
import type { Tours } from '../../ui/useTours.ts'
import { useViewStore } from '../../view/store.ts'
import type { OnStage } from '../scenes.ts'
import type { Presentation } from '../usePresentation.ts'
import type { WakeLockState } from '../unattended/useWakeLock.ts'
import css from './Controls.module.css'

interface Props {
  readonly on: OnStage
  readonly tours: Tours
  readonly presentation: Presentation
  /** A scene's number that waits for Enter. */
  readonly digits: string
  readonly shown: boolean
  readonly awake: WakeLockState
  /** What the link asked for and the tours lack. */
  readonly vain: {
    readonly missing: OnStage['missing']
    readonly tour: string | null
    readonly scene: number | null
    readonly of: number
  }
}

/** What the speaker may press: comes with the mouse, goes with it. Notices are for the speaker, so they stand here and not on stage. */
export function Controls({ on, tours, presentation, digits, shown, awake, vain }: Props) {
  const { words, say, change } = useAtlas()
  const { perform, playing, loop, setLoop } = presentation
  const [keys, setKeys] = useState(false)
  const [blocked, setBlocked] = useState(false)
  const isFull = useFullscreen()
  const id = useId()
  const t = words.present.controls
  const { tour, number } = on
  const problems = useViewStore((state) => state.problems)
  const notices = [
    ...problems.map((problem) => noticeOf(problem, words)),
    ...tours.problems.map((problem) => sayTourProblem(problem, words)),
    ...(vain.missing === 'tour' ? [words.present.noTour(vain.tour ?? '')] : []),
    ...(vain.missing === 'scene' ? [words.present.noScene(vain.scene ?? 0, vain.of)] : []),
    ...(blocked ? [t.blockedRemote] : []),
  ]
  const openRemote = (): void => {
    const address = new URL(window.location.href)
    address.searchParams.set('remote', '1')
    setBlocked(window.open(address.href, 'district-atlas-remote', 'width=720,height=760') === null)
  }
  return (
    <>
      {digits !== '' && (
        <p className={css.digits} role="status">
          {t.jump(digits)}
        </p>
      )}
      <div className={css.area} data-shown={shown || keys}>
        {notices.length > 0 && (
          <ul className={css.notices} role="status" data-part="notices">
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        )}
        {keys && (
          <div className={css.keys} id={id}>
            <dl>
              {words.present.keys.list.map(([key, what]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
            <p>{t.awake[awake]}</p>
          </div>
        )}
        <div className={css.bar} role="toolbar" aria-label={t.region} data-region="controls">
          {tours.tours.length > 1 && (
            <select
              className={css.select}
              aria-label={t.tours}
              data-action="tour"
              value={tour.id}
              onChange={(event) => change({ tour: event.target.value, scene: 1 }, 'passage')}
            >
              {tours.tours.every(({ id: one }) => one !== tour.id) && (
                <option value={tour.id}>{say(tour.title)}</option>
              )}
              {tours.tours.map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one.title)}
                </option>
              ))}
            </select>
          )}
          <select
            className={css.select}
            aria-label={t.scenes}
            data-action="scene"
            value={number}
            onChange={(event) => perform({ type: 'jump', scene: Number(event.target.value) })}
          >
            {tour.scenes.map((scene, i) => (
              // Scenes are known by their number.
              // oxlint-disable-next-line react/no-array-index-key
              <option key={i} value={i + 1}>
                {`${i + 1}. ${say(scene.title)}`}
              </option>
            ))}
          </select>
          <Press icon="first" label={t.first} action="first" onPress={() => perform({ type: 'first' })} />
          <Press icon="previous" label={t.previous} action="previous" onPress={() => perform({ type: 'previous' })} />
          <Press
            icon={playing ? 'pause' : 'play'}
            label={playing ? t.pause : t.play}
            action="toggle"
            onPress={() => perform({ type: 'toggle' })}
          />
          <Press icon="next" label={t.next} action="next" onPress={() => perform({ type: 'next' })} />
          <Press icon="loop" label={t.loop} action="loop" pressed={loop} onPress={() => setLoop(!loop)} />
          <Press icon="black" label={t.black} action="black" onPress={() => perform({ type: 'black' })} />
          {document.fullscreenEnabled && (
            <Press
              icon={isFull ? 'shrink' : 'expand'}
              label={isFull ? t.window : t.fullscreen}
              action="fullscreen"
              onPress={() => perform({ type: 'fullscreen' })}
            />
          )}
          <Press icon="remote" label={t.remote} action="remote" onPress={openRemote} />
          <Press icon="keys" label={t.help} action="keys" pressed={keys} controls={id} onPress={() => setKeys(!keys)} />
          <Press icon="close" label={t.leave} action="leave" onPress={() => perform({ type: 'leave' })} />
        </div>
      </div>
    </>
  )
}

interface PressProps {
  readonly icon: IconName
  readonly label: string
  readonly action: string
  readonly pressed?: boolean
  readonly controls?: string
  readonly onPress: () => void
}

function Press({ icon, label, action, pressed, controls, onPress }: PressProps) {
  return (
    <button
      type="button"
      className={css.button}
      data-action={action}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-controls={pressed === true ? controls : undefined}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}

function useFullscreen(): boolean {
  const [is, set] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const listen = (): void => set(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', listen)
    return () => document.removeEventListener('fullscreenchange', listen)
  }, [])
  return is
}
