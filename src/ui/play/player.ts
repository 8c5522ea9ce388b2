import type { Years } from '../../model/period.ts'

/** A whole run takes about so long: short enough to watch to its end, long enough to follow. */
const RUN_MS = 4000
/** Faster steps cannot be told apart; slower ones feel stuck. */
const STEP_MIN_MS = 100
const STEP_MAX_MS = 400

/** Time from outside, so that a run can be tested and the presenter can give its own. */
export interface Clock {
  /** Milliseconds; only differences matter. */
  readonly now: () => number
  /** Calls back once after `ms`; @returns how to call it off. */
  readonly after: (ms: number, call: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

export type PlayerState = 'idle' | 'playing' | 'paused'

export interface PlayerEvents {
  /** A frame of the run is due: its index, 0 first. */
  readonly onStep: (index: number) => void
  readonly onState?: (state: PlayerState) => void
  /** The last frame has stood for its time. */
  readonly onEnd?: () => void
}

export interface Player {
  readonly state: PlayerState
  /** Plays from the first frame, whatever went on before. @returns how many ticks the run has; 0 frames play nothing. */
  readonly start: (frames: number) => number
  /** Stops the run where it is; `resume` goes on from the same frame. */
  readonly pause: () => void
  /** @returns how many ticks are left; 0 unless paused */
  readonly resume: () => number
  /** Ends the run without `onEnd`: somebody else took over. */
  readonly stop: () => void
}

/** @returns how long each of `frames` frames stands, in ms. */
export function stepMs(frames: number): number {
  return Math.min(STEP_MAX_MS, Math.max(STEP_MIN_MS, RUN_MS / Math.max(frames, 1)))
}

/**
 * The frames of a run through `years`. `grow` (the default): the range's end moves from its first year to its last, so the map
 * fills up and nothing that was known disappears; figures are sparse, and single years would leave most places empty most of
 * the time. `single`: one year after the other.
 */
export function framesOf(years: Years, way: 'grow' | 'single' = 'grow'): Years[] {
  return Array.from({ length: years.to - years.from + 1 }, (_, i) => ({
    from: way === 'grow' ? years.from : years.from + i,
    to: years.from + i,
  }))
}

/**
 * Time play without a screen: knows frames by number and nothing of what they show. Frames are due at times counted from the
 * start, so a slow or throttled page skips frames and still ends on time.
 */
export function createPlayer(events: PlayerEvents, clock: Clock = systemClock): Player {
  let state: PlayerState = 'idle'
  let frames = 0
  let index = 0
  /** When frame 0 was due, moved by pauses. */
  let origin = 0
  let callOff = (): void => {}

  function enter(next: PlayerState): void {
    if (state === next) return
    state = next
    events.onState?.(next)
  }

  function wait(): void {
    const due = origin + (index + 1) * stepMs(frames)
    callOff = clock.after(Math.max(0, due - clock.now()), tick)
  }

  function tick(): void {
    const due = Math.floor((clock.now() - origin) / stepMs(frames) + 1e-6)
    if (due >= frames && index === frames - 1) {
      enter('idle')
      events.onEnd?.()
      return
    }
    // However late, the last frame is shown before the end.
    const next = Math.min(Math.max(due, index), frames - 1)
    const late = due >= frames
    if (next !== index) {
      index = next
      events.onStep(index)
    }
    // A listener may have stopped the run.
    if (state !== 'playing') return
    if (late) origin = clock.now() - index * stepMs(frames)
    wait()
  }

  return {
    get state() {
      return state
    },
    start(count) {
      callOff()
      frames = count
      index = 0
      if (frames <= 0) {
        enter('idle')
        return 0
      }
      origin = clock.now()
      enter('playing')
      wait()
      events.onStep(0)
      return frames
    },
    pause() {
      if (state !== 'playing') return
      callOff()
      enter('paused')
    },
    resume() {
      if (state !== 'paused') return 0
      // The frame that stood still gets its whole time again.
      origin = clock.now() - index * stepMs(frames)
      enter('playing')
      wait()
      return frames - index - 1
    },
    stop() {
      callOff()
      enter('idle')
    },
  }
}
