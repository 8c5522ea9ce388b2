import { lazy, Suspense, useRef } from 'react'
import { formatPeriod, formatQuantity, formatNumber } from '../messages/format.ts'
import type { PlaceReading } from '../map/reading.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { explain } from '../ui/explain.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PanelBoundary } from '../ui/PanelBoundary.tsx'
import { Quiet } from '../ui/Quiet.tsx'
import { SourceBadge } from './SourceBadge.tsx'
import styles from './TablePanel.module.css'
import type { ViewReading } from './useReading.ts'

const DataPage = lazy(async () => ({ default: (await import('./holdings/DataPage.tsx')).DataPage }))

/** What the map shows, as a table; below it, what the pack holds in all. */
export function TablePanel({ shown }: { readonly shown: ViewReading }) {
  const { words, language } = useAtlas()
  const data = useRef<HTMLHeadingElement>(null)
  const goToData = () => {
    data.current?.scrollIntoView({ block: 'start' })
    data.current?.focus({ preventScroll: true })
  }
  return (
    <div className={styles.panel}>
      <ViewTable shown={shown} onData={goToData} />
      <section className={styles.data} data-region="holdings" aria-label={words.holdings.title}>
        <h2 className={styles.title} ref={data} tabIndex={-1}>
          {words.holdings.title}
        </h2>
        <PanelBoundary name={words.holdings.title} language={language}>
          <Suspense fallback={<Quiet busy>{words.holdings.loading}</Quiet>}>
            <DataPage />
          </Suspense>
        </PanelBoundary>
      </section>
    </div>
  )
}

interface ViewTableProps {
  readonly shown: ViewReading
  /** The reader wants to see what is on record in all. */
  readonly onData: () => void
}

/** The whole city, every district, the zones with a figure. */
function ViewTable({ shown, onData }: ViewTableProps) {
  const { words } = useAtlas()
  const { reading, composition } = shown
  const rows = [...(reading.city ? [reading.city] : []), ...reading.districts, ...reading.zones, ...reading.outside]
  return (
    <section data-region="table" aria-label={words.toolbar.shows.table}>
      <div className={styles.head}>
        <h2 className={styles.title}>{composition.title}</h2>
        <button type="button" className={styles.jump} onClick={onData}>
          {words.holdings.title}
          <Icon name="caret" />
        </button>
      </div>
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
