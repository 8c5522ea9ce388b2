import { Slider } from '@base-ui/react/slider'
import type { ReactElement } from 'react'
import type { Years } from '../../model/period.ts'
import styles from './Timeline.module.css'
import type { TimelineWords } from './words.ts'

interface Props {
  readonly first: number
  readonly last: number
  /** The selected part of the axis; null: the filter covers none of it. */
  readonly range: Years | null
  readonly words: TimelineWords
  readonly onChange: (range: Years, final: boolean) => void
}

/** Shift and the page keys move a thumb by so many years. */
const LARGE_STEP = 5

/**
 * The ends of the range, for the keyboard and for fine work. They stand at the edges of years, so even a single year leaves them
 * apart: the slider counts edges, from `first` to `last + 1`, and the end thumb at edge 2026 speaks "2025".
 */
export function Thumbs({ first, last, range, words, onChange }: Props): ReactElement {
  const edges = range ? [range.from, range.to + 1] : [first, last + 1]
  return (
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
  )
}

function yearsOf(edges: readonly number[]): Years {
  const [from = 0, end = 0] = edges
  return { from, to: end - 1 }
}
