import { useEffect, useRef, useState } from 'react'
import { between, panBy, ZOOM_STEP, zoomAt, type Size, type View } from './camera.ts'
import type { Point } from './projection.ts'
import { prefersStill, type CameraPort, type Stage } from './stage.ts'

const MOVE_MS = 380
const HINT_MS = 1400
const DRAG_SLOP = 4

/**
 * Wheel, drag, pinch, double click on the SVG map, and the camera that the stage's buttons ask to move. Listens on the frame
 * itself, because React's wheel and touch listeners are passive and could not keep the page from scrolling.
 * @returns what to hint at: the reader used a gesture that a cooperative map leaves to the page
 */
export function useGestures(stage: Stage, cooperative: boolean, still: boolean): 'wheel' | 'touch' | null {
  const [hint, setHint] = useState<'wheel' | 'touch' | null>(null)
  const latest = useRef<{ view: View; size: Size }>({ view: stage.view, size: stage.layout })
  useEffect(() => {
    latest.current = { view: stage.view, size: stage.layout }
  })
  const { frame, camera, setView } = stage
  useEffect(() => {
    const node = frame.current
    if (!node || still) return
    const mover = moverOf(
      () => latest.current.view,
      (view) => {
        latest.current.view = view
        setView(view)
      },
    )
    camera.current = mover
    const stopGestures = listen(node, cooperative, mover, () => latest.current, setHint)
    return () => {
      stopGestures()
      mover.stop()
      camera.current = null
    }
  }, [frame, camera, setView, cooperative, still])
  useEffect(() => {
    if (hint === null) return
    const timer = setTimeout(() => setHint(null), HINT_MS)
    return () => clearTimeout(timer)
  }, [hint])
  return hint
}

interface Mover extends CameraPort {
  readonly stop: () => void
}

/** Moves a view at once, or over a few frames where motion is welcome. */
function moverOf(get: () => View, set: (view: View) => void): Mover {
  let request = 0
  const stop = () => cancelAnimationFrame(request)
  return {
    stop,
    moveTo: (view, animate) => {
      stop()
      if (!animate || prefersStill()) return set(view)
      const from = get()
      let start: number | null = null
      const step = (now: number) => {
        start ??= now
        const t = Math.min(1, (now - start) / MOVE_MS)
        set(t === 1 ? view : between(from, view, 1 - (1 - t) ** 3))
        if (t < 1) request = requestAnimationFrame(step)
      }
      request = requestAnimationFrame(step)
    },
  }
}

function listen(
  node: HTMLElement,
  cooperative: boolean,
  mover: Mover,
  current: () => { readonly view: View; readonly size: Size },
  hint: (hint: 'wheel' | 'touch') => void,
): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const local = (clientX: number, clientY: number): Point => {
    const box = node.getBoundingClientRect()
    const { size } = current()
    return [
      ((clientX - box.left) * size.width) / (box.width || 1),
      ((clientY - box.top) * size.height) / (box.height || 1),
    ]
  }
  const isFurniture = (event: Event) =>
    event.target instanceof Element && event.target.closest('button, [data-inset]') !== null
  const zoom = (factor: number, at: Point, animate: boolean) => {
    const { view, size } = current()
    mover.moveTo(zoomAt(view, factor, at, size), animate)
  }
  const pan = (dx: number, dy: number) => {
    const { view, size } = current()
    mover.moveTo(panBy(view, dx, dy, size), false)
  }

  node.addEventListener(
    'wheel',
    (event) => {
      if (cooperative && !event.ctrlKey && !event.metaKey) return hint('wheel')
      event.preventDefault()
      // Lines and pages to pixels; a trackpad's pinch comes as a wheel with Ctrl and small steps.
      const pixels = event.deltaY * (event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? 300 : 1)
      zoom(
        Math.exp(-pixels * (event.ctrlKey && Math.abs(pixels) < 50 ? 0.01 : 0.0022)),
        local(event.clientX, event.clientY),
        false,
      )
    },
    { passive: false, signal },
  )
  node.addEventListener(
    'dblclick',
    (event) => {
      if (isFurniture(event)) return
      event.preventDefault()
      zoom(event.shiftKey ? 1 / ZOOM_STEP : ZOOM_STEP, local(event.clientX, event.clientY), true)
    },
    { signal },
  )

  /** Told to the style sheet alone, without a drawing. */
  const setDragged = (dragged: boolean) => node.toggleAttribute('data-dragged', dragged)
  let last: { id: number; at: Point; from: Point; dragging: boolean } | null = null
  node.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch' || event.button !== 0 || isFurniture(event)) return
      const at = local(event.clientX, event.clientY)
      last = { id: event.pointerId, at, from: at, dragging: false }
    },
    { signal },
  )
  node.addEventListener(
    'pointermove',
    (event) => {
      if (last?.id !== event.pointerId) return
      const at = local(event.clientX, event.clientY)
      if (!last.dragging && Math.hypot(at[0] - last.from[0], at[1] - last.from[1]) > DRAG_SLOP) {
        last.dragging = true
        setDragged(true)
        // Captured only now: an early capture would make the frame, not the place, the target of the click.
        node.setPointerCapture(event.pointerId)
      }
      if (last.dragging) pan(at[0] - last.at[0], at[1] - last.at[1])
      last.at = at
    },
    { signal },
  )
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    node.addEventListener(
      end,
      () => {
        last = null
        setDragged(false)
      },
      { signal },
    )
  }

  let fingers: { middle: Point; spread: number } | null = null
  const read = (touches: TouchList) => {
    const points = [...touches].slice(0, 2).map((t) => local(t.clientX, t.clientY))
    const [a, b = a] = points as [Point, Point?]
    return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as Point, spread: Math.hypot(a[0] - b[0], a[1] - b[1]) }
  }
  const restart = (event: TouchEvent) => {
    setDragged(false)
    fingers = event.touches.length === 0 || isFurniture(event) ? null : read(event.touches)
  }
  node.addEventListener('touchstart', restart, { passive: true, signal })
  node.addEventListener('touchend', restart, { passive: true, signal })
  node.addEventListener('touchcancel', restart, { passive: true, signal })
  node.addEventListener(
    'touchmove',
    (event) => {
      if (fingers === null) return
      if (cooperative && event.touches.length < 2) return hint('touch')
      // Not cancelable: the page is already scrolling and keeps the gesture.
      if (event.cancelable) event.preventDefault()
      else return
      const now = read(event.touches)
      // Two fingers make it larger, too.
      setDragged(event.touches.length === 1)
      const { view, size } = current()
      const moved = panBy(view, now.middle[0] - fingers.middle[0], now.middle[1] - fingers.middle[1], size)
      const factor = fingers.spread > 0 && now.spread > 0 ? now.spread / fingers.spread : 1
      mover.moveTo(zoomAt(moved, factor, now.middle, size), false)
      fingers = now
    },
    { passive: false, signal },
  )
  return () => abort.abort()
}
