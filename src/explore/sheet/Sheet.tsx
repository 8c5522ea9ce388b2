import { useEffect, useEffectEvent, useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { afterLayout } from '../../ui/after-layout.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { HEIGHTS, nextHeight, stepHeight, type Height } from './heights.ts'
import styles from './Sheet.module.css'
import { useSheetDrag } from './useSheetDrag.ts'

interface Props {
  readonly sheet: RefObject<HTMLDivElement | null>
  readonly height: Height
  readonly onHeight: (height: Height) => void
  /** A picture alone: its head is no button. */
  readonly still: boolean
  /** What shows at every height: who is shown. */
  readonly title: string
  /** One line below it: what the map says of it. */
  readonly line: string
  readonly children: ReactNode
}

/**
 * On narrow screens a sheet over the map, at one of three heights; elsewhere no box at all, and what is in it lies in the grid
 * around. No dialog: the map beside it stays in use. Its head is dragged, or pressed as a button, or moved by arrow keys.
 */
export function Sheet({ sheet, height, onHeight, still, title, line, children }: Props) {
  const { words } = useAtlas()
  const said = words.surfaces.sheet
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const stops = () => stopsOf(sheet.current)
  const drag = useSheetDrag(sheet, stops, onHeight)

  // Another place: its page from the top, as far down as it begins.
  const toPage = useEffectEvent(() => {
    const node = body.current
    const details = node?.querySelector<HTMLElement>('[data-region="details"]')
    if (!node || !details || height === 'peek') return
    return afterLayout(node, () => {
      node.scrollTop = details.offsetTop
    })
  })
  // Not again when the height changes: the reader may have scrolled.
  useEffect(() => toPage(), [title])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowUp: stepHeight(height, 1),
      ArrowDown: stepHeight(height, -1),
      Home: HEIGHTS[0],
      End: HEIGHTS[HEIGHTS.length - 1],
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onHeight(to)
  }
  const head = (
    <>
      <span className={styles.grip} />
      <span className={styles.title}>{title}</span>
      <span className={styles.line}>{line}</span>
    </>
  )
  return (
    <div ref={sheet} className={styles.sheet} data-part="sheet" data-height={height} data-still={still || undefined}>
      {still ? (
        <p className={styles.head} aria-hidden="true">
          {head}
        </p>
      ) : (
        <button
          type="button"
          className={styles.head}
          data-action="sheet"
          aria-expanded={height !== 'peek'}
          aria-controls={id}
          aria-label={`${said.handle(title, said.heights[height])}. ${line}`}
          onClick={() => onHeight(nextHeight(height))}
          onKeyDown={onKeyDown}
          {...drag}
        >
          {head}
        </button>
      )}
      <div ref={body} id={id} className={styles.body}>
        {children}
      </div>
    </div>
  )
}

/** The heights in px, as the style sheet has them. */
function stopsOf(node: HTMLElement | null): Readonly<Record<Height, number>> {
  const room = node?.parentElement?.clientHeight ?? 0
  const peek = node?.firstElementChild instanceof HTMLElement ? node.firstElementChild.offsetHeight : 0
  return { peek, half: room / 2, full: room }
}
