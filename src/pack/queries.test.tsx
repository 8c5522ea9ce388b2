import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { catalog, fileRef } from '../../tests/fixtures.ts'
import { PACK_FORMAT, type Catalog, type Manifest } from '../model/pack.ts'
import { packRest, packRuns } from '../model/slim.ts'
import { PackError } from './error.ts'
import {
  createPackClient,
  useCatalogQuery,
  useFiguresOf,
  useFiguresOfIndicator,
  useFiguresOfIndicators,
  useFiguresOfPlace,
  useHoldingsQuery,
  useSearchQuery,
} from './queries.ts'

const row = (id: string, place: string, indicator: string) => ({
  ...{ id, place, indicator, role: 'actual', value: 4, unit: 'cny-yi', bound: 'exact' },
  ...{ certainty: 'stated', sources: ['s-1'], printed: '4亿元' },
})
const SHARD = JSON.stringify({
  format: PACK_FORMAT,
  observations: [row('o-1', 'a', 'gdp'), row('o-2', 'b', 'gdp'), row('o-3', 'a', 'jobs'), row('o-4', 'gdp', 'jobs')],
})
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const CATALOG = catalog({
  shards: [{ ...fileRef('figures-1.json'), sha256: hash(SHARD) }],
  byPlace: { a: 0, b: 0, gdp: 0 },
  byIndicator: { gdp: 0, jobs: 0 },
})

