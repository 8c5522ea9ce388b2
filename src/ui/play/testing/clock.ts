import type { Clock } from '../player.ts'

/** A clock that stands until it is moved. */
export function fakeClock(): Clock & { forward: (ms: number) => void } {
  let now = 0
  let waiting: { at: number; call: () => void }[] = []
  return {
    now: () => now,
    after: (ms, call) => {
      const entry = { at: now + ms, call }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    forward(ms) {
      const end = now + ms
      for (;;) {
        const next = waiting.filter((w) => w.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting = waiting.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.call()
      }
      now = end
    },
  }
}
