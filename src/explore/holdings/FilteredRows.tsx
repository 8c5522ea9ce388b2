import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import styles from './FilteredRows.module.css'

/** So many rows at first, and so many more each time: a long table costs nothing until it is asked for. */
const FEW = 25
const MORE = 100

interface Props<T> {
  readonly items: readonly T[]
  /** All that the filter looks through. Must be the same function while it answers the same. */
  readonly textOf: (item: T) => string
  readonly filter: string
  readonly none: string
  readonly children: (shown: readonly T[]) => ReactNode
}

/** A long list cut to its first rows, with a box that filters it by text: every word must be in it. */
export function FilteredRows<T>({ items, textOf, filter, none, children }: Props<T>) {
  const { language, words } = useAtlas()
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(FEW)
  const texts = useMemo(() => items.map((item) => textOf(item).toLowerCase()), [items, textOf])
  const asked = useDeferredValue(query).trim().toLowerCase()
  const matching = useMemo(() => {
    const parts = asked.split(/\s+/u)
    return items.filter((_, at) => parts.every((part) => texts[at]?.includes(part)))
  }, [items, texts, asked])
  const left = matching.length - limit
  const say = (n: number) => formatNumber(n, language)
  return (
    <>
      <div className={styles.head}>
        <SearchField
          className={styles.search}
          label={filter}
          value={query}
          onChange={(text) => {
            setQuery(text)
            setLimit(FEW)
          }}
        />
        <output className={styles.count}>
          {asked === ''
            ? words.holdings.all(say(items.length))
            : words.holdings.matching(say(matching.length), say(items.length))}
        </output>
      </div>
      {matching.length === 0 ? <p className={styles.none}>{none}</p> : children(matching.slice(0, limit))}
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setLimit(limit + MORE)}>
          {words.holdings.more(say(Math.min(MORE, left)), say(left))}
        </button>
      )}
    </>
  )
}
