import { useMemo, useState, type ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Drop } from './Drop.tsx'
import styles from './Filters.module.css'

/** A list up to this long is read, a longer one is searched. */
const MANY = 12
/** So many are listed at once; the rest is found by name. */
const LIMIT = 100

export interface FacetOption {
  readonly value: string
  readonly label: string
  /** Names that it is found by, in small letters. */
  readonly text: string
  readonly mark?: ReactNode
}

const never = () => false

interface Props {
  readonly name: string
  readonly part: string
  readonly options: readonly FacetOption[]
  readonly chosen: readonly string[]
  /** How many figures each value has under the other filters; a value that is not in it has none. */
  readonly counts: ReadonlyMap<string, number>
  /** Whether the counts are not known for a value: its figures are not loaded. */
  readonly isUnknown?: (value: string) => boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** A filter by several values of one kind, each with its count. */
export function FacetMenu(props: Props) {
  const { words } = useAtlas()
  const { name, part, chosen } = props
  return (
    <Drop label={name} part={part} chosen={chosen.length} spoken={words.figureTable.facetChosen(name, chosen.length)}>
      <Options {...props} />
    </Drop>
  )
}

function Options({ name, options, chosen, counts, isUnknown = never, onChange }: Props) {
  const { words, language } = useAtlas()
  const { findOption, noOption, moreOptions, clearFacet } = words.figureTable
  const [query, setQuery] = useState('')
  // Those chosen when the list opened stand first, and stay where they are while it is open.
  const [first] = useState(chosen)
  const listed = useMemo(() => {
    const some = options.filter(({ value }) => counts.has(value) || chosen.includes(value) || isUnknown(value))
    return [...some.filter((o) => first.includes(o.value)), ...some.filter((o) => !first.includes(o.value))]
  }, [options, counts, chosen, first, isUnknown])
  const asked = query.trim().toLowerCase()
  const matching = asked === '' ? listed : listed.filter((option) => option.text.includes(asked))
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <>
      {options.length > MANY && (
        <input
          type="text"
          className={styles.find}
          placeholder={findOption(name)}
          aria-label={findOption(name)}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <ul className={styles.options} aria-label={name}>
        {matching.slice(0, LIMIT).map(({ value, label, mark }) => (
          <li key={value}>
            <label className={styles.option}>
              <input
                type="checkbox"
                data-option={value}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              {mark}
              <span className={styles.name}>{label}</span>
              {!isUnknown(value) && <span className={styles.n}>{formatNumber(counts.get(value) ?? 0, language)}</span>}
            </label>
          </li>
        ))}
      </ul>
      {matching.length === 0 && <p className={styles.hint}>{noOption}</p>}
      {matching.length > LIMIT && <p className={styles.hint}>{moreOptions(matching.length - LIMIT)}</p>}
      {chosen.length > 0 && (
        <button type="button" className={styles.link} onClick={() => onChange([])}>
          {clearFacet}
        </button>
      )}
    </>
  )
}
