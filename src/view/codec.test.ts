import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../model/observation.ts'
import { LANGUAGES } from '../model/text.ts'
import { CHART_KINDS, MAX_PLACES, MODES, RENDERERS, SHOWS, THEME_WISHES, type View } from '../model/view.ts'
import { decodeView, encodeView, formatYears, settleView, VIEW_KEYS, type Known } from './codec.ts'

const KNOWN: Known = {
  defaults: { role: 'target', indicator: 'records' },
  hasIndicator: (id) => ['records', 'gdp'].includes(id),
  hasPlace: (code) => /^31\d{4}$/.test(code),
}
const ANY: Known = { ...KNOWN, hasIndicator: () => true, hasPlace: () => true }
const read = (query: string, known = KNOWN) => {
  const { given, problems, rest } = decodeView(query)
  const settled = settleView(given, known)
  return { view: settled.view, problems: [...problems, ...settled.problems], rest }
}
const DEFAULT = read('').view

const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
const years = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
const views: fc.Arbitrary<View> = fc.record({
  mode: fc.constantFrom(...MODES),
  role: fc.constantFrom(...ROLES),
  indicator: ids,
  time: fc.option(years),
  places: fc.uniqueArray(ids, { maxLength: MAX_PLACES }),
  show: fc.constantFrom(...SHOWS),
  chart: fc.option(fc.constantFrom(...CHART_KINDS)),
  against: fc.option(ids.filter((id) => id !== 'records')),
  lang: fc.option(fc.constantFrom(...LANGUAGES)),
  theme: fc.option(fc.constantFrom(...THEME_WISHES)),
  tour: fc.option(ids),
  scene: fc.option(fc.integer({ min: 1, max: 9999 })),
  renderer: fc.constantFrom(...RENDERERS),
})
/** Text as a link may carry it: whatever cannot be written in UTF-8 is gone already. */
const words = fc.string({ unit: 'grapheme' })
const foreign = fc.array(fc.tuple(words, words).filter(([key]) => !(VIEW_KEYS as readonly string[]).includes(key)))

describe('round trip', () => {
  it('gives every view back, and all keys that are not ours', () => {
    fc.assert(
      fc.property(views, foreign, (view, rest) => {
        expect(read(encodeView(view, ANY.defaults, rest), ANY)).toEqual({ view, problems: [], rest })
      }),
    )
  })

  it('writes the same query again', () => {
    fc.assert(
      fc.property(views, foreign, (view, rest) => {
        const query = encodeView(view, ANY.defaults, rest)
        const again = read(query, ANY)
        expect(encodeView(again.view, ANY.defaults, again.rest)).toBe(query)
      }),
    )
  })
})

describe('the pack’s default indicator', () => {
  const known: Known = { ...ANY, defaults: { role: 'actual', indicator: 'gdp' } }

  it('goes with its default role; for another a link’s silence means the overview', () => {
    expect(read('', known).view.indicator).toBe('gdp')
    expect(read('role=project', known).view).toMatchObject({ role: 'project', indicator: 'records' })
    expect(read('role=project&indicator=gdp', known).view.indicator).toBe('gdp')
  })

  it('comes back from every link', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(read(encodeView(view, known.defaults), known).view).toEqual(view)
      }),
    )
  })
})

