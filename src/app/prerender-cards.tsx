import { noticeOf, type ExportAtlas } from '../export/carry.ts'
import { geometryOf, type MapGeometry } from '../map/geometry.ts'
import { read } from '../map/reading.ts'
import { loadMessages } from '../messages/messages.ts'
import { ROLES, type Observation, type Role } from '../model/observation.ts'
import type { Boundaries, Catalog, Shard } from '../model/pack.ts'
import { LANGUAGES, type Language } from '../model/text.ts'
import { RECORDS } from '../model/view.ts'
import { decodeRow } from '../pack/load.ts'
import { namesOf, wordsOf } from '../ui/atlas.tsx'
import { encodeView, settleView } from '../view/codec.ts'
import type { Card } from './still/Card.tsx'
import { cardPage } from './still/card-page.tsx'
import { groundOf, indicatorCard } from './still/IndicatorCard.tsx'
import { inksOf, type Inks } from './still/inks.ts'
import { placeCard } from './still/PlaceCard.tsx'

await Promise.all(LANGUAGES.map(loadMessages))

/** What cards are made of: the whole compiled pack, and the design tokens. */
export interface CardData {
  readonly catalog: Catalog
  readonly boundaries: Boundaries
  /** All shards by their index in the catalog. */
  readonly shards: ReadonlyMap<number, Shard>
  /** The text of tokens.css. */
  readonly tokens: string
  /** Address of the site with a slash at its end, for what must be absolute; null: unknown, such lines are left out. */
  readonly site: string | null
}

/** A file of the site: its path below the site's root, and its text. */
export interface CardFile {
  readonly path: string
  readonly text: string
}

/** A map of fewer districts is no picture of the city. */
const LEAST_DISTRICTS = 3
/** Cards of more places than these would outweigh the site. */
const MOST_PLACES = 400

/**
 * Static pictures of what a link shows, for pages that cannot frame the atlas and for previews of links: one for each indicator and
 * role whose map shows figures of three districts or more, one for the figures on record of each role, one for each district (of `MOST_PLACES` at most); each
 * as an SVG and as a page around it, in all languages. Called by the build only.
 */
export function renderCards({ catalog, boundaries, shards, tokens, site }: CardData): readonly CardFile[] {
  const geometry = geometryOf(boundaries)
  const figures = decode(catalog, shards)
  const makeInks = inksOf(tokens)
  return LANGUAGES.flatMap((language) => {
    const atlas: ExportAtlas = { catalog, names: namesOf(catalog), ...wordsOf(language) }
    return [
      ...indicatorCards(atlas, figures, geometry, makeInks),
      ...placeCards(atlas, figures, geometry, makeInks),
    ].flatMap(({ name, card, query }) => {
      const path = `cards/${language}/${name}`
      return [
        { path: `${path}.svg`, text: card.svg },
        {
          path: `${path}.html`,
          text: cardPage(card, { path, query, language, site, brand: atlas.say(catalog.title) }),
        },
      ]
    })
  })
}

interface Named {
  /** File name without language and ending. */
  readonly name: string
  readonly card: Card
  /** Of the link that shows the same. */
  readonly query: string
}

interface Figures {
  readonly byIndicator: ReadonlyMap<string, readonly Observation[]>
  readonly byPlace: ReadonlyMap<string, readonly Observation[]>
}

function decode(catalog: Catalog, shards: CardData['shards']): Figures {
  const units = new Map(catalog.units.map((unit) => [unit.id, unit]))
  const decoded = new Map(
    [...shards].map(([index, { observations }]) => [
      index,
      observations.map((row, i) => decodeRow(row, units, `shard ${index}`, i)),
    ]),
  )
  const pick = (index: Readonly<Record<string, number>>, of: (o: Observation) => string) =>
    new Map(Object.entries(index).map(([id, at]) => [id, (decoded.get(at) ?? []).filter((o) => of(o) === id)]))
  return {
    byIndicator: pick(catalog.byIndicator, (o) => o.indicator),
    byPlace: pick(catalog.byPlace, (o) => o.place),
  }
}

function indicatorCards(
  atlas: ExportAtlas,
  figures: Figures,
  geometry: MapGeometry,
  makeInks: () => Inks,
): readonly Named[] {
  const { catalog, language } = atlas
  const all = [...figures.byPlace.values()].flat()
  const ground = groundOf(geometry, catalog.map.inset?.places ?? [], noticeOf(catalog, atlas))
  return ROLES.flatMap((role) =>
    [RECORDS, ...catalog.indicators.map(({ id }) => id)].flatMap((indicator): readonly Named[] => {
      const observations = figures.byIndicator.get(indicator) ?? []
      const reading = read(catalog, observations, { role, indicator, time: null })
      if (reading.districts.filter(({ magnitude }) => magnitude !== null).length < LEAST_DISTRICTS) return []
      const shown =
        indicator === RECORDS
          ? all.filter((o) => o.role === role)
          : [...reading.districts, ...reading.zones, ...(reading.city ? [reading.city] : [])].flatMap(
              ({ chosen }) => chosen?.observation ?? [],
            )
      return [
        {
          name: `${role}.${indicator}`,
          card: indicatorCard(reading, shown, atlas, ground, makeInks()),
          query: queryOf(catalog, language, { role, indicator }),
        },
      ]
    }),
  )
}

function placeCards(
  atlas: ExportAtlas,
  { byPlace }: Figures,
  geometry: MapGeometry,
  makeInks: () => Inks,
): readonly Named[] {
  const { catalog, language } = atlas
  const districts = catalog.places.filter(({ kind }) => kind === 'district')
  if (districts.length > MOST_PLACES) return []
  return districts.map((place) => ({
    name: `place.${place.code}`,
    card: placeCard(place, byPlace.get(place.code) ?? [], atlas, geometry, makeInks()),
    query: queryOf(catalog, language, { places: [place.code] }),
  }))
}

function queryOf(
  { defaults }: Catalog,
  lang: Language,
  given: { readonly role?: Role; readonly indicator?: string; readonly places?: readonly string[] },
): string {
  const { view } = settleView({ ...given, lang }, { defaults, hasIndicator: () => true, hasPlace: () => true })
  return encodeView(view, defaults)
}
