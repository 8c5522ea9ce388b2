import clsx from 'clsx'
import { memo, useCallback, useLayoutEffect, useRef } from 'react'
import type { Renderer } from '../model/view.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { HOME, type View } from './camera.ts'
import type { GlFailure } from './decide.ts'
import { SvgMap } from './SvgMap.tsx'
import type { MapProps } from './stage.ts'
import { useRenderer } from './useRenderer.ts'
import css from './DistrictMap.module.css'

interface Props extends MapProps {
  readonly renderer: Renderer
  /** Told which renderer serves: once at the start, and after each change. */
  readonly onRenderer?: (renderer: 'svg' | 'webgl') => void
  /** Told why the GL map was given up; the SVG map serves on. */
  readonly onFail?: (reason: GlFailure) => void
}

const loadGlMap = () => import('./GlMap.tsx').then((module) => module.GlMap)

/**
 * The map. SVG at once; MapLibre in its place as soon as it has drawn its first frame, if the hardware is up to it. Data, time,
 * language of the picture and theme change neither: only a failure or another `renderer` does. Drawn again for other props alone:
 * its owner is told of many things that are not on the map.
 */
export const DistrictMap = memo(function DistrictMap(props: Props) {
  const { renderer, onRenderer, onFail } = props
  const root = useRef<HTMLDivElement>(null)
  const view = useRef<View>(HOME)
  const focus = useRef<string | null>(null)
  const keepFocus = useCallback(() => {
    focus.current = focusedPlace(root.current)
  }, [])
  const { wanted, serving, Gl, onReady, giveUp } = useRenderer(renderer, loadGlMap, {
    onRenderer,
    onFail,
    onSwitch: keepFocus,
  })
  const ready = serving === 'webgl'
  const printing = usePrinting()

  // Whoever was on a place with the keyboard stays on it when the other renderer takes over.
  useLayoutEffect(() => {
    const code = focus.current
    focus.current = null
    if (code === null) return
    for (const node of root.current?.querySelectorAll<SVGGElement>('[role="option"]') ?? []) {
      if (node.getAttribute('data-place') === code) node.focus({ preventScroll: true })
    }
  }, [serving])
  const onView = useCallback((next: View) => {
    view.current = next
  }, [])
  const ignore = useCallback(() => {}, [])

  return (
    <div ref={root} className={css.stack}>
      {wanted === 'webgl' && Gl !== null && (
        <div className={clsx(css.layer, css.gl)} inert={!ready}>
          <Gl
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
})

function focusedPlace(root: HTMLElement | null): string | null {
  const active = document.activeElement
  return active && root?.contains(active) ? active.getAttribute('data-place') : null
}
