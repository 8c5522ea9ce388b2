import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './CopyDialog.module.css'

interface Props {
  /** What the clipboard was refused; null: closed. */
  readonly text: string | null
  readonly onClose: () => void
}

/** Where the browser gives no clipboard: the rows in a box, marked, for the reader's own Ctrl+C. */
export function CopyDialog({ text, onClose }: Props) {
  const { words } = useAtlas()
  const { refused, refusedHint, refusedText, close } = words.figureTable
  const box = useRef<HTMLTextAreaElement>(null)
  return (
    <Dialog.Root open={text !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} initialFocus={box} data-part="copy-refused">
          <Dialog.Title className={styles.title}>{refused}</Dialog.Title>
          <Dialog.Description className={styles.hint}>{refusedHint}</Dialog.Description>
          <textarea
            ref={box}
            className={styles.text}
            readOnly
            spellCheck={false}
            wrap="off"
            aria-label={refusedText}
            value={text ?? ''}
            onFocus={(event) => event.target.select()}
          />
          <Dialog.Close className={styles.close}>{close}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
