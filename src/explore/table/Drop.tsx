import { Popover } from '@base-ui/react/popover'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Drop.module.css'

interface Props {
  readonly label: string
  /** What is set: shown beside the label, and the button looks in use. */
  readonly chosen?: number
  /** The label with what is set, for the ear. */
  readonly spoken?: string
  readonly part: string
  readonly children: ReactNode
}

/** A button that opens a small panel of choices. */
export function Drop({ label, chosen = 0, spoken, part, children }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger
        className={clsx(styles.trigger, chosen > 0 && styles.used)}
        data-action="open-filter"
        data-filter={part}
        aria-label={chosen > 0 ? spoken : undefined}
      >
        <span>{label}</span>
        {chosen > 0 && <span className={styles.chosen}>{chosen}</span>}
        <Icon name="caret" className={styles.caret} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} align="start" sideOffset={4} collisionPadding={8}>
          <Popover.Popup className={styles.popup} aria-label={label} data-part="filter">
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
