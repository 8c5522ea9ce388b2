import { createHash } from 'node:crypto'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { catalog, fileRef, indicator, observation } from '../../tests/fixtures.ts'
import type { Derivation } from '../model/observation.ts'
import { PACK_FORMAT } from '../model/pack.ts'
import { parentsOf } from '../model/parents.ts'
import { PackError } from './error.ts'
import { filesOf, useParents } from './parents.ts'
import { createPackClient, shardOptions } from './queries.ts'

const row = (id: string, place: string, of: string) => ({
  ...{ id, place, indicator: of, role: 'actual', value: 4, unit: 'cny-yi', bound: 'exact' },
  ...{ certainty: 'stated', sources: ['s-1'], printed: '4亿元' },
})
const derived = (id: string, derivation: Derivation) => indicator({ id, derivation })
const contents = {
  'place-a.json': [row('n-a', 'a', 'gdp'), row('d-a', 'a', 'land')],
  'place-city.json': [row('n-city', 'city', 'gdp')],
  'all-gdp.json': [row('n-a', 'a', 'gdp'), row('n-city', 'city', 'gdp')],
  'all-land.json': [row('d-a', 'a', 'land')],
}
const bodies = Object.entries(contents).map(
  ([name, observations]) => [name, JSON.stringify({ format: PACK_FORMAT, observations })] as const,
)
const [A, CITY, GDP, LAND] = [0, 1, 2, 3]
const pack = catalog({
  indicators: [
    ...['gdp', 'land'].map((id) => indicator({ id })),
    derived('per_land', { kind: 'ratio', numerator: 'gdp', denominator: 'land' }),
    derived('share', { kind: 'share_of_city', numerator: 'gdp', denominator: 'gdp' }),
  ],
  shards: bodies.map(([name, body], at) => ({
    ...fileRef(name),
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: at === GDP || at === LAND ? 90 : 100,
  })),
  byPlace: { a: A, city: CITY },
  byIndicator: { gdp: GDP, land: LAND },
})
const RATIO = observation({ id: 'r', indicator: 'per_land', parents: ['n-a', 'd-a'] })
const SHARE = observation({ id: 's', indicator: 'share', parents: ['n-a', 'n-city'] })

describe('the files of parents', () => {
  const of = (o: typeof RATIO, there: readonly number[] = [], given: Partial<typeof pack> = {}) =>
    filesOf({ ...pack, ...given }, parentsOf(o, pack), (shard) => there.includes(shard))

  it.each([
    ['a ratio: its place’s alone', RATIO, [], [A]],
    ['a share: its indicator’s alone', SHARE, [], [GDP]],
    ['a ratio whose place is there: no other', RATIO, [A, GDP], [A]],
    ['a ratio whose indicators are there: no other', RATIO, [GDP, LAND], [GDP, LAND]],
    ['a ratio of which one indicator is there: the smaller other', RATIO, [GDP], [GDP, LAND]],
    ['a share whose place is there: the smaller other', SHARE, [A], [A, GDP]],
    ['a share whose city is there: the smaller other', SHARE, [CITY], [CITY, GDP]],
  ])('are, of %s', (_, o, there, files) => {
    expect(of(o, there)).toEqual(files)
  })

  it('are indicators’ while places’ are not known yet, and none where the pack has none', () => {
    expect(of(RATIO, [], { byPlace: {} })).toEqual([GDP, LAND])
    expect(of(RATIO, [], { byPlace: {}, byIndicator: {} })).toEqual([])
  })

  it('are of a stated figure none', () => {
    expect(of(observation())).toEqual([])
  })
})

describe('parents', () => {
  afterEach(() => vi.unstubAllGlobals())

  function serve(names: readonly string[]) {
    const fetch = vi.fn<(address: string) => Promise<Response>>((address) => {
      const body = bodies.find(([name]) => names.includes(name) && address.endsWith(name))?.[1]
      return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body))
    })
    vi.stubGlobal('fetch', fetch)
    return fetch
  }
  function useOf({ of }: { readonly of: readonly (typeof RATIO)[] }) {
    return useParents(pack, of)
  }
  function use(of: readonly (typeof RATIO)[], client = createPackClient()) {
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    )
    return renderHook(useOf, { wrapper, initialProps: { of } })
  }

  it('are asked for by nobody but who has derived figures', () => {
    const fetch = serve([])
    const { result } = use([])
    expect(result.current).toMatchObject({ pending: false, error: null })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('are found by id, and stay the same map', async () => {
    const fetch = serve(['all-gdp.json', 'all-land.json'])
    const of = [RATIO, SHARE]
    const { result, rerender } = use(of)
    expect(result.current).toMatchObject({ pending: true, error: null, found: new Map() })
    await waitFor(() => expect(result.current.pending).toBe(false))
    const { found, retry, error } = result.current
    expect([...found.keys()].sort()).toEqual(['d-a', 'n-a', 'n-city'])
    expect(found.get('d-a')).toMatchObject({ indicator: 'land', place: 'a' })
    expect(error).toBeNull()
    rerender({ of })
    expect(result.current.found).toBe(found)
    expect(result.current.retry).toBe(retry)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('need no request where a file that is there has them', () => {
    const fetch = serve([])
    const client = createPackClient()
    client.setQueryData(shardOptions(pack, A).queryKey, [observation({ id: 'n-a' }), observation({ id: 'd-a' })])
    const { result } = use([RATIO], client)
    expect(result.current).toMatchObject({ pending: false, error: null })
    expect(result.current.found.size).toBe(2)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('that could not be had are told of, and may be tried again', async () => {
    serve([])
    const { result } = use([RATIO])
    await waitFor(() => expect(result.current.error).toBeInstanceOf(PackError))
    serve(['place-a.json'])
    result.current.retry()
    await waitFor(() => expect(result.current.found.size).toBe(2))
    expect(result.current.error).toBeNull()
  })

  it.each([
    ['the pack has not', { ...RATIO, parents: ['n-a', 'nobody'] }, 'nobody'],
    ['no indicator derives', { ...RATIO, indicator: 'gdp' }, 'n-a'],
  ])('that %s are an error that names one', async (_, figure, where) => {
    serve(['place-a.json'])
    const { result } = use([figure])
    await waitFor(() => expect(result.current.error).toMatchObject({ fault: { kind: 'shape', where } }))
  })
})
