import { fileName } from '../../export/file-name.ts'
import { saveBlob } from '../../export/save.ts'
import { formatNumber } from '../../messages/format.ts'
import type { TourProblem } from '../../model/tour.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { sayTourProblem } from '../../ui/tour-problem.ts'
import { forgetUnreadable, MAX_OWN_TOURS, type OwnTours } from '../../view/own-tours.ts'
import type { Imported } from './import-file.ts'
import { importedLine } from './imported-line.ts'
import styles from './Tours.module.css'

interface Props {
  readonly imported: Imported | null
  readonly own: OwnTours
  /** Of the link and of what is remembered. */
  readonly problems: readonly TourProblem[]
}

/** What is to be known before anything is believed kept: what came of a file, what could not be read, what storage refuses. */
export function Reports({ imported, own, problems }: Props) {
  const { catalog, words, language } = useAtlas()
  const text = words.tours
  const number = (n: number) => formatNumber(n, language)
  return (
    <>
      {imported && (
        <div className={styles.report} data-part="import-report" data-outcome={imported.outcome}>
          <p>{importedLine(imported, words, language)}</p>
          {imported.left > 0 && <p>{text.file.notAdded(number(imported.left), number(MAX_OWN_TOURS))}</p>}
          <Problems problems={imported.problems} />
        </div>
      )}
      {problems.length > 0 && (
        <div className={styles.report} data-part="tour-problems">
          <Problems problems={problems} />
        </div>
      )}
      {own.unreadable !== null && (
        <div className={styles.report} data-part="unreadable-tours">
          <p>{text.unreadable}</p>
          <div className={styles.actions}>
            <button
              type="button"
              className={styles.button}
              data-action="save-unreadable"
              onClick={() =>
                saveBlob(
                  new Blob([own.unreadable ?? ''], { type: 'text/plain' }),
                  fileName(text.unreadableName, catalog.asOf, 'txt'),
                )
              }
            >
              {text.saveUnreadable}
            </button>
            <button type="button" className={styles.button} data-action="forget-unreadable" onClick={forgetUnreadable}>
              {text.forgetUnreadable}
            </button>
          </div>
        </div>
      )}
      {!own.kept && own.tours.length > 0 && (
        <p className={styles.warning} data-part="not-kept">
          <Icon name="warning" />
          {text.notKept}
        </p>
      )}
    </>
  )
}

function Problems({ problems }: { readonly problems: readonly TourProblem[] }) {
  const { words } = useAtlas()
  if (problems.length === 0) return null
  const sentences = [...new Set(problems.map((problem) => sayTourProblem(problem, words)))]
  return (
    <>
      <p>{words.tours.problems}</p>
      <ul className={styles.problems}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
