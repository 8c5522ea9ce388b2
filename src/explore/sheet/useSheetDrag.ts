import { useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import { HEIGHTS, restingHeight, type Height } from './heights.ts'

/** A hand trembles below it. CSS pixels. */
const SLOP = 6
/** The speed at the end is that of the last moments, in ms. */
const RECENT = 90

interface Drag {
  readonly id: number
  readonly from: number
  /** The sheet's height when the hand came down. */
  readonly height: number
  moving: boolean
  trail: { readonly at: number; readonly y: number }[]
}

/**
 * Dragging of a sheet by its head. While the hand moves the sheet follows it (written to the element, nothing is rendered); let
 * go, it comes to rest at one of its heights.
 * @param stops each height in px, asked for when a drag begins
 */
export function useSheetDrag(
  sheet: RefObject<HTMLElement | null>,
  stops: () => Readonly<Record<Height, number>>,
  onRest: (height: Height) => void,
) {
  const drag = useRef<Drag | null>(null)
  /** The click that ends a drag is no press of the handle. */
  const swallow = useRef(false)

  const end = (event: PointerEvent, given: boolean): void => {
    const node = sheet.current
    const { current } = drag
    if (!node || current?.id !== event.pointerId) return
    drag.current = null
    if (!current.moving) return
    const px = node.offsetHeight
    node.style.removeProperty('height')
    delete node.dataset['dragging']
    const first = current.trail.find(({ at }) => event.timeStamp - at <= RECENT)
    const speed = first && event.timeStamp > first.at ? (first.y - event.clientY) / (event.timeStamp - first.at) : 0
    if (given) onRest(restingHeight(px, speed, stops()))
  }

  return {
    onPointerDown: (event: PointerEvent) => {
      swallow.current = false
      if (event.button !== 0 || !sheet.current) return
      // At once: a fast hand has left the head before the first move is told.
      event.currentTarget.setPointerCapture(event.pointerId)
      const y = event.clientY
      drag.current = { id: event.pointerId, from: y, height: sheet.current.offsetHeight, moving: false, trail: [] }
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = drag
      const node = sheet.current
      if (!node || current?.id !== event.pointerId) return
      const up = current.from - event.clientY
      if (!current.moving) {
        if (Math.abs(up) <= SLOP) return
        current.moving = true
        swallow.current = true
        node.dataset['dragging'] = ''
      }
      const all = stops()
      const [low, high] = [all[HEIGHTS[0]], all.full]
      node.style.height = `${Math.min(high, Math.max(low, current.height + up))}px`
      current.trail = [...current.trail.slice(-8), { at: event.timeStamp, y: event.clientY }]
    },
    onPointerUp: (event: PointerEvent) => end(event, true),
    onPointerCancel: (event: PointerEvent) => end(event, false),
    onClickCapture: (event: MouseEvent) => {
      if (swallow.current) event.stopPropagation()
      swallow.current = false
    },
  }
}
