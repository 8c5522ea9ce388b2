import { useCallback } from 'react'
import { formatPeriod } from '../../messages/format.ts'
import type { Holdings, RejectedFigure } from '../../model/pack.ts'
import type { Text } from '../../model/text.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { FilteredRows } from './FilteredRows.tsx'
import styles from './Rows.module.css'
import { SourceName } from './SourceName.tsx'

/** Figures that were seen and left out on purpose, and why, so that nobody wonders or adds them again. */
export function RejectedTable({ figures }: { readonly figures: Holdings['rejected'] }) {
  const { words, names } = useAtlas()
  const said = words.holdings
  const textOf = useCallback(
    (figure: RejectedFigure) => {
      const place = names.place.get(figure.place)?.name
      const indicator = names.indicator.get(figure.indicator)?.name
      const titles = sourcesOf(figure).map((id) => names.source.get(id)?.title ?? '')
      return [
        ...[figure.id, figure.place, figure.indicator, figure.source, figure.printed, figure.start, figure.end],
        ...[place, indicator, figure.reason].flatMap((text) => (text ? [text.zh, text.en] : [])),
        ...titles,
      ].join(' ')
    },
    [names],
  )
  if (figures.length === 0) return <p>{said.nothingRejected}</p>
  return (
    <FilteredRows items={figures} textOf={textOf} filter={said.filterRejected} none={said.noRejected}>
      {(shown) => (
        <table className={styles.table}>
          <caption className="visually-hidden">{said.rejectedCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.table.place}</th>
              <th scope="col">{said.indicator}</th>
              <th scope="col">{words.table.period}</th>
              <th scope="col">{words.table.printed}</th>
              <th scope="col">{words.table.source}</th>
              <th scope="col">{said.reason}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => (
              <Row key={figure.id} figure={figure} />
            ))}
          </tbody>
        </table>
      )}
    </FilteredRows>
  )
}

function Row({ figure }: { readonly figure: RejectedFigure }) {
  const { language, words, say, names } = useAtlas()
  const { id, place, indicator, role, printed, reason } = figure
  const period = { start: figure.start ?? null, end: figure.end ?? null, note: '' }
  return (
    <tr className={styles.rejected} data-holdings-rejected={id}>
      <th scope="row" className={styles.place}>
        {place === '' ? (
          <span className={styles.missing}>{words.holdings.noPlace}</span>
        ) : (
          <Name id={place} name={names.place.get(place)?.name} />
        )}
      </th>
      <td className={styles.indicator}>
        <Name id={indicator} name={names.indicator.get(indicator)?.name} />
        <span className={styles.role}>
          <RoleMark role={role} className={styles.mark} />
          {words.roles[role]}
        </span>
      </td>
      <td className={styles.period}>{formatPeriod(period, language)}</td>
      <td className={styles.printed}>
        <q lang="zh-CN">{printed}</q>
      </td>
      <td className={styles.from}>
        {sourcesOf(figure).map((source) => (
          <div key={source}>
            <SourceName id={source} source={names.source.get(source)} />
          </div>
        ))}
      </td>
      <td className={styles.reason}>{say(reason)}</td>
    </tr>
  )
}

/** What was left out keeps the ids it came with; one that the catalog lacks shows as it is. */
function Name({ id, name }: { readonly id: string; readonly name: Text | undefined }) {
  const { say } = useAtlas()
  return name ? say(name) : <code className={styles.id}>{id}</code>
}

/** One id or several, separated as in the package. */
function sourcesOf({ source }: RejectedFigure): readonly string[] {
  return source.split(';').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]))
}
