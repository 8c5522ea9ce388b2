import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { COPY_HEADER } from '../../pack/offline-names.ts'
import {
  copyFirst,
  isItself,
  isJson,
  isPage,
  kindOf,
  marked,
  networkFirst,
  PATIENCE_MS,
  serverOnly,
} from './answers.ts'

const answer = (text: string, status = 200, type = 'application/json'): Response =>
  new Response(text, { status, headers: { 'content-type': type } })
const kept = async (): Promise<Response> => Promise.resolve(answer('copy'))
const none = async (): Promise<undefined> => Promise.resolve(undefined)
const down = async (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))
const silent = async (): Promise<Response> => new Promise(() => {})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what may change under its name', () => {
  it.each([
    ['a server that answers', async () => Promise.resolve(answer('server')), 'server'],
    ['no server', down, 'copy'],
    ['a page of somebody else', async () => Promise.resolve(answer('<title>Log in', 200, 'text/html')), 'copy'],
    ['a server that fails', async () => Promise.resolve(answer('{}', 502)), 'copy'],
  ])('with %s', async (_, network, text) => {
    const found = await networkFirst({ network, copy: kept }, isJson)
    expect(await found.text()).toBe(text)
  })

  it('waits for the server, but not for ever', async () => {
    let found: Response | null = null
    const asking = networkFirst({ network: silent, copy: kept }, isJson).then((response) => (found = response))
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
    expect(found).toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    expect(await (await asking).text()).toBe('copy')
  })

  it('waits as long as it takes where there is no copy', async () => {
    const late = async (): Promise<Response> =>
      new Promise((resolve) => {
        setTimeout(() => resolve(answer('late')), PATIENCE_MS * 3)
      })
    const asking = networkFirst({ network: late, copy: none }, isJson)
    await vi.advanceTimersByTimeAsync(PATIENCE_MS * 3)
    expect(await (await asking).text()).toBe('late')
  })

  it('fails as the server does where there is neither server nor copy', async () => {
    await expect(networkFirst({ network: down, copy: none }, isJson)).rejects.toThrow('Failed to fetch')
  })
})

it('takes what cannot change from the copy, and asks for the rest', async () => {
  const network = vi.fn<() => Promise<Response>>(async () => Promise.resolve(answer('server')))
  expect(await (await copyFirst({ network, copy: kept })).text()).toBe('copy')
  expect(network).not.toHaveBeenCalled()
  expect(await (await copyFirst({ network, copy: none })).text()).toBe('server')
})

it('answers for a silent server without an error', async () => {
  const found = await serverOnly(down)
  expect([found.status, found.headers.has(COPY_HEADER)]).toEqual([204, true])
  expect(await (await serverOnly(async () => Promise.resolve(answer('server')))).text()).toBe('server')
})

it('marks the copy and changes nothing else', async () => {
  const found = marked(answer('{"a":1}'))
  expect(found.headers.get(COPY_HEADER)).toBe('1')
  expect(found.headers.get('content-type')).toBe('application/json')
  expect(await found.json()).toEqual({ a: 1 })
})

it('lets a page be gone, but not a server be down', () => {
  expect([200, 301, 404, 500, 503].map((status) => isPage({ status } as Response))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

describe('kinds of files', () => {
  it.each([
    ['', true, 'page'],
    ['index.html', true, 'page'],
    ['data/package/places.csv', true, 'other'],
    ['preview-dark.png', true, 'other'],
    ['app.json', false, 'app-file'],
    ['data/manifest.json', false, 'manifest'],
    ['data/figures-0123456789.json', false, 'data'],
    ['data/package/datapackage.json', false, 'other'],
    ['data/package/catalog-0123456789.json', false, 'other'],
    ['assets/index-BUN0yhzT.js', false, 'asset'],
    ['first.js', false, 'asset'],
  ] as const)('%s, by navigation: %s, is %s', (path, navigation, kind) => {
    expect(kindOf(path, navigation)).toBe(kind)
  })
})

it('keeps a file only if it is what its name says', async () => {
  const bytes = new TextEncoder().encode('{"format":2}')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  expect(await isItself(`data/figures-${hash}.json`, bytes.buffer)).toBe(true)
  expect(await isItself(`data/figures-${hash}.json`, bytes.slice(1).buffer)).toBe(false)
  expect(await isItself('data/manifest.json', bytes.buffer)).toBe(false)
})
