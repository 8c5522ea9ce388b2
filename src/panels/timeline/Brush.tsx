import { Slider } from '@base-ui/react/slider'
import { useRef, type PointerEvent, type ReactElement } from 'react'
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

/** Shift and the page keys move a thumb by so many years. */
const LARGE_STEP = 5

/**
 * A range of years over the bars. Thumbs stand at the edges of years, so even a single year leaves them apart: the slider
 * counts edges, from `first` to `last + 1`, and the end thumb at edge 2026 speaks "2025". On the bars themselves a click takes
 * one year, a drag takes a range, a double click takes all.
 */
export function Brush({ first, last, range, filtered, words, onChange, onHover }: BrushProps): ReactElement {
  const area = useRef<HTMLDivElement>(null)
  const drag = useRef<{ anchor: number; moved: boolean } | null>(null)
  const count = last - first + 1
  const edges = range ? [range.from, range.to + 1] : [first, last + 1]

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
      <Slider.Root
        className={styles.slider}
        value={edges}
        min={first}
        max={last + 1}
        step={1}
        largeStep={LARGE_STEP}
        minStepsBetweenValues={1}
        thumbCollisionBehavior="none"
        onValueChange={(value) => onChange(yearsOf(value), false)}
        onValueCommitted={(value) => onChange(yearsOf(value), true)}
      >
        <Slider.Control className={styles.control}>
          <Slider.Track className={styles.track}>
            <Slider.Thumb
              className={styles.thumb}
              index={0}
              getAriaLabel={() => words.first}
              getAriaValueText={(_, edge) => String(edge)}
            />
            <Slider.Thumb
              className={styles.thumb}
              index={1}
              getAriaLabel={() => words.last}
              getAriaValueText={(_, edge) => String(edge - 1)}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </>
  )
}

function yearsOf(edges: readonly number[]): Years {
  const [from = 0, end = 0] = edges
  return { from, to: end - 1 }
}
