import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { catalog, fileRef, GE, YI } from '../../tests/fixtures.ts'
import { toColumns } from '../model/columns.ts'
import { PACK_FORMAT, type FileRef, type Manifest, type ObservationRow } from '../model/pack.ts'
import { PackError } from './error.ts'
import * as copies from './offline-copy.ts'
import { COPY_HEADER } from './offline-names.ts'
import { packUrl } from './fetch-file.ts'
import { decodeRow, loadBoundaries, loadCatalog, loadManifest, loadShard } from './load.ts'

const ROW: ObservationRow = {
  ...{ id: 'o-1', place: 'a', indicator: 'gdp', role: 'actual', value: 4, unit: 'cny-yi', bound: 'at_least' },
  ...{ certainty: 'stated', sources: ['s-1'], printed: '超4亿元' },
}
const MANIFEST: Manifest = {
  ...{ format: PACK_FORMAT, id: 'invented', version: '1.0.0' },
  ...{
    catalog: fileRef('catalog-1.json'),
    boundaries: fileRef('boundaries-1.json'),
    holdings: fileRef('holdings-1.json'),
    search: fileRef('search-1.json'),
    tours: fileRef('tours-1.json'),
  },
}
const shard = (...observations: unknown[]) => JSON.stringify({ format: PACK_FORMAT, observations })

/** The server: answers every request with this. */
function serve(answer: string | (() => Response | Promise<Response>)) {
  const fetch = vi.fn<(address: string, init: RequestInit) => Promise<Response>>((_, init) => {
    init.signal?.throwIfAborted()
    return Promise.resolve(typeof answer === 'string' ? new Response(answer) : answer())
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const refTo = (text: string): FileRef => ({
  path: 'figures-1.json',
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: text.length,
})
const signal = () => new AbortController().signal
const loadRows = (text: string, ref = refTo(text)) => loadShard(catalog({ shards: [ref] }), 0, signal())
const faultOf = async (loading: Promise<unknown>) => {
  const error: unknown = await loading.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(PackError)
  return error as PackError
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a sound pack', () => {
  it('gives the manifest, revalidated on every visit', async () => {
    const fetch = serve(JSON.stringify(MANIFEST))
    expect(await loadManifest(signal())).toEqual(MANIFEST)
    expect(fetch).toHaveBeenCalledWith(packUrl('manifest.json'), expect.objectContaining({ cache: 'no-cache' }))
  })

  it('knows the manifest of the offline copy from the server’s', async () => {
    const body = JSON.stringify(MANIFEST)
    const spy = vi.spyOn(copies, 'noteOfflineCopy')
    serve(() => new Response(body, { headers: { [COPY_HEADER]: '1' } }))
    await loadManifest(signal())
    serve(body)
    await loadManifest(signal())
    expect(spy.mock.calls).toEqual([[true], [false]])
    spy.mockRestore()
  })

  it('gives the catalog', async () => {
    const text = JSON.stringify(catalog())
    serve(text)
    expect(await loadCatalog({ ...MANIFEST, catalog: refTo(text) }, signal())).toEqual(catalog())
  })

  it('gives figures in columns, derived ones with the ids of their parents', async () => {
    const rows = ['n-1', 'n-2'].map((id): ObservationRow => ({ ...ROW, id: `d-${id}`, parents: [id, 's-1-007'] }))
    const text = JSON.stringify({ format: PACK_FORMAT, columns: toColumns(rows) })
    serve(text)
    const loaded = await loadRows(text)
    expect(loaded.map(({ id, parents }) => [id, ...parents])).toEqual([
      ['d-n-1', 'n-1', 's-1-007'],
      ['d-n-2', 'n-2', 's-1-007'],
    ])
  })

  it('gives figures with their units joined in', async () => {
    const text = shard(ROW)
    const fetch = serve(text)
    const [observation] = await loadRows(text)
    expect(observation?.quantity).toEqual({ value: 4, unit: YI, bound: 'at_least' })
    expect(fetch).toHaveBeenCalledWith(packUrl('figures-1.json'), expect.objectContaining({ cache: 'default' }))
  })

  it('loads in browsers that lack AbortSignal.any: the floor is Chrome 111, Safari 16.4, Firefox 114', async () => {
    vi.stubGlobal('AbortSignal', {})
    serve(JSON.stringify(MANIFEST))
    expect(await loadManifest(signal())).toEqual(MANIFEST)
  })
})

describe('a request that fails', () => {
  it.each([404, 403, 500])('with status %i says so', async (status) => {
    serve(() => new Response('', { status }))
    expect(await faultOf(loadManifest(signal()))).toMatchObject({
      file: 'manifest.json',
      fault: { kind: 'missing', status },
    })
  })

  it('for want of a network is unreachable', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    expect((await faultOf(loadManifest(signal()))).fault).toEqual({ kind: 'unreachable' })
  })

  it('half-way through its body is unreachable', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) })
    serve(() => new Response(broken))
    expect((await faultOf(loadManifest(signal()))).fault).toEqual({ kind: 'unreachable' })
  })

  it('to end is unreachable after half a minute', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => untilAborted(init.signal))
    const fault = faultOf(loadManifest(signal()))
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await fault).fault).toEqual({ kind: 'unreachable' })
  })

  it('because nobody wants it any more is no fault of the pack', async () => {
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => untilAborted(init.signal))
    const controller = new AbortController()
    const loading = loadManifest(controller.signal)
    controller.abort()
    await expect(loading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })

  it('is not even sent where nobody wants it from the start', async () => {
    const fetch = serve(JSON.stringify(MANIFEST))
    await expect(loadManifest(AbortSignal.abort())).rejects.not.toBeInstanceOf(PackError)
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true)
  })

  it('leaves no timer behind', async () => {
    vi.useFakeTimers()
    serve(JSON.stringify(MANIFEST))
    await loadManifest(signal())
    expect(vi.getTimerCount()).toBe(0)
  })
})

