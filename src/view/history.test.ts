// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Known } from './codec.ts'
import { framed } from './framed.ts'
import { connectHistory } from './history.ts'
import { useViewStore } from './store.ts'

const KNOWN: Known = {
  defaults: { role: 'target', indicator: 'records' },
  hasIndicator: (id) => ['records', 'gdp'].includes(id),
  hasPlace: (code) => /^31\d{4}$/.test(code),
}
const { change, dismissProblems } = useViewStore.getState()
const view = () => useViewStore.getState().view
const address = () => window.location.pathname + window.location.search + window.location.hash

let disconnect = () => {}

/** Opens the app at an address; entries made from now on are counted. */
function open(at: string) {
  window.history.pushState(null, '', at)
  disconnect = connectHistory(KNOWN)
  const before = window.history.length
  return { entries: () => window.history.length - before }
}

async function back() {
  const moved = new Promise((resolve) => {
    window.addEventListener('popstate', resolve, { once: true })
  })
  window.history.back()
  await moved
}

afterEach(() => {
  disconnect()
  vi.restoreAllMocks()
})

describe('reading', () => {
  it('fills the store from the address', () => {
    open('/atlas/?role=actual&places=310112')
    expect(view()).toMatchObject({ role: 'actual', places: ['310112'], indicator: 'records' })
  })

  it('tells what of it could not be used', () => {
    open('/atlas/?role=bogus&indicator=gone')
    expect(useViewStore.getState().problems).toEqual([
      { kind: 'invalid', key: 'role', value: 'bogus' },
      { kind: 'unknown-indicator', value: 'gone' },
    ])
  })

  it('leaves a link as it is until something changes', () => {
    const { entries } = open('/atlas/?role=target&utm=x&show=bogus#top')
    dismissProblems()
    change({})
    expect(address()).toBe('/atlas/?role=target&utm=x&show=bogus#top')
    expect(entries()).toBe(0)
  })
})

describe('writing', () => {
  it('makes one entry for a decision, keeping path, foreign keys and fragment', () => {
    const { entries } = open('/atlas/?utm=x#top')
    change({ role: 'actual' })
    expect(address()).toBe('/atlas/?role=actual&utm=x#top')
    expect(entries()).toBe(1)
  })

  it('makes none for a decision that changes nothing', () => {
    const { entries } = open('/atlas/')
    change({ role: 'target' })
    expect(entries()).toBe(0)
  })

  it('makes none for a movement and one at its end', () => {
    const { entries } = open('/atlas/')
    for (let to = 2018; to < 2025; to++) change({ time: { from: 2018, to } }, 'movement')
    expect([entries(), address()]).toEqual([0, '/atlas/'])
    change({})
    expect([entries(), address()]).toEqual([1, '/atlas/?time=2018..2024'])
  })

  it('makes none for a movement that ends where it began', () => {
    const { entries } = open('/atlas/?time=2020')
    change({ time: { from: 2021, to: 2021 } }, 'movement')
    change({ time: { from: 2020, to: 2020 } })
    expect(entries()).toBe(0)
  })

  it('replaces the entry inside a frame: the back button is not ours', () => {
    const { entries } = open('/atlas/')
    vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window)
    change({ role: 'project' })
    expect(framed()).toBe(true)
    expect([entries(), address()]).toEqual([0, '/atlas/?role=project'])
  })

  it('stops when untied', () => {
    const { entries } = open('/atlas/')
    disconnect()
    change({ role: 'project' })
    expect(entries()).toBe(0)
  })
})

describe('going back', () => {
  it('restores the view before the decision, and writes nothing', async () => {
    const { entries } = open('/atlas/?places=310112')
    change({ places: ['310104'] })
    await back()
    expect(view()?.places).toEqual(['310112'])
    expect([entries(), address()]).toEqual([1, '/atlas/?places=310112'])
  })

  it('ends a movement that has no entry yet', async () => {
    open('/atlas/')
    change({ role: 'actual' })
    change({ time: { from: 2020, to: 2020 } }, 'movement')
    await back()
    expect(useViewStore.getState()).toMatchObject({ moving: false, view: { role: 'target', time: null } })
  })
})
