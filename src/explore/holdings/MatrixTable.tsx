import clsx from 'clsx'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { tintOf, type Line, type Matrix } from './matrix.ts'
import styles from './MatrixTable.module.css'

/** A line with its name, and what choosing it does. */
export interface Heading extends Line {
  readonly name: string
  /** Told with the name where there is more to say. */
  readonly hint?: string | undefined
  /** `city` and `group` stand apart, `selected` is what the reader chose. */
  readonly tone?: 'city' | 'group' | 'selected' | undefined
  readonly press?: ((add: boolean) => void) | undefined
  readonly pressed?: boolean | undefined
  /** Whether the lines of this group show; undefined for a line that is no fold. */
  readonly expanded?: boolean | undefined
  /** Inside the time filter. */
  readonly lit?: boolean | undefined
}

interface Props {
  readonly caption: string
  /** Over the names of the rows. */
  readonly corner: string
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  readonly matrix: Matrix
  /** How wide names of rows and of columns are, roughly. */
  readonly shape: 'years' | 'themes' | 'indicators'
}

/** Counts as a table that scrolls in itself: names and years stay in sight, each count stands on a tint of its size. */
export function MatrixTable({ caption, corner, rows, columns, matrix, shape }: Props) {
  const { language, words } = useAtlas()
  const say = (n: number) => formatNumber(n, language)
  return (
    <ScrollRegion label={caption} className={styles.region}>
      <table className={styles.table} data-shape={shape} data-unfolded={rows.some((row) => row.within) || undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {corner}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={clsx(styles.column, column.key === '' && styles.wide)}
                data-tone={column.tone}
                data-within={column.within === true ? true : undefined}
                data-lit={column.lit === true ? true : undefined}
              >
                <Name heading={column} />
              </th>
            ))}
            <th scope="col" className={clsx(styles.column, styles.total)}>
              {words.holdings.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.key} data-tone={row.tone} data-within={row.within === true ? true : undefined}>
              <th scope="row" className={styles.row}>
                <Name heading={row} />
              </th>
              {columns.map((column, j) => (
                <Count key={column.key} row={row} column={column} count={matrix.counts[i]?.[j] ?? 0} max={matrix.max} />
              ))}
              <td className={styles.total}>{say(matrix.rowTotals[i] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.row}>
              {words.holdings.total}
            </th>
            {columns.map((column, j) => (
              <td key={column.key}>{say(matrix.columnTotals[j] ?? 0)}</td>
            ))}
            <td className={styles.total}>{say(matrix.total)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

interface CountProps {
  readonly row: Heading
  readonly column: Heading
  readonly count: number
  readonly max: number
}

/** Nothing on record is a dot, never a zero and never the palest tint. Sums of groups have no tint. */
function Count({ row, column, count, max }: CountProps) {
  const { language } = useAtlas()
  if (count === 0) return <td className={styles.none}>·</td>
  const alone = row.members.length === 1 && column.members.length === 1
  return <td data-tint={alone ? tintOf(count, max) : undefined}>{formatNumber(count, language)}</td>
}

function Name({ heading }: { readonly heading: Heading }) {
  const { name, hint, press, pressed, expanded } = heading
  const text = (
    <>
      <span className={styles.name}>{name}</span>
      {hint !== undefined && <span className="visually-hidden"> {hint}</span>}
    </>
  )
  if (!press) return text
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={(event) => press(event.shiftKey)}
    >
      {expanded !== undefined && <Icon name="caret" className={styles.caret} />}
      {text}
    </button>
  )
}
