/** What a page says of itself at a moment; both pages say it in their own way (subjects.ts). Read in the page, in every frame. */
export interface Facts {
  /** The view shows its data and answers to input. */
  readonly ready: boolean
  /** The map is there with the districts' values. */
  readonly values: boolean
  /** Role, indicator and time on screen: changes when another map has been drawn. */
  readonly shown: string
  /** Whose details are on screen. */
  readonly place: string
  /** How many figures stand in the details. */
  readonly figures: number
  /** Where the map stands: changes when it is moved. */
  readonly pose: string
}

/** Times in ms since the start of the navigation; null: has not been. */
export interface Seen {
  readonly firstPaint: number | null
  readonly largestPaint: number | null
  readonly shift: number
  readonly readyAt: number | null
  /** The first frame in which the map was there with its values, but not before the first contentful paint. */
  readonly valuesAt: number | null
  /** The first frame in which the details were those of another place than at rest, and in which they had a figure. */
  readonly answeredAt: number | null
  readonly figuresAt: number | null
  /** Whether the details are those of another place now, painted or not. */
  readonly answered: boolean
  readonly tasks: readonly { readonly start: number; readonly duration: number }[]
  /** Files by address that had arrived when the page was ready. */
  readonly before: readonly string[]
}

/** How an input was answered, ms. */
export interface Answered {
  /** Event Timing: from the input to the paint after its handlers, the longest of the interaction's events; null: below 16 ms. */
  readonly paint: number | null
  /** From the input to the end of the first frame that shows what was asked for. */
  readonly shown: number
}

/** What the probe leaves in the page. */
export interface Bench {
  readonly seen: () => Seen
  /** From now on the next input is measured, until `what` has changed. */
  readonly arm: (what: 'shown' | 'place') => void
  readonly answered: () => Promise<Answered>
  readonly startFrames: () => void
  /** @returns the times of the frames since, ms */
  readonly stopFrames: () => readonly number[]
  readonly facts: () => Facts
}

declare global {
  interface Window {
    readonly bench: Bench
  }
}

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
}

/**
 * Runs in the page before anything else of it, as text: it must not use what lies outside of it.
 * @param facts the page's own way to say what is on screen
 * @param rest whose details stand there unasked; empty: no others are awaited
 */
export function probe(facts: () => Facts, rest: string): void {
  const entries: Record<string, PerformanceEntry[]> = {}
  for (const type of ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask', 'event']) {
    const list: PerformanceEntry[] = (entries[type] = [])
    const observer = new PerformanceObserver((found) => list.push(...found.getEntries()))
    // 16 ms is the least that Event Timing tells of.
    observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  }
  const at = { ready: null, values: null, answered: null, figures: null } as Record<string, number | null>
  let before: string[] = []
  const isOther = (place: string): boolean => place !== '' && rest !== '' && place !== rest
  const paint = () => entries['paint']?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? null
  const look = (): void => {
    if (document.body !== null) {
      const now = performance.now()
      const { ready, values, place, figures } = facts()
      // The reference marks the drawing itself, which comes later in this frame or came in the last one.
      if (values) at['values'] ??= performance.getEntriesByName('map-with-values')[0]?.startTime ?? now
      if (isOther(place)) at['answered'] ??= now
      if (isOther(place) && figures > 0) at['figures'] ??= now
      if (ready && at['ready'] === null) {
        at['ready'] = now
        const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        before = files.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= now).map(({ name }) => name)
      }
    }
    // Afterwards nothing of the probe runs on.
    if (at['ready'] === null || at['values'] === null || (rest !== '' && at['figures'] === null)) {
      requestAnimationFrame(look)
    }
  }
  requestAnimationFrame(look)

  let armed: {
    what: 'shown' | 'place'
    was: string
    since: number
    start: number | null
    shown: number | null
  } | null = null
  for (const type of ['pointerdown', 'keydown']) {
    window.addEventListener(
      type,
      (event) => {
        if (armed !== null && armed.start === null && event.isTrusted) armed.start = event.timeStamp
      },
      { capture: true, passive: true },
    )
  }
  const waitForShown = (): void => {
    const current = armed
    if (current === null) return
    if (current.start === null || facts()[current.what] === current.was) {
      requestAnimationFrame(waitForShown)
      return
    }
    // A message posted in a frame's callback is handled after that frame's layout and paint.
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      current.shown = performance.now()
      port1.close()
    })
    port1.start()
    port2.postMessage(null)
  }
  const after = async (ms: number) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    })

  let frames: number[] | null = null
  const count = (now: number): void => {
    if (frames === null) return
    frames.push(now)
    requestAnimationFrame(count)
  }

  const bench: Bench = {
    facts,
    seen: () => ({
      firstPaint: paint(),
      largestPaint: entries['largest-contentful-paint']?.at(-1)?.startTime ?? null,
      shift: ((entries['layout-shift'] ?? []) as Shift[]).reduce(
        (sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value),
        0,
      ),
      readyAt: at['ready'] ?? null,
      valuesAt: at['values'] === null ? null : Math.max(at['values'] ?? 0, paint() ?? 0),
      answeredAt: at['answered'] ?? null,
      figuresAt: at['figures'] ?? null,
      answered: isOther(facts().place),
      tasks: (entries['longtask'] ?? []).map(({ startTime, duration }) => ({ start: startTime, duration })),
      before,
    }),
    arm: (what) => {
      armed = { what, was: facts()[what], since: performance.now(), start: null, shown: null }
      requestAnimationFrame(waitForShown)
    },
    answered: async () => {
      const current = armed
      if (current === null) throw new Error('nothing is measured')
      const patience = performance.now() + 10_000
      while (current.shown === null) {
        if (performance.now() > patience) throw new Error(`no other ${current.what} than ${current.was}`)
        await after(10)
      }
      // Event Timing tells after the paint, in its own time.
      await after(300)
      const own = ((entries['event'] ?? []) as PerformanceEventTiming[]).filter(
        ({ startTime, interactionId }) => startTime >= current.since && (interactionId ?? 0) > 0,
      )
      armed = null
      return {
        paint: own.length === 0 ? null : Math.max(...own.map(({ duration }) => duration)),
        shown: current.shown - (current.start ?? current.since),
      }
    },
    startFrames: () => {
      frames = []
      requestAnimationFrame(count)
    },
    stopFrames: () => {
      const counted = frames ?? []
      frames = null
      return counted
    },
  }
  Object.assign(window, { bench })
}

/** @returns the probe as text for a page that says its facts by `facts` */
export function probeScript(facts: () => Facts, rest: string): string {
  // The compiler that runs the bench names functions by a helper that no page has.
  return `globalThis.__name ??= (f) => f;(${probe.toString()})(${facts.toString()}, ${JSON.stringify(rest)})`
}
