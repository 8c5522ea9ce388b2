import { useEffect, useState, type RefObject } from 'react'
import type { Reserved } from '../../map/layout.ts'

const NOTHING: readonly Reserved[] = []
/** About what a title and a legend take: the first layout, before anything is measured, is then the lasting one. */
const USUAL: readonly Reserved[] = [{ corner: 'top-left', width: 290, height: 190 }]

/**
 * The corner of the map that an element laid over it covers, in CSS px; nothing while the element
 * stands above the map instead (narrow screens). Measured after layout; before, what is usual.
 */
export function useReserved(element: RefObject<HTMLElement | null>): readonly Reserved[] {
  const [reserved, setReserved] = useState(USUAL)
  useEffect(() => {
    const node = element.current
    if (!node) return
    const observer = new ResizeObserver(() => {
      const { position } = getComputedStyle(node)
      setReserved((before) => {
        if (position !== 'absolute') return NOTHING
        const [old] = before
        // It only grows: a shorter title must not make the map jump, and the next one may be long again.
        const width = Math.max(node.offsetWidth, old?.width ?? 0)
        const height = Math.max(node.offsetHeight, old?.height ?? 0)
        return old?.width === width && old.height === height ? before : [{ corner: 'top-left', width, height }]
      })
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return reserved
}
