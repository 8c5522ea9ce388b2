import { useAtlas } from '../../ui/atlas.tsx'
import { useFurniture } from '../section/furniture.ts'
import styles from './ChartNotes.module.css'

interface Props {
  readonly notes?: readonly string[]
  /** That only some of the places are drawn (`someLine`); here it is told, too, how others are seen. */
  readonly some?: string
}

/** What the chart says in words: sentences made from its figures. Empty ones are left out. */
export function ChartNotes({ notes, some = '' }: Props) {
  const { words } = useAtlas()
  const { tools } = useFurniture()
  const { how, elsewhere, both } = words.charting.some
  const first = some === '' ? '' : both(some, tools ? how : elsewhere)
  const said = [first, ...(notes ?? [])].filter((note) => note !== '')
  if (said.length === 0) return null
  return (
    <div className={styles.notes} data-part="chart-notes">
      {said.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
