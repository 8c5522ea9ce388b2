import { useDeferredValue, useRef, type PointerEvent, type ReactElement } from 'react'
import { Part } from '../../ui/Part.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { cssVars } from '../../charts/css-vars.ts'
import type { Years } from '../../model/period.ts'
import styles from './Timeline.module.css'
import type { TimelineWords } from './words.ts'
import { sameYears } from './years.ts'

export interface BrushProps {
  readonly first: number
  readonly last: number
  /** The selected part of the axis; null: the filter covers none of it. */
  readonly range: Years | null
  /** A filter holds, so its part of the bars is tinted. */
  readonly filtered: boolean
  readonly words: TimelineWords
  /** `null`: all years. */
  readonly onChange: (range: Years | null, final: boolean) => void
  /** The year under the pointer. */
  readonly onHover: (year: number | null) => void
}

// The bars take clicks and drags from the first moment; the thumbs are for keys and fine work.
const Thumbs = lazily(async () => (await import('./Thumbs.tsx')).Thumbs)

/**
 * A range of years over the bars, with a thumb at either end. On the bars themselves a click takes one year, a drag takes a
 * range, a double click takes all.
 */
export function Brush({ first, last, range, filtered, words, onChange, onHover }: BrushProps): ReactElement {
  const area = useRef<HTMLDivElement>(null)
  const drag = useRef<{ anchor: number; moved: boolean } | null>(null)
  const count = last - first + 1
  // What they are made of comes after the first view.
  const thumbs = useDeferredValue(true, false)

  const yearAt = (event: PointerEvent): number => {
    const box = area.current?.getBoundingClientRect()
    if (!box || box.width === 0) return first
    return Math.min(last, Math.max(first, first + Math.floor(((event.clientX - box.left) / box.width) * count)))
  }
  const ranged = (event: PointerEvent): Years => {
    const anchor = drag.current?.anchor ?? first
    const year = yearAt(event)
    return { from: Math.min(anchor, year), to: Math.max(anchor, year) }
  }

  return (
    <>
      {range && filtered && (
        <span
          className={styles.selection}
          style={cssVars({ '--from': (range.from - first) / count, '--width': (range.to - range.from + 1) / count })}
        />
      )}
      <div
        ref={area}
        className={styles.area}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          // Keeps the drag when the pointer leaves the bars; not every environment captures.
          event.currentTarget.setPointerCapture?.(event.pointerId)
          drag.current = { anchor: yearAt(event), moved: false }
        }}
        onPointerMove={(event) => {
          onHover(yearAt(event))
          if (!drag.current) return
          if (yearAt(event) !== drag.current.anchor) drag.current.moved = true
          if (drag.current.moved) onChange(ranged(event), false)
        }}
        onPointerUp={(event) => {
          if (!drag.current) return
          const chosen = ranged(event)
          const again = !drag.current.moved && filtered && sameYears(chosen, range)
          drag.current = null
          // The second click of a double click decides nothing new.
          if (!again) onChange(chosen, true)
        }}
        onPointerCancel={() => {
          drag.current = null
        }}
        onPointerLeave={() => onHover(null)}
        onDoubleClick={() => onChange(null, true)}
      />
      {thumbs && (
        <Part name={words.label}>
          <Thumbs first={first} last={last} range={range} words={words} onChange={onChange} />
        </Part>
      )}
    </>
  )
}
