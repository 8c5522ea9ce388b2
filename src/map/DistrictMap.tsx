import clsx from 'clsx'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import type { Renderer } from '../model/view.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { HOME, type View } from './camera.ts'
import { chooseRenderer, type GlFailure, type Probe } from './decide.ts'
import type { GlMapProps } from './GlMap.tsx'
import { probeGraphics } from './probe.ts'
import { SvgMap } from './SvgMap.tsx'
import type { MapProps } from './stage.ts'
import css from './DistrictMap.module.css'

interface Props extends MapProps {
  readonly renderer: Renderer
  /** Told which renderer serves: once at the start, and after each change. */
  readonly onRenderer?: (renderer: 'svg' | 'webgl') => void
  /** Told why the GL map was given up; the SVG map serves on. */
  readonly onFail?: (reason: GlFailure) => void
}

/**
 * The map. SVG at once; MapLibre in its place as soon as it has drawn its first frame, if the hardware is up to it. Data, time,
 * language of the picture and theme change neither: only a failure or another `renderer` does.
 */
export function DistrictMap(props: Props) {
  const { renderer, onRenderer, onFail } = props
  const root = useRef<HTMLDivElement>(null)
  const view = useRef<View>(HOME)
  const focus = useRef<string | null>(null)
  const [probe, setProbe] = useState<Probe | null>(null)
  const [failed, setFailed] = useState<GlFailure | null>(null)
  const [GlMap, setGlMap] = useState<ComponentType<GlMapProps> | null>(null)
  const [ready, setReady] = useState(false)
  const wanted = chooseRenderer(renderer, probe, failed)
  const serving = wanted === 'webgl' && GlMap !== null && ready ? 'webgl' : 'svg'

  const printing = usePrinting()

  useEffect(() => {
    if (renderer !== 'auto' || probe !== null) return
    return whenIdle(() => setProbe(probeGraphics()))
  }, [renderer, probe])

  const giveUp = useCallback(
    (reason: GlFailure) => {
      focus.current = focusedPlace(root.current)
      setReady(false)
      setFailed(reason)
      onFail?.(reason)
    },
    [onFail],
  )
  useEffect(() => {
    if (wanted !== 'webgl' || GlMap !== null) return
    let current = true
    import('./GlMap.tsx').then(
      (module) => current && setGlMap(() => module.GlMap),
      () => current && giveUp('load'),
    )
    return () => {
      current = false
    }
  }, [wanted, GlMap, giveUp])
  // A map that is no longer wanted is removed; if it is wanted again it has to draw its first frame again.
  useEffect(() => {
    if (wanted === 'svg') setReady(false)
  }, [wanted])
  useEffect(() => onRenderer?.(serving), [serving, onRenderer])

  // Whoever was on a place with the keyboard stays on it when the other renderer takes over.
  useLayoutEffect(() => {
    const code = focus.current
    focus.current = null
    if (code === null) return
    for (const node of root.current?.querySelectorAll<SVGGElement>('[role="option"]') ?? []) {
      if (node.getAttribute('data-place') === code) node.focus({ preventScroll: true })
    }
  }, [serving])
  const onReady = useCallback(() => {
    focus.current = focusedPlace(root.current)
    setReady(true)
  }, [])
  const onView = useCallback((next: View) => {
    view.current = next
  }, [])
  const ignore = useCallback(() => {}, [])

  return (
    <div ref={root} className={css.stack}>
      {wanted === 'webgl' && GlMap !== null && (
        <div className={clsx(css.layer, css.gl)} inert={!ready}>
          <GlMap
            {...props}
            initialView={view}
            active={ready}
            onReady={onReady}
            onFail={giveUp}
            onView={ready ? onView : ignore}
          />
        </div>
      )}
      {/* Paper gets no canvas: it would be blurred, or blank where the browser has dropped its pixels. */}
      {serving === 'webgl' && printing && (
        <div className={css.layer}>
          <SvgMap {...props} initialView={view} still />
        </div>
      )}
      {serving === 'svg' && (
        <div className={css.layer}>
          <SvgMap {...props} initialView={view} onView={onView} />
        </div>
      )}
    </div>
  )
}

function focusedPlace(root: HTMLElement | null): string | null {
  const active = document.activeElement
  return active && root?.contains(active) ? active.getAttribute('data-place') : null
}

/** The first view comes first: looks at the graphics when the browser has nothing else to do. @returns the end of waiting */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(act, { timeout: 2000 })
    return () => cancelIdleCallback(handle)
  }
  // Safari has no idle callback.
  const timer = setTimeout(act, 300)
  return () => clearTimeout(timer)
}
