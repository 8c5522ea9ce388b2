import clsx from 'clsx'
import { RECORDS } from '../model/view.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './IndicatorPicker.module.css'

/** The picker's face while its code is on the way, and on the page that the build writes. */
export function IndicatorButton() {
  const { words } = useAtlas()
  return (
    <button type="button" className={styles.trigger} aria-label={words.toolbar.indicator} disabled>
      <IndicatorName />
      <Icon name="caret" className={styles.caret} />
    </button>
  )
}

/** Name of the chosen indicator; the overview has its own. */
export function IndicatorName({ className }: { readonly className?: string }) {
  const { names, view, words, say } = useAtlas()
  const indicator = names.indicator.get(view.indicator)
  return (
    <span className={clsx(styles.name, className)}>
      {view.indicator === RECORDS || !indicator ? words.map.recordsName : say(indicator.name)}
    </span>
  )
}
