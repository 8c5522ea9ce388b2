import { createColumnHelper, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { useMemo } from 'react'
import { formatNumber, formatPeriod, formatQuantity } from '../../messages/format.ts'
import { CERTAINTIES } from '../../model/observation.ts'
import { PLACE_KINDS } from '../../model/place.ts'
import { endDay } from '../../model/period.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { DoubtMark } from '../../ui/DoubtMark.tsx'
import { doubtsOf } from '../../ui/doubts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import { features, type Features } from './features.ts'
import { SortHead } from './SortHead.tsx'
import { Said, Take } from './Take.tsx'
import { useCopy } from './useCopy.ts'
import { useViewExhibit } from './useViewExhibit.ts'
import { viewRows, type ViewRow } from '../../reading/view-rows.ts'
import styles from './ViewTable.module.css'

const SORTABLE = ['rank', 'place', 'kind', 'value', 'period', 'certainty'] as const

const helper = createColumnHelper<Features, ViewRow>()

/** What map and ranking show, as a table: the whole city, every district, the zones and other places with a figure. */
export function ViewTable({ shown }: { readonly shown: ViewReading }) {
  const { words, say, language } = useAtlas()
  const { reading, composition } = shown
  const rows = useMemo(() => viewRows(reading), [reading])
  const columns = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true })
    const certainty = ({ chosen }: ViewRow) => (chosen ? CERTAINTIES.indexOf(chosen.observation.certainty) : undefined)
    const period = ({ chosen }: ViewRow) => (chosen ? endDay(chosen.observation.period) : undefined)
    return helper.columns([
      helper.accessor((row) => say(row.place.name), {
        id: 'place',
        sortFn: (a, b) => collator.compare(say(a.original.place.name), say(b.original.place.name)),
      }),
      helper.accessor((row) => row.rank ?? undefined, { id: 'rank', sortUndefined: 'last', sortFn: byColumn }),
      helper.accessor((row) => PLACE_KINDS.indexOf(row.place.kind), { id: 'kind', sortFn: byColumn }),
      // Places without a figure stand last in either direction: they are not the smallest.
      helper.accessor((row) => row.magnitude ?? undefined, {
        id: 'value',
        sortUndefined: 'last',
        sortDescFirst: true,
        sortFn: byColumn,
      }),
      helper.accessor(period, { id: 'period', sortUndefined: 'last', sortDescFirst: true, sortFn: byColumn }),
      helper.accessor(certainty, { id: 'certainty', sortUndefined: 'last', sortFn: byColumn }),
    ])
  }, [language, say])
  const table = useTable<Features, ViewRow>({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.place.code,
    enableMultiSort: false,
    autoResetAll: false,
  })
  const sorted = table.getRowModel().rows
  const copying = useCopy()
  const exhibit = useViewExhibit(shown, sorted)
  const { columns: heads, rank, aside, compareHead, rankNote, asideNote } = words.figureTable
  const label = { ...heads, rank, kind: words.table.kind }
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{composition.title}</h2>
          <p className={styles.subtitle}>{composition.subtitle}</p>
        </div>
        <Take exhibit={exhibit} copying={copying} />
      </div>
      <Said copying={copying} />
      <table className={styles.table}>
        <caption className="visually-hidden">{words.table.caption(composition.title)}</caption>
        <thead>
          <tr>
            {SORTABLE.map((id) => {
              const column = table.getColumn(id)
              return (
                column && (
                  <SortHead
                    key={id}
                    column={column}
                    label={label[id]}
                    end={id === 'value' || id === 'rank'}
                    className={styles[id]}
                  />
                )
              )
            })}
            <th scope="col" className={styles.source}>
              {words.table.source}
            </th>
            <th scope="col" className={styles.aside}>
              {aside}
            </th>
            <th scope="col" className={styles.compare}>
              {compareHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ original }) => (
            <Row key={original.place.code} row={original} />
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {rankNote} {asideNote}
      </p>
    </>
  )
}

interface Comparable {
  readonly getValue: (id: string) => unknown
}

/** Numbers by size, texts as they are spelled: what the accessor gives. */
function byColumn(a: Comparable, b: Comparable, id: string): number {
  const [x, y] = [a.getValue(id), b.getValue(id)]
  if (typeof x === 'number' && typeof y === 'number') return x - y
  return String(x) < String(y) ? -1 : Number(String(x) > String(y))
}

function Row({ row }: { readonly row: ViewRow }) {
  const atlas = useAtlas()
  const { language, words, say, view, select } = atlas
  const { place, chosen, magnitude, aside, rank } = row
  const name = say(place.name)
  const selected = view.places.includes(place.code)
  const o = chosen?.observation
  return (
    <tr aria-current={selected || undefined}>
      <td className={clsx(styles.rank, styles.number)}>{rank ?? ''}</td>
      <th scope="row" className={styles.place}>
        <button
          type="button"
          className={styles.name}
          data-place={place.code}
          aria-pressed={selected}
          onClick={(event) => select(place.code, event.shiftKey)}
        >
          {name}
        </button>
      </th>
      <td className={styles.kind}>{words.details.kinds[place.kind]}</td>
      <td className={styles.number}>
        <span className={styles.figure}>
          {o && <DoubtMark doubts={doubtsOf(o, chosen.conflicts, atlas)} />}
          {o ? formatQuantity(o.quantity, language) : magnitude === null ? '—' : formatNumber(magnitude, language)}
        </span>
        {o && <span className={styles.when}>{formatPeriod(o.period, language)}</span>}
      </td>
      <td className={styles.period}>{o ? formatPeriod(o.period, language) : ''}</td>
      <td className={styles.certainty}>
        {o && (o.parents.length > 0 ? words.doubts.kinds.derived : words.source.certainties[o.certainty])}
      </td>
      <td>{o && <SourceBadge observation={o} />}</td>
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
