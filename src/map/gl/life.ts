import { GPUInitializationError, type MapLibreMap } from 'maplibre-gl'
import type { GlFailure } from '../decide.ts'

/** First idle took 0.8–1.3 s on software rendering (PITFALLS §7); who needs eight has no use for it. */
const IDLE_MS = 8000
/** A driver that recovers does so within a second or two. */
const RESTORE_MS = 5000

export interface LifeEvents {
  /** Puts layers and state on a style that has just been loaded, or restored without its feature state. */
  readonly dress: () => void
  /** First complete frame drawn. */
  readonly onReady: () => void
  /** Called once; the map is of no more use then. */
  readonly onFail: (reason: GlFailure) => void
}

/** When a MapLibre map may be written to: not before its style has loaded, not while its graphics context is lost, not after its end. */
export class GlLife {
  private styled = false
  private over = false
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()
  private readonly map: MapLibreMap
  private readonly events: LifeEvents

  /** @param patience how long the first frame may take, ms */
  constructor(map: MapLibreMap, events: LifeEvents, patience = IDLE_MS) {
    this.map = map
    this.events = events
    const idle = this.after(patience, () => this.fail('timeout'))
    map.on('style.load', () => this.dress())
    map.once('idle', () => {
      clearTimeout(idle)
      if (!this.over) events.onReady()
    })
    map.on('error', ({ error }) => {
      // Before the first frame nothing may go wrong; later only the loss of the workers ends the map (gl:issues/8018).
      if (/worker/i.test(error.message)) this.fail('worker')
      else if (!this.styled) this.fail(failureOf(error))
    })
    let lost: ReturnType<typeof setTimeout> | undefined
    map.on('webglcontextlost', () => {
      this.styled = false
      this.drop(lost)
      lost = this.after(RESTORE_MS, () => this.fail('context-lost'))
    })
    map.on('webglcontextrestored', () => {
      this.drop(lost)
      // The style comes back without its feature state.
      map.once('idle', () => this.dress())
    })
  }

  /** Whether layers, images and feature state may be written now. */
  get writable(): boolean {
    return this.styled && !this.over
  }

  get ended(): boolean {
    return this.over
  }

  /** Ends the map and gives its graphics context back. */
  end(): void {
    this.over = true
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    this.map.remove()
  }

  private dress(): void {
    if (this.over) return
    this.styled = true
    this.events.dress()
  }

  private fail(reason: GlFailure): void {
    if (this.over) return
    this.over = true
    this.events.onFail(reason)
  }

  private after(ms: number, act: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(act, ms)
    this.timers.add(timer)
    return timer
  }

  private drop(timer: ReturnType<typeof setTimeout> | undefined): void {
    if (timer === undefined) return
    clearTimeout(timer)
    this.timers.delete(timer)
  }
}

/** @returns why a map could not be made. Class names are minified, so by `instanceof` (gl:issues/8066). */
export function failureOf(error: unknown): GlFailure {
  return error instanceof GPUInitializationError ? 'unsupported' : 'error'
}
