import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** @returns whether the page is being printed: what is laid out for scrolling is then laid out for paper. */
export function usePaper(): boolean {
  const [paper, setPaper] = useState(false)
  useEffect(() => {
    // The browser takes its picture right after the event.
    const before = () => flushSync(() => setPaper(true))
    const after = () => setPaper(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return paper
}
