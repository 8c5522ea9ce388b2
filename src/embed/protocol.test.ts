import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { View } from '../model/view.ts'
import { settleView, type Known } from '../view/codec.ts'
import { mergeMessages, readMessage, SETTABLE, viewMessage, type Asked } from './protocol.ts'

const KNOWN: Known = {
  defaults: { role: 'actual', indicator: 'gdp' },
  hasIndicator: (id) => ['records', 'gdp', 'fdi'].includes(id),
  hasPlace: (code) => /^3101\d\d$/.test(code),
}
const NOW = settleView({ places: ['310112'], time: { from: 2018, to: 2020 } }, KNOWN).view
const covered = (indicator: string) => indicator === 'gdp'
const read = (data: unknown, from: View = NOW) => readMessage(data, from, KNOWN, covered)
const set = (view: unknown) => ({ source: 'district-atlas', version: 1, type: 'set', view })
const asked = (view: unknown): Asked => {
  const result = read(set(view))
  if (result === null) throw new Error('not taken for a message of ours')
  return result
}

describe('a set message', () => {
  it.each<[string, object, Partial<View>]>([
    [
      'as in a link',
      { time: '2019', places: '310104,310112' },
      { time: { from: 2019, to: 2019 }, places: ['310104', '310112'] },
    ],
    ['as JSON', { time: 2019, places: ['310104'] }, { time: { from: 2019, to: 2019 }, places: ['310104'] }],
    ['taking back', { time: null, places: null, chart: null, theme: null, lang: null }, { time: null, places: [] }],
    ['an empty list', { places: [] }, { places: [] }],
    [
      'a theme',
      { theme: 'auto', lang: 'en', show: 'chart', chart: 'time' },
      { theme: 'auto', lang: 'en', show: 'chart', chart: 'time' },
    ],
    ['a role with an indicator', { role: 'target', indicator: 'fdi' }, { role: 'target', indicator: 'fdi' }],
  ])('%s', (_, view, change) => {
    expect(asked(view)).toEqual({ view: { ...NOW, ...change }, problems: [] })
  })

  it('leaves alone what it does not name', () => {
    fc.assert(
      fc.property(fc.subarray(['time', 'places', 'chart', 'lang', 'theme', 'against'] as const), (keys) => {
        const { view } = asked(Object.fromEntries(keys.map((key) => [key, null])))
        const rest = SETTABLE.filter((key) => !keys.some((k) => k === key))
        expect(rest.map((key) => view?.[key] ?? NOW[key])).toEqual(rest.map((key) => NOW[key]))
      }),
    )
  })

  it('takes what another embed tells', () => {
    const other = settleView(
      { role: 'target', places: ['310101', '310104'], time: { from: 2020, to: 2025 } },
      KNOWN,
    ).view
    expect(asked(viewMessage(other)).view).toEqual(other)
  })

  it('goes to the overview where the indicator has nothing in the new role', () => {
    expect(asked({ role: 'project', indicator: 'fdi' }).view?.indicator).toBe('fdi')
    const onFdi = settleView({ indicator: 'fdi' }, KNOWN).view
    expect(read(set({ role: 'project' }), onFdi)?.view?.indicator).toBe('records')
    expect(asked({ role: 'project' }).view?.indicator).toBe('gdp')
  })

  it('names each key that cannot be used, and uses the others', () => {
    const { view, problems } = asked({
      time: '2019',
      show: 'globe',
      mode: 'present',
      role: null,
      places: [7],
      lang: {},
    })
    expect(view).toEqual({ ...NOW, time: { from: 2019, to: 2019 } })
    expect(problems).toEqual([
      { kind: 'key', key: 'mode' },
      { kind: 'value', key: 'role' },
      { kind: 'value', key: 'places' },
      { kind: 'value', key: 'lang' },
      { kind: 'invalid', key: 'show', value: 'globe' },
    ])
  })

  it('drops what the pack does not know, saying so', () => {
    const { view, problems } = asked({ indicator: 'rain', places: ['310104', '999999'] })
    expect(view?.places).toEqual(['310104'])
    expect(problems).toEqual([
      { kind: 'unknown-indicator', value: 'rain' },
      { kind: 'unknown-place', value: '999999' },
    ])
  })
})

