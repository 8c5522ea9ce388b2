import { useCallback, useMemo, useRef, type ReactNode } from 'react'
import { ChosenContext } from '../../map/chosen.ts'
import { DistrictMap } from '../../map/DistrictMap.tsx'
import { Legend } from '../../map/Legend.tsx'
import { SvgMap } from '../../map/SvgMap.tsx'
import { useBoundariesQuery } from '../../pack/queries.ts'
import { useAtlas, useLatest } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { EmptyView } from '../empty/EmptyView.tsx'
import styles from './MapPanel.module.css'
import type { ViewReading } from '../../reading/useReading.ts'
import { useMapNotice } from '../../reading/useMapNotice.ts'
import { useExplained } from './useExplained.ts'
import { useBoundaryTiles } from './useBoundaryTiles.ts'
import { useReserved } from './useReserved.ts'

interface Props {
  readonly shown: ViewReading
  /** A picture alone, for the page that the build writes. */
  readonly still: boolean
  /** Whether its title stands above it; it does unless told. */
  readonly titled?: boolean
  /** Whether the buttons that zoom stand on it; they do unless told. */
  readonly buttons?: boolean
  /** The page scrolls under the map, which leaves it the wheel and one finger. */
  readonly cooperative: boolean
  /** On somebody else's page the SVG map serves unless the link asks for the other: a page of many maps has contexts for few. */
  readonly embedded?: boolean
  readonly onRenderer: (renderer: 'svg' | 'webgl') => void
}

/** The map with its title above and its legend beside. */
export function MapPanel({
  shown,
  still,
  titled = true,
  buttons = true,
  cooperative,
  embedded = false,
  onRenderer,
}: Props) {
  const { language, words, view, select, announce } = useAtlas()
  const boundaries = useBoundariesQuery()
  const fine = useBoundaryTiles(boundaries.data)
  const { composition } = shown
  const { picture, onTip } = useExplained(shown)
  const events = useMemo(() => ({ onSelect: select, onTip }), [select, onTip])
  const notice = useMapNotice()
  const onFail = useCallback(() => announce(words.map.rendererLost), [announce, words])
  const head = useRef<HTMLDivElement>(null)
  const reserved = useReserved(head)
  const map = { picture, events, language, words: words.mapParts, notice, reserved, buttons }
  return (
    <section className={styles.panel} data-region="map" aria-label={composition.title}>
      <div className={styles.head} ref={head} data-map-head>
        {titled && (
          <>
            <h2 className={styles.title}>{composition.title}</h2>
            <p className={styles.subtitle}>{composition.subtitle}</p>
          </>
        )}
        <Legend
          className={styles.legend}
          role={view.role}
          classes={composition.legend.classes}
          noData={composition.legend.noData}
          unit={composition.legend.unit}
          note={composition.legend.note}
          words={words.mapParts}
        />
        {composition.notes.length > 0 && (
          <ul className={styles.notes}>
            {composition.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {fine.lost && (
          <p className={styles.notes} role="status">
            {words.map.simplified} {explain(fine.lost, words)}{' '}
            <button type="button" className={styles.again} data-action="retry" onClick={fine.retry}>
              {words.state.retry}
            </button>
          </p>
        )}
      </div>
      <div className={styles.stage}>
        {boundaries.data && still && <SvgMap {...map} boundaries={boundaries.data} still />}
        {boundaries.data && !still && (
          <Chosen>
            <DistrictMap
              {...map}
              boundaries={boundaries.data}
              tiles={fine.tiles}
              cooperative={cooperative}
              renderer={embedded && view.renderer === 'auto' ? 'svg' : view.renderer}
              onRenderer={onRenderer}
              onFail={onFail}
            />
          </Chosen>
        )}
        {boundaries.isPending && <Quiet busy>{words.state.loadingMap}</Quiet>}
        {boundaries.error && (
          <Failure
            title={words.pack.title}
            detail={explain(boundaries.error, words)}
            action={words.state.retry}
            onAction={() => void boundaries.refetch()}
          />
        )}
        {shown.error && (
          <div className={styles.over}>
            <Failure
              title={words.pack.title}
              detail={explain(shown.error, words)}
              action={words.state.retry}
              onAction={shown.retry}
            />
          </div>
        )}
        <EmptyView shown={shown} className={styles.nothing} />
      </div>
    </section>
  )
}

/** The map below outlines what is selected as soon as it is. */
function Chosen({ children }: { readonly children: ReactNode }) {
  return <ChosenContext value={useLatest().view.places}>{children}</ChosenContext>
}
