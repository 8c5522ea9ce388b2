import { PanelBoundary } from '../ui/PanelBoundary.tsx'
import { useAtlas } from '../ui/atlas.tsx'
import { ChartPanel } from './charts/ChartPanel.tsx'
import { DetailsPanel } from './details/DetailsPanel.tsx'
import styles from './Explorer.module.css'
import { Header } from './Header.tsx'
import { MapPanel } from './MapPanel.tsx'
import { Notices } from './Notices.tsx'
import { TablePanel } from './TablePanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useReading } from './useReading.ts'

interface Props {
  /** A picture alone, for the page that the build writes. */
  readonly still?: boolean
  /** Told which renderer draws the map; null while no map is shown. */
  readonly onRenderer?: (renderer: 'svg' | 'webgl') => void
}

const ignore = () => {}

/** The explorer: map (or chart, or table) left, details right, timeline under the map; one column where it is narrow. */
export function Explorer({ still = false, onRenderer = ignore }: Props) {
  const { words, language, view } = useAtlas()
  const shown = useReading()
  return (
    <div className={styles.explorer} data-show={view.show}>
      <a className={styles.skip} href="#details">
        {words.app.skip}
      </a>
      <Header />
      <Toolbar />
      <Notices />
      <main className={styles.main}>
        <div className={styles.left}>
          <PanelBoundary name={words.toolbar.shows[view.show]} language={language} key={view.show}>
            {view.show === 'map' && <MapPanel shown={shown} still={still} onRenderer={onRenderer} />}
            {view.show === 'chart' && <ChartPanel shown={shown} />}
            {view.show === 'table' && <TablePanel shown={shown} />}
          </PanelBoundary>
          <PanelBoundary name={words.timeline.name} language={language}>
            <TimelinePanel />
          </PanelBoundary>
        </div>
        <PanelBoundary name={words.details.region} language={language}>
          <DetailsPanel />
        </PanelBoundary>
      </main>
    </div>
  )
}
