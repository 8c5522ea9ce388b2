import { useEffect, useState, type RefObject } from 'react'
import type { Reserved } from '../../map/layout.ts'

const NOTHING: readonly Reserved[] = []
/** About what a title and a legend take: the first layout, before anything is measured, is then the lasting one. */
const USUAL: Reserved = { corner: 'top-left', width: 290, height: 190 }

/**
 * The corner of the map that an element laid over it covers, in CSS px; nothing while the element
 * stands above the map instead (narrow screens). Measured after layout; before, what the build's still view has, or what is usual.
 */
export function useReserved(element: RefObject<HTMLElement | null>): readonly Reserved[] {
  const [reserved, setReserved] = useState(reservedOfStill)
  useEffect(() => {
    const node = element.current
    if (!node) return
    const observer = new ResizeObserver(() => {
      const above = standsAbove(node)
      setReserved((before) => (above ? NOTHING : atLeast(before, node)))
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return reserved
}

/** The map that takes the still one's place need not be laid out twice: its title is to stand where the still one's does. */
function reservedOfStill(): readonly Reserved[] {
  const still =
    typeof document === 'undefined' ? null : document.querySelector<HTMLElement>('[data-still] [data-map-head]')
  if (still === null) return [USUAL]
  return standsAbove(still) ? NOTHING : atLeast([USUAL], still)
}

function standsAbove(node: HTMLElement): boolean {
  return getComputedStyle(node).position !== 'absolute'
}

/** It only grows: a shorter title must not make the map jump, and the next one may be long again. */
function atLeast(before: readonly Reserved[], node: HTMLElement): readonly Reserved[] {
  const [old] = before
  const width = Math.max(node.offsetWidth, old?.width ?? 0)
  const height = Math.max(node.offsetHeight, old?.height ?? 0)
  return old?.width === width && old.height === height ? before : [{ corner: 'top-left', width, height }]
}
