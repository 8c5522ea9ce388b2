import { useEffect, useState, type RefObject } from 'react'

/** So far beyond the window, and beyond a panel that scrolls by itself, a chart is drawn: it stands before a hand is there. */
const MARGIN = '100% 0px'
/** React shows what has come in a task of its own, ms. */
const SHOWN_MS = 60

/** Charts that wait until they come near. */
const waiting = new Set<() => void>()

/**
 * @returns whether the element has been near the window once. What is far below costs neither its library nor its drawing until
 * somebody goes there; where the browser cannot tell, everything is near.
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (element.current === null || near) return
    const show = () => setNear(true)
    if (typeof IntersectionObserver === 'undefined') return show()
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && show(), {
      rootMargin: MARGIN,
      // Browsers that do not know it draw what is in a panel's sight.
      scrollMargin: MARGIN,
    })
    observer.observe(element.current)
    waiting.add(show)
    return () => {
      observer.disconnect()
      waiting.delete(show)
    }
  }, [element, near])
  return near
}

/** Draws every chart on the page, wherever it is. @returns when they stand; also where their library cannot be had */
export async function drawAll(): Promise<void> {
  for (const show of waiting) show()
  // Each chart says by itself that it has failed.
  await import('./EChart.tsx').catch(() => {})
  await new Promise((resolve) => {
    setTimeout(resolve, SHOWN_MS)
  })
}
