import { useMemo, useRef, useState, type ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Section } from '../../panels/section/Section.tsx'
import styles from './Coverage.module.css'
import { useHeadings } from './headings.ts'
import {
  indicatorLines,
  indicatorOf,
  placeLines,
  placeOf,
  themeIndex,
  themeLines,
  totalsBy,
  yearLines,
  yearOf,
} from './lines.ts'
import { matrixOf, type Cell } from './matrix.ts'
import { MatrixTable } from './MatrixTable.tsx'

const MODES = ['years', 'themes', 'indicators'] as const
type Mode = (typeof MODES)[number]

/** So many indicators at first, and so many more each time. */
const FEW = 30
const MORE = 100

/** How many figures stand where: places by years, by themes, or indicators by places. */
export function Coverage({ cells }: { readonly cells: readonly Cell[] }) {
  const { catalog, language, words, view, names, say } = useAtlas()
  const said = words.holdings
  const [mode, setMode] = useState<Mode>('years')
  const [unfolded, setUnfolded] = useState(false)
  const [theme, setTheme] = useState('')
  const [limit, setLimit] = useState(FEW)
  const byIndicator = useRef<HTMLButtonElement>(null)
  const totals = useMemo(() => totalsBy(cells, indicatorOf), [cells])
  const themeOf = useMemo(() => themeIndex(catalog), [catalog])
  // The reader's choice holds until the view shows another indicator; the view's holds where there is something to count.
  const [choice, setChoice] = useState<{ readonly under: string; readonly id: string } | null>(null)
  const own = totals.has(view.indicator) ? view.indicator : ''
  const chosen = choice?.under === view.indicator ? choice.id : own

  const counted = useMemo(
    () =>
      cells.filter((cell) =>
        mode === 'years'
          ? chosen === '' || cell[1] === chosen
          : mode === 'themes' || theme === '' || themeOf(cell[1]) === theme,
      ),
    [cells, mode, chosen, theme, themeOf],
  )
  const headings = useHeadings({
    unfolded,
    onUnfold: () => setUnfolded(!unfolded),
    onTheme: (id) => {
      setTheme(id)
      setLimit(FEW)
      setMode('indicators')
      // The heading that was pressed is gone.
      byIndicator.current?.focus()
    },
  })
  const places = headings.places(
    useMemo(() => placeLines(catalog, cells, view.places, unfolded), [catalog, cells, view.places, unfolded]),
    mode === 'indicators',
  )
  const picture = (() => {
    if (mode === 'years') {
      const columns = headings.years(yearLines(cells))
      return { rows: places, columns, matrix: matrixOf(counted, places, columns, placeOf, yearOf), corner: said.place }
    }
    if (mode === 'themes') {
      const columns = headings.themes(themeLines(catalog, cells, themeOf))
      const matrix = matrixOf(counted, places, columns, placeOf, (cell) => themeOf(cell[1]))
      return { rows: places, columns, matrix, corner: said.place }
    }
    const rows = headings.indicators(indicatorLines(counted, limit))
    return {
      rows,
      columns: places,
      matrix: matrixOf(counted, rows, places, indicatorOf, placeOf),
      corner: said.indicator,
    }
  })()

  const named =
    mode === 'years' ? names.indicator.get(chosen)?.name : catalog.themes.find(({ id }) => id === theme)?.name
  const subject = mode === 'themes' || !named ? said.allIndicators : say(named)
  const left = mode === 'indicators' ? totalsBy(counted, indicatorOf).size - limit : 0
  const listed = useMemo(
    () => new Set([...cells.map(placeOf), ...placeLines(catalog, cells, view.places, false).map((line) => line.key)]),
    [catalog, cells, view.places],
  )
  const silent = catalog.places.filter((place) => !listed.has(place.code)).length
  const number = (n: number) => formatNumber(n, language)
  return (
    <Section title={said.coverage} note={said.coverageNote(number(picture.matrix.total))}>
      <div className={styles.controls}>
        <div className={styles.modes} role="group" aria-label={said.by}>
          {MODES.map((each) => (
            <button
              key={each}
              ref={each === 'indicators' ? byIndicator : undefined}
              type="button"
              className={styles.mode}
              aria-pressed={mode === each}
              onClick={() => setMode(each)}
            >
              {said.modes[each]}
            </button>
          ))}
        </div>
        {mode === 'years' && (
          <Choice
            label={said.indicator}
            all={said.allIndicators}
            value={chosen}
            onChange={(id) => setChoice({ under: view.indicator, id })}
          >
            <IndicatorOptions totals={totals} />
          </Choice>
        )}
        {mode === 'indicators' && (
          <Choice
            label={said.theme}
            all={said.allThemes}
            value={theme}
            onChange={(id) => {
              setTheme(id)
              setLimit(FEW)
            }}
          >
            {catalog.themes.map((each) => (
              <option key={each.id} value={each.id}>
                {say(each.name)}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <MatrixTable key={mode} {...picture} caption={said.caption[mode](subject)} shape={mode} />
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setLimit(limit + MORE)}>
          {said.more(number(Math.min(MORE, left)), number(left))}
        </button>
      )}
      <p className={styles.note}>
        {[said.legend, mode === 'years' ? said.legendYears : '', silent > 0 ? said.emptyPlaces(number(silent)) : '']
          .filter(Boolean)
          .join(' ')}
      </p>
    </Section>
  )
}

interface ChoiceProps {
  readonly label: string
  /** Name of the empty choice. */
  readonly all: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, all, value, onChange, children }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  )
}

/** Indicators that have figures, by theme; last those whose theme the catalog lacks. */
function IndicatorOptions({ totals }: { readonly totals: ReadonlyMap<string, number> }) {
  const { catalog, language, words, names, say } = useAtlas()
  const themeOf = themeIndex(catalog)
  const groups = [
    ...catalog.themes.map(({ id, name }) => ({ id, name: say(name) })),
    { id: '', name: words.holdings.noTheme },
  ]
  const nameOf = (id: string) => {
    const indicator = names.indicator.get(id)
    return indicator ? say(indicator.name) : id
  }
  return groups.map((group) => {
    const ids = [...totals].filter(([id]) => themeOf(id) === group.id).sort(([, a], [, b]) => b - a)
    return ids.length === 0 ? null : (
      <optgroup key={group.id} label={group.name}>
        {ids.map(([id, count]) => (
          <option key={id} value={id}>
            {words.holdings.option(nameOf(id), formatNumber(count, language))}
          </option>
        ))}
      </optgroup>
    )
  })
}
