import { renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileRef } from '../../../tests/fixtures.ts'
import { PACK_FORMAT, type Manifest } from '../../model/pack.ts'
import { noteOfflineCopy, useOfflineCopy } from '../../pack/offline-copy.ts'
import { COPY_HEADER } from '../../pack/offline-names.ts'
import { askServer } from './freshness.ts'

const MANIFEST: Manifest = {
  ...{ format: PACK_FORMAT, id: 'invented', version: '1.0.0' },
  ...{
    catalog: fileRef('catalog-1.json'),
    boundaries: fileRef('boundaries-1.json'),
    holdings: fileRef('holdings-1.json'),
  },
  ...{ search: fileRef('search-1.json'), tours: fileRef('tours-1.json') },
}
const NEWER: Manifest = { ...MANIFEST, catalog: { ...MANIFEST.catalog, sha256: 'f'.repeat(64) } }
const LOADED = { build: 'one', manifest: MANIFEST }

/** @param files by their names: what the server has; `null`: it cannot be reached for it */
function serve(files: Readonly<Record<string, unknown>>, headers: HeadersInit = {}) {
  const fetch = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async (address) => {
    const found = Object.entries(files).find(([name]) => address.endsWith(name))?.[1] ?? null
    if (found === null) return Promise.reject(new TypeError('Failed to fetch'))
    if (found instanceof Response) return Promise.resolve(found)
    return Promise.resolve(new Response(typeof found === 'string' ? found : JSON.stringify(found), { headers }))
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const copyShown = (): boolean => renderHook(() => useOfflineCopy()).result.current

afterEach(() => {
  vi.unstubAllGlobals()
  noteOfflineCopy(false)
})

describe('what the server has', () => {
  it.each([
    ['the same', { build: 'one', offline: true }, MANIFEST, 'same'],
    ['another build', { build: 'two', offline: true }, MANIFEST, 'new-build'],
    ['another build with other data', { build: 'two', offline: true }, NEWER, 'new-build'],
    ['other data', { build: 'one', offline: true }, NEWER, 'new-data'],
    ['data that this build cannot read', { build: 'one', offline: true }, { ...NEWER, format: 99 }, 'same'],
    ['half a file', { build: 'one', offline: true }, '{"format":', 'same'],
  ])('%s', async (_, app, manifest, found) => {
    serve({ 'app.json': app, 'data/manifest.json': manifest })
    expect(await askServer(LOADED)).toEqual({ found, reachable: true, offline: true })
  })

  it('is asked for past every cache', async () => {
    const fetch = serve({ 'app.json': { build: 'one', offline: true }, 'data/manifest.json': MANIFEST })
    await askServer(LOADED)
    expect(fetch.mock.calls.map(([, init]) => init.cache)).toEqual(['no-store', 'no-store'])
  })

  it('changes nothing where the server is silent', async () => {
    const silent = { found: 'same', reachable: false, offline: true }
    serve({})
    expect(await askServer(LOADED)).toEqual(silent)
    serve({ 'app.json': '<!doctype html>' })
    expect(await askServer(LOADED)).toEqual(silent)
    serve({ 'app.json': new Response(null, { status: 204, headers: { [COPY_HEADER]: '1' } }) })
    expect(await askServer(LOADED)).toEqual(silent)
  })

  it('takes the worker for the worker, not for the server', async () => {
    serve({ 'app.json': { build: 'two', offline: true }, 'data/manifest.json': NEWER }, { [COPY_HEADER]: '1' })
    expect(await askServer(LOADED)).toMatchObject({ found: 'same', reachable: false })
  })

  it('says when copies are not wanted', async () => {
    serve({ 'app.json': { build: 'one', offline: false }, 'data/manifest.json': MANIFEST })
    expect(await askServer(LOADED)).toMatchObject({ offline: false })
  })

  it('clears the copy of the suspicion of being old', async () => {
    noteOfflineCopy(true)
    serve({ 'app.json': { build: 'one', offline: true }, 'data/manifest.json': NEWER })
    await askServer(LOADED)
    expect(copyShown()).toBe(true)
    serve({ 'app.json': { build: 'one', offline: true }, 'data/manifest.json': MANIFEST })
    await askServer(LOADED)
    expect(copyShown()).toBe(false)
  })

  it('is not asked without a network and without a worker: the console stays silent', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const fetch = serve({ 'app.json': { build: 'two', offline: true } })
    expect(await askServer(LOADED)).toMatchObject({ reachable: false })
    expect(fetch).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})
