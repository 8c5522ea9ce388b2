import { Activity, memo, Suspense, useDeferredValue, useState } from 'react'
import { useFiguresOfPlace } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { PanelBoundary } from '../../ui/PanelBoundary.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import styles from './DetailsPanel.module.css'
import { PlacePage } from './PlacePage.tsx'

const ComparePage = lazily(async () => (await import('../compare/ComparePage.tsx')).ComparePage)

/** The tab of the comparison; no place has such a code. */
const COMPARE = 'compare'

/** What is on record of the selected place; of the whole city where none is selected; where several are, them side by side. */
export const DetailsPanel = memo(function DetailsPanel() {
  const { catalog, view, words, language } = useAtlas()
  const [wanted, setWanted] = useState(COMPARE)
  const several = view.places.length > 1
  const [first, setFirst] = useState<string | null>(() => (several ? null : (view.places[0] ?? catalog.city)))
  // The place chosen by tab stays while it is selected.
  const shown = several ? (view.places.includes(wanted) ? wanted : COMPARE) : (view.places[0] ?? catalog.city)
  if (first !== null && first !== shown) setFirst(null)
  // What stood here before is out of sight at once, and taken apart after the paint: a long page takes as long to go as to come.
  const before = useDeferredValue(shown)
  return (
    <aside className={styles.panel} data-region="details" id="details" aria-label={words.details.region} tabIndex={-1}>
      {several && <Tabs shown={shown} onShow={setWanted} />}
      {[...new Set([shown, before])].map((page) => (
        <Activity key={page} mode={page === shown ? 'visible' : 'hidden'}>
          {page === COMPARE ? (
            <PanelBoundary name={words.compare.title} language={language}>
              <Suspense fallback={<Quiet busy>{words.state.loadingFigures}</Quiet>}>
                <ComparePage />
              </Suspense>
            </PanelBoundary>
          ) : (
            // The page that the build wrote had all of it: the first one comes whole.
            <Figures code={page} whole={page === first} />
          )}
        </Activity>
      ))}
    </aside>
  )
})

function Figures({ code, whole }: { readonly code: string; readonly whole: boolean }) {
  const { catalog, names, words } = useAtlas()
  const figures = useFiguresOfPlace(catalog, code)
  const place = names.place.get(code)
  if (!place) return <Quiet>{words.details.none}</Quiet>
  return (
    <>
      {figures.error && (
        <Failure
          title={words.pack.title}
          detail={explain(figures.error, words)}
          action={words.state.retry}
          onAction={figures.retry}
        />
      )}
      <PlacePage place={place} observations={figures.observations} pending={figures.pending} whole={whole} />
    </>
  )
}

/** The comparison, or one of the places. */
function Tabs({ shown, onShow }: { readonly shown: string; readonly onShow: (tab: string) => void }) {
  const { view, names, words, say } = useAtlas()
  return (
    <div className={styles.tabs} role="group" aria-label={words.compare.tabs}>
      {[COMPARE, ...view.places].map((tab) => {
        const place = names.place.get(tab)
        return (
          <button key={tab} type="button" data-tab={tab} aria-pressed={tab === shown} onClick={() => onShow(tab)}>
            {tab === COMPARE ? words.compare.title : place ? say(place.name) : tab}
          </button>
        )
      })}
    </div>
  )
}
