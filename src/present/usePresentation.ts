import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { systemClock, type Clock } from '../ui/play/player.ts'
import { sceneAfter, type Command } from './control/commands.ts'
import { createSceneTimer, type SceneTimer } from './timer.ts'

export interface Presentation {
  readonly playing: boolean
  readonly black: boolean
  readonly loop: boolean
  readonly setLoop: (loop: boolean) => void
  readonly perform: (command: Command) => void
  /** ms that the scene has stood. */
  readonly elapsed: () => number
}

interface Input {
  /** From 1; the URL's. */
  readonly scene: number
  readonly count: number
  /** Changes with every scene, and with a restart of the same one. */
  readonly sceneKey: string
  /** ms; null: until somebody goes on. */
  readonly duration: number | null
  /** The scene may begin: its figures are there. */
  readonly ready: boolean
  /** @param byItself its time was over; false: somebody asked */
  readonly onScene: (scene: number, byItself: boolean) => void
  readonly onLeave: () => void
}

/**
 * Runs a tour: after its time a scene gives way to the next one. Which scene is on belongs to the URL (`onScene` asks for
 * another); what belongs here is the time, whether it runs, and whether the screen is black.
 */
export function usePresentation(input: Input, clock: Clock = systemClock): Presentation {
  const { count, sceneKey, duration, ready } = input
  const [playing, setPlaying] = useState(true)
  const [black, setBlack] = useState(false)
  const [loop, setLoop] = useState(true)
  const timer = useRef<SceneTimer | null>(null)

  const go = (command: Command, byItself = false): void => {
    const to = sceneAfter(command, input.scene, count, loop)
    if (to === null || to === input.scene) return
    input.onScene(to, byItself)
  }
  const due = useEffectEvent(() => {
    // One scene alone has nothing to give way to.
    if (count > 1) go({ type: 'next' }, true)
  })
  useEffect(() => {
    const mine = createSceneTimer(() => due(), clock)
    timer.current = mine
    return () => {
      timer.current = null
      mine.stop()
    }
  }, [clock])

  const running = playing && !black && ready
  const begin = useEffectEvent(() => {
    timer.current?.start(duration)
    if (!running) timer.current?.pause()
  })
  useEffect(() => begin(), [sceneKey, duration])
  useEffect(() => {
    if (running) timer.current?.resume()
    else timer.current?.pause()
  }, [running])

  return {
    playing: running,
    black,
    loop,
    setLoop,
    elapsed: () => timer.current?.elapsed() ?? 0,
    perform: (command) => {
      // Whatever is asked for, a black screen comes back first.
      if (black) {
        setBlack(false)
        if (command.type === 'black' || command.type === 'toggle') return
      }
      switch (command.type) {
        case 'toggle':
          setPlaying((before) => !before)
          return
        case 'black':
          setBlack(true)
          return
        case 'fullscreen':
          void toggleFullscreen()
          return
        case 'leave':
          input.onLeave()
          return
        case 'next':
        case 'previous':
        case 'first':
        case 'last':
        case 'jump':
          go(command)
      }
    },
  }
}

/** The whole document, so that popovers, which stand on the body, are seen too (PITFALLS §5). Refused without a user's gesture. */
async function toggleFullscreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    // The stage fills the window in any case.
  }
}
