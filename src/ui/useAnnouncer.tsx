import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'

/** A polite live region: what is said is read out once. */
export function useAnnouncer(): { announce: (text: string) => void; region: ReactNode } {
  const [said, setSaid] = useState('')
  const flip = useRef(false)
  const announce = useCallback((text: string) => {
    // The same sentence twice is no change to a screen reader; an invisible difference makes it one.
    flip.current = !flip.current
    setSaid(flip.current ? text : `${text}\u200B`)
  }, [])
  const region = useMemo(
    () => (
      <div className="visually-hidden" role="status" aria-live="polite" data-region="announcements">
        {said}
      </div>
    ),
    [said],
  )
  return { announce, region }
}
