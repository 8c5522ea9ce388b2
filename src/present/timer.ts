import { systemClock, type Clock } from '../ui/play/player.ts'

/** How long the current scene has stood and when it is over. */
export interface SceneTimer {
  /** Begins a scene anew. @param ms how long it stands; null: until somebody goes on */
  readonly start: (ms: number | null) => void
  /** Stops the time where it is. */
  readonly pause: () => void
  readonly resume: () => void
  /** Ends without a call. */
  readonly stop: () => void
  /** Milliseconds that the scene has stood, pauses left out. */
  readonly elapsed: () => number
}

/** The longest that one wait may be: a throttled or sleeping page then finds its way back to the clock soon after. */
const LONGEST_WAIT_MS = 30_000

/**
 * The time of one scene, by the clock and not by counting ticks: a page that was asleep or covered goes on with the next scene,
 * once, as soon as it runs again.
 * @param onDue the scene has stood for its time; called once a scene
 */
export function createSceneTimer(onDue: () => void, clock: Clock = systemClock): SceneTimer {
  let duration: number | null = null
  /** When the scene began, moved by pauses; null: paused or stopped. */
  let origin: number | null = null
  let spent = 0
  let callOff = (): void => {}

  const elapsed = (): number => (origin === null ? spent : clock.now() - origin)

  function wait(): void {
    callOff()
    if (duration === null || origin === null) return
    const left = duration - elapsed()
    callOff = clock.after(Math.min(Math.max(0, left), LONGEST_WAIT_MS), () => {
      if (duration === null || origin === null) return
      if (elapsed() < duration - 1) return wait()
      spent = duration
      origin = null
      onDue()
    })
  }

  return {
    start(ms) {
      duration = ms
      spent = 0
      origin = clock.now()
      wait()
    },
    pause() {
      callOff()
      spent = elapsed()
      origin = null
    },
    resume() {
      if (origin !== null) return
      origin = clock.now() - spent
      wait()
    },
    stop() {
      callOff()
      duration = null
      spent = 0
      origin = null
    },
    elapsed,
  }
}
