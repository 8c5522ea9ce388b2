import type { Row } from '@tanstack/react-table'
import clsx from 'clsx'
import { memo, type RefObject } from 'react'
import { formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { Conflicts } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import type { FigureRow } from '../../model/table.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import type { ColumnId } from './columns.ts'
import type { Features } from './features.ts'
import { FigureCell } from './FigureCell.tsx'
import styles from './Figures.module.css'
import { frameOf, VirtualRows, type RowFrame } from './VirtualRows.tsx'
import type { Walk } from './useWalk.ts'

/** A table up to this long is laid out whole. */
const FEW = 60

interface Props {
  readonly rows: readonly Row<Features, FigureRow>[]
  readonly columns: readonly ColumnId[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly conflicts: Conflicts
  /** The height of a row as laid out without long texts, in rem. */
  readonly rowHeight: number
  readonly walk: Walk
  readonly isChosen: (id: string) => boolean
  readonly printing: boolean
}

/** The body of the table of all figures. */
export function FigureRows({ rows, columns, scroller, conflicts, rowHeight, walk, isChosen, printing }: Props) {
  return (
    <VirtualRows
      rows={rows}
      span={columns.length + 1}
      scroller={scroller}
      rowHeight={rowHeight}
      few={FEW}
      walk={walk}
      printing={printing}
      renderRow={({ id, original }, frame) => (
        <FigureTr
          key={id}
          {...frame}
          observation={original.observation}
          columns={columns}
          conflicts={conflicts}
          chosen={isChosen(id)}
          onActive={walk.setActive}
        />
      )}
    />
  )
}

interface RowProps extends RowFrame {
  readonly observation: Observation
  readonly columns: readonly ColumnId[]
  readonly conflicts: Conflicts
  readonly chosen: boolean
  readonly onActive: (id: string) => void
}

const FigureTr = memo(function FigureTr(props: RowProps) {
  const { observation: o, columns, conflicts, chosen, active, onActive } = props
  const atlas = useAtlas()
  const tabIndex = active ? 0 : -1
  return (
    <tr {...frameOf(props)} data-observation={o.id} data-chosen={chosen || undefined} onFocus={() => onActive(o.id)}>
      <td className={styles.select}>
        <label className={styles.check}>
          <input
            type="checkbox"
            data-stop="select"
            tabIndex={tabIndex}
            checked={chosen}
            // The table answers clicks and keys for all rows, ranges among them.
            readOnly
            aria-label={atlas.words.figureTable.select(rowName(o, atlas))}
          />
        </label>
      </td>
      {columns.map((id) => {
        const cell = (
          <FigureCell
            id={id}
            observation={o}
            conflicts={conflicts}
            hasScope={columns.includes('scope')}
            tabIndex={tabIndex}
          />
        )
        return id === 'place' ? (
          <th key={id} scope="row" className={styles.place}>
            {cell}
          </th>
        ) : (
          <td key={id} className={clsx(id === 'value' && styles.number)}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
})

function rowName(o: Observation, atlas: Atlas): string {
  const place = atlas.names.place.get(o.place)
  return [
    place ? atlas.say(place.name) : o.place,
    figureName(o, atlas),
    formatPeriod(o.period, atlas.language),
    formatQuantity(o.quantity, atlas.language),
  ].join(' ')
}
