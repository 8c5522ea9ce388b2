import clsx from 'clsx'
import type { CSSProperties } from 'react'
import type { Role } from '../model/observation.ts'
import { textWidth } from './labels.ts'
import type { MapWords } from './words.ts'
import css from './Legend.module.css'

export interface LegendClass {
  /** Step of the role's ramp, 0…4. */
  readonly step: number
  /** Least and greatest value in the class, written without the unit. */
  readonly from: string
  readonly to: string
  /** How many places are in it. */
  readonly count: number
}

interface Props {
  readonly role: Role
  readonly classes: readonly LegendClass[]
  readonly noData: { readonly label: string; readonly count: number }
  readonly unit: string
  /** How the classes were found; empty or absent where that needs no word. */
  readonly note?: string
  /** Swatches and breaks alone, where the room is short. */
  readonly brief?: boolean
  readonly words: Pick<MapWords, 'legend' | 'places'>
  readonly className?: string | undefined
}

/** Real breaks and counts: each swatch names the values in it and how many places have them; "no data" stands apart, hatched. */
export function Legend({ role, classes, noData, unit, note, brief = false, words, className }: Props) {
  // Few values have a class each and are named in its middle; otherwise a break stands where one class ends and the next begins.
  const single = classes.every((c) => c.from === c.to)
  const last = classes.at(-1)?.step
  return (
    <figure className={clsx(css.legend, brief && css.brief, className)} aria-label={words.legend}>
      <ol
        className={clsx(css.scale, single && css.single)}
        style={{ '--classes': Math.max(1, classes.length) } as CSSProperties}
      >
        {classes.map(({ step, from, to, count }, at) => (
          <li key={step} style={{ '--need': needOf(classes, at, single) } as CSSProperties}>
            <svg className={css.swatch} aria-hidden="true">
              <rect width="100%" height="100%" fill={`var(--ramp-${role}-${step})`} />
            </svg>
            <span className={css.values}>
              <span className={css.from}>{from}</span>
              {!single && step === last && from !== to && <span>{to}</span>}
            </span>
            {!brief && <span className={css.count}>{words.places(count)}</span>}
          </li>
        ))}
        {noData.count > 0 && (
          <li className={css.none}>
            <span className={clsx(css.swatch, css.hatch)} aria-hidden="true" />
            <span className={css.values}>{noData.label}</span>
            {!brief && <span className={css.count}>{words.places(noData.count)}</span>}
          </li>
        )}
      </ol>
      {!brief && (unit !== '' || note) && (
        <figcaption className={css.caption}>
          {unit !== '' && <span>{unit}</span>}
          {note && <span>{note}</span>}
        </figcaption>
      )}
    </figure>
  )
}

/**
 * @returns how wide a class must be for its numbers, em. A break has one half of itself in each of its classes; the first and the last
 * number have no other to stand in.
 */
function needOf(classes: readonly LegendClass[], at: number, single: boolean): number {
  const from = textWidth(classes[at]?.from ?? '')
  if (single) return from
  const next = classes[at + 1]
  return (
    (at === 0 ? from : from / 2) + (next === undefined ? textWidth(classes[at]?.to ?? '') : textWidth(next.from) / 2)
  )
}
