// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const KEY = 'district-atlas.preferences'

/** A page load of its own: what is remembered in memory is not shared. */
async function load() {
  vi.resetModules()
  return import('./storage.ts')
}

beforeEach(() => window.localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
})

const refuse = (method: 'getItem' | 'setItem') =>
  vi.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError')
  })

describe('preferences', () => {
  it('outlive the page', async () => {
    ;(await load()).writePreferences({ lang: 'en', theme: 'dark' })
    expect((await load()).readPreferences()).toEqual({ lang: 'en', theme: 'dark' })
  })

  it('change one by one', async () => {
    const { writePreferences, readPreferences } = await load()
    writePreferences({ lang: 'en' })
    writePreferences({ theme: 'contrast' })
    expect(readPreferences()).toEqual({ lang: 'en', theme: 'contrast' })
  })

  it('are forgotten by null', async () => {
    const { writePreferences, readPreferences } = await load()
    writePreferences({ lang: 'en', theme: 'dark' })
    writePreferences({ theme: null })
    expect(readPreferences()).toEqual({ lang: 'en' })
  })

  it.each(['', 'null', '7', '[]', '{"lang":"fr","theme":{}}', '{"lang":'])(
    'are none where storage holds %j',
    async (text) => {
      window.localStorage.setItem(KEY, text)
      expect((await load()).readPreferences()).toEqual({})
    },
  )

  it('hold the last few things found, as texts alone', async () => {
    window.localStorage.setItem(KEY, JSON.stringify({ recent: [1, 'a', null, 'b', 'c', 'd', 'e', 'f', 'g'] }))
    const { writePreferences, readPreferences } = await load()
    expect(readPreferences()).toEqual({ recent: ['a', 'b', 'c', 'd', 'e', 'f'] })
    writePreferences({ recent: null })
    expect(readPreferences()).toEqual({})
  })

  it('serve the page where storage throws', async () => {
    const { writePreferences, readPreferences } = await load()
    refuse('getItem')
    refuse('setItem')
    writePreferences({ lang: 'en', theme: 'dark' })
    writePreferences({ theme: null })
    expect(readPreferences()).toEqual({ lang: 'en' })
  })

  it('are the new ones where storage is full and still holds the old', async () => {
    const { writePreferences, readPreferences } = await load()
    writePreferences({ lang: 'en' })
    refuse('setItem')
    writePreferences({ lang: 'zh-CN' })
    expect(readPreferences()).toEqual({ lang: 'zh-CN' })
  })
})
