import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Height } from './heights.ts'

/**
 * The explorer's sheet: how high it stands, and whether there is one at all, which the style sheet decides. A place that is
 * selected raises a sheet that lies low, and is kept in sight above it.
 * @param places codes of the selected places
 */
export function useSheet(places: readonly string[]) {
  const sheet = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [isSheet, setIsSheet] = useState(stillIsSheet)
  const [height, setHeight] = useState<Height>(places.length > 0 ? 'half' : 'peek')
  const key = places.join()
  const [seen, setSeen] = useState(key)
  if (seen !== key) {
    setSeen(key)
    if (key !== '' && height === 'peek') setHeight('half')
  }

  useLayoutEffect(() => {
    const node = sheet.current
    if (!node || typeof ResizeObserver === 'undefined') return
    const look = () => setIsSheet(liesOver(node))
    // It looks by itself when the page has been laid out; asking before would have it laid out once more.
    const observer = new ResizeObserver(look)
    observer.observe(document.documentElement)
    return () => observer.disconnect()
  }, [])

  const last = places.at(-1) ?? null
  useEffect(() => {
    const node = stage.current
    const around = node?.parentElement
    if (!node || !around) return
    const settle = () => {
      const half = isSheet && height === 'half'
      const room = half ? around.clientHeight : 0
      const lift = half && last !== null ? liftOf(node, last) : 0
      // What stands at the map's foot stands above the sheet.
      const covered = half ? Math.max(0, node.clientHeight - lift - room / 2) : 0
      node.style.setProperty('--lift', `${Math.round(lift)}px`)
      node.style.setProperty('--covered', `${Math.round(covered)}px`)
    }
    if (!isSheet || typeof ResizeObserver === 'undefined') {
      settle()
      return
    }
    // Bars above that come later, or wrap, take room from map and sheet. It looks by itself the first time, too, as above.
    const observer = new ResizeObserver(settle)
    observer.observe(around)
    return () => observer.disconnect()
  }, [isSheet, height, last])

  return { sheet, stage, isSheet, height, setHeight }
}

function liesOver(sheet: Element): boolean {
  return getComputedStyle(sheet).position === 'absolute'
}

/** What the build's page shows in the meantime is laid out as this one will be. */
function stillIsSheet(): boolean {
  const still = typeof document === 'undefined' ? null : document.querySelector('[data-part="sheet"][data-still]')
  return still !== null && liesOver(still)
}

/** @returns by how much the map must go up, in px, so that a place stands in the middle of what a sheet at half height leaves. */
function liftOf(stage: HTMLElement, code: string): number {
  const place = stage.querySelector(`[role="option"][data-place="${CSS.escape(code)}"]`)
  const room = stage.parentElement?.clientHeight ?? 0
  if (!place || room === 0) return 0
  const box = place.getBoundingClientRect()
  const lifted = Number.parseFloat(stage.style.getPropertyValue('--lift')) || 0
  const middle = box.top + box.height / 2 + lifted - stage.getBoundingClientRect().top
  return Math.max(0, Math.min(middle - room / 4, stage.clientHeight - room / 2))
}
