import { Dialog } from '@base-ui/react/dialog'
import clsx from 'clsx'
import type { ReactNode, RefObject } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Modal.module.css'
import { useFocusBack } from './useFocusBack.ts'

interface Props {
  readonly title: ReactNode
  /** Above the title: what kind of thing it is. */
  readonly lead?: string
  /** Below the title: what it is for. */
  readonly hint?: string
  /** Public name: `data-part`. */
  readonly part: string
  /** Further public names. */
  readonly data?: Readonly<Record<`data-${string}`, string | undefined>>
  /** Name of the button that closes it. */
  readonly close: string
  readonly onClose: () => void
  /** What gets the focus first; else the first that can. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Where the focus goes in the end; else where it was. */
  readonly finalFocus?: () => HTMLElement | false | null
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A dialog over the page, open as long as it is mounted. It keeps the focus, closes by Escape, and gives the focus back. */
export function Modal(props: Props) {
  const { title, lead, hint, part, data, close, onClose, initialFocus, className, children } = props
  const focusBack = useFocusBack()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={clsx(styles.popup, className)}
          data-part={part}
          {...data}
          {...(initialFocus && { initialFocus })}
          finalFocus={props.finalFocus ?? focusBack}
        >
          {lead !== undefined && <p className={styles.hint}>{lead}</p>}
          <Dialog.Title className={styles.title}>{title}</Dialog.Title>
          {hint !== undefined && <Dialog.Description className={styles.hint}>{hint}</Dialog.Description>}
          {children}
          <Dialog.Close className={styles.close} aria-label={close}>
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
