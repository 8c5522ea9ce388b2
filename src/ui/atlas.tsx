import { createContext, use, type ReactNode } from 'react'
import { FIRST_LANGUAGE, messages, type Messages } from '../messages/messages.ts'
import type { Indicator, Observation, PackEvent, Scope, Source } from '../model/observation.ts'
import type { Catalog } from '../model/pack.ts'
import type { Place } from '../model/place.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import type { View } from '../model/view.ts'
import type { Change } from '../view/store.ts'

/** The catalog's names by id. A name that the pack lacks is undefined, and the caller says what it shows then. */
export interface Names {
  readonly place: ReadonlyMap<string, Place>
  readonly indicator: ReadonlyMap<string, Indicator>
  readonly scope: ReadonlyMap<string, Scope>
  readonly event: ReadonlyMap<string, PackEvent>
  readonly source: ReadonlyMap<string, Source>
  readonly theme: ReadonlyMap<string, Text>
}

/** What every screen needs, handed down in one piece so that no component reads the store or the URL. */
export interface Atlas {
  readonly catalog: Catalog
  readonly names: Names
  readonly view: View
  readonly language: Language
  readonly words: Messages
  /** A pack's text in the language of the interface. */
  readonly say: (text: Text) => string
  readonly change: (partial: Partial<View>, kind?: Change) => void
  /** Selects a place, or adds it to the selection; says so where the selection is full. */
  readonly select: (code: string, add: boolean) => void
  /** Opens the source of a figure beside `anchor`. */
  readonly openSource: (observation: Observation, anchor: HTMLElement) => void
  /** Tells assistive technology what changed. */
  readonly announce: (text: string) => void
}

const AtlasContext = createContext<Atlas | null>(null)
const LatestContext = createContext<Atlas | null>(null)
const RestContext = createContext<Atlas | null>(null)

interface ProviderProps {
  readonly value: Atlas
  /** What the map and all that is no control shows meanwhile (see `useDrawn`); the same unless told. */
  readonly drawn?: Atlas
  /** What stands in a `Later` meanwhile; as `drawn` unless told. */
  readonly rest?: Atlas
  readonly children?: ReactNode
}

export function AtlasProvider({ value, drawn = value, rest = drawn, children }: ProviderProps) {
  return (
    <LatestContext value={value}>
      <AtlasContext value={drawn}>
        <RestContext value={rest}>{children}</RestContext>
      </AtlasContext>
    </LatestContext>
  )
}

interface LaterProps {
  /** Where this part of the view changes, what is below changes with it at once: it is the control itself. */
  readonly atOnce?: keyof View
  /** Where this part of the view changes, what is below changes with the map: it is the answer itself. */
  readonly withMap?: keyof View
  readonly children: ReactNode
}

/**
 * What is below follows the map: what stands beside it comes without holding it or another touch up. Its children have to be
 * memoized, without props that change with the view.
 */
export function Later({ atOnce, withMap, children }: LaterProps) {
  const now = useLatest()
  const drawn = useAtlas()
  const rest = given(use(RestContext))
  const differs = (other: Atlas, part?: keyof View) => part !== undefined && other.view[part] !== rest.view[part]
  const shown = differs(now, atOnce) ? now : differs(drawn, withMap) ? drawn : rest
  return <AtlasContext value={shown}>{children}</AtlasContext>
}

/** @throws Error outside of an `AtlasProvider` */
export function useAtlas(): Atlas {
  return given(use(AtlasContext))
}

/**
 * As `useAtlas`, but with the view as it is now, whatever is drawn of it yet: for controls, which show and change what was just chosen.
 * @throws Error outside of an `AtlasProvider`
 */
export function useLatest(): Atlas {
  return given(use(LatestContext))
}

/** The interface's language; outside of an atlas, in tests of a part alone, the first one. */
export function useLanguage(): Language {
  return use(LatestContext)?.language ?? FIRST_LANGUAGE
}

function given(atlas: Atlas | null): Atlas {
  if (atlas === null) throw new Error('useAtlas needs an AtlasProvider above it')
  return atlas
}

export function namesOf(catalog: Catalog): Names {
  const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
  return {
    place: new Map(catalog.places.map((place) => [place.code, place])),
    indicator: byId(catalog.indicators),
    scope: byId(catalog.scopes),
    event: byId(catalog.events),
    source: byId(catalog.sources),
    theme: new Map(catalog.themes.map((theme) => [theme.id, theme.name])),
  }
}

/** The part of `Atlas` that follows from pack and language alone. */
export function wordsOf(language: Language): Pick<Atlas, 'language' | 'words' | 'say'> {
  return { language, words: messages(language), say: (text) => textIn(text, language) }
}
