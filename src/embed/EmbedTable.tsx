import { useMemo } from 'react'
import { formatNumber, formatPeriod, formatQuantity } from '../messages/format.ts'
import { shortlist } from '../model/shortlist.ts'
import { nameList } from '../panels/charts/room-words.ts'
import { EmptyView } from '../panels/empty/EmptyView.tsx'
import { SourceBadge } from '../panels/figures/SourceBadge.tsx'
import { useFurniture } from '../panels/section/furniture.ts'
import type { ViewReading } from '../reading/useReading.ts'
import { viewRows, type ViewRow } from '../reading/view-rows.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { DoubtMark } from '../ui/DoubtMark.tsx'
import { doubtsOf } from '../ui/doubts.ts'
import { explain } from '../ui/explain.ts'
import { Failure } from '../ui/Failure.tsx'
import { Quiet } from '../ui/Quiet.tsx'
import styles from './EmbedTable.module.css'

/** A frame is as high as what is in it, and nobody scrolls another's page through a country: longer lists are cut, and say so. */
const LISTED = 100

/** What the map shows, as rows: the city, then the largest first; places without a figure are named below, not left out. */
export function EmbedTable({ shown }: { readonly shown: ViewReading }) {
  const atlas = useAtlas()
  const { words, say, view, select, language } = atlas
  const { lists: interactive } = useFurniture()
  const { table } = words.embed
  const [having, without] = useMemo(() => split(viewRows(shown.reading)), [shown.reading])
  const rows = useMemo(
    () =>
      shortlist(having, {
        limit: LISTED,
        isSelected: ({ place }) => place.kind === 'city' || view.places.includes(place.code),
        sizeOf: (row) => row.magnitude,
        sample: 'largest',
      }),
    [having, view.places],
  )
  return (
    <div data-region="table">
      {shown.error && (
        <Failure
          title={words.pack.title}
          detail={explain(shown.error, words)}
          action={words.state.retry}
          onAction={shown.retry}
        />
      )}
      <EmptyView shown={shown} />
      {shown.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {rows.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">{words.table.caption(shown.composition.title)}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.rank}>
                {table.rank}
              </th>
              <th scope="col">{table.place}</th>
              <th scope="col" className={styles.number}>
                {table.value}
              </th>
              <th scope="col" className={styles.period}>
                {table.period}
              </th>
              {interactive && <th scope="col">{words.table.source}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place.code} aria-current={view.places.includes(row.place.code) || undefined}>
                <td className={styles.rank}>{row.rank ?? ''}</td>
                <th scope="row">
                  {interactive ? (
                    <button
                      type="button"
                      className={styles.name}
                      data-place={row.place.code}
                      aria-pressed={view.places.includes(row.place.code)}
                      onClick={(event) => select(row.place.code, event.shiftKey)}
                    >
                      {say(row.place.name)}
                    </button>
                  ) : (
                    say(row.place.name)
                  )}
                </th>
                <Value row={row} />
                {interactive && <td>{row.chosen && <SourceBadge observation={row.chosen.observation} compact />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length < having.length && (
        <p className={styles.without}>
          {table.some(formatNumber(rows.length, language), formatNumber(having.length, language))}
        </p>
      )}
      {rows.length > 0 && without.length > 0 && (
        <p className={styles.without}>
          {table.without(
            nameList(
              without.map(({ place }) => say(place.name)),
              atlas,
            ),
          )}
        </p>
      )}
    </div>
  )
}

function Value({ row: { chosen, magnitude } }: { readonly row: ViewRow }) {
  const atlas = useAtlas()
  const { language } = atlas
  const o = chosen?.observation
  return (
    <>
      <td className={styles.number}>
        {o && <DoubtMark doubts={doubtsOf(o, chosen.conflicts, atlas)} />}
        {o ? formatQuantity(o.quantity, language) : magnitude === null ? '—' : formatNumber(magnitude, language)}
        {o && <span className={styles.when}>{formatPeriod(o.period, language)}</span>}
      </td>
      <td className={styles.period}>{o ? formatPeriod(o.period, language) : ''}</td>
    </>
  )
}

/** @returns rows with a figure, the city first and then by rank, what has none by size; and rows without */
function split(rows: readonly ViewRow[]): readonly [readonly ViewRow[], readonly ViewRow[]] {
  const has = (row: ViewRow) => row.chosen !== null || row.magnitude !== null
  const order = (row: ViewRow) => (row.place.kind === 'city' ? 0 : row.place.kind === 'district' ? 1 : 2)
  const having = rows
    .filter(has)
    .sort((a, b) => order(a) - order(b) || (b.magnitude ?? -Infinity) - (a.magnitude ?? -Infinity))
  return [having, rows.filter((row) => !has(row) && row.place.kind === 'district')]
}
