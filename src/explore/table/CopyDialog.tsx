import { useRef } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { Modal } from '../../ui/Modal.tsx'
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
  if (text === null) return null
  return (
    <Modal
      title={refused}
      hint={refusedHint}
      part="copy-refused"
      close={close}
      onClose={onClose}
      initialFocus={box}
      className={styles.popup}
    >
      <textarea
        ref={box}
        className={styles.text}
        readOnly
        spellCheck={false}
        wrap="off"
        aria-label={refusedText}
        value={text}
        onFocus={(event) => event.target.select()}
      />
    </Modal>
  )
}
