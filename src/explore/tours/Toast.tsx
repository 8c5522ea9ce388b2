import { useEffect, useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './ToursTools.module.css'

/** How long a line stands when nobody points at it; it is also read out, and what it offers is in the dialog too. */
const STANDS_MS = 10_000

interface Props {
  readonly text: string
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly name: string; readonly run: () => void } | undefined
  readonly onClose: () => void
}

/** A line over the page that tells what was just done, and goes by itself. */
export function Toast({ text, action, onClose }: Props) {
  const { words } = useAtlas()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(onClose, STANDS_MS)
    return () => clearTimeout(timer)
  }, [held, text, onClose])
  return (
    <div
      className={styles.toast}
      data-part="tour-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      {action && (
        <button type="button" className={styles.toastAction} data-action={action.name} onClick={action.run}>
          {action.label}
        </button>
      )}
      <button
        type="button"
        className={styles.toastClose}
        data-action="close-toast"
        aria-label={words.tours.dismiss}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
