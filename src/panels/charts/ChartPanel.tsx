import { Fragment, Suspense } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { EmptyView } from '../empty/EmptyView.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import { AloneProvider, type AloneRef } from './ChartExport.tsx'
import { ChartChooser } from './ChartChooser.tsx'
import styles from './ChartPanel.module.css'
import { OVERVIEW } from './kinds.ts'
import { useCharts } from './useCharts.tsx'

interface Props {
  readonly shown: ViewReading
  /** Told the chart that stands alone. */
  readonly aloneRef?: AloneRef | null
}

/** The chosen indicator as charts: those that suit the role, or one kind alone. */
export function ChartPanel({ shown, aloneRef = null }: Props) {
  const { words, view } = useAtlas()
  const { composition } = shown
  const charts = useCharts(shown)
  const { reasons } = charts
  const reason = view.chart && reasons[view.chart]
  const alone = reason === null ? view.chart : null

  return (
    <section
      className={styles.panel}
      data-region="chart"
      data-chart={alone ?? 'all'}
      aria-label={words.chart.title}
      // It scrolls, and what is in it may hold nothing to stop at, so it is a stop itself: arrow keys scroll it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <h2 className={styles.title}>{composition.title}</h2>
      <p className={styles.subtitle}>{[composition.subtitle, composition.legend.unit].filter(Boolean).join(' · ')}</p>
      <ChartChooser reasons={reasons} shown={alone} />
      {charts.error && (
        <Failure
          title={words.pack.title}
          detail={explain(charts.error, words)}
          action={words.state.retry}
          onAction={charts.retry}
        />
      )}
      <EmptyView shown={shown} />
      {charts.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {view.chart && reason && reason !== 'loading' && (
        <p className={styles.instead} role="status" data-part="chart-instead">
          {words.charting.instead(words.charting.kinds[view.chart], words.charting.reasons[reason])}
        </p>
      )}
      {reason !== 'loading' && (
        <Suspense fallback={<Quiet busy>{words.charts.loading}</Quiet>}>
          <AloneProvider value={alone && aloneRef}>
            {(alone ? [alone] : OVERVIEW[view.role]).map((kind) => (
              <Fragment key={kind}>{charts.draw(kind)}</Fragment>
            ))}
          </AloneProvider>
        </Suspense>
      )}
    </section>
  )
}
