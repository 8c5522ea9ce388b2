import { ExportMenu } from '../../export/ExportMenu.tsx'
import type { Exhibit } from '../../export/exhibit.ts'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import styles from './Figures.module.css'
import { useFigureSheet, type Copying } from './useCopy.ts'

interface Props {
  readonly exhibit: Exhibit
  readonly copying: Copying
}

/** Takes the rows away: to the clipboard, or as a file. */
export function Take({ exhibit, copying }: Props) {
  const { words, language } = useAtlas()
  const sheetOf = useFigureSheet()
  const { figures, table } = exhibit
  const count = table ? table.rows.length : figures.length
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        data-action="copy"
        disabled={count === 0}
        onClick={() => void copying.copy(table ? { header: table.columns, rows: table.rows } : sheetOf(figures))}
      >
        {words.figureTable.copy(formatNumber(count, language))}
      </button>
      <ExportMenu exhibit={exhibit} />
      <CopyDialog text={copying.refused} onClose={copying.forget} />
    </>
  )
}

/** What was last copied, for eye and ear. */
export function Said({ copying }: Pick<Props, 'copying'>) {
  return (
    <p className={styles.said} role="status" data-part="copied">
      {copying.said}
    </p>
  )
}
