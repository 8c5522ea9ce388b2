import { useAtlas } from '../../ui/atlas.tsx'
import type { FigureRow } from '../../model/table.ts'
import { COLUMNS, FIXED } from './columns.ts'
import { Drop } from './Drop.tsx'
import type { DataTable } from './features.ts'
import styles from './Filters.module.css'
import { Segments } from '../../ui/Segments.tsx'

export const DENSITIES = ['compact', 'roomy'] as const
export type Density = (typeof DENSITIES)[number]

interface Props {
  readonly table: DataTable<FigureRow>
  readonly density: Density
  readonly onDensity: (density: Density) => void
}

/** Which columns show, and how high the rows are. */
export function LayoutMenu({ table, density, onDensity }: Props) {
  const { words } = useAtlas()
  const { layout, chooseColumns, columns, density: rows, densities } = words.figureTable
  return (
    <Drop label={layout} part="layout">
      <Segments
        label={rows}
        part="density"
        options={DENSITIES.map((one) => [one, densities[one]] as const)}
        value={density}
        onChange={onDensity}
      />
      <ul className={styles.options} aria-label={chooseColumns}>
        {COLUMNS.filter((id) => !FIXED.includes(id)).map((id) => (
          <li key={id}>
            <label className={styles.option}>
              <input
                type="checkbox"
                data-option={id}
                checked={table.getColumn(id)?.getIsVisible() ?? false}
                onChange={(event) => table.getColumn(id)?.toggleVisibility(event.target.checked)}
              />
              <span className={styles.name}>{columns[id]}</span>
            </label>
          </li>
        ))}
      </ul>
    </Drop>
  )
}
