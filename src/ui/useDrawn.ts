import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'
import type { Atlas } from './atlas.tsx'

/** What the parts of the screen show of a change, one after another. */
export interface Drawn {
  /** Map, title and legend: the frame after the one in which the control has answered. */
  readonly drawn: Atlas
  /** What stands beside the map: when that is on screen, piece by piece. */
  readonly rest: Atlas
}

/**
 * A change of the view is drawn in three steps, each on screen before the next is worked out: the control that was pressed, the map,
 * the rest. The hand is answered in a frame however much follows, and a new touch does not wait for what it makes outdated.
 * @param moving a movement goes on (`Change`): the map keeps up with the hand
 * @returns null as long as there is no atlas
 */
export function useDrawn(value: Atlas | null, moving: boolean): Drawn | null {
  const [follows, setFollows] = useState(value)
  // Not as a transition: that would be worked out in slices, with the page painted in between for nothing.
  useEffect(() => (follows === value ? undefined : afterPaint(() => setFollows(value))), [follows, value])
  const atOnce = moving || !isOfOneScreen(follows, value)
  // What was drawn along with a movement stands when it ends; what was drawn before it must not come back.
  if (atOnce && follows !== value) setFollows(value)
  const drawn = atOnce ? value : follows
  const rest = useAfterward(drawn)
  if (drawn === null) return null
  return { drawn, rest: rest !== null && isOfOneScreen(rest, value) ? rest : drawn }
}

/** @returns what `value` was until what is drawn of it now is on screen */
export function useAfterward<T>(value: T): T {
  const [after, setAfter] = useState(value)
  useEffect(() => {
    startTransition(() => setAfter(value))
  }, [value])
  return after
}

/** Another screen begins with what it is to show, not with what the last one showed. */
function isOfOneScreen(a: Atlas | null, b: Atlas | null): boolean {
  return a?.view.mode === b?.view.mode
}
