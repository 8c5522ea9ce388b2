import fc from 'fast-check'
import type { Indicator, Observation, Source } from '../src/model/observation.ts'
import { PACK_FORMAT, type Catalog, type FileRef } from '../src/model/pack.ts'
import type { Period } from '../src/model/period.ts'
import type { Place, PlaceKind } from '../src/model/place.ts'
import { BOUNDS, type Bound, type Quantity, type Unit } from '../src/model/quantity.ts'
import type { Text } from '../src/model/text.ts'

/* An invented pack for tests of `src/`: a city, districts `a`…, zones; one indicator `gdp` in 亿元. */

export const YI: Unit = unit('cny-yi', '亿元', 'CNY 100m', 'cny', 1e8)
export const WAN: Unit = unit('cny-wan', '万元', 'CNY 10k', 'cny', 1e4)
export const USD: Unit = unit('usd-yi', '亿美元', 'USD 100m', 'usd', 1e8)
export const PERCENT: Unit = unit('percent', '%', '%', 'share', 0.01)
export const GE: Unit = unit('ge', '个', '', 'count', 1)

/** A name as an attacker would put it into a CSV. */
export const HOSTILE = '<img src=x onerror=alert(1)>'

export function text(zh: string, en = zh): Text {
  return { zh, en }
}

function unit(id: string, zh: string, en: string, measure: string, factor: number): Unit {
  return { id, symbol: text(zh, en), measure, factor }
}

export function quantity(value: number, bound: Bound = 'exact', of: Unit = YI): Quantity {
  return { value, bound, unit: of }
}

export function range(value: number, high: number, of: Unit = YI): Quantity {
  return { value, high, bound: 'range', unit: of }
}

export function period(start: string | null, end: string | null = start): Period {
  return { start, end, note: '' }
}

/** A figure of 1 亿元 for district `a` in 2020, but for what is given. */
export function observation(given: Partial<Observation> = {}): Observation {
  return {
    id: 'o-1',
    place: 'a',
    indicator: 'gdp',
    scope: '',
    role: 'actual',
    period: period('2020'),
    quantity: quantity(1),
    certainty: 'stated',
    event: '',
    sources: ['s-1'],
    span: null,
    printed: '1亿元',
    note: null,
    parents: [],
    ...given,
  }
}

export function indicator(given: Partial<Indicator> = {}): Indicator {
  const name = text('生产总值', 'GDP')
  return {
    id: 'gdp',
    name,
    theme: 'economy',
    measure: 'cny',
    better: 'higher',
    description: name,
    derivation: null,
    ...given,
  }
}

export function place(code: string, kind: PlaceKind = 'district', given: Partial<Place> = {}): Place {
  const parents = kind === 'district' ? ['city'] : []
  const name = text(`${code}区`, `District ${code}`)
  return { code, kind, name, parents, point: [121, 31], approximate: false, note: null, ...given }
}

export function source(id: string, given: Partial<Source> = {}): Source {
  return { id, document: null, title: `Title ${id}`, publisher: '', published: '', url: '', kind: 'news', ...given }
}

export const fileRef = (path: string): FileRef => ({ path, sha256: '0'.repeat(64), bytes: 1 })

/** The city with districts `a`, `b`, `c` and no zones, but for what is given. */
export function catalog(given: Partial<Catalog> = {}): Catalog {
  return {
    format: PACK_FORMAT,
    id: 'invented',
    version: '1.0.0',
    title: text('图', 'Atlas'),
    description: text('图', 'Atlas'),
    asOf: '2025-01',
    licence: text('无', 'none'),
    city: 'city',
    defaults: { role: 'target', indicator: 'records' },
    headlines: [],
    projectPairs: [],
    places: [place('city', 'city'), place('a'), place('b'), place('c')],
    units: [YI, WAN, USD, PERCENT, GE],
    themes: [{ id: 'economy', name: text('经济', 'Economy') }],
    indicators: [indicator()],
    scopes: [],
    events: [],
    sources: [source('s-1')],
    coverage: [],
    records: [],
    map: { crs: 'WGS 84', reviewNumber: null, attribution: text('无', 'none'), note: text('无', 'none'), inset: null },
    shards: [],
    byPlace: {},
    byIndicator: {},
    ...given,
  }
}

/** A day of the calendar as `YYYY-MM-DD`. */
const days = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** A year, a month or a day. */
export const partialDates = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length))

/** Any period, its start not after its end. */
export const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.option(partialDates), fc.option(partialDates))
  .map(([a, b]) => (a !== null && b !== null && a > b ? period(b, a) : period(a, b)))

/** Any quantity that the pack's schema lets pass. */
export const quantities: fc.Arbitrary<Quantity> = fc
  .record({
    value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    more: fc.double({ min: 0, max: 1e6, noNaN: true }),
    bound: fc.constantFrom(...BOUNDS),
    of: fc.constantFrom(YI, WAN, USD, PERCENT, GE),
  })
  .map(({ value, more, bound, of }) =>
    bound === 'range' ? range(value, value + more, of) : quantity(value, bound, of),
  )
