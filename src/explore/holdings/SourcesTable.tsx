import { useMemo } from 'react'
import { formatDate, formatNumber } from '../../messages/format.ts'
import type { Source } from '../../model/observation.ts'
import type { Holdings } from '../../model/pack.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { FilteredRows } from './FilteredRows.tsx'
import styles from './Rows.module.css'
import { SourceName } from './SourceName.tsx'

interface Row {
  readonly id: string
  readonly source: Source | undefined
  readonly count: number
}

const textOf = ({ id, source }: Row): string =>
  source ? `${id} ${source.title} ${source.publisher} ${source.published} ${source.document ?? ''} ${source.url}` : id

/** @returns who published it; null where the pack does not say. */
function publisherOf(source: Source | undefined): string | null {
  return source === undefined || source.publisher === '' ? null : source.publisher
}

/** Every source that a figure names, most figures first. */
export function SourcesTable({ counts }: { readonly counts: Holdings['bySource'] }) {
  const { language, words, names } = useAtlas()
  const said = words.holdings
  const rows = useMemo(
    () =>
      counts
        .map(({ source, count }): Row => ({ id: source, source: names.source.get(source), count }))
        .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    [counts, names],
  )
  return (
    <FilteredRows items={rows} textOf={textOf} filter={said.filterSources} none={said.noSources}>
      {(shown) => (
        <table className={styles.table}>
          <caption className="visually-hidden">{said.sourcesCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{said.source}</th>
              <th scope="col">{words.source.publisher}</th>
              <th scope="col">{words.source.published}</th>
              <th scope="col" className={styles.number}>
                {said.figures}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, source, count }) => (
              <tr key={id} className={styles.source} data-holdings-source={id}>
                <th scope="row" className={styles.lead}>
                  <SourceName id={id} source={source} />
                </th>
                <td className={styles.publisher}>{publisherOf(source) ?? words.source.noPublisher}</td>
                <td className={styles.date}>
                  {source?.published ? formatDate(source.published, language) : words.source.noDate}
                </td>
                <td className={styles.number}>{formatNumber(count, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FilteredRows>
  )
}
