import clsx from 'clsx'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChartKind } from '../model/view.ts'
import { MapPanel } from '../panels/map/MapPanel.tsx'
import { FurnitureProvider } from '../panels/section/furniture.ts'
import { TimelinePanel } from '../panels/timeline/TimelinePanel.tsx'
import { useReading } from '../reading/useReading.ts'
import { PanelBoundary } from '../ui/PanelBoundary.tsx'
import { useAtlas } from '../ui/atlas.tsx'
import { readEmbed } from '../view/embed.ts'
import { FigureCard } from './card/FigureCard.tsx'
import { Chosen } from './Chosen.tsx'
import { EmbedChart } from './EmbedChart.tsx'
import { EmbedTable } from './EmbedTable.tsx'
import styles from './Embed.module.css'
import { Foot } from './Foot.tsx'
import { LinkProblems } from './LinkProblems.tsx'
import { useAccent } from './useAccent.ts'
import { useHeight } from './useHeight.ts'
import { useHost } from './useHost.ts'

interface Props {
  /** Told which renderer draws the map. */
  readonly onRenderer: (renderer: 'svg' | 'webgl') => void
  /** Told once it stands, and once it does no more: what it asks for is then on its way. */
  readonly onStaged: (staged: boolean) => void
}

/**
 * One part of the atlas on somebody else's page: map, chart, table or one figure, as high as it needs to be, with its title, where
 * it comes from, and the way to all of it.
 */
export function Embed({ onRenderer, onStaged }: Props) {
  const { language, view, words } = useAtlas()
  const settings = useMemo(() => readEmbed(window.location.search).settings, [])
  const shown = useReading()
  const content = useRef<HTMLDivElement>(null)
  useHost()
  useEffect(() => {
    onStaged(true)
    return () => onStaged(false)
  }, [onStaged])
  useHeight(content)
  useAccent(settings.accent)
  const interactive = !settings.still
  const controls = settings.controls && interactive
  const furniture = useMemo(
    () => ({ tools: false, controls, lists: interactive, heading: 'h2' as const }),
    [controls, interactive],
  )
  const part = settings.card ? 'card' : view.show
  const [kind, setKind] = useState<ChartKind | null>(null)
  const { composition } = shown
  return (
    <FurnitureProvider value={furniture}>
      <div
        ref={content}
        className={clsx(styles.embed, settings.still && styles.still)}
        data-part="embed"
        data-shows={part}
        id="view"
        tabIndex={-1}
      >
        <LinkProblems />
        <main className={styles.main}>
          {part !== 'card' && (
            <header className={settings.title ? styles.head : 'visually-hidden'}>
              <h1 className={styles.title}>{composition.title}</h1>
              {/* Until the figures are here, how many there are is not known. */}
              <p className={styles.subtitle}>{shown.pending ? words.state.loadingFigures : composition.subtitle}</p>
            </header>
          )}
          <PanelBoundary name={composition.title} language={language} key={part}>
            {part === 'map' && (
              <MapPanel
                shown={shown}
                still={settings.still}
                titled={false}
                buttons={controls}
                cooperative
                embedded
                onRenderer={onRenderer}
              />
            )}
            {part === 'chart' && <EmbedChart shown={shown} onKind={setKind} />}
            {part === 'table' && <EmbedTable shown={shown} />}
            {part === 'card' && <FigureCard shown={shown} titled={settings.title} />}
          </PanelBoundary>
          {part === 'map' && interactive && <Chosen shown={shown} />}
          {settings.play && interactive && (
            <PanelBoundary name={words.timeline.name} language={language}>
              <TimelinePanel />
            </PanelBoundary>
          )}
        </main>
        <Foot shown={shown} part={part} kind={kind} content={content} controls={controls} />
      </div>
    </FurnitureProvider>
  )
}