function untilAborted(given: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    given?.addEventListener('abort', () => reject(given.reason as Error))
  })
}

describe('a file that is not what it should be', () => {
  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['cut off', shard(ROW).slice(0, -20)],
    ['empty', ''],
  ])('is not JSON: %s', async (_, text) => {
    serve(text)
    expect(await faultOf(loadRows(text, refTo(shard(ROW))))).toMatchObject({
      file: 'figures-1.json',
      fault: { kind: 'not-json' },
    })
  })

  it('has another content than the manifest says', async () => {
    serve(shard({ ...ROW, value: 5 }))
    expect((await faultOf(loadRows('', refTo(shard(ROW))))).fault).toEqual({ kind: 'hash' })
  })

  it('is of another format', async () => {
    serve(JSON.stringify({ ...MANIFEST, format: 1 }))
    expect((await faultOf(loadManifest(signal()))).fault).toEqual({ kind: 'format', found: '1' })
  })

  it.each([
    ['a manifest', '{"format":{"toString":1}}', 'format'],
    ['nothing', 'null', '.'],
    ['a list', '[]', 'format'],
    ['without a version', JSON.stringify({ ...MANIFEST, version: undefined }), 'version'],
    ['with an address for a path', JSON.stringify({ ...MANIFEST, catalog: fileRef('//evil/x.json') }), 'catalog.path'],
  ])('is malformed, and the place is named: %s', async (_, text, where) => {
    serve(text)
    const { file, fault } = await faultOf(loadManifest(signal()))
    expect([file, fault]).toEqual(['manifest.json', { kind: 'shape', where, expected: expect.stringMatching(/./) }])
  })

  it.each([
    ['observations.0.value', { ...ROW, value: '4' }, 'number'],
    ['observations.0.role', { ...ROW, role: 'promise' }, '"target"'],
    ['observations.0.start', { ...ROW, start: '2020-13' }, 'expected a date'],
  ])('names %s and what was expected', async (where, row, expected) => {
    const text = shard(row)
    serve(text)
    const { fault } = await faultOf(loadRows(text))
    expect(fault).toEqual({ kind: 'shape', where, expected: expect.stringContaining(expected) })
  })

  it('has figures in a unit that the catalog lacks', async () => {
    const text = shard(ROW, { ...ROW, unit: 'acre' })
    serve(text)
    expect(await faultOf(loadRows(text))).toMatchObject({
      file: 'figures-1.json',
      fault: { kind: 'shape', where: 'observations[1].unit', expected: 'a unit of the catalog' },
    })
  })

  it('has figures in a unit of something else: dollars are not compared with yuan', async () => {
    const text = shard({ ...ROW, unit: 'usd-yi' })
    serve(text)
    expect((await faultOf(loadRows(text))).fault).toEqual({
      kind: 'shape',
      where: 'observations[0].unit',
      expected: 'a unit of cny',
    })
  })

  it('is one that the catalog does not list', async () => {
    const fetch = serve('')
    expect((await faultOf(loadShard(catalog(), 3, signal()))).fault).toMatchObject({ where: 'shards[3]' })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is a boundary that does not close', async () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]
    const text = JSON.stringify({
      format: PACK_FORMAT,
      crs: 'WGS 84',
      source: '',
      districts: [{ code: 'a', polygons: [[ring]] }],
    })
    serve(text)
    const { fault } = await faultOf(loadBoundaries({ ...MANIFEST, boundaries: refTo(text) }, signal()))
    expect(fault).toMatchObject({ kind: 'shape', where: 'districts.0.polygons.0.0' })
  })
})

describe('decodeRow', () => {
  const units = new Map([YI, GE].map((unit) => [unit.id, unit]))

  it('fills in what a row leaves out', () => {
    expect(decodeRow(ROW, units, 'file', 0)).toMatchObject({
      ...{ scope: '', event: '', span: null, note: null },
      period: { start: null, end: null, note: '' },
    })
  })

  it('keeps what a row gives', () => {
    const given = {
      ...ROW,
      scope: 'x',
      event: 'e',
      start: '2018',
      end: '2020',
      periodNote: '三年',
      high: 5,
      span: [1, 3],
    } as const
    expect(decodeRow({ ...given, bound: 'range' }, units, 'file', 0)).toMatchObject({
      ...{ scope: 'x', event: 'e', span: [1, 3], period: { start: '2018', end: '2020', note: '三年' } },
      quantity: { value: 4, high: 5, bound: 'range' },
    })
  })
})
