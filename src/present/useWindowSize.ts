import { useEffect, useState } from 'react'
import type { StageSize } from './stage/geometry.ts'

/** The window's inner size in CSS pixels; one change a frame, however many the browser tells. */
export function useWindowSize(): StageSize {
  const [size, setSize] = useState<StageSize>(read)
  useEffect(() => {
    let frame = 0
    const measure = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() =>
        setSize((before) => {
          const now = read()
          return before.width === now.width && before.height === now.height ? before : now
        }),
      )
    }
    window.addEventListener('resize', measure)
    return () => {
      window.removeEventListener('resize', measure)
      cancelAnimationFrame(frame)
    }
  }, [])
  return size
}

/** Not smaller than a pixel: a window that is being opened may have no size yet. */
function read(): StageSize {
  return { width: Math.max(1, window.innerWidth), height: Math.max(1, window.innerHeight) }
}
