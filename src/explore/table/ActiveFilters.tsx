import { FILTERS, isActive, NO_FILTER, without, type FigureFilter, type FilterName } from '../../model/table.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Filters.module.css'

interface Props {
  readonly filter: FigureFilter
  readonly onChange: (filter: FigureFilter) => void
}

/** What narrows the table now, one by one, each with a button that takes it away. */
export function ActiveFilters({ filter, onChange }: Props) {
  const atlas = useAtlas()
  const { figureTable } = atlas.words
  const chips = FILTERS.filter((name) => isActive(filter, name)).flatMap((name) => chipsOf(filter, name, atlas))
  if (chips.length === 0) return null
  return (
    <div className={styles.active} role="group" aria-label={figureTable.active}>
      {chips.map((chip) => (
        <button
          key={`${chip.name} ${chip.value}`}
          type="button"
          className={styles.chip}
          data-action="remove-filter"
          aria-label={figureTable.remove(figureTable.facets[chip.name], chip.value)}
          onClick={() => onChange(chip.rest)}
        >
          <span>{chip.value}</span>
          <Icon name="close" />
        </button>
      ))}
      <button type="button" className={styles.link} data-action="reset-filters" onClick={() => onChange(NO_FILTER)}>
        {figureTable.reset}
      </button>
    </div>
  )
}

interface Chip {
  readonly name: FilterName
  readonly value: string
  /** The filter without it. */
  readonly rest: FigureFilter
}

function chipsOf(filter: FigureFilter, name: FilterName, atlas: Atlas): readonly Chip[] {
  if (name === 'period' || name === 'text') {
    return [{ name, value: filterText(filter, name, atlas), rest: without(filter, name) }]
  }
  return filter[name].map((value) => ({
    name,
    value: valueName(name, value, atlas),
    rest: { ...filter, [name]: filter[name].filter((one) => one !== value) },
  }))
}

function filterText({ period, text }: FigureFilter, name: 'period' | 'text', { words }: Atlas): string {
  const { quoted, undatedChip, years, since, until } = words.figureTable
  if (name === 'text') return quoted(text.trim())
  if (period.undated) return undatedChip
  if (period.from !== null && period.to !== null) return years(String(period.from), String(period.to))
  return period.from === null ? until(String(period.to)) : since(String(period.from))
}

function valueName(name: Exclude<FilterName, 'period' | 'text'>, value: string, atlas: Atlas): string {
  const { words, names, say, catalog } = atlas
  const { noPublisher, noTheme } = words.figureTable
  switch (name) {
    case 'roles':
      return words.roles[value as keyof typeof words.roles]
    case 'themes': {
      const theme = catalog.themes.find(({ id }) => id === value)
      return theme ? say(theme.name) : noTheme
    }
    case 'places': {
      const place = names.place.get(value)
      return place ? say(place.name) : value
    }
    case 'indicators': {
      const indicator = names.indicator.get(value)
      return indicator ? say(indicator.name) : value
    }
    case 'certainties':
      return words.source.certainties[value as keyof typeof words.source.certainties]
    case 'publishers':
      return value === '' ? noPublisher : value
  }
}

/** @returns the filter in one line, for what leaves the app: "Minhang · 2018–2020". */
export function filterLine(filter: FigureFilter, atlas: Atlas): string {
  return FILTERS.filter((name) => isActive(filter, name))
    .flatMap((name) => chipsOf(filter, name, atlas))
    .map((chip) => chip.value)
    .join(' · ')
}
