import clsx from 'clsx'
import { useRef, useState, type ComponentType, type RefObject } from 'react'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Exhibit, ExhibitLater } from './exhibit.ts'
import styles from './ExportMenu.module.css'
import type { ExportPopupProps } from './ExportPopup.tsx'
import { askAgain } from '../ui/ask-again.ts'
import { askForLostStyles } from '../ui/lost-styles.ts'
import { keepingPage } from './keep-page.ts'

interface Props {
  readonly exhibit: Exhibit | ExhibitLater
  /** What stands on screen in its place, if anything; looked at when the menu opens. */
  readonly instead?: RefObject<Exhibit | null>
  /** Without its word, where many stand on a page. */
  readonly compact?: boolean
  readonly className?: string | undefined
}

/** Everything on screen can be taken away: opens the formats. Costs a button until it is pressed. */
export function ExportMenu({ exhibit, instead, compact = false, className }: Props) {
  const { words } = useAtlas()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<Exhibit | null>(null)
  // Kept here rather than by `lazy`: where it cannot be loaded, the button says so and tries again, and the page stays.
  const [Popup, setPopup] = useState<ComponentType<ExportPopupProps> | null>(null)
  const [failed, setFailed] = useState(false)
  const press = () => {
    setFailed(false)
    const wanted = instead?.current ?? exhibit
    const opening = async () => {
      await askForLostStyles()
      const [loaded, made] = await keepingPage(async () =>
        Promise.all([import('./ExportPopup.tsx'), 'make' in wanted ? wanted.make() : wanted]),
      )
      setPopup(() => loaded.ExportPopup)
      setOpen(made)
    }
    void (failed ? askAgain(opening) : opening()).catch(() => setFailed(true))
  }
  return (
    <div className={styles.menu}>
      <button
        ref={button}
        type="button"
        className={clsx(styles.button, compact && styles.compact, className)}
        data-action="export"
        aria-haspopup="dialog"
        aria-expanded={open !== null}
        aria-label={words.export.menuLabel(exhibit.title)}
        onClick={press}
      >
        <Icon name="download" />
        {!compact && <span>{words.export.menu}</span>}
      </button>
      {failed && (
        <p className={styles.failed} role="alert">
          {words.export.failed.load}
        </p>
      )}
      {open && Popup && <Popup exhibit={open} anchor={button} onClose={() => setOpen(null)} />}
    </div>
  )
}
