import type { PeriodFilter } from '../../model/table.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Drop } from './Drop.tsx'
import styles from './Filters.module.css'

interface Props {
  readonly value: PeriodFilter
  /** Years that some figure ends in, ascending. */
  readonly years: readonly number[]
  readonly onChange: (value: PeriodFilter) => void
}

/** A filter by the year that figures end in, or for those that state none. */
export function PeriodMenu({ value, years, onChange }: Props) {
  const { words } = useAtlas()
  const { facets, from, to, undated, facetChosen } = words.figureTable
  const used = value.undated || value.from !== null || value.to !== null ? 1 : 0
  return (
    <Drop label={facets.period} part="period" chosen={used} spoken={facetChosen(facets.period, used)}>
      <div className={styles.years}>
        <YearSelect
          label={from}
          part="from"
          value={value.from}
          years={years}
          disabled={value.undated}
          onChange={(year) =>
            onChange({
              ...value,
              from: year,
              to: year !== null && value.to !== null && value.to < year ? year : value.to,
            })
          }
        />
        <YearSelect
          label={to}
          part="to"
          value={value.to}
          years={years}
          disabled={value.undated}
          onChange={(year) =>
            onChange({
              ...value,
              to: year,
              from: year !== null && value.from !== null && value.from > year ? year : value.from,
            })
          }
        />
      </div>
      <label className={styles.option}>
        <input
          type="checkbox"
          data-option="undated"
          checked={value.undated}
          onChange={() => onChange({ ...value, undated: !value.undated })}
        />
        <span className={styles.name}>{undated}</span>
      </label>
    </Drop>
  )
}

interface YearSelectProps {
  readonly label: string
  readonly part: 'from' | 'to'
  readonly value: number | null
  readonly years: readonly number[]
  readonly disabled: boolean
  readonly onChange: (year: number | null) => void
}

function YearSelect({ label, part, value, years, disabled, onChange }: YearSelectProps) {
  const { words } = useAtlas()
  return (
    <label className={styles.year}>
      <span>{label}</span>
      <select
        data-part={`year-${part}`}
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{words.figureTable.anyYear}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  )
}
