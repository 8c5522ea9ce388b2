// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settleView, type Known } from '../view/codec.ts'
import { useViewStore } from '../view/store.ts'
import { connectHost } from './bridge.ts'

const KNOWN: Known = {
  defaults: { role: 'actual', indicator: 'gdp' },
  hasIndicator: (id) => ['records', 'gdp'].includes(id),
  hasPlace: (code) => /^3101\d\d$/.test(code),
}
const host = { postMessage: vi.fn<(message: { type: string }, origin: string) => void>() }
const { settle, change } = useViewStore.getState()
const root = document.documentElement

/** What the host was told, the newest last. */
const told = (type?: string) => host.postMessage.mock.calls.map(([m]) => m).filter((m) => !type || m.type === type)
/** A message as it comes from a window. */
const say = (data: unknown, from: unknown = host) =>
  window.dispatchEvent(new MessageEvent('message', { data, source: from as Window }))
const set = (view: unknown) => ({ source: 'district-atlas', version: 1, type: 'set', view })

let disconnect = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  host.postMessage.mockClear()
  vi.spyOn(window, 'parent', 'get').mockReturnValue(host as unknown as Window)
  root.dataset['app'] = 'loading'
  settle(settleView({}, KNOWN).view, [])
  disconnect = connectHost({ known: KNOWN, covered: () => true, explain: (problems) => JSON.stringify(problems) })
})
afterEach(() => {
  disconnect()
  vi.useRealTimers()
  vi.restoreAllMocks()
  delete root.dataset['app']
})

async function ready(): Promise<void> {
  root.dataset['app'] = 'ready'
  // Attribute changes are told after the script that made them.
  await vi.advanceTimersByTimeAsync(0)
}

describe('the bridge to the host', () => {
  it('says that it is ready once, with the view, and with its name and version', async () => {
    expect(told()).toEqual([])
    await ready()
    root.dataset['app'] = 'loading'
    await ready()
    expect(told()).toEqual([
      { source: 'district-atlas', version: 1, type: 'ready', view: expect.objectContaining({ role: 'actual' }) },
    ])
  })

  it('tells what the reader does: the choice at once, the view when it has settled', async () => {
    await ready()
    change({ places: ['310112'] })
    change({ time: { from: 2019, to: 2020 } }, 'movement')
    expect(told('select')).toEqual([expect.objectContaining({ place: '310112' })])
    expect(told('change')).toEqual([])
    vi.advanceTimersByTime(100)
    expect(told('change')).toEqual([
      expect.objectContaining({ view: expect.objectContaining({ places: ['310112'], time: '2019..2020' }) }),
    ])
    change({ places: [] })
    expect(told('select').at(-1)).toMatchObject({ place: null })
  })

  it('says nothing where nothing changed', async () => {
    await ready()
    change({ places: [] })
    change({ places: ['310112'] })
    change({ places: [] })
    vi.advanceTimersByTime(100)
    expect(told('change')).toEqual([])
  })

  it('does what the host asks, tells the view it came to, and no choice, which was not the reader’s', async () => {
    await ready()
    say(set({ places: ['310104'] }))
    expect(useViewStore.getState().view?.places).toEqual(['310104'])
    vi.advanceTimersByTime(100)
    expect(told('select')).toEqual([])
    expect(told('change')).toHaveLength(1)
    say(set({ places: ['310104'] }))
    vi.advanceTimersByTime(100)
    expect(told('change')).toHaveLength(1)
  })

  it('hears nobody but the window around it', async () => {
    await ready()
    for (const other of [window, null, { postMessage: () => {} }]) say(set({ places: ['310104'] }), other)
    expect(useViewStore.getState().view?.places).toEqual([])
    expect(told()).toHaveLength(1)
  })

  it('says what it could not use, once for each message', async () => {
    await ready()
    say(set({ places: ['310104'], mode: 'present', show: 'globe' }))
    expect(useViewStore.getState().view).toMatchObject({ places: ['310104'], mode: 'explore', show: 'map' })
    expect(told('error')).toHaveLength(1)
    say({ source: 'react-devtools' })
    say('hello')
    expect(told('error')).toHaveLength(1)
  })

  it('stands ten thousand messages, and ends where the host wanted it', async () => {
    await ready()
    const seen = vi.fn<() => void>()
    const stop = useViewStore.subscribe(seen)
    for (let i = 0; i < 10_000; i += 1) say(set({ time: String(1000 + (i % 1000)) }))
    say(set({ time: '2020' }))
    vi.advanceTimersByTime(2000)
    stop()
    expect(seen.mock.calls.length).toBeLessThan(100)
    expect(useViewStore.getState().view?.time).toEqual({ from: 2020, to: 2020 })
    expect(told('error')).toHaveLength(1)
  })

  it('untied, neither hears nor tells', async () => {
    await ready()
    disconnect()
    say(set({ places: ['310104'] }))
    change({ places: ['310112'] })
    vi.advanceTimersByTime(100)
    expect(useViewStore.getState().view?.places).toEqual(['310112'])
    expect(told()).toHaveLength(1)
  })
})
