import {
  QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Observation } from '../model/observation.ts'
import type { Boundaries, Catalog, Holdings, Manifest, SearchFile } from '../model/pack.ts'
import { PackError } from './error.ts'
import {
  loadBoundaries,
  loadCatalog,
  loadHoldings,
  loadManifest,
  loadRest,
  loadSearch,
  loadShard,
  loadTours,
  type PackTours,
} from './load.ts'

/** The pack's files never change under their names, so what is loaded stays; only the network's faults are worth another try. */
export function createPackClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        networkMode: 'always',
        structuralSharing: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        retry: (count, error) => count < 2 && error instanceof PackError && error.fault.kind === 'unreachable',
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
    },
  })
}

const manifestOptions = queryOptions({
  queryKey: ['pack', 'manifest'],
  queryFn: ({ signal }) => loadManifest(signal),
  // Whoever asked for it tries again; tries must not multiply.
  retry: false,
})

/** @returns the manifest that the figures on screen come by; null where none is loaded. */
export function loadedManifest(client: QueryClient): Manifest | null {
  return client.getQueryData(manifestOptions.queryKey) ?? null
}

/** Half-way through a deployment the manifest and its files disagree, so after a failure both are read anew. */
async function withManifest<T>(client: QueryClient, load: (manifest: Manifest) => Promise<T>): Promise<T> {
  try {
    return await load(await client.query(manifestOptions))
  } catch (error) {
    client.removeQueries({ queryKey: manifestOptions.queryKey, exact: true })
    throw error
  }
}

export const catalogOptions = queryOptions({
  queryKey: ['pack', 'catalog'],
  queryFn: async ({ client, signal }): Promise<Catalog> => {
    const catalog = await withManifest(client, (manifest) => loadCatalog(manifest, signal))
    if (catalog.awaited) void completeCatalog(client, catalog)
    return catalog
  },
})

/** Waits this long at most before it asks for the rest of the catalog again, ms. */
const LONGEST_WAIT = 30_000

/** Puts the whole catalog in the place of that of a large pack, once its rest is there. The first view does not wait for it. */
async function completeCatalog(client: QueryClient, catalog: Catalog): Promise<void> {
  const options = queryOptions({
    // Not one of the pack's keys: what waits for the pack must not wait for this.
    queryKey: ['rest', catalog.id, catalog.version],
    queryFn: ({ signal }): Promise<Catalog> => withManifest(client, (manifest) => loadRest(manifest, catalog, signal)),
    retry: (_count: number, error: Error) => error instanceof PackError && error.fault.kind === 'unreachable',
    retryDelay: (attempt: number) => Math.min(400 * 2 ** attempt, LONGEST_WAIT),
  })
  // A rest that is broken leaves the catalog as it is: map and charts work on.
  const whole = await client.query(options).catch(() => null)
  if (whole) client.setQueryData(catalogOptions.queryKey, whole)
}

export const boundariesOptions = queryOptions({
  queryKey: ['pack', 'boundaries'],
  queryFn: ({ client, signal }): Promise<Boundaries> =>
    withManifest(client, (manifest) => loadBoundaries(manifest, signal)),
})

/** What the pack holds, counted; asked for by the data page alone. */
const holdingsOptions = queryOptions({
  queryKey: ['pack', 'holdings'],
  queryFn: ({ client, signal }): Promise<Holdings> =>
    withManifest(client, (manifest) => loadHoldings(manifest, signal)),
})

/** How names are said and what each source speaks of; asked for by the search box alone. */
export const searchOptions = queryOptions({
  queryKey: ['pack', 'search'],
  queryFn: ({ client, signal }): Promise<SearchFile> =>
    withManifest(client, (manifest) => loadSearch(manifest, signal)),
})

/** The pack's tours; asked for by the presenter, and by who makes tours. */
export const toursOptions = queryOptions({
  queryKey: ['pack', 'tours'],
  queryFn: async ({ client, signal }): Promise<PackTours> => {
    const catalog = await client.query(catalogOptions)
    return withManifest(client, (manifest) => loadTours(manifest, catalog, signal))
  },
})

/** One file of observations; several places or indicators may share it, so it is cached by its number. */
export function shardOptions(catalog: Catalog, index: number) {
  return queryOptions({
    queryKey: ['pack', 'shard', index],
    queryFn: ({ signal }): Promise<readonly Observation[]> => loadShard(catalog, index, signal),
  })
}

/** All names and what is on record where; shared by every panel. */
export function useCatalogQuery(): UseQueryResult<Catalog> {
  return useQuery(catalogOptions)
}

export function useBoundariesQuery(): UseQueryResult<Boundaries> {
  return useQuery(boundariesOptions)
}

export function useHoldingsQuery(): UseQueryResult<Holdings> {
  return useQuery(holdingsOptions)
}

export function useSearchQuery(): UseQueryResult<SearchFile> {
  return useQuery(searchOptions)
}

export function useToursQuery(): UseQueryResult<PackTours> {
  return useQuery(toursOptions)
}

const NONE: readonly Observation[] = []

