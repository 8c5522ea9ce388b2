import { formatPeriod, formatQuantity, formatNumber } from '../messages/format.ts'
import type { PlaceReading } from '../map/reading.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { explain } from '../ui/explain.ts'
import { Failure } from '../ui/Failure.tsx'
import { SourceBadge } from './SourceBadge.tsx'
import styles from './TablePanel.module.css'
import type { ViewReading } from './useReading.ts'

/** What the map shows, as a table: the whole city, every district, the zones with a figure. */
export function TablePanel({ shown }: { readonly shown: ViewReading }) {
  const { words } = useAtlas()
  const { reading, composition } = shown
  const rows = [...(reading.city ? [reading.city] : []), ...reading.districts, ...reading.zones, ...reading.outside]
  return (
    <section className={styles.panel} data-region="table" aria-label={words.toolbar.shows.table}>
      <h2 className={styles.title}>{composition.title}</h2>
      <p className={styles.subtitle}>{composition.subtitle}</p>
      {shown.error && (
        <Failure
          title={words.pack.title}
          detail={explain(shown.error, words)}
          action={words.state.retry}
          onAction={shown.retry}
        />
      )}
      <table className={styles.table}>
        <caption className="visually-hidden">{words.table.caption(composition.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.place}</th>
            <th scope="col" className={styles.kind}>
              {words.table.kind}
            </th>
            <th scope="col" className={styles.number}>
              {words.table.value}
            </th>
            <th scope="col">{words.table.period}</th>
            <th scope="col">{words.table.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.place.code} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row }: { readonly row: PlaceReading }) {
  const { language, words, say, view, select } = useAtlas()
  const { place, chosen, magnitude } = row
  const selected = view.places.includes(place.code)
  const value = chosen
    ? formatQuantity(chosen.observation.quantity, language)
    : magnitude === null
      ? '—'
      : formatNumber(magnitude, language)
  return (
    <tr aria-current={selected || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.place}
          data-place={place.code}
          aria-pressed={selected}
          onClick={(event) => select(place.code, event.shiftKey)}
        >
          {say(place.name)}
        </button>
      </th>
      <td className={styles.kind}>{words.details.kinds[place.kind]}</td>
      <td className={styles.number}>{value}</td>
      <td>{chosen ? formatPeriod(chosen.observation.period, language) : ''}</td>
      <td>{chosen && <SourceBadge observation={chosen.observation} />}</td>
    </tr>
  )
}
