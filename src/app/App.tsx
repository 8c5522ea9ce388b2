import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { tellHost } from '../embed/host.ts'
import { Explorer } from '../explore/Explorer.tsx'
import type { OpenSource } from '../panels/figures/SourcePopover.tsx'
import type { Observation } from '../model/observation.ts'
import type { Catalog } from '../model/pack.ts'
import { textIn, type Text } from '../model/text.ts'
import { MAX_PLACES, type View } from '../model/view.ts'
import { useCatalogQuery } from '../pack/queries.ts'
import { AtlasProvider, namesOf, wordsOf, type Atlas, type Names } from '../ui/atlas.tsx'
import { Part } from '../ui/Part.tsx'
import { lazily } from '../ui/lazily.tsx'
import { explain } from '../ui/explain.ts'
import { Failure } from '../ui/Failure.tsx'
import { PanelBoundary } from '../ui/PanelBoundary.tsx'
import { Quiet } from '../ui/Quiet.tsx'
import { usePrinting } from '../ui/usePrinting.ts'
import { useAnnouncer } from '../ui/useAnnouncer.tsx'
import { connectHistory, languageOfLink } from '../view/history.ts'
import { knownOf } from '../view/known.ts'
import { selectPlace, useViewStore } from '../view/store.ts'
import { LostLanguage } from './LostLanguage.tsx'
import { NewBuild } from './NewBuild.tsx'
import { resolveLanguage, resolveTheme } from './preferences.ts'
import { useDocument } from './useDocument.ts'
import { useSpoken } from '../ui/useSpoken.ts'
import { useDrawn } from '../ui/useDrawn.ts'
import { useSystemTheme } from './useSystemTheme.ts'

const Presenter = lazily(async () => (await import('../present/Presenter.tsx')).Presenter)
const Embed = lazily(async () => (await import('../embed/Embed.tsx')).Embed)
const SourcePopover = lazily(async () => (await import('../panels/figures/SourcePopover.tsx')).SourcePopover)

/** The whole app below its providers. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Gate />
    </QueryClientProvider>
  )
}

/** Nothing can be shown without the catalog; it tells what is wrong, or hands over to the screen. */
function Gate() {
  const catalog = useCatalogQuery()
  const { language } = useSpoken(resolveLanguage(languageOfLink()))
  const { words } = wordsOf(language)
  const failure = catalog.error ? explain(catalog.error, words) : null
  useEffect(() => {
    if (failure !== null) document.documentElement.dataset['app'] = 'error'
    else if (catalog.isPending) document.documentElement.dataset['app'] = 'loading'
  }, [failure, catalog.isPending])
  useEffect(() => {
    if (failure !== null) tellHost({ type: 'error', message: failure })
  }, [failure])
  if (catalog.data) {
    return (
      <PanelBoundary name={textIn(catalog.data.title, language)} language={language}>
        <Screen catalog={catalog.data} />
      </PanelBoundary>
    )
  }
  if (failure !== null) {
    return (
      <Failure
        title={words.pack.title}
        detail={failure}
        action={words.state.retry}
        onAction={() => void catalog.refetch()}
      />
    )
  }
  return <Quiet busy>{words.state.loading}</Quiet>
}

function Screen({ catalog }: { readonly catalog: Catalog }) {
  useEffect(() => connectHistory(knownOf(catalog)), [catalog])
  const view = useViewStore((state) => state.view)
  const moving = useViewStore((state) => state.moving)
  const change = useViewStore((state) => state.change)
  const { announce, region } = useAnnouncer()
  const [source, setSource] = useState<OpenSource | null>(null)
  const [renderer, setRenderer] = useState<'svg' | 'webgl'>('svg')
  const [staged, setStaged] = useState(false)
  const systemTheme = useSystemTheme()
  const { language, pending, lost, retry } = useSpoken(resolveLanguage(view?.lang ?? null))
  const names = useMemo(() => namesOf(catalog), [catalog])
  const words = useMemo(() => wordsOf(language), [language])
  const printing = usePrinting()
  // Paper is white.
  const theme = printing ? 'light' : resolveTheme(view ?? { theme: null, mode: 'explore' }, systemTheme)

  const select = useCallback(
    (code: string, add: boolean) => {
      const before = useViewStore.getState().view?.places ?? []
      // The city is what shows when nothing is selected.
      const after = code === catalog.city ? [] : selectPlace(before, code, add)
      if (after === before) {
        announce(words.words.notice.placesFull(MAX_PLACES))
        return
      }
      change({ places: after })
      const place = names.place.get(after.at(-1) ?? '')
      announce(place ? words.words.live.selected(words.say(place.name)) : words.words.live.cleared)
    },
    [catalog.city, change, announce, names, words],
  )
  const openSource = useCallback(
    (observation: Observation, anchor: HTMLElement) => setSource({ observation, anchor }),
    [],
  )
  const atlas = useMemo<Atlas | null>(
    () => view && { catalog, names, view, ...words, change, select, openSource, announce },
    [catalog, names, view, words, change, select, openSource, announce],
  )
  const explores = view?.mode === 'explore'
  const shown = useDrawn(atlas, moving || !explores)
  useDocument({
    waiting: (!explores && !staged) || shown?.drawn !== atlas || pending,
    view,
    language,
    theme,
    renderer,
    title: titleOf(view, names, words.say(catalog.title), words.say),
  })

  if (atlas === null || shown === null) return null
  return (
    <AtlasProvider value={atlas} {...(explores && shown)}>
      {atlas.view.mode === 'present' ? (
        <PanelBoundary name={words.words.present.stage} language={language}>
          <Suspense fallback={<Quiet busy>{words.words.present.waiting}</Quiet>}>
            <Presenter onRenderer={setRenderer} onStaged={setStaged} />
          </Suspense>
        </PanelBoundary>
      ) : atlas.view.mode === 'embed' ? (
        <Suspense fallback={<Quiet busy>{words.words.state.loading}</Quiet>}>
          <Embed onRenderer={setRenderer} onStaged={setStaged} />
        </Suspense>
      ) : (
        <Explorer onRenderer={setRenderer} />
      )}
      {source && (
        <Part name={words.words.source.title} onClose={() => setSource(null)}>
          <SourcePopover open={source} onClose={() => setSource(null)} />
        </Part>
      )}
      {/* A wall looks for newer pages by itself, and shows no failure. */}
      {atlas.view.mode !== 'present' && <NewBuild />}
      {lost && <LostLanguage language={lost} onRetry={retry} />}
      {region}
    </AtlasProvider>
  )
}

/** The window's title: the place shown, if any, then the atlas; tabs and bookmarks are told apart by it. */
function titleOf(view: View | null, names: Names, atlas: string, say: (text: Text) => string): string {
  const place = names.place.get(view?.places.at(-1) ?? '')
  return place ? `${say(place.name)} · ${atlas}` : atlas
}
