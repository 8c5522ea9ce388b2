import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_PLACES } from '../model/view.ts'
import { settleView } from './codec.ts'
import { selectPlace, useViewStore } from './store.ts'

const { view } = settleView(
  {},
  { defaults: { role: 'target', indicator: 'records' }, hasIndicator: () => true, hasPlace: () => true },
)
const state = () => useViewStore.getState()

describe('useViewStore', () => {
  beforeEach(() => {
    useViewStore.setState({ view: null, problems: [], moving: false })
  })

  it('changes nothing before there is a view', () => {
    state().change({ role: 'actual' })
    expect(state().view).toBeNull()
  })

  it('changes what is given and keeps the rest', () => {
    state().settle(view, [])
    state().change({ role: 'actual' })
    expect(state().view).toEqual({ ...view, role: 'actual' })
  })

  it('stays the same object where a link says what is shown already', () => {
    state().settle(view, [])
    const { view: before, problems } = state()
    state().settle({ ...view, places: [...view.places] }, [])
    expect(state().view).toBe(before)
    expect(state().problems).toBe(problems)
    state().settle({ ...view, role: 'actual' }, [])
    expect(state().view).toMatchObject({ role: 'actual' })
  })

  it('moves until a decision', () => {
    state().settle(view, [])
    state().change({ scene: 1 }, 'movement')
    expect(state().moving).toBe(true)
    state().change({ scene: 2 })
    expect(state().moving).toBe(false)
  })

  it('forgets problems that were put away', () => {
    state().settle(view, [{ kind: 'too-many-places' }])
    state().dismissProblems()
    expect(state().problems).toEqual([])
  })
})

describe('selectPlace', () => {
  const full = Array.from({ length: MAX_PLACES }, (_, i) => `p${i}`)

  it.each([
    ['alone, selects that place', ['a', 'b'], 'c', false, ['c']],
    ['alone, keeps the chosen of several', ['a', 'b'], 'a', false, ['a']],
    ['alone, clears the only one', ['a'], 'a', false, []],
    ['adds at the end', ['a'], 'b', true, ['a', 'b']],
    ['takes a chosen one away', ['a', 'b'], 'a', true, ['b']],
    ['takes away where it is full', full, 'p0', true, full.slice(1)],
  ])('%s', (_, places, code, add, expected) => {
    expect(selectPlace(places, code, add)).toEqual(expected)
  })

  it('is the same array where nothing can be added', () => {
    expect(selectPlace(full, 'x', true)).toBe(full)
  })
})
