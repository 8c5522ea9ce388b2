import { useEffect, useId, useRef, useState, type CSSProperties, type RefObject } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from './EmbedPreview.module.css'
import { useFrame } from './useFrame.ts'

/** Widths in CSS px that a page's column may have. */
const WIDTHS = ['320', '480', '720', 'full'] as const
export type PreviewWidth = (typeof WIDTHS)[number]

interface Props {
  /** Address of the embed. */
  readonly src: string
  /** CSS px, until and unless the embed tells another. */
  readonly height: number
  readonly width: PreviewWidth
  /** What the clerk should know of what is shown. */
  readonly notices: readonly string[]
  readonly onWidth: (width: PreviewWidth) => void
  /** Told every height that the embed asks for once its figures are there, CSS px. */
  readonly onHeight: (height: number) => void
}

/** The real embed in a frame as wide as a column of a page; one that is too wide for the dialog is drawn smaller. */
export function EmbedPreview({ src, height: usual, width, notices, onWidth, onHeight }: Props) {
  const { words, language } = useAtlas()
  const text = words.embedDialog
  const frame = useRef<HTMLIFrameElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const heading = useId()
  const room = useWidth(pane)
  const [run, setRun] = useState(0)
  const id = `${run} ${src}`
  const told = useFrame(frame, id)
  // Until its figures are there an embed is lower than it will be; following it down and up would make the dialog jump.
  const own = told.ready || told.error !== null ? told.height : null
  const height = own ?? usual
  useEffect(() => {
    // The code is for what stands on the left, not for what was pressed in the preview.
    if (own !== null && !told.changed) onHeight(own)
  }, [own, told.changed, onHeight])
  // jsdom and a dialog that is still closed have no room at all.
  const wide = width === 'full' ? room : Number(width)
  const scale = room > 0 && wide > room ? room / wide : 1
  const number = (n: number) => formatNumber(n, language)
  const all = told.error === null ? notices : [...notices, told.error]
  return (
    <section className={styles.preview} aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 id={heading}>{text.preview}</h3>
        <Segments
          label={text.width}
          part="embed-width"
          name="width"
          options={WIDTHS.map((one) => [one, text.widths[one]])}
          value={width}
          onChange={(chosen) => {
            onWidth(chosen)
            // What was pressed in it would be measured with it.
            if (told.changed) setRun(run + 1)
          }}
        />
        <p className={styles.size} role="status" data-part="embed-size">
          {own === null
            ? text.measuring
            : [
                text.size(number(Math.round(wide)), number(own)),
                ...(scale < 1 ? [text.scaled(`${number(Math.round(scale * 100))}%`)] : []),
              ].join(' · ')}
        </p>
      </div>
      <div className={styles.notices} role="status" data-part="embed-notices">
        {all.map((notice) => (
          <p key={notice} className={styles.notice}>
            <Icon name="warning" />
            <span>{notice}</span>
          </p>
        ))}
      </div>
      {/* It scrolls, and a frame that cannot be operated is no stop, so it is one itself: arrow keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={pane} className={styles.pane} role="group" aria-label={text.previewScroll} tabIndex={0}>
        <div className={styles.column} style={{ width: wide > 0 ? wide * scale : '100%', height: height * scale }}>
          {/* It is this very app: with what it needs to run it could leave a sandbox anyway, and browsers warn of that. */}
          {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
          <iframe
            // An address of its own for each: leading one frame from place to place would fill the tab's history.
            key={id}
            ref={frame}
            className={styles.frame}
            title={text.frame}
            src={src}
            data-part="embed-frame"
            data-ready={told.ready ? '' : undefined}
            style={frameStyle(wide, height, scale)}
          />
        </div>
      </div>
    </section>
  )
}

function frameStyle(width: number, height: number, scale: number): CSSProperties {
  return { width: width > 0 ? width : '100%', height, ...(scale < 1 && { transform: `scale(${scale})` }) }
}

/** @returns the width inside the element, CSS px; 0 before it is known */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const node = element.current
    if (node === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return width
}
