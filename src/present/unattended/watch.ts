import { decideReload, isCheckDue, type Situation } from './decide.ts'
import type { Freshness } from './freshness.ts'

/** What the watch sees and does, from outside, so that a test is the clock and the server. */
export interface Surroundings {
  readonly now: () => number
  readonly ask: () => Promise<Freshness>
  readonly isControlled: () => boolean
  readonly isFullscreen: () => boolean
  /** A newer build is on the server: its worker may be fetched meanwhile. */
  readonly onNewBuild: () => void
  /** The server wants no offline copies any more. */
  readonly onNoCopies: () => void
}

export interface Watch {
  /** Asks the server if it is time to; to be called every now and then. */
  readonly tick: () => Promise<void>
  /** To be called between two scenes: whether the page is to be loaded anew now. */
  readonly atBorder: () => 'stay' | 'reload'
}

/** Watches over a page that nobody attends to, for days: by the clock, holding no more on the tenth day than on the first. */
export function createWatch(around: Surroundings): Watch {
  const startedAt = around.now()
  let known: Pick<Situation, 'lastCheck' | 'found' | 'reachable'> = { lastCheck: null, found: 'same', reachable: false }
  let asking = false

  const situation = (): Situation => ({
    ...known,
    now: around.now(),
    startedAt,
    controlled: around.isControlled(),
    fullscreen: around.isFullscreen(),
  })

  async function tick(): Promise<void> {
    if (asking || !isCheckDue(situation())) return
    asking = true
    try {
      const { found, reachable, offline } = await around.ask()
      // A server that has gone silent does not take back what it said.
      known = { lastCheck: around.now(), reachable, found: reachable ? found : known.found }
      if (!offline) around.onNoCopies()
      if (found === 'new-build') around.onNewBuild()
    } finally {
      asking = false
    }
  }

  return {
    tick,
    atBorder() {
      const decision = decideReload(situation())
      if (decision === 'stay') void tick()
      return decision
    },
  }
}
