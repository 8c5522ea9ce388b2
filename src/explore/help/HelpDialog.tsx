import { Tabs } from '@base-ui/react/tabs'
import { useAtlas } from '../../ui/atlas.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { AboutData } from './AboutData.tsx'
import styles from './Help.module.css'
import { Keys } from './Keys.tsx'
import { HELP_TABS, type HelpTab } from './tabs.ts'

interface Props {
  readonly tab: HelpTab
  readonly onTab: (tab: HelpTab) => void
  readonly onClose: () => void
}

/** About the data, and the keys. */
export function HelpDialog({ tab, onTab, onClose }: Props) {
  const { words } = useAtlas()
  const text = words.help
  return (
    <Modal title={text.title} part="help" close={text.close} onClose={onClose}>
      <Tabs.Root value={tab} onValueChange={(value: HelpTab) => onTab(value)}>
        <Tabs.List className={styles.tabs}>
          {HELP_TABS.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab} data-help-tab={one}>
              {text.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="about" className={styles.panel}>
          <AboutData onClose={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="keys" className={styles.panel}>
          <Keys />
        </Tabs.Panel>
      </Tabs.Root>
    </Modal>
  )
}
