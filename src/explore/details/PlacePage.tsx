import { Suspense, useDeferredValue, useMemo } from 'react'
import { ExportMenu } from '../../export/ExportMenu.tsx'
import { conflictsOf } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import { isWithin } from '../../model/period.ts'
import type { Place } from '../../model/place.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { AddPlace } from '../compare/AddPlace.tsx'
import { idle } from '../../ui/idle.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PanelBoundary } from '../../ui/PanelBoundary.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { AllFigures } from './AllFigures.tsx'
import { ConflictsProvider } from '../../panels/figures/conflicts.tsx'
import { FootnotesProvider, numberSources, PrintFoot } from '../../panels/figures/footnotes.tsx'
import { Headlines } from './Headlines.tsx'
import { HistorySection } from './HistorySection.tsx'
import { Neighbours } from './Neighbours.tsx'
import { PlaceHead } from './PlaceHead.tsx'
import styles from './PlacePage.module.css'
import { TargetsSection } from './TargetsSection.tsx'

interface Props {
  readonly place: Place
  /** All figures of the place, whatever the time filter. */
  readonly observations: readonly Observation[]
  readonly pending: boolean
  /** All of it at once; otherwise what fills the first screen, and the rest after the paint. */
  readonly whole: boolean
}

/** What stands below the first screen comes no later than this, ms. */
const BELOW_MS = 600

// These two bring their charts along, and stand below what fills the screen: what is on it comes first.
const InvestmentsSection = lazily(async () => {
  await idle(BELOW_MS)
  return (await import('./InvestmentsSection.tsx')).InvestmentsSection
})
const ProjectsSection = lazily(async () => (await import('./ProjectsSection.tsx')).ProjectsSection)

/** One place: who it is, then its targets, history, investments and projects, then every figure with its source. */
export function PlacePage({ place, observations, pending, whole }: Props) {
  const { catalog, words, language, say, view, change } = useAtlas()
  const { time } = view
  const rest = useDeferredValue(true, whole)
  const shown = useMemo(() => observations.filter((o) => isWithin(o.period, time)), [observations, time])
  const targets = useMemo(() => shown.filter((o) => o.role === 'target'), [shown])
  const numbers = useMemo(() => numberSources(observations), [observations])
  const conflicts = useMemo(() => conflictsOf(observations), [observations])
  const title = words.details.figuresOf(say(place.name))
  const exhibit = useMemo(
    () => ({
      title,
      make: async () => (await import('./place-exhibit.ts')).placeExhibit(title, shown, { catalog, time, language }),
    }),
    [title, shown, catalog, time, language],
  )
  return (
    <ConflictsProvider value={conflicts}>
      <FootnotesProvider value={numbers}>
        <article className={styles.page}>
          <PlaceHead
            place={place}
            tools={
              <>
                {view.places.length === 1 && <AddPlace short />}
                <ExportMenu exhibit={exhibit} />
              </>
            }
          />
          {pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
          <Headlines observations={observations} place={place} />
          <Neighbours place={place} />
          {!pending && observations.length === 0 && (
            <Quiet>
              <strong>{words.details.none}</strong>
              <p>{words.details.noneHint}</p>
            </Quiet>
          )}
          {observations.length > 0 && shown.length === 0 && (
            <Quiet>
              <p>{words.details.noneUnderFilter(observations.length)}</p>
              <button type="button" className={styles.button} onClick={() => change({ time: null })}>
                {words.details.showAllTime}
              </button>
            </Quiet>
          )}
          {!rest && <span data-coming hidden />}
          {rest && (
            <>
              <TargetsSection targets={targets} observations={observations} />
              <HistorySection observations={observations} />
              {/* Together, so that nothing moves that is read already. */}
              <Suspense fallback={<span data-coming hidden />}>
                {/* A part that is lost costs its own place, not the page. */}
                <PanelBoundary name={words.details.region} language={language}>
                  <InvestmentsSection observations={shown} />
                  <ProjectsSection observations={shown} />
                </PanelBoundary>
                <AllFigures place={place} observations={shown} />
                <PrintFoot />
              </Suspense>
            </>
          )}
        </article>
      </FootnotesProvider>
    </ConflictsProvider>
  )
}
