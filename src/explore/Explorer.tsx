import { memo, Suspense, useMemo, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Exhibit } from '../export/exhibit.ts'
import type { Reading } from '../map/reading.ts'
import { formatPeriod, formatQuantity } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import type { Language } from '../model/text.ts'
import { PanelBoundary } from '../ui/PanelBoundary.tsx'
import { lazily } from '../ui/lazily.tsx'
import { Quiet } from '../ui/Quiet.tsx'
import { Later, useAtlas } from '../ui/atlas.tsx'
import { DetailsPanel } from './details/DetailsPanel.tsx'
import { FootnotesProvider, numberSources, PrintFoot } from '../panels/figures/footnotes.tsx'
import styles from './Explorer.module.css'
import { Header } from './Header.tsx'
import { FirstHint } from './help/FirstHint.tsx'
import { MapPanel } from '../panels/map/MapPanel.tsx'
import { Notices } from './Notices.tsx'
import { Sheet } from './sheet/Sheet.tsx'
import { lineOf } from './sheet/shown-line.ts'
import { useSheet } from './sheet/useSheet.ts'
import { TimelinePanel } from '../panels/timeline/TimelinePanel.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useReading, type ViewReading } from '../reading/useReading.ts'
import { useAfterward } from '../ui/useDrawn.ts'
import { framed } from '../view/framed.ts'
import { ViewTools } from './ViewTools.tsx'

// The view opens on the map; these come when they are asked for.
const ChartPanel = lazily(async () => (await import('../panels/charts/ChartPanel.tsx')).ChartPanel)
const TablePanel = lazily(async () => (await import('./TablePanel.tsx')).TablePanel)

interface Props {
  /** A picture alone, for the page that the build writes. */
  readonly still?: boolean
  /** Told which renderer draws the map; null while no map is shown. */
  readonly onRenderer?: (renderer: 'svg' | 'webgl') => void
}

const ignore = () => {}

/**
 * The explorer: map (or chart, or table) left, details right, timeline under the map. Where it is narrow the map fills the
 * screen, and timeline and details lie in a sheet over it.
 */
export const Explorer = memo(function Explorer({ still = false, onRenderer = ignore }: Props) {
  const { catalog, names, words, language, say, view } = useAtlas()
  const shown = useReading()
  const alone = useRef<Exhibit | null>(null)
  const { sheet, stage, isSheet, height, setHeight } = useSheet(view.places)
  const last = view.places.at(-1) ?? catalog.city
  const place = names.place.get(last)
  const onMap = view.show === 'map'
  const numbers = useMemo(() => numberSources(onMap ? [] : figuresOf(shown.reading)), [onMap, shown.reading])
  return (
    <div className={styles.explorer} data-show={view.show} data-still={still || undefined}>
      <nav aria-label={words.surfaces.skip.region}>
        <a className={styles.skip} href="#view">
          {words.surfaces.skip.view}
        </a>
        <a
          className={styles.skip}
          href="#details"
          onClick={() => {
            // Nothing in a sheet that lies low can have the focus.
            if (height === 'peek') flushSync(() => setHeight('half'))
          }}
        >
          {words.surfaces.skip.details}
        </a>
      </nav>
      <Later atOnce="theme">
        <Header />
      </Later>
      <Toolbar>
        {!still && (
          <Later>
            <Tools shown={shown} alone={alone} />
          </Later>
        )}
      </Toolbar>
      <Notices />
      {!still && <FirstHint />}
      <main className={styles.main}>
        <div ref={stage} className={styles.stage} id="view" tabIndex={-1}>
          <PanelBoundary name={words.toolbar.shows[view.show]} language={language} key={view.show}>
            {onMap && (
              // In a frame one finger may be on its way over the host's page.
              <MapPanel shown={shown} still={still} cooperative={!isSheet || framed()} onRenderer={onRenderer} />
            )}
            {!onMap && (
              <FootnotesProvider value={numbers}>
                <Suspense fallback={<Quiet busy>{words.state.loading}</Quiet>}>
                  {view.show === 'chart' ? <ChartPanel shown={shown} aloneRef={alone} /> : <TablePanel shown={shown} />}
                  <PrintFoot />
                </Suspense>
              </FootnotesProvider>
            )}
          </PanelBoundary>
        </div>
        <Sheet
          sheet={sheet}
          height={height}
          onHeight={setHeight}
          still={still}
          title={place ? say(place.name) : last}
          line={lineOf(shown.composition.picture, last) ?? cityLine(shown.reading, language)}
        >
          <div className={styles.time}>
            <PanelBoundary name={words.timeline.name} language={language}>
              <Later atOnce="time">
                <TimelinePanel />
              </Later>
            </PanelBoundary>
          </div>
          <div className={styles.details}>
            <PanelBoundary name={words.details.region} language={language}>
              <Later withMap="places">
                <DetailsPanel />
              </Later>
            </PanelBoundary>
          </div>
        </Sheet>
      </main>
    </div>
  )
})

/** What can be done with the view follows as all that stands beside the map. */
function Tools({ shown, alone }: { readonly shown: ViewReading; readonly alone: RefObject<Exhibit | null> }) {
  return <ViewTools shown={useAfterward(shown)} alone={alone} />
}

function figuresOf({ city, districts, zones, outside }: Reading): readonly Observation[] {
  return [city, ...districts, ...zones, ...outside].flatMap((place) => place?.chosen?.observation ?? [])
}

/** The whole's figure for what the map shows; it is not on the map. */
function cityLine({ city }: Reading, language: Language): string {
  const figure = city?.chosen?.observation
  return figure ? `${formatQuantity(figure.quantity, language)} · ${formatPeriod(figure.period, language)}` : ''
}
