import clsx from 'clsx'
import { RECORDS } from '../model/view.ts'
import { useAtlas, useLatest } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './IndicatorPicker.module.css'
import { listButton } from './list-button.ts'

interface Props {
  /** A hand or the focus is on it: it may soon be opened. */
  readonly onNear?: () => void
  readonly onOpen?: () => void
}

/** The picker's face until it is asked for the first time, and on the page that the build writes. */
export function IndicatorButton({ onNear, onOpen }: Props) {
  const { words } = useAtlas()
  return (
    <button
      type="button"
      {...listButton(onNear, onOpen)}
      className={styles.trigger}
      data-action="pick-indicator"
      aria-label={words.toolbar.indicator}
    >
      <IndicatorName />
      <Icon name="caret" className={styles.caret} />
    </button>
  )
}

/** Name of the chosen indicator; the overview has its own. */
export function IndicatorName({ className }: { readonly className?: string }) {
  const { names, view, words, say } = useLatest()
  const indicator = names.indicator.get(view.indicator)
  return (
    <span className={clsx(styles.name, className)}>
      {view.indicator === RECORDS || !indicator ? words.map.recordsName : say(indicator.name)}
    </span>
  )
}
