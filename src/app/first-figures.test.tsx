import { beforeEach, expect, it, vi } from 'vitest'
import { catalog as inventedCatalog, fileRef } from '../../tests/fixtures.ts'
import { catalogOptions, createPackClient } from '../pack/queries.ts'
import { firstFigures } from './first-figures.ts'

const catalog = inventedCatalog({
  shards: ['city', 'gdp', 'a', 'jobs'].map((name) => fileRef(`${name}.json`)),
  byPlace: { '310000': 0, a: 2 },
  byIndicator: { gdp: 1, jobs: 3 },
  city: '310000',
  defaults: { role: 'actual', indicator: 'gdp' },
})

const asked = vi.fn<(address: string) => Promise<Response>>(() => Promise.resolve(new Response('', { status: 404 })))

/** @returns the names of the files that a link's first view asks for */
async function filesOf(search: string): Promise<readonly string[]> {
  window.history.replaceState(null, '', `/${search}`)
  const client = createPackClient()
  client.setQueryData(catalogOptions.queryKey, catalog)
  await firstFigures(client)
  return [...new Set(asked.mock.calls.map(([address]) => address.split('/').at(-1) ?? ''))].sort()
}

beforeEach(() => {
  asked.mockClear()
  vi.stubGlobal('fetch', asked)
})

it.each([
  ['', ['city.json', 'gdp.json']],
  ['?indicator=jobs&places=b,a', ['a.json', 'jobs.json']],
  ['?indicator=records', ['city.json']],
  ['?indicator=constructor&places=constructor', []],
  ['?mode=present', []],
])('a link asks for what its first view shows: %s', async (search, files) => {
  expect(await filesOf(search)).toEqual(files)
})
