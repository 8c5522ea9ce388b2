import { PLACE_MARKERS } from '../../charts/place-marks.ts'
import styles from './PlaceMark.module.css'

/** A place's marker in its colour, as the charts draw it. Decoration: its name stands beside it. */
export function PlaceMark({ slot }: { readonly slot: number }) {
  const points = PLACE_MARKERS[slot]?.points ?? null
  return (
    <svg className={styles.mark} viewBox="-1.5 -1.5 3 3" aria-hidden="true" style={{ color: `var(--place-${slot})` }}>
      {points === null ? (
        <circle r="1" fill="currentColor" />
      ) : (
        <polygon points={points.map((point) => point.join(',')).join(' ')} fill="currentColor" />
      )}
    </svg>
  )
}
