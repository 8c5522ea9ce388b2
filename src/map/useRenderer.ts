import { useCallback, useEffect, useState, type ComponentType } from 'react'
import type { Renderer } from '../model/view.ts'
import { whenIdle } from '../ui/idle.ts'
import { chooseRenderer, type GlFailure, type Probe } from './decide.ts'
import { probeGraphics } from './probe.ts'

interface Events {
  /** Told which renderer serves: once at the start, and after each change. */
  readonly onRenderer?: ((renderer: 'svg' | 'webgl') => void) | undefined
  /** Told why the GL map was given up; the SVG map serves on. */
  readonly onFail?: ((reason: GlFailure) => void) | undefined
  /** Called before another renderer takes over. */
  readonly onSwitch?: (() => void) | undefined
}

/** Which renderer serves a map: SVG at once; WebGL in its place as soon as it has drawn its first frame, if the hardware is up to it. */
export interface Serving<P> {
  /** The one to mount beside the SVG map, or alone once it serves. */
  readonly wanted: 'svg' | 'webgl'
  readonly serving: 'svg' | 'webgl'
  /** The GL map; null until its chunk is here. */
  readonly Gl: ComponentType<P> | null
  /** To be called by the GL map at its first complete frame. */
  readonly onReady: () => void
  /** To be called by the GL map when it is of no more use. */
  readonly giveUp: (reason: GlFailure) => void
}

/** @param load gets the GL map's chunk; the same function every time */
export function useRenderer<P>(
  wish: Renderer,
  load: () => Promise<ComponentType<P>>,
  { onRenderer, onFail, onSwitch }: Events,
): Serving<P> {
  const [probe, setProbe] = useState<Probe | null>(null)
  const [failed, setFailed] = useState<GlFailure | null>(null)
  const [Gl, setGl] = useState<ComponentType<P> | null>(null)
  const [ready, setReady] = useState(false)
  const wanted = chooseRenderer(wish, probe, failed)
  const serving = wanted === 'webgl' && Gl !== null && ready ? 'webgl' : 'svg'

  useEffect(() => {
    if (wish !== 'auto' || probe !== null) return
    // The first view comes first.
    return whenIdle(() => setProbe(probeGraphics()), 1000)
  }, [wish, probe])
  const giveUp = useCallback(
    (reason: GlFailure) => {
      onSwitch?.()
      setReady(false)
      setFailed(reason)
      onFail?.(reason)
    },
    [onSwitch, onFail],
  )
  useEffect(() => {
    if (wanted !== 'webgl' || Gl !== null) return
    let current = true
    load().then(
      (loaded) => current && setGl(() => loaded),
      () => current && giveUp('load'),
    )
    return () => {
      current = false
    }
  }, [wanted, Gl, load, giveUp])
  // A map that is no longer wanted is removed; if it is wanted again it has to draw its first frame again.
  useEffect(() => {
    if (wanted === 'svg') setReady(false)
  }, [wanted])
  useEffect(() => onRenderer?.(serving), [serving, onRenderer])
  const onReady = useCallback(() => {
    onSwitch?.()
    setReady(true)
  }, [onSwitch])
  return { wanted, serving, Gl, onReady, giveUp }
}
