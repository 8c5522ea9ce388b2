import { formatNumber, formatPeriod, formatQuantity } from '../messages/format.ts'
import { SourceBadge } from '../panels/figures/SourceBadge.tsx'
import type { ViewReading } from '../reading/useReading.ts'
import { viewRows } from '../reading/view-rows.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { DoubtMark } from '../ui/DoubtMark.tsx'
import { doubtsOf } from '../ui/doubts.ts'
import styles from './Chosen.module.css'

/** The figures of the places chosen on the map, each with its way to the source. */
export function Chosen({ shown }: { readonly shown: ViewReading }) {
  const atlas = useAtlas()
  const { view, words, language, say, names } = atlas
  if (view.places.length === 0) return null
  const rows = new Map(viewRows(shown.reading).map((row) => [row.place.code, row]))
  return (
    <ul className={styles.chosen} aria-label={words.embed.chosen} data-part="chosen">
      {view.places.map((code) => {
        const row = rows.get(code)
        const place = row?.place ?? names.place.get(code)
        const o = row?.chosen?.observation
        return (
          <li key={code} className={styles.place}>
            <span className={styles.name}>{place ? say(place.name) : code}</span>
            {o && row.chosen ? (
              <>
                <span className={styles.value}>{formatQuantity(o.quantity, language)}</span>
                <span className={styles.when}>{formatPeriod(o.period, language)}</span>
                <DoubtMark doubts={doubtsOf(o, row.chosen.conflicts, atlas)} />
                <SourceBadge observation={o} />
              </>
            ) : (
              <span className={styles.when}>
                {row && row.magnitude !== null ? formatNumber(row.magnitude, language) : words.embed.table.noFigure}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