describe('mergeMessages', () => {
  it('ends where one after the other would', () => {
    const part = fc.record(
      {
        role: fc.constantFrom('target', 'actual'),
        time: fc.constantFrom('2019', null),
        places: fc.constantFrom([], ['310104'], '310112'),
        theme: fc.constantFrom('dark', null),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(part, part, (a, b) => {
        const first = asked(a).view ?? NOW
        const apart = read(set(b), first)?.view ?? first
        expect(read(mergeMessages(set(a), set(b)))?.view ?? NOW).toEqual(apart)
      }),
    )
  })

  it('keeps what can be used where the other cannot', () => {
    const good = set({ role: 'target' })
    for (const bad of [null, 'x', { ...good, version: 2 }, set(7)]) {
      expect(mergeMessages(good, bad)).toBe(good)
      expect(mergeMessages(bad, good)).toBe(good)
    }
  })
})

describe('anything else', () => {
  it.each([null, undefined, 7, 'set', [], {}, { source: 'other', version: 1, type: 'set', view: {} }])(
    '%j is somebody else’s',
    (data) => {
      expect(read(data)).toBeNull()
    },
  )

  it.each<[string, unknown, Asked['problems']]>([
    ['another version', { ...set({}), version: 2 }, [{ kind: 'version', found: '2' }]],
    ['no version', { source: 'district-atlas', type: 'set', view: {} }, [{ kind: 'version', found: 'undefined' }]],
    ['another type', { ...set({}), type: 'eval' }, [{ kind: 'type', found: 'eval' }]],
    ['a view that is a list', set([1]), [{ kind: 'view' }]],
    ['a view that is a text', set('?role=target'), [{ kind: 'view' }]],
    [
      'endless keys',
      set(Object.fromEntries(Array.from({ length: 1000 }, (_v, i) => [`k${i}`, i]))),
      [{ kind: 'view' }],
    ],
  ])('%s is refused and told', (_, data, problems) => {
    expect(read(data)).toEqual({ view: null, problems })
  })

  it('takes no key from a prototype, and lets none be planted', () => {
    const planted: unknown = JSON.parse('{"__proto__":{"role":"target"},"constructor":{"x":1},"prototype":1}')
    expect(asked(planted)).toEqual({
      view: null,
      problems: [
        { kind: 'key', key: '__proto__' },
        { kind: 'key', key: 'constructor' },
        { kind: 'key', key: 'prototype' },
      ],
    })
    expect(read(Object.create(set({ role: 'target' })))).toBeNull()
    expect(({} as Record<string, unknown>)['role']).toBeUndefined()
  })

  it('a huge value costs no more than a small one and is refused', () => {
    const { view, problems } = asked({
      indicator: 'x'.repeat(5_000_000),
      places: Array.from({ length: 1_000_000 }, () => '310112'),
    })
    expect(view).toBeNull()
    expect(problems).toEqual([
      { kind: 'value', key: 'indicator' },
      { kind: 'value', key: 'places' },
    ])
  })

  it('never throws, and never settles to a view that a link could not hold', () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.constantFrom(...SETTABLE), fc.anything()), (data, view) => {
        read(data)
        const result = asked(view)
        const settled = result.view ?? NOW
        expect(settleView({ ...settled }, KNOWN).view).toEqual(settled)
        expect(settled.mode).toBe('explore')
        expect(settled.renderer).toBe('auto')
      }),
    )
  })

  it('is put together with any other without an error, and with nothing of it but the keys of a view', () => {
    const message = fc.oneof(
      fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true, withMap: true }),
      fc.dictionary(fc.oneof(fc.constantFrom(...SETTABLE), fc.string()), fc.anything()).map(set),
      fc.anything().map(set),
    )
    fc.assert(
      fc.property(message, message, (earlier, later) => {
        const merged = mergeMessages(earlier, later)
        read(merged)
        if (merged === earlier || merged === later) return
        const { view } = merged as { view: object }
        expect(Object.keys(view).filter((key) => !(SETTABLE as readonly string[]).includes(key))).toEqual([])
      }),
    )
  })
})
