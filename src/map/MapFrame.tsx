import clsx from 'clsx'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { isHome, ZOOM_STEP } from './camera.ts'
import type { MapProps, Stage } from './stage.ts'
import css from './MapFrame.module.css'
import map from './Map.module.css'

interface Props extends Pick<MapProps, 'words' | 'still' | 'buttons' | 'notice' | 'className'> {
  readonly stage: Stage
  readonly renderer: 'svg' | 'webgl'
  /** Shown over the map for a moment: how to move it. */
  readonly hint?: string | null
  readonly children: ReactNode
}

const NO_LINES: readonly string[] = []

/** The box of a map with what is HTML in it: zoom buttons, tooltip, notice. The drawing is the children. */
export function MapFrame({
  stage,
  renderer,
  words,
  still = false,
  buttons = true,
  notice = NO_LINES,
  className,
  hint = null,
  children,
}: Props) {
  const listeners = still
    ? {}
    : {
        onPointerMove: stage.onPointerMove,
        onPointerLeave: stage.onPointerLeave,
        onPointerDown: stage.onPointerDown,
        onClick: stage.onClick,
      }
  return (
    <div ref={stage.frame} className={clsx(map.frame, className)} data-map-renderer={renderer} {...listeners}>
      {children}
      {!still && buttons && <ZoomButtons stage={stage} words={words} />}
      {notice.length > 0 && <Notice lines={notice} />}
      {hint !== null && (
        <p className={css.hint} aria-hidden="true">
          {hint}
        </p>
      )}
      {!still && <Tooltip stage={stage} />}
    </div>
  )
}

/** What must stand on every map: that it is schematic, where its boundaries come from, its review number. */
export function Notice({ lines }: { readonly lines: readonly string[] }) {
  return (
    <p className={css.notice}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  )
}

function ZoomButtons({ stage, words }: { readonly stage: Stage; readonly words: Props['words'] }) {
  const home = isHome(stage.view)
  return (
    <div role="group" aria-label={words.zoom} className={css.zoom}>
      <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => stage.zoomBy(ZOOM_STEP)}>
        <Icon d="M8 3v10M3 8h10" />
      </button>
      <button
        type="button"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        aria-disabled={home}
        onClick={() => stage.zoomBy(1 / ZOOM_STEP)}
      >
        <Icon d="M3 8h10" />
      </button>
      <button type="button" aria-label={words.reset} title={words.reset} aria-disabled={home} onClick={stage.goHome}>
        <Icon d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
      </button>
    </div>
  )
}

function Icon({ d }: { readonly d: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={d} />
    </svg>
  )
}

/** Follows the pointer, or stands beside the focused place; never leaves the map. Text nodes only. */
function Tooltip({ stage }: { readonly stage: Stage }) {
  const node = useRef<HTMLDivElement>(null)
  const size = useRef<{ readonly text: string; readonly width: number; readonly height: number } | null>(null)
  const { tip, layout } = stage
  const [first, ...more] = tip?.item.lines ?? []
  const lines = tip ? [first ?? tip.item.label, ...new Set(more)] : []
  // A map of another size may be set in other type.
  const text = tip ? [tip.item.name, ...lines, layout.width].join('\n') : ''
  useLayoutEffect(() => {
    const box = node.current
    if (!box || !tip) return
    // Asked once a text: each question has the whole page laid out before the answer is painted.
    if (size.current?.text !== text) size.current = { text, width: box.offsetWidth, height: box.offsetHeight }
    const { width, height } = size.current
    const [x, y] = tip.at
    const right = x + tip.gap + width <= layout.width - 4
    const below = y + tip.gap + height <= layout.height - 4
    const left = Math.max(4, Math.min(layout.width - width - 4, right ? x + tip.gap : x - tip.gap - width))
    const top = Math.max(4, Math.min(layout.height - height - 4, below ? y + tip.gap : y - tip.gap - height))
    box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
  }, [tip, layout, text])
  if (!tip) return null
  return (
    <div ref={node} className={css.tooltip} data-part="tooltip" aria-hidden="true">
      <strong>{tip.item.name}</strong>
      {lines.map((line, i) => (
        <span key={line} className={i === 0 ? css.figure : undefined}>
          {line}
        </span>
      ))}
    </div>
  )
}
