import { useState, type RefObject } from 'react'
import { formatDate } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import { isWithin } from '../model/period.ts'
import { RECORDS, type ChartKind } from '../model/view.ts'
import { useFiguresOfIndicator } from '../pack/queries.ts'
import type { ViewReading } from '../reading/useReading.ts'
import { viewRows } from '../reading/view-rows.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import { framed } from '../view/framed.ts'
import { baseOf, linkOf } from '../view/link.ts'
import styles from './Foot.module.css'
import { useFullScreen } from './useFullScreen.ts'

interface Props {
  readonly shown: ViewReading
  readonly part: 'map' | 'chart' | 'table' | 'card'
  /** The kind of the chart; null where none stands. */
  readonly kind: ChartKind | null
  readonly content: RefObject<HTMLElement | null>
  readonly controls: boolean
}

/** So many publishers are named; the rest is counted. */
const NAMED = 2

/** Where it comes from, how current it is, and the ways out of the frame. */
export function Foot({ shown, part, kind, content, controls }: Props) {
  const { catalog, view, words, language } = useAtlas()
  const text = words.embed
  const figures = useShownFigures(shown, part, kind)
  const screen = useFullScreen(content)
  const link = linkOf({ ...view, mode: 'explore' }, { lang: language, theme: view.theme }, catalog.defaults, here())
  return (
    <footer className={styles.foot}>
      <p className={styles.source} data-part="sources">
        <SourceLine figures={figures} counted={view.indicator === RECORDS && (part !== 'chart' || kind !== 'time')} />
        <span>{text.asOf(formatDate(catalog.asOf, language))}</span>
      </p>
      <p className={styles.ways}>
        {controls && screen.possible && (
          <button type="button" className={styles.way} data-action="full-screen" onClick={screen.toggle}>
            <Icon name={screen.on ? 'shrink' : 'expand'} />
            {screen.on ? text.leaveFullScreen : text.fullScreen}
          </button>
        )}
        {controls && !screen.possible && framed() && (
          <a
            className={styles.way}
            data-action="new-window"
            href={window.location.href}
            target="_blank"
            rel="noopener noreferrer"
          >
            <Icon name="expand" />
            {text.newWindow}
          </a>
        )}
        <OpenInAtlas href={link} />
      </p>
    </footer>
  )
}

function here(): string {
  return baseOf(window.location)
}

/** A sandboxed frame may not open windows, and no script can ask; then its address is there to be taken by hand. */
function OpenInAtlas({ href }: { readonly href: string }) {
  const { words, catalog, say } = useAtlas()
  const [blocked, setBlocked] = useState(false)
  const open = () => {
    // Only a sandbox without its own origin leaves it open whether a window came.
    if (window.origin === 'null') setBlocked(true)
  }
  return (
    <>
      <a
        className={styles.way}
        data-action="open-atlas"
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        title={say(catalog.title)}
        onClick={open}
      >
        <Icon name="external" />
        {words.embed.open}
      </a>
      {blocked && (
        <span className={styles.blocked} role="status">
          {words.embed.blocked} <span className={styles.address}>{href}</span>
        </span>
      )}
    </>
  )
}

function SourceLine({ figures, counted }: { readonly figures: readonly Observation[]; readonly counted: boolean }) {
  const { words, names } = useAtlas()
  if (counted) return <span>{words.embed.counted}</span>
  const ids = [...new Set(figures.flatMap((o) => o.sources.slice(0, 1)))]
  if (ids.length === 0) return null
  const named = ids.slice(0, NAMED).flatMap((id) => {
    const source = names.source.get(id)
    return source ? [source.title] : []
  })
  return <span>{words.embed.sources(named.join(words.mapParts.separator), ids.length - named.length)}</span>
}

/** Kinds that draw more than the figures of the map: other years, other roles. */
const WIDER: ReadonlySet<ChartKind | null> = new Set(['time', 'targets'])

/** The figures that stand in the part shown. A card names the sources of its own. */
function useShownFigures(shown: ViewReading, part: Props['part'], kind: ChartKind | null): readonly Observation[] {
  const { catalog, view } = useAtlas()
  const all = useFiguresOfIndicator(catalog, view.indicator === RECORDS ? null : view.indicator)
  if (part === 'card') return []
  if (part === 'chart' && WIDER.has(kind)) {
    return kind === 'targets' ? all.observations : all.observations.filter((o) => isWithin(o.period, view.time))
  }
  return viewRows(shown.reading).flatMap(({ chosen }) => chosen?.observation ?? [])
}