/** Serves files by the end of their address; everything else is a 404. */
function serve(files: Record<string, () => string>) {
  const fetch = vi.fn<(address: string) => Promise<Response>>((address) => {
    const file = Object.keys(files).find((name) => address.endsWith(name))
    const answer = file === undefined ? undefined : files[file]
    return Promise.resolve(answer ? new Response(answer()) : new Response('', { status: 404 }))
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

function use<T>(hook: () => T) {
  const client = createPackClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(hook, { wrapper })
}
const ids = (of: { readonly observations: readonly { readonly id: string }[] }) => of.observations.map((o) => o.id)

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('figures', () => {
  it('of a place are all of it and of nothing else', async () => {
    serve({ 'figures-1.json': () => SHARD })
    const { result } = use(() => useFiguresOfPlace(CATALOG, 'a'))
    expect(result.current).toMatchObject({ pending: true, error: null, observations: [] })
    await waitFor(() => expect(ids(result.current)).toEqual(['o-1', 'o-3']))
    expect(result.current.pending).toBe(false)
  })

  it('of an indicator are all of it', async () => {
    serve({ 'figures-1.json': () => SHARD })
    const { result } = use(() => useFiguresOfIndicator(CATALOG, 'gdp'))
    await waitFor(() => expect(ids(result.current)).toEqual(['o-1', 'o-2']))
  })

  it('of a place and an indicator that share their id are told apart', async () => {
    serve({ 'figures-1.json': () => SHARD })
    const { result } = use(() => [useFiguresOfIndicator(CATALOG, 'gdp'), useFiguresOfPlace(CATALOG, 'gdp')] as const)
    await waitFor(() => expect(result.current.map(ids)).toEqual([['o-1', 'o-2'], ['o-4']]))
  })

  it('of several indicators stand in the order asked for, from one request where one file has them', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const fetch = serve({ 'figures-1.json': () => SHARD })
    const { result, rerender } = use(() => useFiguresOfIndicators(CATALOG, ['jobs', 'none', 'gdp']))
    await waitFor(() => expect(ids(result.current)).toEqual(['o-3', 'o-4', 'o-1', 'o-2']))
    expect(result.current).toMatchObject({ pending: false, error: null })
    expect([fetch.mock.calls.length, warn.mock.calls.length]).toEqual([1, 0])
    const before = result.current.observations
    rerender()
    expect(result.current.observations).toBe(before)
  })

  it('of several indicators may be none', () => {
    const { result } = use(() => useFiguresOfIndicators(CATALOG, []))
    expect(result.current).toMatchObject({ observations: [], pending: false, error: null })
  })

  it('of several indicators tell what went wrong, and may be tried again', async () => {
    serve({})
    const { result } = use(() => useFiguresOfIndicators(CATALOG, ['gdp']))
    await waitFor(() => expect(result.current.error).toBeInstanceOf(PackError))
    serve({ 'figures-1.json': () => SHARD })
    result.current.retry()
    await waitFor(() => expect(ids(result.current)).toEqual(['o-1', 'o-2']))
  })

  it('in one file are fetched once', async () => {
    const fetch = serve({ 'figures-1.json': () => SHARD })
    const { result } = use(() => [useFiguresOfPlace(CATALOG, 'a'), useFiguresOfPlace(CATALOG, 'b')] as const)
    await waitFor(() => expect(result.current[1].observations).toHaveLength(1))
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('are the same array at every render', async () => {
    serve({ 'figures-1.json': () => SHARD })
    const { result, rerender } = use(() => useFiguresOfPlace(CATALOG, 'a'))
    await waitFor(() => expect(result.current.observations).toHaveLength(2))
    const before = result.current.observations
    rerender()
    expect(result.current.observations).toBe(before)
  })

  it.each([
    ['a place that has none', (of: Catalog) => useFiguresOfPlace(of, 'c')],
    ['an indicator that has none', (of: Catalog) => useFiguresOfIndicator(of, 'empty')],
    ['no indicator', (of: Catalog) => useFiguresOfIndicator(of, null)],
  ])('of %s ask for nothing and wait for nothing', async (_, useFigures) => {
    const fetch = serve({})
    const { result } = use(() => useFigures(CATALOG))
    // Time for a request to be sent and to fail.
    await act(async () => {
      await setTimeout(20)
    })
    expect(result.current).toMatchObject({ pending: false, error: null, observations: [] })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('of a missing file are an error that can be tried again', async () => {
    serve({})
    const { result } = use(() => useFiguresOfPlace(CATALOG, 'a'))
    await waitFor(() => expect(result.current.error).toBeInstanceOf(PackError))
    serve({ 'figures-1.json': () => SHARD })
    result.current.retry()
    await waitFor(() =>
      expect(result.current).toMatchObject({ error: null, observations: [{ id: 'o-1' }, { id: 'o-3' }] }),
    )
  })
})

describe('the holdings', () => {
  it('are loaded by the manifest, and checked', async () => {
    const holdings = {
      format: PACK_FORMAT,
      cells: [['a', 'gdp', 2020, 1]],
      bySource: [],
      byCertainty: [],
      conflicts: 0,
    }
    const file = (value: object) => {
      const text = JSON.stringify(value)
      return {
        'holdings-1.json': () => text,
        'manifest.json': () =>
          JSON.stringify({
            ...{ format: PACK_FORMAT, id: 'invented', version: '1.0.0' },
            ...{ catalog: fileRef('catalog-1.json'), boundaries: fileRef('boundaries-1.json') },
            holdings: { ...fileRef('holdings-1.json'), sha256: hash(text) },
            search: fileRef('search-1.json'),
            tours: fileRef('tours-1.json'),
          }),
      }
    }
    serve(file({ ...holdings, rejected: [] }))
    const sound = use(useHoldingsQuery)
    await waitFor(() => expect(sound.result.current.data).toEqual({ ...holdings, rejected: [] }))
    serve(file(holdings))
    const broken = use(useHoldingsQuery)
    await waitFor(() =>
      expect(broken.result.current.error).toMatchObject({ fault: { kind: 'shape', where: 'rejected' } }),
    )
  })
})

describe('the search file', () => {
  it('is loaded by the manifest, and checked', async () => {
    const search = {
      format: PACK_FORMAT,
      places: [['a', 'jia qu', 3]],
      indicators: [],
      sources: [['s-1', '', 1, ['a']]],
    }
    const file = (value: object) => {
      const text = JSON.stringify(value)
      return {
        'search-1.json': () => text,
        'manifest.json': () =>
          JSON.stringify({
            ...{ format: PACK_FORMAT, id: 'invented', version: '1.0.0' },
            ...{ catalog: fileRef('catalog-1.json'), boundaries: fileRef('boundaries-1.json') },
            holdings: fileRef('holdings-1.json'),
            search: { ...fileRef('search-1.json'), sha256: hash(text) },
            tours: fileRef('tours-1.json'),
          }),
      }
    }
    serve(file(search))
    const sound = use(useSearchQuery)
    await waitFor(() => expect(sound.result.current.data).toEqual(search))
    serve(file({ ...search, sources: [['s-1', '', -1, ['a']]] }))
    const broken = use(useSearchQuery)
    await waitFor(() =>
      expect(broken.result.current.error).toMatchObject({ fault: { kind: 'shape', where: 'sources.0.2' } }),
    )
  })
})

describe('the catalog', () => {
  const text = JSON.stringify(CATALOG)
  const manifest = (sha256: string) =>
    JSON.stringify({
      ...{ format: PACK_FORMAT, id: 'invented', version: '1.0.0' },
      catalog: { ...fileRef('catalog-1.json'), sha256 },
      boundaries: fileRef('boundaries-1.json'),
      holdings: fileRef('holdings-1.json'),
      search: fileRef('search-1.json'),
      tours: fileRef('tours-1.json'),
    })

  it('is loaded by the manifest', async () => {
    serve({ 'manifest.json': () => manifest(hash(text)), 'catalog-1.json': () => text })
    const { result } = use(useCatalogQuery)
    await waitFor(() => expect(result.current.data).toEqual(CATALOG))
  })

  it('is found by a new manifest after half a deployment', async () => {
    let sha = hash('old')
    serve({ 'manifest.json': () => manifest(sha), 'catalog-1.json': () => text })
    const { result } = use(useCatalogQuery)
    await waitFor(() => expect(result.current.error).toMatchObject({ fault: { kind: 'hash' } }))
    sha = hash(text)
    void result.current.refetch()
    await waitFor(() => expect(result.current.data).toEqual(CATALOG))
  })

  it('of a large pack is there at once, and whole when its rest has come', async () => {
    const codes = CATALOG.places.map(({ code }) => code)
    const { sources, records, byPlace, coverage, ...head } = CATALOG
    const slim = JSON.stringify({
      ...head,
      coverage: coverage.map((each) => ({ ...each, places: packRuns(each.places, codes) })),
      slim: true,
    })
    const rest = JSON.stringify(packRest({ sources, records, byPlace, shards: [] }))
    const given = JSON.parse(manifest(hash(slim))) as Manifest
    const whole = JSON.stringify({ ...given, rest: { ...fileRef('rest-1.json'), sha256: hash(rest) } })
    let answer: (text: string) => void = () => undefined
    const coming = new Promise<string>((resolve) => {
      answer = resolve
    })
    vi.stubGlobal(
      'fetch',
      async (address: string) =>
        new Response(address.endsWith('rest-1.json') ? await coming : address.endsWith('manifest.json') ? whole : slim),
    )
    const { result } = use(useCatalogQuery)
    await waitFor(() =>
      expect(result.current.data).toMatchObject({ awaited: true, sources: [], indicators: CATALOG.indicators }),
    )
    answer(rest)
    await waitFor(() => expect(result.current.data).toEqual(CATALOG))
  })

  it('is tried three times where the network fails, then told', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const fetch = vi.fn<() => Promise<Response>>(() => Promise.reject(new TypeError('Failed to fetch')))
    vi.stubGlobal('fetch', fetch)
    const { result } = use(useCatalogQuery)
    await vi.advanceTimersByTimeAsync(5000)
    expect(result.current.error).toMatchObject({ file: 'manifest.json', fault: { kind: 'unreachable' } })
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('is not tried again where trying is in vain', async () => {
    const fetch = serve({})
    const { result } = use(useCatalogQuery)
    await waitFor(() => expect(result.current.error).toMatchObject({ fault: { kind: 'missing' } }))
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('all figures', () => {
  // Each figure is in two files, with its place's others and with its indicator's.
  const files = {
    'place-a.json': [row('o-1', 'a', 'gdp'), row('o-3', 'a', 'jobs')],
    'place-b.json': [row('o-2', 'b', 'gdp')],
    'all-gdp.json': [row('o-1', 'a', 'gdp'), row('o-2', 'b', 'gdp')],
    'all-jobs.json': [row('o-3', 'a', 'jobs')],
  }
  const bodies = Object.entries(files).map(
    ([name, observations]) => [name, JSON.stringify({ format: PACK_FORMAT, observations })] as const,
  )
  const pack = catalog({
    shards: bodies.map(([name, body]) => ({ ...fileRef(name), sha256: hash(body) })),
    byPlace: { a: 0, b: 1 },
    byIndicator: { gdp: 2, jobs: 3 },
  })
  const serveAll = () => serve(Object.fromEntries(bodies.map(([name, body]) => [name, () => body])))
  const asked = (fetch: ReturnType<typeof serve>) =>
    fetch.mock.calls.map(([address]) => address.split('/').at(-1) ?? '').sort((a, b) => (a < b ? -1 : 1))
  function useAsked(places: readonly string[], indicators: readonly string[]) {
    return useFiguresOf(pack, { places, indicators })
  }

  it('come once each, from one set of the files', async () => {
    const fetch = serveAll()
    const { result } = use(() => useAsked([], []))
    expect(result.current).toMatchObject({ loaded: 0, files: 2, pending: true })
    await waitFor(() => expect(result.current).toMatchObject({ loaded: 2, files: 2, pending: false }))
    expect(ids(result.current)).toEqual(['o-1', 'o-3', 'o-2'])
    expect(asked(fetch)).toEqual(['place-a.json', 'place-b.json'])
  })

  it.each([
    { places: ['b'], indicators: [], file: 'place-b.json' },
    { places: [], indicators: ['gdp'], file: 'all-gdp.json' },
    { places: ['a'], indicators: ['gdp'], file: 'all-gdp.json' },
  ])('of $places and $indicators come from one file', async ({ places, indicators, file }) => {
    const fetch = serveAll()
    const { result } = use(() => useAsked(places, indicators))
    await waitFor(() => expect(result.current).toMatchObject({ loaded: 1, files: 1 }))
    expect(asked(fetch)).toEqual([file])
  })

  it('come once where a place and an indicator share a file', async () => {
    const shared = [
      [row('o-1', 'a', 'gdp'), row('o-2', 'b', 'jobs')],
      [row('o-2', 'b', 'jobs'), row('o-1', 'a', 'gdp')],
    ].map((figures) => JSON.stringify({ format: PACK_FORMAT, observations: figures }))
    serve({ 'one.json': () => shared[0] ?? '', 'two.json': () => shared[1] ?? '' })
    const shards = ['one.json', 'two.json'].map((name, at) => ({ ...fileRef(name), sha256: hash(shared[at] ?? '') }))
    const both = catalog({ shards, byPlace: { a: 0, b: 1 }, byIndicator: { gdp: 1, jobs: 0 } })
    const { result } = use(() => useFiguresOf(both, { places: [], indicators: [] }))
    await waitFor(() => expect(ids(result.current)).toEqual(['o-1', 'o-2']))
  })

  it('that are there stay when fewer are asked for, and are the same array', async () => {
    const fetch = serveAll()
    const client = createPackClient()
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    )
    const { result, rerender } = renderHook(
      ({ places }: { places: readonly string[] }) => useFiguresOf(pack, { places, indicators: [] }),
      { wrapper, initialProps: { places: [] as readonly string[] } },
    )
    await waitFor(() => expect(result.current.loaded).toBe(2))
    const before = result.current.observations
    rerender({ places: ['a'] })
    expect(result.current.observations).toBe(before)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('say what could not be had, and give the rest', async () => {
    serve({ 'place-a.json': () => bodies[0]?.[1] ?? '' })
    const { result } = use(() => useAsked([], []))
    await waitFor(() => expect(result.current.error).toBeInstanceOf(PackError), { timeout: 5000 })
    await waitFor(() => expect(ids(result.current)).toEqual(['o-1', 'o-3']))
  })
})
