import { useEffect, type RefObject } from 'react'
import { framed } from '../view/framed.ts'
import { tellHost } from './host.ts'

/** Smaller changes are rounding, of ours or of a zoomed host's. */
const NOTICEABLE_PX = 2
/** A host that has not given the height by then will not. */
const PATIENCE_MS = 1000

/**
 * Tells the host how high the content is: the content's own box, which the frame's height has no part in, so that a host that does
 * as it is told, or adds something, is never told again because of it. Once a frame at most, and only what can be noticed.
 *
 * While the host is expected to give that height there is no scroll bar, which would take from the width and change the height; where
 * it gives less, what is below can be scrolled to.
 * @param content a box that is as high as what it holds
 */
export function useHeight(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const node = content.current
    if (!node || !framed()) return
    const { style } = document.documentElement
    let told = 0
    let frame: number | null = null
    let timer: ReturnType<typeof setTimeout> | null = null

    const judge = () => {
      timer = null
      style.overflowY = window.innerHeight < told - NOTICEABLE_PX ? 'auto' : 'hidden'
    }
    const judgeLater = () => {
      if (window.innerHeight >= told) judge()
      else timer ??= setTimeout(judge, PATIENCE_MS)
    }
    const tell = () => {
      frame = null
      const { width, height } = node.getBoundingClientRect()
      // Nobody sees it (`display: none`, a closed tab): its height then says nothing. On full screen it is the screen's.
      if (width === 0 || document.fullscreenElement !== null) return
      const whole = Math.ceil(height)
      if (Math.abs(whole - told) <= NOTICEABLE_PX) return
      told = whole
      tellHost({ type: 'resize', height: whole })
      judgeLater()
    }
    const observer = new ResizeObserver(() => {
      frame ??= requestAnimationFrame(tell)
    })
    style.overflowY = 'hidden'
    observer.observe(node)
    window.addEventListener('resize', judgeLater)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', judgeLater)
      if (frame !== null) cancelAnimationFrame(frame)
      if (timer !== null) clearTimeout(timer)
      style.removeProperty('overflow-y')
    }
  }, [content])
}
