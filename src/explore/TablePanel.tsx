import { Suspense, useRef, useState } from 'react'
import { useAtlas } from '../ui/atlas.tsx'
import { lazily } from '../ui/lazily.tsx'
import { explain } from '../ui/explain.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PanelBoundary } from '../ui/PanelBoundary.tsx'
import { Quiet } from '../ui/Quiet.tsx'
import { EmptyView } from '../panels/empty/EmptyView.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './TablePanel.module.css'
import type { ViewReading } from '../reading/useReading.ts'

const DataPage = lazily(async () => (await import('./holdings/DataPage.tsx')).DataPage)
const ViewTable = lazily(async () => (await import('./table/ViewTable.tsx')).ViewTable)
const Figures = lazily(async () => (await import('./table/Figures.tsx')).Figures)

const MODES = ['view', 'all'] as const
type TableMode = (typeof MODES)[number]

/** What the map shows as a table, or all figures; below, what the pack holds in all. */
export function TablePanel({ shown }: { readonly shown: ViewReading }) {
  const { words, language } = useAtlas()
  const data = useRef<HTMLHeadingElement>(null)
  const goToData = () => {
    data.current?.scrollIntoView({ block: 'start' })
    data.current?.focus({ preventScroll: true })
  }
  return (
    <div className={styles.panel}>
      <Tables shown={shown} onData={goToData} />
      <section className={styles.data} data-region="holdings" aria-label={words.holdings.title}>
        <h2 className={styles.title} ref={data} tabIndex={-1}>
          {words.holdings.title}
        </h2>
        <PanelBoundary name={words.holdings.title} language={language}>
          <Suspense fallback={<Quiet busy>{words.holdings.loading}</Quiet>}>
            <DataPage />
          </Suspense>
        </PanelBoundary>
      </section>
    </div>
  )
}

interface TablesProps {
  readonly shown: ViewReading
  /** The reader wants to see what is on record in all. */
  readonly onData: () => void
}

/** One of the two tables, under the switch between them. */
function Tables({ shown, onData }: TablesProps) {
  const { words, language } = useAtlas()
  const { show, modes, loading } = words.figureTable
  const [mode, setMode] = useState<TableMode>('view')
  const isView = mode === 'view'
  return (
    <section className={styles.tables} data-region="table" aria-label={words.toolbar.shows.table}>
      <div className={styles.head}>
        <Segments
          label={show}
          part="table-mode"
          options={MODES.map((one) => [one, modes[one]] as const)}
          value={mode}
          onChange={setMode}
        />
        <button type="button" className={styles.jump} onClick={onData}>
          {words.holdings.title}
          <Icon name="caret" />
        </button>
      </div>
      {isView && shown.error && (
        <Failure
          title={words.pack.title}
          detail={explain(shown.error, words)}
          action={words.state.retry}
          onAction={shown.retry}
        />
      )}
      {isView && <EmptyView shown={shown} />}
      <PanelBoundary name={modes[mode]} language={language} key={mode}>
        <Suspense fallback={<Quiet busy>{loading}</Quiet>}>
          {isView ? <ViewTable shown={shown} /> : <Figures />}
        </Suspense>
      </PanelBoundary>
    </section>
  )
}
