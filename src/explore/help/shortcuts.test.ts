// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { catalog } from '../../../tests/fixtures.ts'
import { settleView } from '../../view/codec.ts'
import { changeOf, isFree, SHORTCUTS, stepped } from './shortcuts.ts'

const CATALOG = catalog({
  records: [
    { place: 'a', role: 'actual', year: 2018, count: 1 },
    { place: 'a', role: 'actual', year: 2022, count: 1 },
    { place: 'a', role: 'actual', year: null, count: 1 },
  ],
  coverage: [{ indicator: 'gdp', role: 'actual', scope: '', places: ['a'], years: [2018], count: 1 }],
})
const { view } = settleView(
  { indicator: 'gdp', role: 'actual' },
  { defaults: CATALOG.defaults, hasIndicator: () => true, hasPlace: () => true },
)

describe('SHORTCUTS', () => {
  it('gives each key to one thing', () => {
    expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length)
    expect(new Set(SHORTCUTS.map(({ name }) => name)).size).toBe(SHORTCUTS.length)
  })
})

describe('changeOf', () => {
  it('shows another thing, and nothing where it is shown already', () => {
    expect(changeOf('table', view, CATALOG)).toEqual({ show: 'table' })
    expect(changeOf('map', view, CATALOG)).toBeNull()
  })

  it('switches the role, to the overview where the indicator has nothing in it', () => {
    expect(changeOf('target', view, CATALOG)).toEqual({ role: 'target', indicator: 'records' })
    expect(changeOf('actual', { ...view, role: 'target' }, CATALOG)).toEqual({ role: 'actual' })
  })

  it('steps from all of time to its ends, and back to all', () => {
    expect(changeOf('earlier', view, CATALOG)).toEqual({ time: { from: 2022, to: 2022 } })
    expect(changeOf('later', view, CATALOG)).toEqual({ time: { from: 2018, to: 2018 } })
    expect(changeOf('all', { ...view, time: { from: 2018, to: 2020 } }, CATALOG)).toEqual({ time: null })
    expect(changeOf('all', view, CATALOG)).toBeNull()
  })
})

describe('stepped', () => {
  it('keeps the length and stays inside', () => {
    const within = { from: 2000, to: 2020 }
    const ranges = fc
      .tuple(fc.integer({ min: 2000, max: 2020 }), fc.integer({ min: 2000, max: 2020 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
    fc.assert(
      fc.property(ranges, fc.constantFrom(1 as const, -1 as const), (range, by) => {
        const next = stepped(range, by, within)
        const atEnd = by > 0 ? range.to === within.to : range.from === within.from
        expect(next).toEqual(atEnd ? null : { from: range.from + by, to: range.to + by })
      }),
    )
  })

  it('has nowhere to go where nothing has a date', () => {
    expect(stepped(null, 1, null)).toBeNull()
  })
})

/** Markup of the test's own, as nodes. */
function parse(markup: string): readonly ChildNode[] {
  return [...new DOMParser().parseFromString(markup, 'text/html').body.childNodes]
}

describe('isFree', () => {
  afterEach(() => document.body.replaceChildren())

  function press(init: KeyboardEventInit, markup = '<div></div>'): boolean {
    document.body.replaceChildren(...parse(markup))
    const event = new KeyboardEvent('keydown', { key: 'm', bubbles: true, ...init })
    document.querySelector('[data-at]')?.dispatchEvent(event)
    if (!event.target) document.body.dispatchEvent(event)
    return isFree(event)
  }

  it('takes a bare key', () => {
    expect(press({})).toBe(true)
    expect(press({ key: '?', shiftKey: true })).toBe(true)
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }, { repeat: true }])(
    'leaves %o alone',
    (init) => {
      expect(press(init)).toBe(false)
    },
  )

  it.each([
    '<input data-at>',
    '<textarea data-at></textarea>',
    '<select data-at></select>',
    '<div contenteditable><b data-at></b></div>',
    '<div role="dialog"></div><p data-at></p>',
  ])('leaves keys to %s', (markup) => {
    expect(press({}, markup)).toBe(false)
  })
})
