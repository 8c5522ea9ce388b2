import { useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { Part } from '../../ui/Part.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from '../../ui/ToolButton.module.css'

const SharePanel = lazily(async () => (await import('./SharePanel.tsx')).SharePanel)

/** Opens what hands the view on. */
export function ShareButton({ title }: { readonly title: string }) {
  const { words } = useAtlas()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-action="share"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="share" />
        <span>{words.share.open}</span>
      </button>
      {open && (
        <Part name={words.share.title} onClose={() => setOpen(false)}>
          <SharePanel title={title} onClose={() => setOpen(false)} />
        </Part>
      )}
    </>
  )
}
