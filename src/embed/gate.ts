/** What lets messages through: so many at once, then so many a second. A host that drags a slider stays below it. */
export interface GateLimits {
  readonly burst: number
  readonly perSecond: number
}

/** A gate for a stream of messages. */
export interface Gate {
  /** Takes one message: it is handled at once, or waits, as one with those that wait already. */
  readonly push: (data: unknown) => void
  readonly close: () => void
}

interface Handlers {
  readonly handle: (data: unknown) => void
  /** Two messages as one, the later one's word before the earlier one's. */
  readonly merge: (earlier: unknown, later: unknown) => unknown
  /** Messages were put together; told once a second at most. */
  readonly onTooMany: () => void
}

const SECOND_MS = 1000

/**
 * Ten thousand messages cost no more than a few: a bucket of permits that fills with time. Those that come too fast wait as one, made
 * of all of them, which is handled when its turn comes, so the view always ends where the host wanted it.
 */
export function openGate(
  { burst, perSecond }: GateLimits,
  { handle, merge, onTooMany }: Handlers,
  now: () => number = () => performance.now(),
): Gate {
  let permits = burst
  let filled = now()
  let waiting: { readonly data: unknown } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let told = -Infinity

  const fill = () => {
    const at = now()
    permits = Math.min(burst, permits + ((at - filled) / SECOND_MS) * perSecond)
    filled = at
  }
  const wake = () => {
    timer = null
    fill()
    if (waiting === null) return
    if (permits < 1) {
      timer = setTimeout(wake, SECOND_MS / perSecond)
      return
    }
    permits -= 1
    const { data } = waiting
    waiting = null
    handle(data)
  }
  return {
    push: (data) => {
      fill()
      // What waits is older: it would come after this one and undo it.
      if (permits >= 1 && waiting === null) {
        permits -= 1
        handle(data)
        return
      }
      if (waiting !== null && now() - told >= SECOND_MS) {
        told = now()
        onTooMany()
      }
      waiting = { data: waiting === null ? data : merge(waiting.data, data) }
      timer ??= setTimeout(wake, SECOND_MS / perSecond)
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting = null
    },
  }
}
