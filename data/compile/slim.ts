import type { Catalog } from '../../src/model/pack.ts'
import { packRest, packRuns, type RestFile, type SlimCatalog } from '../../src/model/slim.ts'

/**
 * The written rule of when a catalog is split: where what the first view can do without is larger than this, bytes of JSON. A city with
 * 600 sources has some 250 kB of it, which is one request less; a country has 20 MB.
 */
export const SLIM_ABOVE = 512 * 1024

/**
 * Splits a large catalog: names and coverage stay, sources, counts by place and the list of places' files go to a file of their own, which
 * is loaded after the first view. A small one stays whole.
 */
export function splitCatalog(
  catalog: Catalog,
): { readonly catalog: Catalog } | { readonly slim: SlimCatalog; readonly rest: RestFile } {
  const { sources, records, shards, byPlace, byIndicator, coverage, ...head } = catalog
  const ofPlaces = [...new Set(Object.values(byPlace))].sort((a, b) => a - b)
  const ofIndicators = shards.map((_, at) => at).filter((at) => !ofPlaces.includes(at))
  const placeShards = ofPlaces.flatMap((at) => shards[at] ?? [])
  if (Buffer.byteLength(JSON.stringify([sources, records, placeShards, byPlace])) <= SLIM_ABOVE) return { catalog }
  const codes = catalog.places.map(({ code }) => code)
  // Indicators' files come first, so that their numbers are the same before and after the rest is there.
  const move = (
    index: Readonly<Record<string, number>>,
    order: readonly number[],
    first: number,
  ): Record<string, number> => {
    const at = new Map(order.map((old, i) => [old, first + i]))
    return Object.fromEntries(Object.entries(index).map(([id, old]) => [id, at.get(old) ?? -1]))
  }
  return {
    slim: {
      ...head,
      coverage: coverage.map(({ places, ...each }) => ({ ...each, places: packRuns(places, codes) })),
      shards: ofIndicators.flatMap((at) => shards[at] ?? []),
      byIndicator: move(byIndicator, ofIndicators, 0),
      slim: true,
    },
    rest: packRest({ sources, records, shards: placeShards, byPlace: move(byPlace, ofPlaces, ofIndicators.length) }),
  }
}
