import { useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { Part } from '../../ui/Part.tsx'
import { lazily } from '../../ui/lazily.tsx'
import styles from './Help.module.css'
import type { HelpTab } from './tabs.ts'
import { useShortcuts } from './useShortcuts.ts'

const HelpDialog = lazily(async () => (await import('./HelpDialog.tsx')).HelpDialog)

/** The "?" of the header: what the data are and which keys there are. */
export function Help() {
  const { words } = useAtlas()
  const [tab, setTab] = useState<HelpTab | null>(null)
  useShortcuts(() => setTab('keys'))
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-action="help"
        aria-haspopup="dialog"
        aria-label={words.help.open}
        onClick={() => setTab('about')}
      >
        <span aria-hidden="true">?</span>
      </button>
      {tab !== null && (
        <Part name={words.help.open} onClose={() => setTab(null)}>
          <HelpDialog tab={tab} onTab={setTab} onClose={() => setTab(null)} />
        </Part>
      )}
    </>
  )
}
