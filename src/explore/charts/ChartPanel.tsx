import { Fragment, type ReactNode } from 'react'
import type { Role } from '../../model/observation.ts'
import { RECORDS } from '../../model/view.ts'
import { useFiguresOfIndicators } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Section } from '../details/Section.tsx'
import type { ViewReading } from '../useReading.ts'
import styles from './ChartPanel.module.css'
import { PlacesOverTime } from './PlacesOverTime.tsx'
import { ProjectsOverTime } from './ProjectsOverTime.tsx'
import { Ranking } from './Ranking.tsx'
import { TargetsByPlace } from './TargetsByPlace.tsx'

type Part = 'ranking' | 'time' | 'targets'

/** What a reader of each role came for stands first. */
const ORDER: Readonly<Record<Role, readonly Part[]>> = {
  target: ['targets', 'ranking', 'time'],
  actual: ['ranking', 'time', 'targets'],
  investment: ['time', 'ranking', 'targets'],
  project: ['time', 'ranking', 'targets'],
}

/** The chosen indicator as charts: places ranked, over time, and targets beside what was reached. */
export function ChartPanel({ shown }: { readonly shown: ViewReading }) {
  const { catalog, words, view } = useAtlas()
  const { composition } = shown
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

  const parts: Readonly<Record<Part, ReactNode>> = {
    ranking: (
      <Section title={words.overTime.ranking}>
        <Ranking shown={shown} />
      </Section>
    ),
    time:
      indicator !== null &&
      (view.role === 'project' ? (
        <ProjectsOverTime indicator={indicator} partner={partner ?? null} observations={figures.observations} />
      ) : (
        <PlacesOverTime indicator={indicator} scope={shown.reading.scope ?? ''} observations={figures.observations} />
      )),
    targets: indicator !== null && <TargetsByPlace indicator={indicator} observations={figures.observations} />,
  }
  return (
    // It scrolls, and what is in it may hold nothing to stop at, so it is a stop itself: arrow keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.panel} data-region="chart" aria-label={words.chart.title} tabIndex={0}>
      <h2 className={styles.title}>{composition.title}</h2>
      <p className={styles.subtitle}>{[composition.subtitle, composition.legend.unit].filter(Boolean).join(' · ')}</p>
      {figures.error && (
        <Failure
          title={words.pack.title}
          detail={explain(figures.error, words)}
          action={words.state.retry}
          onAction={figures.retry}
        />
      )}
      {figures.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {ORDER[view.role].map((part) => (
        <Fragment key={part}>{parts[part]}</Fragment>
      ))}
    </section>
  )
}
