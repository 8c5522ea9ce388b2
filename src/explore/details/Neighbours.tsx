import { formatNumber } from '../../messages/format.ts'
import type { Place } from '../../model/place.ts'
import { recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './Neighbours.module.css'

/** Ways on from a place: a district's zones, a zone's districts, for the city the places outside that act in it. */
export function Neighbours({ place }: { readonly place: Place }) {
  const { catalog, words } = useAtlas()
  const [title, places] =
    place.kind === 'district'
      ? [words.details.zones, catalog.places.filter((p) => p.kind === 'zone' && p.parents.includes(place.code))]
      : place.kind === 'city'
        ? [words.details.outside, catalog.places.filter((p) => p.kind === 'outside')]
        : [
            words.details.kinds.district,
            catalog.places.filter((p) => p.kind === 'district' && place.parents.includes(p.code)),
          ]
  const counted = places
    .map((p) => ({ place: p, count: recordCounts(catalog.records).byPlace.get(p.code)?.total ?? 0 }))
    .sort((a, b) => b.count - a.count)
  if (counted.length === 0) return null
  const having = counted.filter(({ count }) => count > 0)
  const empty = counted.filter(({ count }) => count === 0)
  return (
    <section className={styles.neighbours}>
      <h3 className={styles.title}>{title}</h3>
      <Places places={having} />
      {empty.length > 0 && (
        <details className={styles.empty}>
          <summary>{words.details.emptyPlaces(empty.length)}</summary>
          <Places places={empty} />
        </details>
      )}
    </section>
  )
}

function Places({ places }: { readonly places: readonly { readonly place: Place; readonly count: number }[] }) {
  const { say, select, language } = useAtlas()
  return (
    <ul className={styles.list}>
      {places.map(({ place, count }) => (
        <li key={place.code}>
          <button
            type="button"
            className={styles.place}
            data-place={place.code}
            onClick={(event) => select(place.code, event.shiftKey)}
          >
            {say(place.name)}
            {count > 0 && <span className="figure">{formatNumber(count, language)}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