/** What a panel gets of the figures it asked for. */
export interface Figures {
  readonly observations: readonly Observation[]
  readonly pending: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** All figures of one place, whatever their indicator. A place without figures has none, and that is no error. */
export function useFiguresOfPlace(catalog: Catalog, code: string): Figures {
  const figures = useShard(catalog, catalog.byPlace[code], (o) => o.place === code, `place ${code}`)
  return catalog.awaited ? { ...figures, pending: true } : figures
}

/** All figures of one indicator, whatever their place; null asks for none. */
export function useFiguresOfIndicator(catalog: Catalog, id: string | null): Figures {
  return useShard(
    catalog,
    id === null ? undefined : catalog.byIndicator[id],
    (o) => o.indicator === id,
    `indicator ${id}`,
  )
}

/** All figures of several indicators, in the order asked for; the same array while nothing changed. */
export function useFiguresOfIndicators(catalog: Catalog, ids: readonly string[]): Figures {
  const shardOf = (id: string): number => catalog.byIndicator[id] ?? -1
  const known = ids.filter((id) => shardOf(id) >= 0)
  // Two indicators may share a file, and a query must not be asked twice.
  const shards = [...new Set(known.map(shardOf))]
  return useQueries({
    queries: shards.map((index) => shardOptions(catalog, index)),
    combine: (queries) => {
      const parts = known.map((id) => {
        const data = queries[shards.indexOf(shardOf(id))]?.data
        return data ? memoFilter(data, `indicator ${id}`, (o) => o.indicator === id) : NONE
      })
      return {
        observations: memoConcat(parts),
        pending: queries.some((query) => query.isPending),
        error: queries.find((query) => query.error)?.error ?? null,
        retry: () => queries.forEach((query) => void query.refetch()),
      }
    },
  })
}

/** Figures that come file by file. */
export interface ComingFigures extends Figures {
  /** How many of the files asked for are there, and how many there are to be. */
  readonly loaded: number
  readonly files: number
}

/**
 * Every figure of the pack, once; asked for a few places or indicators alone, only the files that hold them, whichever are fewer.
 * Files may hold more than was asked for, and what was loaded before is given too: the caller filters.
 * @param asked empty lists ask for all
 */
export function useFiguresOf(
  catalog: Catalog,
  asked: { readonly places: readonly string[]; readonly indicators: readonly string[] },
): ComingFigures {
  const client = useQueryClient()
  // Every figure is with its place's others and with its indicator's; only one of the two sets is read, so none comes twice.
  const ofPlaces = shardsOf(catalog.byPlace, asked.places)
  const ofIndicators = shardsOf(catalog.byIndicator, asked.indicators)
  const byIndicator = asked.indicators.length > 0 && ofIndicators.size <= ofPlaces.size
  const [index, wanted] = byIndicator ? [catalog.byIndicator, ofIndicators] : [catalog.byPlace, ofPlaces]
  const isThere = (shard: number) => client.getQueryData(shardOptions(catalog, shard).queryKey) !== undefined
  const shards = [...shardsOf(index, [])].filter((shard) => wanted.has(shard) || isThere(shard))
  return useQueries({
    queries: shards.map((shard) => shardOptions(catalog, shard)),
    combine: (queries) => {
      const parts = queries.flatMap(({ data }, at) => {
        const belongs = (o: Observation) => index[byIndicator ? o.indicator : o.place] === shards[at]
        return data ? [memoFilter(data, byIndicator ? 'its indicators' : 'its places', belongs)] : []
      })
      return {
        observations: memoConcat(parts),
        pending: queries.some((query) => query.isPending),
        error: queries.find((query) => query.error)?.error ?? null,
        retry: () => queries.forEach((query) => query.isError && void query.refetch()),
        loaded: parts.length,
        files: shards.length,
      }
    },
  })
}

/** @returns the files of what is asked for, of everything where nothing is. */
function shardsOf(index: Readonly<Record<string, number>>, asked: readonly string[]): ReadonlySet<number> {
  if (asked.length === 0) return new Set(Object.values(index))
  return new Set(asked.flatMap((id) => index[id] ?? []))
}

const joined = new WeakMap<
  readonly Observation[],
  { parts: readonly (readonly Observation[])[]; all: readonly Observation[] }
>()

/** The same array for the same parts. */
export function memoConcat(parts: readonly (readonly Observation[])[]): readonly Observation[] {
  const [first] = parts
  if (first === undefined) return NONE
  if (parts.length === 1) return first
  const known = joined.get(first)
  if (known?.parts.length === parts.length && known.parts.every((part, i) => part === parts[i])) return known.all
  const all = parts.flat()
  joined.set(first, { parts, all })
  return all
}

const filtered = new WeakMap<readonly Observation[], Map<string, readonly Observation[]>>()

function useShard(
  catalog: Catalog,
  index: number | undefined,
  keep: (o: Observation) => boolean,
  key: string,
): Figures {
  const query = useQuery({ ...shardOptions(catalog, index ?? -1), enabled: index !== undefined })
  return {
    observations: query.data ? memoFilter(query.data, key, keep) : NONE,
    pending: index !== undefined && query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  }
}

/** The same array for the same question: hooks below depend on its identity. */
function memoFilter(
  data: readonly Observation[],
  key: string,
  keep: (o: Observation) => boolean,
): readonly Observation[] {
  const memo = filtered.get(data) ?? new Map<string, readonly Observation[]>()
  filtered.set(data, memo)
  const known = memo.get(key)
  if (known) return known
  const result = data.filter(keep)
  memo.set(key, result)
  return result
}
