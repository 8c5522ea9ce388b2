import { formatQuantity } from '../../messages/format.ts'
import type { Comparison } from '../../model/compare.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Section } from '../../panels/section/Section.tsx'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import styles from './ComparedTables.module.css'
import { PlaceMark } from './PlaceMark.tsx'
import type { DifferenceRows } from './useDifferenceRows.ts'

interface Props {
  readonly comparison: Comparison
  readonly rows: DifferenceRows
  readonly slots: ReadonlyMap<string, number>
  /** The indicator and its role. */
  readonly name: string
}

/** Each place's figure against the first one's, its rank and its share of the whole. */
export function DifferenceTable({ comparison, rows, slots, name }: Props) {
  const { words, names, say, language } = useAtlas()
  const text = words.compare
  const scope = names.scope.get(comparison.scope)
  const note = [
    comparison.year === null ? text.yearsDiffer : text.sameYear(String(comparison.year)),
    scope ? words.map.scope(say(scope.name)) : '',
  ]
  return (
    <Section title={text.differences} note={note.filter(Boolean).join(' · ')}>
      <ScrollRegion label={text.tableOf(name)}>
        <table className={styles.table} data-part="differences">
          <caption className="visually-hidden">{text.tableOf(name)}</caption>
          <thead>
            <tr>
              {rows.headings.map((heading, i) => (
                <th key={heading} scope="col" className={i > 0 && i !== 2 ? styles.number : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.lines.map(({ row, ...line }) => (
              <tr key={row.place} data-place={row.place}>
                <th scope="row">
                  <span className={styles.place}>
                    <PlaceMark slot={slots.get(row.place) ?? 0} />
                    {line.name}
                  </span>
                </th>
                <td className={styles.number}>
                  <span className={styles.value}>
                    {line.value}
                    {row.chosen && <SourceBadge observation={row.chosen.observation} compact />}
                  </span>
                </td>
                <td>{line.period}</td>
                <td className={styles.number}>{line.difference}</td>
                <td className={styles.number}>{line.rank}</td>
                <td className={styles.number}>
                  {line.share}
                  {row.share && row.chosen && (
                    <span className={styles.parts}>
                      {text.shareOf(
                        formatQuantity(row.chosen.observation.quantity, language),
                        formatQuantity(row.share.whole.quantity, language),
                      )}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  )
}
