import { useEffect, useEffectEvent, useRef } from 'react'
import { openLine, type Line, type StageReport } from './channel.ts'
import type { Command } from './commands.ts'

interface Told extends Pick<StageReport, 'tour' | 'scene' | 'playing' | 'black'> {
  readonly elapsed: () => number
  readonly sceneKey: string
}

/** Tells remotes in other windows what is on stage, and does what they ask. */
export function useStageLine(told: Told, perform: (command: Command) => void): void {
  const line = useRef<Line | null>(null)
  const begun = useRef(0)
  const report = useEffectEvent(() => {
    const { tour, scene, playing, black, elapsed } = told
    const at = Date.now()
    line.current?.send({
      type: 'report',
      report: { tour, scene, playing, black, elapsed: elapsed(), begun: begun.current, at },
    })
  })
  const obey = useEffectEvent((command: Command) => perform(command))
  useEffect(() => {
    begun.current = Date.now()
    const mine = openLine((message) => {
      if (message.type === 'command') obey(message.command)
      else if (message.type === 'hello') report()
    })
    line.current = mine
    return () => {
      line.current = null
      mine.close()
    }
  }, [])
  const { sceneKey, playing, black } = told
  useEffect(() => report(), [sceneKey, playing, black])
}
