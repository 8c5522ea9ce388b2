import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useMemo } from 'react'
import type { Observation } from '../model/observation.ts'
import { useParents } from '../pack/parents.ts'
import { useAtlas } from './atlas.tsx'
import styles from './DoubtMark.module.css'
import { partLine, type Doubt } from './doubts.ts'

interface DoubtPopupProps {
  readonly doubts: readonly Doubt[]
  readonly anchor: HTMLElement
  /** For what the mark's name does not say: an element's id. */
  readonly id: string
  /** How often the mark was pressed: each time what could not be loaded is tried again. */
  readonly presses: number
  /** The pointer is over the text. */
  readonly onStay: () => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/**
 * The text of a `DoubtMark`. The mark's name says the same, and its description what is loaded with the text, so it is hidden from
 * assistive technology.
 */
export function DoubtPopup({ doubts, anchor, id, presses, onStay, onLeave, onClose }: DoubtPopupProps) {
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
            {doubts.map(({ kind, lines, figure }) => (
              <div key={kind} className={styles.doubt}>
                <p className={styles.kind}>{words.doubts.kinds[kind]}</p>
                <p>{words.doubts.explained[kind]}</p>
                {figure ? (
                  <Parts id={id} figure={figure} names={lines} presses={presses} />
                ) : (
                  lines.length > 0 && <Lines lines={lines} />
                )}
              </div>
            ))}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

interface PartsProps extends Pick<DoubtPopupProps, 'id' | 'presses'> {
  readonly figure: Observation
  readonly names: readonly string[]
}

/** What a derived figure is computed from, by name until the figures are there. */
function Parts({ id, figure, names, presses }: PartsProps) {
  const atlas = useAtlas()
  const { words, catalog } = atlas
  const { found, pending, error, retry } = useParents(
    catalog,
    useMemo(() => [figure], [figure]),
  )
  useEffect(() => {
    if (presses > 0) retry()
  }, [presses, retry])
  const isThere = !pending && error === null
  const lines = figure.parents.flatMap((parent) => found.get(parent) ?? []).map((o) => partLine(o, atlas, figure.place))
  return (
    <div id={id} data-parts={isThere ? 'there' : pending ? 'loading' : 'lost'}>
      <Lines lines={isThere ? lines : names} />
      {!isThere && <p>{pending ? words.doubts.loading : words.doubts.lostMark}</p>}
    </div>
  )
}