describe('decodeView', () => {
  it('never throws, and always settles to a view that can be written', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('%', '&', '=', ',', '\uD800', '\0', '2', '.', '时') }),
      fc.tuple(fc.constantFrom(...VIEW_KEYS), fc.string({ unit: 'binary' })).map(([key, value]) => `?${key}=${value}`),
    )
    fc.assert(
      fc.property(anything, (query) => {
        const { view, rest } = read(query)
        expect(read(encodeView(view, KNOWN.defaults, rest)).view).toEqual(view)
      }),
      { numRuns: 500 },
    )
  })

  it('takes any bytes behind percent signs, and 100 kB of them, without a flood of notices', () => {
    const byte = fc.integer({ min: 0, max: 255 }).map((n) => `%${n.toString(16).padStart(2, '0')}`)
    const piece = fc.string({
      unit: fc.oneof(byte, fc.constantFrom('%', '%2', '%u0041', '+', '&', '=', 'a')),
      minLength: 1,
      maxLength: 30,
    })
    const key = fc.oneof(fc.constantFrom(...VIEW_KEYS), piece)
    fc.assert(
      fc.property(fc.array(fc.tuple(key, piece), { maxLength: 5 }), key, piece, (pairs, last, tail) => {
        const query = `${pairs.map(([name, value]) => `${name}=${value}`).join('&')}&${last}=${tail.repeat(100_000 / tail.length)}`
        const { view, problems, rest } = read(query)
        expect(JSON.stringify(problems).length).toBeLessThan(4000)
        expect(read(encodeView(view, KNOWN.defaults, rest)).view).toEqual(view)
      }),
      { numRuns: 60 },
    )
  })

  it.each(['role=', 'places=', 'places=310112,', 'time=2020..', '%', '&role=target', '='])(
    'takes 100 kB of %j without a flood of notices',
    (piece) => {
      const { problems } = read(`?${piece.repeat(Math.ceil(100_000 / piece.length))}`)
      expect(JSON.stringify(problems).length).toBeLessThan(2000)
    },
  )

  it('reads a whole link', () => {
    const query =
      '?mode=embed&role=actual&indicator=gdp&time=2018..2025&places=310112,310104&show=table&lang=en&theme=dark'
    expect(read(query)).toEqual({
      view: {
        ...DEFAULT,
        ...{ mode: 'embed', role: 'actual', indicator: 'gdp', time: { from: 2018, to: 2025 } },
        ...{ places: ['310112', '310104'], show: 'table', lang: 'en', theme: 'dark' },
      },
      problems: [],
      rest: [],
    })
  })

  it('keeps unknown keys, repeated ones too, in their order', () => {
    const rest = [
      ['utm', 'a b'],
      ['__proto__', '1'],
      ['utm', ''],
      ['Role', 'x'],
    ]
    expect(decodeView('utm=a+b&__proto__=1&role=actual&utm=&Role=x')).toEqual({
      given: { role: 'actual' },
      problems: [],
      rest,
    })
  })

  it('uses the first of a repeated key and says so once', () => {
    expect(decodeView('role=actual&role=target&role=project')).toMatchObject({
      given: { role: 'actual' },
      problems: [{ kind: 'repeated', key: 'role' }],
    })
  })

  it('takes the first six of too many places and says so', () => {
    const codes = Array.from({ length: 9 }, (_, i) => `31010${i}`)
    expect(decodeView(`places=${codes.join(',')}`)).toMatchObject({
      given: { places: codes.slice(0, MAX_PLACES) },
      problems: [{ kind: 'too-many-places' }],
    })
  })

  it('takes a place that is named twice once', () => {
    expect(read('places=310112,310104,310112').view.places).toEqual(['310112', '310104'])
  })

  it.each([
    ['mode', 'map'],
    ['role', 'Target'],
    ['indicator', '<img>'],
    ['time', '2025..2018'],
    ['time', '20'],
    ['places', '310112,,310104'],
    ['chart', 'pie'],
    ['against', '<b>'],
    ['lang', 'zh'],
    ['scene', '0'],
    ['scene', '1e3'],
    ['renderer', 'canvas'],
  ] as const)('falls back from %s=%s and names both', (key, value) => {
    const { view, problems } = read(`${key}=${encodeURIComponent(value)}`)
    expect(view).toEqual(DEFAULT)
    expect(problems).toEqual([{ kind: 'invalid', key, value }])
  })

  it('cuts what it names', () => {
    expect(decodeView(`role=${'长'.repeat(100)}`).problems).toEqual([
      { kind: 'invalid', key: 'role', value: `${'长'.repeat(40)}…` },
    ])
  })
})

describe('settleView', () => {
  it('falls back from an indicator that the pack lacks', () => {
    const { view, problems } = read('indicator=gone')
    expect(view.indicator).toBe('records')
    expect(problems).toEqual([{ kind: 'unknown-indicator', value: 'gone' }])
  })

  it.each(['gone', 'records'])('drops %s as the other indicator: it has nothing to be set against', (against) => {
    const { view, problems } = read(`chart=scatter&against=${against}`)
    expect(view).toMatchObject({ chart: 'scatter', against: null })
    expect(problems).toEqual([{ kind: 'unknown-indicator', value: against }])
  })

  it('drops places that the pack lacks, and keeps the others', () => {
    const { view, problems } = read('places=310112,mars')
    expect(view.places).toEqual(['310112'])
    expect(problems).toEqual([{ kind: 'unknown-place', value: 'mars' }])
  })
})

describe('migrations', () => {
  const renamed = (from: string, to: string) => (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([key, value]) => [key === from ? to : key, value] as const)

  it('rewrite an old link before it is read, each from what the one before made', () => {
    const { given, problems, rest } = decodeView('?area=310112&utm=x', [
      renamed('area', 'districts'),
      renamed('districts', 'places'),
    ])
    expect(given).toEqual({ places: ['310112'] })
    expect([problems, rest]).toEqual([[], [['utm', 'x']]])
  })

  it('leave a link of today as it is', () => {
    fc.assert(
      fc.property(views, (view) => {
        const link = encodeView(view, ANY.defaults)
        expect(decodeView(link)).toEqual(decodeView(link, []))
      }),
    )
  })
})

describe('encodeView', () => {
  const write = (change: Partial<View>) => encodeView({ ...DEFAULT, ...change }, KNOWN.defaults)

  it('writes nothing for the defaults', () => {
    expect(write({})).toBe('')
  })

  it('writes differences only, readably', () => {
    expect(write({ role: 'actual', time: { from: 2018, to: 2025 }, places: ['310112', '310104'] })).toBe(
      '?role=actual&time=2018..2025&places=310112,310104',
    )
  })

  it('keeps a renderer that a link gave, and adds none', () => {
    expect(encodeView(read('?renderer=svg').view, KNOWN.defaults)).toBe('?renderer=svg')
    expect(encodeView(read('?renderer=auto').view, KNOWN.defaults)).toBe('')
  })
})

describe('formatYears', () => {
  it('writes a year alone once, with four digits', () => {
    expect([formatYears({ from: 2020, to: 2020 }), formatYears({ from: 45, to: 2020 })]).toEqual(['2020', '0045..2020'])
  })
})
