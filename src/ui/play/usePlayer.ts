import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { createPlayer, systemClock, type Clock, type Player, type PlayerState } from './player.ts'

export interface PlayerHandle {
  readonly state: PlayerState
  readonly start: (frames: number) => void
  readonly pause: () => void
  readonly resume: () => void
  readonly stop: () => void
}

/** A `Player` that lives as long as the component, its state for rendering. */
export function usePlayer(
  onStep: (index: number) => void,
  onEnd: () => void,
  clock: Clock = systemClock,
): PlayerHandle {
  const [state, setState] = useState<PlayerState>('idle')
  const player = useRef<Player | null>(null)
  const step = useEffectEvent(onStep)
  const end = useEffectEvent(onEnd)

  useEffect(() => {
    const mine = createPlayer({ onStep: (index) => step(index), onEnd: () => end(), onState: setState }, clock)
    player.current = mine
    return () => {
      player.current = null
      mine.stop()
    }
  }, [clock])

  return {
    state,
    start: (frames) => void player.current?.start(frames),
    pause: () => player.current?.pause(),
    resume: () => void player.current?.resume(),
    stop: () => player.current?.stop(),
  }
}
