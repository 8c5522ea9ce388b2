import clsx from 'clsx'
import { formatNumber, formatPeriod, formatQuantity } from '../../messages/format.ts'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import type { ViewRow } from '../../reading/view-rows.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { DoubtMark } from '../../ui/DoubtMark.tsx'
import { doubtsOf } from '../../ui/doubts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { frameOf, type RowFrame } from './VirtualRows.tsx'
import styles from './ViewTable.module.css'

interface Props {
  readonly row: ViewRow
  /** Where it stands among rows that are not laid out; null: the table is whole, and Tab stops at every button. */
  readonly frame: RowFrame | null
  readonly onActive?: (code: string) => void
}

/** A place of the view with its figure, its rank, and what leads on. */
export function PlaceRow({ row, frame, onActive }: Props) {
  const atlas = useAtlas()
  const { language, words, say, view, select } = atlas
  const { place, chosen, magnitude, aside, rank } = row
  const name = say(place.name)
  const selected = view.places.includes(place.code)
  const o = chosen?.observation
  const tabIndex = frame === null ? undefined : frame.active ? 0 : -1
  return (
    <tr
      {...(frame && frameOf(frame))}
      aria-current={selected || undefined}
      onFocus={onActive && (() => onActive(place.code))}
    >
      <td className={clsx(styles.rank, styles.number)}>{rank ?? ''}</td>
      <th scope="row" className={styles.place}>
        <button
          type="button"
          className={styles.name}
          data-place={place.code}
          data-stop="name"
          tabIndex={tabIndex}
          aria-pressed={selected}
          onClick={(event) => select(place.code, event.shiftKey)}
        >
          {name}
        </button>
      </th>
      <td className={styles.kind}>{words.details.kinds[place.kind]}</td>
      <td className={styles.number}>
        <span className={styles.figure}>
          {o && <DoubtMark doubts={doubtsOf(o, chosen.conflicts, atlas)} tabIndex={tabIndex} />}
          {o ? formatQuantity(o.quantity, language) : magnitude === null ? '—' : formatNumber(magnitude, language)}
        </span>
        {o && <span className={styles.when}>{formatPeriod(o.period, language)}</span>}
      </td>
      <td className={styles.period}>{o ? formatPeriod(o.period, language) : ''}</td>
      <td className={styles.certainty}>
        {o && (o.parents.length > 0 ? words.doubts.kinds.derived : words.source.certainties[o.certainty])}
      </td>
      <td>{o && <SourceBadge observation={o} stop="source" tabIndex={tabIndex} />}</td>
      <td className={styles.aside}>
        {aside > 0 && (
          <>
            {formatNumber(aside, language)}
            <span className="visually-hidden"> {words.figureTable.asideUnit}</span>
          </>
        )}
      </td>
      <td className={styles.compare}>
        <button
          type="button"
          className={styles.add}
          data-action="compare"
          data-code={place.code}
          data-stop="compare"
          tabIndex={tabIndex}
          aria-pressed={selected}
          aria-label={words.figureTable.compare(name)}
          onClick={() => select(place.code, true)}
        >
          <Icon name={selected ? 'check' : 'plus'} />
        </button>
      </td>
    </tr>
  )
}
