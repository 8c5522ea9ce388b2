import { prerender } from 'react-dom/static'
import { QueryClientProvider } from '@tanstack/react-query'
import { Explorer } from '../explore/Explorer.tsx'
import { loadMessages, messages } from '../messages/messages.ts'
import type { Boundaries, Catalog, Shard } from '../model/pack.ts'
import { LANGUAGES, type Language } from '../model/text.ts'
import type { View } from '../model/view.ts'
import { decodeRow } from '../pack/load.ts'
import { boundariesOptions, catalogOptions, createPackClient, shardOptions } from '../pack/queries.ts'
import { AtlasProvider, namesOf, wordsOf } from '../ui/atlas.tsx'
import { settleView } from '../view/codec.ts'

await Promise.all(LANGUAGES.map(loadMessages))

/** The compiled files that the default view shows. */
export interface FirstView {
  readonly catalog: Catalog
  readonly boundaries: Boundaries
  /** Shards by their index in the catalog; those of the city's figures and of the default indicator. */
  readonly shards: ReadonlyMap<number, Shard>
  /** The oldest browsers that run the app, as people write them: `Safari 16.4`. */
  readonly floor: readonly string[]
}

export interface FirstPage {
  /** Markup for `#root` in every language, the page's own first. */
  readonly pictures: readonly { readonly language: Language; readonly html: string }[]
  readonly title: string
  readonly description: string
  readonly noScript: string
  /** What a frame says where no script can be loaded, in every language. */
  readonly lost: readonly { readonly language: Language; readonly text: string; readonly open: string }[]
  /** What a browser below the floor says above the still view, in every language. */
  readonly old: readonly { readonly language: Language; readonly text: string }[]
  /** What early.js says of a place pressed before the app is there, by language: names by code, and that figures are on their way. */
  readonly early: Readonly<Record<string, { readonly names: Readonly<Record<string, string>>; readonly wait: string }>>
  /** What a page says of which not all came, and how its button is named, in every language. */
  readonly cut: readonly { readonly language: Language; readonly text: string; readonly again: string }[]
  readonly language: Language
  /** Names of the ways into the installed app. */
  readonly ways: { readonly present: string; readonly explore: string }
}

const ignore = () => {}

/** @returns `A, B, or C` in the words of the language. */
const orList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(items)

/**
 * The default view as HTML, from the same components that the app runs: what is on screen before any script, and all that there
 * is without one. Called by the build only.
 */
export async function renderFirstView({ catalog, boundaries, shards, floor }: FirstView): Promise<FirstPage> {
  const language = LANGUAGES[0]
  const client = createPackClient()
  client.setQueryData(catalogOptions.queryKey, catalog)
  client.setQueryData(boundariesOptions.queryKey, boundaries)
  const units = new Map(catalog.units.map((unit) => [unit.id, unit]))
  for (const [index, shard] of shards) {
    const rows = shard.observations.map((row, i) => decodeRow(row, units, `shard ${index}`, i))
    client.setQueryData(shardOptions(catalog, index).queryKey, rows)
  }
  const view: View = settleView({}, { defaults: catalog.defaults, hasIndicator: () => true, hasPlace: () => true }).view
  const draw = async (one: Language): Promise<string> => {
    // Waits for the parts that the app loads by and by, and sends none of them apart to be put in place by a script.
    const { prelude } = await prerender(
      <QueryClientProvider client={client}>
        <AtlasProvider
          value={{
            catalog,
            names: namesOf(catalog),
            view: { ...view, lang: one },
            ...wordsOf(one),
            change: ignore,
            select: ignore,
            openSource: ignore,
            announce: ignore,
          }}
        >
          <Explorer still />
        </AtlasProvider>
      </QueryClientProvider>,
      { progressiveChunkSize: Number.MAX_SAFE_INTEGER },
    )
    return new Response(prelude).text()
  }
  const pictures = await Promise.all(LANGUAGES.map(async (one) => ({ language: one, html: await draw(one) })))
  const words = wordsOf(language)
  return {
    pictures,
    title: words.say(catalog.title),
    description: words.say(catalog.description),
    noScript: messages(language).state.noScript,
    lost: LANGUAGES.map((one) => ({ language: one, text: messages(one).embed.lost, open: messages(one).embed.open })),
    old: LANGUAGES.map((one) => ({ language: one, text: messages(one).state.tooOld(orList(one, floor)) })),
    early: Object.fromEntries(
      pictures.map(({ language: one, html }) => {
        const pressable = catalog.places.filter((place) => html.includes(`data-place="${place.code}"`))
        const { say, words: said } = wordsOf(one)
        const names = Object.fromEntries(pressable.map((place) => [place.code, say(place.name)]))
        return [one, { names, wait: said.state.loadingFigures }]
      }),
    ),
    cut: LANGUAGES.map((one) => {
      const { pageCut, loadAgain } = messages(one).state
      return { language: one, text: pageCut, again: loadAgain }
    }),
    language,
    ways: messages(language).offline.ways,
  }
}
