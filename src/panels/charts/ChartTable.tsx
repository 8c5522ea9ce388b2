import { useState, type ReactNode } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import styles from './ChartTable.module.css'

interface Props {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** The same figures as the chart's, as a table folded under it: for the keyboard, for assistive technology, for doubt. */
export function ChartTable({ caption, columns, rows }: Props) {
  const { words } = useAtlas()
  const [seen, setSeen] = useState(false)
  const printing = usePrinting()
  return (
    <details className={styles.twin} data-part="twin" onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      <summary>{words.charting.asTable}</summary>
      {(seen || printing) && (
        <ScrollRegion label={caption}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [name, ...cells] }) => (
                <tr key={key} data-row={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, i) => (
                    <td key={columns[i + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </details>
  )
}
