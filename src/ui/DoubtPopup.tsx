import { Tooltip } from '@base-ui/react/tooltip'
import { useAtlas } from './atlas.tsx'
import styles from './DoubtMark.module.css'
import type { Doubt } from './doubts.ts'

export interface DoubtPopupProps {
  readonly doubts: readonly Doubt[]
  readonly anchor: HTMLElement
  /** The pointer is over the text. */
  readonly onStay: () => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** The text of a `DoubtMark`. The mark's name says the same, so it is hidden from assistive technology. */
export function DoubtPopup({ doubts, anchor, onStay, onLeave, onClose }: DoubtPopupProps) {
  const { words } = useAtlas()
  return (
    <Tooltip.Root open onOpenChange={(next) => !next && onClose()}>
      <Tooltip.Portal>
        <Tooltip.Positioner className={styles.positioner} anchor={anchor} sideOffset={4} collisionPadding={8}>
          <Tooltip.Popup
            className={styles.popup}
            role="tooltip"
            aria-hidden="true"
            data-doubts=""
            onPointerEnter={onStay}
            onPointerLeave={onLeave}
          >
            {doubts.map(({ kind, lines }) => (
              <div key={kind} className={styles.doubt}>
                <p className={styles.kind}>{words.doubts.kinds[kind]}</p>
                <p>{words.doubts.explained[kind]}</p>
                {lines.length > 0 && (
                  <ul className={styles.lines}>
                    {lines.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
