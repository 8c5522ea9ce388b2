import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_SCENES, writeTours, type Scene, type Tour } from '../model/tour.ts'

const KEY = 'district-atlas.tours'

/** A page load of its own: what is remembered in memory is not shared. */
async function load() {
  vi.resetModules()
  return import('./own-tours.ts')
}

const SCENE: Scene = {
  title: { zh: '一', en: 'One' },
  caption: { zh: '', en: '' },
  notes: { zh: '', en: '' },
  layout: 'map',
  view: 'role=actual',
  seconds: 15,
  figures: [],
  run: false,
}
const tour = (id: string, scenes: readonly Scene[] = [SCENE]): Tour => ({ id, title: { zh: id, en: id }, scenes })
const stored = () => window.localStorage.getItem(KEY) ?? ''
const ids = (tours: readonly Tour[]) => tours.map(({ id }) => id)

const refuse = (method: 'getItem' | 'setItem', name = 'QuotaExceededError') =>
  vi.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('refused', name)
  })

beforeEach(() => window.localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
})

describe('own tours', () => {
  it('outlive the page', async () => {
    ;(await load()).addOwnTour(tour('own-1'))
    const { useOwnTours } = await load()
    const { result } = renderHook(useOwnTours)
    expect(result.current).toMatchObject({ tours: [tour('own-1')], problems: [], kept: true, unreadable: null })
  })

  it('are the same object while nothing changed, and another after a change', async () => {
    const { useOwnTours, addOwnTour } = await load()
    const { result, rerender } = renderHook(useOwnTours)
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
    act(() => void addOwnTour(tour('own-1')))
    expect(ids(result.current.tours)).toEqual(['own-1'])
  })

  it('have ids of their own: none of a pack, none twice', async () => {
    const { addOwnTour, newTourId } = await load()
    expect(addOwnTour(tour('city'))?.id).toMatch(/^own-[a-z0-9]+$/)
    expect(addOwnTour(tour('own-1'))?.id).toBe('own-1')
    expect(addOwnTour(tour('own-1'))?.id).not.toBe('own-1')
    expect(newTourId()).not.toBe(newTourId())
  })

  it('are changed, put back where they were, and removed', async () => {
    const { useOwnTours, addOwnTour, replaceOwnTour, removeOwnTour } = await load()
    for (const id of ['own-1', 'own-2', 'own-3']) addOwnTour(tour(id))
    replaceOwnTour('own-2', (before) => ({ ...before, id: 'smuggled', scenes: [SCENE, SCENE] }))
    removeOwnTour('own-1')
    const { result } = renderHook(useOwnTours)
    expect(result.current.tours.map(({ id, scenes }) => [id, scenes.length])).toEqual([
      ['own-2', 2],
      ['own-3', 1],
    ])
    act(() => void addOwnTour(tour('own-1'), 0))
    expect(ids(result.current.tours)).toEqual(['own-1', 'own-2', 'own-3'])
    expect(JSON.parse(stored())).toEqual(writeTours(result.current.tours))
  })

  it('are gone with their last scene, and bounded', async () => {
    const { useOwnTours, addOwnTour, replaceOwnTour, MAX_OWN_TOURS } = await load()
    const many = Array.from({ length: MAX_SCENES + 5 }, () => SCENE)
    expect(addOwnTour(tour('own-many', many))?.scenes).toHaveLength(MAX_SCENES)
    replaceOwnTour('own-many', (before) => ({ ...before, scenes: [] }))
    for (let i = 0; i < MAX_OWN_TOURS; i += 1) expect(addOwnTour(tour(`own-${i}`))).not.toBeNull()
    expect(addOwnTour(tour('own-x'))).toBeNull()
    expect(renderHook(useOwnTours).result.current.tours).toHaveLength(MAX_OWN_TOURS)
  })

  it('name the tour that views are added to: the chosen one, else the last', async () => {
    const { useOwnTours, addOwnTour, chooseOwnTour, removeOwnTour } = await load()
    const { result } = renderHook(useOwnTours)
    expect(result.current.current).toBeNull()
    act(() => {
      addOwnTour(tour('own-1'))
      addOwnTour(tour('own-2'))
    })
    expect(result.current.current?.id).toBe('own-2')
    act(() => chooseOwnTour('own-1'))
    expect(result.current.current?.id).toBe('own-1')
    act(() => removeOwnTour('own-1'))
    expect(result.current.current?.id).toBe('own-2')
  })

  it('are what another window wrote last, also under its changes', async () => {
    const { useOwnTours, addOwnTour } = await load()
    const { result } = renderHook(useOwnTours)
    act(() => void addOwnTour(tour('own-1')))
    window.localStorage.setItem(KEY, JSON.stringify(writeTours([tour('own-theirs')])))
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
    })
    expect(ids(result.current.tours)).toEqual(['own-theirs'])
    window.localStorage.setItem(KEY, JSON.stringify(writeTours([tour('own-later')])))
    act(() => void addOwnTour(tour('own-2')))
    expect(ids(result.current.tours)).toEqual(['own-later', 'own-2'])
  })
})

