import { formatNumber } from '../../messages/format.ts'
import { FILTERS, NO_FILTER, without, type FigureFilter, type Survey } from '../../model/table.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './Filters.module.css'

interface Props {
  readonly filter: FigureFilter
  readonly kept: Survey['kept']
  /** More figures are on their way. */
  readonly pending: boolean
  readonly onChange: (filter: FigureFilter) => void
}

/** Nothing passes the filter: says which one to drop, and what that would bring. */
export function Nothing({ filter, kept, pending, onChange }: Props) {
  const { words, language } = useAtlas()
  const { nothing, nothingYet, drop, dropSeveral, facets, reset } = words.figureTable
  const ways = FILTERS.filter((name) => kept[name] > 0).sort((a, b) => kept[b] - kept[a])
  return (
    <div className={styles.nothing} data-part="nothing" data-busy={pending || undefined}>
      <p>{pending ? nothingYet : nothing}</p>
      {!pending && ways.length === 0 && <p className={styles.hint}>{dropSeveral}</p>}
      {ways.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.link}
          data-action="drop-filter"
          data-filter={name}
          onClick={() => onChange(without(filter, name))}
        >
          {drop(facets[name], formatNumber(kept[name], language))}
        </button>
      ))}
      <button type="button" className={styles.link} onClick={() => onChange(NO_FILTER)}>
        {reset}
      </button>
    </div>
  )
}
