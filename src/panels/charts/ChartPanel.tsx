import { Fragment, lazy, Suspense, useMemo, type ReactNode } from 'react'
import { candidatesFor } from '../../model/pairing.ts'
import { CHART_KINDS, RECORDS, type ChartKind } from '../../model/view.ts'
import { useFiguresOfIndicators } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Section } from '../section/Section.tsx'
import { EmptyView } from '../empty/EmptyView.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import { useViewExhibit } from './useViewExhibit.ts'
import { AloneProvider, ChartExport, type AloneRef } from './ChartExport.tsx'
import { ChartChooser } from './ChartChooser.tsx'
import styles from './ChartPanel.module.css'
import { alikeOf, districtsOf, OVERVIEW, reasonAgainst, type Reason } from './kinds.ts'
import { PlacesOverTime } from './PlacesOverTime.tsx'
import { ProjectsOverTime } from './ProjectsOverTime.tsx'
import { Ranking } from './Ranking.tsx'
import { TargetsByPlace } from './TargetsByPlace.tsx'

const ChangeOverYears = lazy(async () => ({ default: (await import('./ChangeOverYears.tsx')).ChangeOverYears }))
const Distribution = lazy(async () => ({ default: (await import('./Distribution.tsx')).Distribution }))
const Scatter = lazy(async () => ({ default: (await import('./Scatter.tsx')).Scatter }))

interface Props {
  readonly shown: ViewReading
  /** Told the chart that stands alone. */
  readonly aloneRef?: AloneRef | null
}

/** The chosen indicator as charts: those that suit the role, or one kind alone. */
export function ChartPanel({ shown, aloneRef = null }: Props) {
  const { catalog, words, view } = useAtlas()
  const { composition, reading } = shown
  const ranking = useViewExhibit(shown)
  // Counts have no time of their own; for projects the first pair of the pack stands in, since over time is what they are for.
  const pair =
    view.indicator === RECORDS
      ? view.role === 'project'
        ? catalog.projectPairs[0]
        : undefined
      : catalog.projectPairs.find(({ count, amount }) => [count, amount].includes(view.indicator))
  const indicator = view.indicator === RECORDS ? (pair?.count ?? null) : view.indicator
  const partner = pair && (pair.count === indicator ? pair.amount : pair.count)
  const figures = useFiguresOfIndicators(
    catalog,
    indicator === null ? [] : partner ? [indicator, partner] : [indicator],
  )
  const { observations, pending } = figures
  const alike = useMemo(() => alikeOf(reading, observations), [reading, observations])
  const { role, indicator: asked, time } = view
  const candidates = useMemo(
    () => candidatesFor(catalog, { indicator: asked, role, places: districtsOf(catalog) }),
    [catalog, asked, role],
  )
  const reasons = useMemo(() => {
    const ground = {
      catalog,
      view: { role, indicator: asked, time },
      reading,
      indicator,
      observations,
      pending,
      alike,
      candidates,
    }
    return Object.fromEntries(CHART_KINDS.map((kind) => [kind, reasonAgainst(kind, ground)])) as Record<
      ChartKind,
      Reason | null
    >
  }, [catalog, role, asked, time, reading, indicator, observations, pending, alike, candidates])
  const reason = view.chart && reasons[view.chart]
  const alone = reason === null ? view.chart : null

  const draw = (kind: ChartKind): ReactNode => {
    switch (kind) {
      case 'ranking':
        return (
          <Section title={words.overTime.ranking} tools={<ChartExport exhibit={ranking} />}>
            <Ranking shown={shown} />
          </Section>
        )
      case 'time':
        if (indicator === null) return null
        return view.role === 'project' ? (
          <ProjectsOverTime indicator={indicator} partner={partner ?? null} observations={observations} />
        ) : (
          <PlacesOverTime indicator={indicator} scope={reading.scope ?? ''} observations={observations} />
        )
      case 'targets':
        return (
          indicator !== null && <TargetsByPlace key={indicator} indicator={indicator} observations={observations} />
        )
      case 'change':
        return <ChangeOverYears shown={shown} alike={alike} />
      case 'distribution':
        return <Distribution shown={shown} />
      case 'scatter':
        return <Scatter shown={shown} candidates={candidates} />
    }
  }
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
      {figures.error && (
        <Failure
          title={words.pack.title}
          detail={explain(figures.error, words)}
          action={words.state.retry}
          onAction={figures.retry}
        />
      )}
      <EmptyView shown={shown} />
      {figures.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {view.chart && reason && reason !== 'loading' && (
        <p className={styles.instead} role="status" data-part="chart-instead">
          {words.charting.instead(words.charting.kinds[view.chart], words.charting.reasons[reason])}
        </p>
      )}
      {reason !== 'loading' && (
        <Suspense fallback={<Quiet busy>{words.charts.loading}</Quiet>}>
          <AloneProvider value={alone && aloneRef}>
            {(alone ? [alone] : OVERVIEW[view.role]).map((kind) => (
              <Fragment key={kind}>{draw(kind)}</Fragment>
            ))}
          </AloneProvider>
        </Suspense>
      )}
    </section>
  )
}
