import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Years } from '../model/period.ts'
import { framesOf, systemClock, type Clock } from '../ui/play/player.ts'

/** The last frame, which shows all of it, keeps this share of the scene. */
const REST = 0.3
/** A run without an end of its own: about as long as a run is watched. */
const USUAL_MS = 20_000

/**
 * Plays a scene through its years: the range's end moves on until all of it shows. By the scene's own time, so a pause stops it
 * and a late frame is left out.
 * @param years null: the scene does not run
 * @param elapsed ms that the scene has stood. @param duration ms that it stands; null: until somebody goes on
 * @returns the years to show now; null where the scene does not run
 */
export function useRun(
  years: Years | null,
  sceneKey: string,
  { playing, elapsed, duration }: { playing: boolean; elapsed: () => number; duration: number | null },
  clock: Clock = systemClock,
): Years | null {
  const from = years?.from
  const to = years?.to
  const frames = useMemo(() => (from === undefined || to === undefined ? [] : framesOf({ from, to })), [from, to])
  const [step, setStep] = useState({ sceneKey, index: 0 })
  const stand = ((duration ?? USUAL_MS) * (1 - REST)) / Math.max(1, frames.length - 1)
  const due = useEffectEvent(() => Math.min(frames.length - 1, Math.floor(elapsed() / stand)))
  const left = useEffectEvent((index: number) => Math.max(20, (index + 1) * stand - elapsed()))

  useEffect(() => {
    if (frames.length === 0) return
    let callOff = (): void => {}
    const show = (): void => {
      const index = due()
      setStep({ sceneKey, index })
      if (playing && index < frames.length - 1) callOff = clock.after(left(index), show)
    }
    show()
    return () => callOff()
  }, [frames, sceneKey, playing, clock])

  return frames[step.sceneKey === sceneKey ? step.index : 0] ?? null
}
