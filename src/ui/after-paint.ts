/** A page out of sight paints nothing: there it is not waited for longer, ms. */
const PATIENCE_MS = 100

/** Resolves as soon as what is on the page now has been painted; soon, where nothing is painted. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    afterPaint(resolve)
  })
}

/**
 * Calls `then` once, as soon as what is on the page now has been painted; soon, where nothing is painted.
 * @returns a function that calls it off
 */
export function afterPaint(then: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const stop = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }
  const done = (): void => {
    stop()
    then()
  }
  port1.addEventListener('message', done)
  port1.start()
  // A message that is sent before a frame is drawn is delivered after it.
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const timer = setTimeout(done, PATIENCE_MS)
  return stop
}
