/**
 * Calls once the browser has nothing better to do: what is on screen comes first.
 * @param most wait no longer, ms; where the browser does not tell when it is idle (Safari), a third of it
 * @returns calls it off
 */
export function whenIdle(act: () => void, most: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(act, { timeout: most })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(act, most / 3)
  return () => clearTimeout(timer)
}

/** As `whenIdle`, to be awaited; in the build, where nothing is on screen, at once. */
export async function idle(most: number): Promise<void> {
  if (typeof window === 'undefined') return
  await new Promise<void>((resolve) => {
    whenIdle(resolve, most)
  })
}