describe('storage that refuses', () => {
  it('throws at everything: tours last as long as the page, and say so', async () => {
    const { useOwnTours, addOwnTour } = await load()
    refuse('getItem', 'SecurityError')
    refuse('setItem', 'SecurityError')
    addOwnTour(tour('own-1'))
    const { result } = renderHook(useOwnTours)
    expect(result.current).toMatchObject({ tours: [tour('own-1')], kept: false })
  })

  it('is full: what is new is kept by the page, what was stored stays, and room helps', async () => {
    const { useOwnTours, addOwnTour } = await load()
    const { result } = renderHook(useOwnTours)
    act(() => void addOwnTour(tour('own-1')))
    const full = refuse('setItem')
    act(() => void addOwnTour(tour('own-2')))
    expect(result.current).toMatchObject({ kept: false })
    expect(ids(result.current.tours)).toEqual(['own-1', 'own-2'])
    expect(JSON.parse(stored())).toEqual(writeTours([tour('own-1')]))
    full.mockRestore()
    act(() => void addOwnTour(tour('own-3')))
    expect(result.current.kept).toBe(true)
    expect(JSON.parse(stored())).toEqual(writeTours(result.current.tours))
  })
})

describe('storage that holds something else', () => {
  it.each(['', 'null', '7', '[]', '{"tours":', '{"tours":{}}'])('loses nothing: %j', async (text) => {
    window.localStorage.setItem(KEY, text)
    const { useOwnTours, addOwnTour, forgetUnreadable } = await load()
    const { result } = renderHook(useOwnTours)
    expect(result.current).toMatchObject({ tours: [], unreadable: text })
    expect(result.current.problems).toHaveLength(1)
    act(() => void addOwnTour(tour('own-1')))
    // Written over, and still told on the next visit.
    const next = await load()
    const later = renderHook(next.useOwnTours).result
    expect(later.current).toMatchObject({ tours: [tour('own-1')], problems: [], unreadable: text })
    act(() => forgetUnreadable())
    expect(renderHook((await load()).useOwnTours).result.current.unreadable).toBeNull()
  })

  it('plays what is right and names what is wrong', async () => {
    const broken = {
      tours: [
        { id: 'own-1', title: SCENE.title, scenes: [{ title: SCENE.title, view: '' }, { title: 7 }] },
        { id: '<b>' },
      ],
    }
    window.localStorage.setItem(KEY, JSON.stringify(broken))
    const { useOwnTours } = await load()
    const { tours, problems, unreadable } = renderHook(useOwnTours).result.current
    expect(tours[0]?.scenes).toHaveLength(1)
    expect(problems.map(({ scene, field }) => [scene, field])).toEqual([
      [2, 'title'],
      [2, 'view'],
      [null, 'id'],
    ])
    expect(unreadable).toBe(JSON.stringify(broken))
  })

  it('keeps aside what is more than this app shows', async () => {
    const { MAX_OWN_TOURS } = await load()
    const many = Array.from({ length: MAX_OWN_TOURS + 1 }, (_, i) => tour(`own-${i}`))
    window.localStorage.setItem(KEY, JSON.stringify(writeTours(many)))
    const { useOwnTours } = await load()
    const own = renderHook(useOwnTours).result.current
    expect(own.tours).toHaveLength(MAX_OWN_TOURS)
    expect(own.unreadable).not.toBeNull()
  })
})
