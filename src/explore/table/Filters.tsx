import { useMemo } from 'react'
import { CERTAINTIES, ROLES, type Certainty, type Role } from '../../model/observation.ts'
import { recordCounts } from '../../model/record-counts.ts'
import type { FigureFilter, Survey } from '../../model/table.ts'
import { RECORDS } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { FacetMenu, type FacetOption } from './FacetMenu.tsx'
import styles from './Filters.module.css'
import { PeriodMenu } from './PeriodMenu.tsx'

interface Props {
  readonly filter: FigureFilter
  readonly counts: Survey['counts']
  /** Whether the figures of a place are not loaded, so not counted. */
  readonly isUnknown: (place: string) => boolean
  readonly onChange: (filter: FigureFilter) => void
}

/** All that narrows the table of figures: a box for words, and a list of values for each kind. */
export function Filters({ filter, counts, isUnknown, onChange }: Props) {
  const { catalog, words, view } = useAtlas()
  const { facets, filters, search } = words.figureTable
  const options = useOptions()
  const years = useMemo(
    () => [...recordCounts(catalog.records).byYear.keys()].filter((year) => year !== null).sort((a, b) => a - b),
    [catalog],
  )
  const known = view.indicator !== RECORDS
  const isOnlyIndicator = filter.indicators.length === 1 && filter.indicators[0] === view.indicator
  return (
    <div className={styles.filters} role="group" aria-label={filters}>
      <SearchField
        label={search}
        action="filter-text"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <FacetMenu
        name={facets.roles}
        part="roles"
        options={options.roles}
        chosen={filter.roles}
        counts={counts.roles}
        onChange={(roles) => onChange({ ...filter, roles: roles as readonly Role[] })}
      />
      <FacetMenu
        name={facets.themes}
        part="themes"
        options={options.themes}
        chosen={filter.themes}
        counts={counts.themes}
        onChange={(themes) => onChange({ ...filter, themes })}
      />
      <FacetMenu
        name={facets.places}
        part="places"
        options={options.places}
        chosen={filter.places}
        counts={counts.places}
        isUnknown={isUnknown}
        onChange={(places) => onChange({ ...filter, places })}
      />
      <PeriodMenu value={filter.period} years={years} onChange={(period) => onChange({ ...filter, period })} />
      <FacetMenu
        name={facets.certainties}
        part="certainties"
        options={options.certainties}
        chosen={filter.certainties}
        counts={counts.certainties}
        onChange={(certainties) => onChange({ ...filter, certainties: certainties as readonly Certainty[] })}
      />
      <FacetMenu
        name={facets.publishers}
        part="publishers"
        options={options.publishers}
        chosen={filter.publishers}
        counts={counts.publishers}
        onChange={(publishers) => onChange({ ...filter, publishers })}
      />
      {known && !isOnlyIndicator && (
        <button
          type="button"
          className={styles.quick}
          data-action="only-indicator"
          // What the map shows: the indicator in its role.
          onClick={() => onChange({ ...filter, indicators: [view.indicator], roles: [view.role] })}
        >
          {words.figureTable.onlyIndicator}
        </button>
      )}
      {view.places.length > 0 && (
        <button
          type="button"
          className={styles.quick}
          data-action="only-places"
          onClick={() => onChange({ ...filter, places: view.places })}
        >
          {words.figureTable.onlyPlaces}
        </button>
      )}
    </div>
  )
}

/** The values of each kind, in the order in which they are listed. */
function useOptions(): Readonly<Record<'roles' | 'themes' | 'places' | 'certainties' | 'publishers', FacetOption[]>> {
  const { catalog, words, say, language, view } = useAtlas()
  const { places: selected } = view
  return useMemo(() => {
    const option = (value: string, label: string, text = label): FacetOption => ({
      value,
      label,
      text: text.toLowerCase(),
    })
    const publishers = [...new Set(catalog.sources.map((source) => source.publisher))]
    const places = catalog.places.map(({ code, name }) => option(code, say(name), `${name.zh} ${name.en} ${code}`))
    const isSelected = ({ value }: FacetOption) => selected.includes(value)
    const collator = new Intl.Collator(language, { numeric: true })
    return {
      roles: ROLES.map((role) => ({ ...option(role, words.roles[role]), mark: <RoleMark role={role} /> })),
      themes: [
        ...catalog.themes.map((theme) => option(theme.id, say(theme.name), `${theme.name.zh} ${theme.name.en}`)),
        option('', words.figureTable.noTheme),
      ],
      places: [...places.filter(isSelected), ...places.filter((place) => !isSelected(place))],
      certainties: CERTAINTIES.map((certainty) => option(certainty, words.source.certainties[certainty])),
      publishers: publishers
        .map((name) => option(name, name === '' ? words.figureTable.noPublisher : name))
        .sort((a, b) => collator.compare(a.label, b.label)),
    }
  }, [catalog, words, say, language, selected])
}
