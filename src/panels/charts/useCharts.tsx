import { useMemo, type ReactNode } from 'react'
import { candidatesFor } from '../../model/pairing.ts'
import { CHART_KINDS, RECORDS, type ChartKind } from '../../model/view.ts'
import { useFiguresOfIndicators, type Figures } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Section } from '../section/Section.tsx'
import type { ViewReading } from '../../reading/useReading.ts'
import { ChartExport } from './ChartExport.tsx'
import { alikeOf, districtsOf, reasonAgainst, type Reason } from './kinds.ts'
import { PlacesOverTime } from './PlacesOverTime.tsx'
import { ProjectsOverTime } from './ProjectsOverTime.tsx'
import { Ranking } from './Ranking.tsx'
import { TargetsByPlace } from './TargetsByPlace.tsx'
import { viewExhibit } from './view-exhibit.ts'

const ChangeOverYears = lazily(async () => (await import('./ChangeOverYears.tsx')).ChangeOverYears)
const Distribution = lazily(async () => (await import('./Distribution.tsx')).Distribution)
const Scatter = lazily(async () => (await import('./Scatter.tsx')).Scatter)

/** The kinds of chart for what the view shows. */
export interface Charts extends Pick<Figures, 'pending' | 'error' | 'retry'> {
  /** Why a kind cannot be drawn; null: it can. */
  readonly reasons: Readonly<Record<ChartKind, Reason | null>>
  readonly draw: (kind: ChartKind) => ReactNode
}

/** Every kind of chart of the chosen indicator, with its figures or the reason why there is none. Some parts load when drawn. */
export function useCharts(shown: ViewReading): Charts {
  const atlas = useAtlas()
  const { catalog, words, view } = atlas
  const { reading } = shown
  const ranking = useMemo(() => viewExhibit(shown, atlas), [shown, atlas])
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
  return { reasons, draw, pending: figures.pending, error: figures.error, retry: figures.retry }
}
