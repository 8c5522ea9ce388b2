import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { observationOf } from '../../src/model/decode.ts'
import { CERTAINTIES, ROLES, type Observation } from '../../src/model/observation.ts'
import type { ObservationRow } from '../../src/model/pack.ts'
import { parentsOf, type Parent } from '../../src/model/parents.ts'
import { yearOf } from '../../src/model/period.ts'
import { PLACE_KINDS } from '../../src/model/place.ts'
import type { PlaceKind } from '../../src/model/place.ts'
import type { Unit } from '../../src/model/quantity.ts'
import { indicator as inventedIndicator } from '../../tests/fixtures.ts'
import { deriveFigures } from './derived.ts'
import { toUnit } from './figure-values.ts'
import { quotient } from './quotient.ts'
import type { DerivedRow, ObservationRecord, PlaceRow, UnitRow } from './rows.ts'
import { toRow } from './shards.ts'

const RATIO: DerivedRow = {
  ...{
    row: 2,
    id: 'money_per_area',
    name_zh: '地均',
    name_en: 'per area',
    theme: 'economy',
    kind: 'ratio',
    better: '',
  },
  ...{ numerator: 'money', denominator: 'area', unit: 'yi_per_km2', max_gap: 3, nearest: '' },
  ...{ description_zh: '', description_en: '' },
}
const NEAREST: DerivedRow = { ...RATIO, nearest: 'yes' }
const SHARE: DerivedRow = {
  ...RATIO,
  ...{ id: 'money_share', kind: 'share_of_city', denominator: 'money', unit: 'percent', max_gap: 0 },
}

const UNITS = (
  [
    ['yi', 'cny', 1e8],
    ['km2', 'area', 1e6],
    ['yi_per_km2', 'cny_per_area', 100],
    ['percent', 'percent', 1],
  ] as const
).map(([id, measure, factor]): UnitRow => ({ row: 2, id, symbol_zh: id, symbol_en: id, measure, factor }))

function place(code: string, kind: PlaceKind): PlaceRow {
  return { row: 2, code, kind, name_zh: code, name_en: code, parents: '', lon: null, lat: null, note: '' }
}
const PLACES = [place('c', 'city'), place('d', 'district'), place('z', 'zone'), place('o', 'outside')]

function figure(id: string, value: number, period: string, fields: Partial<ObservationRecord> = {}): ObservationRecord {
  return {
    ...{ row: 2, id, place: 'd', indicator: 'money', scope: '', role: 'actual', period_note: '', value, unit: 'yi' },
    ...{ period_start: period, period_end: period, value_high: null, bound: 'exact', certainty: 'stated', event: '' },
    ...{ source: 'early', span_start: null, span_end: null, as_printed: String(value), note: '' },
    ...fields,
  }
}

function area(id: string, value: number, period: string, fields: Partial<ObservationRecord> = {}): ObservationRecord {
  return figure(id, value, period, { indicator: 'area', unit: 'km2', ...fields })
}

function derive(rule: DerivedRow, ...observations: ObservationRecord[]): ObservationRow[] {
  const source = (id: string, published: string) => ({ row: 2, id, document: '', sha256: '', title: id, published })
  const sources = [source('early', '2020'), source('late', '2024')].map((each) => ({
    ...each,
    ...{ publisher: '', url: '', kind: 'news' },
  }))
  return deriveFigures({ derived: [rule], observations, places: PLACES, units: UNITS, sources }, 'c')
}

function namesOf(rows: readonly ObservationRow[]): string[] {
  return rows.map((row) => (row.parents ?? []).join('/'))
}

test('a derived figure stands in the numerator’s period and names both parents', () => {
  const money = figure('m', 400, '2020', { certainty: 'converted', source: 'late', period_end: '2020-12' })
  const land = area('a', 20, '2019', { source: 'early' })
  const [row, ...more] = derive(RATIO, land, money)
  expect(more).toEqual([])
  expect(row).toEqual({
    ...{ id: 'd-money-per-area-d-2020', place: 'd', indicator: 'money_per_area', role: 'actual', start: '2020' },
    ...{ end: '2020-12', value: 20, unit: 'yi_per_km2', bound: 'exact', certainty: 'converted' },
    ...{ sources: ['late', 'early'], printed: '' },
    parents: ['m', 'a'],
  })
})

test.each([
  ['stated', 'stated', 'stated'],
  ['stated', 'paraphrased', 'paraphrased'],
  ['inferred-date', 'converted', 'inferred-date'],
] as const)('of %s and %s the figure is %s', (certainty, other, weaker) => {
  const rows = derive(RATIO, figure('m', 400, '2020', { certainty }), area('a', 20, '2020', { certainty: other }))
  expect(rows.map((row) => row.certainty)).toEqual([weaker])
})

test.each<[string, Partial<ObservationRecord>]>([
  ['a target', { role: 'target' }],
  ['a project', { role: 'project' }],
  ['of a scope', { scope: 'foreign' }],
  ['of half a year', { period_start: '2020-01', period_end: '2020-06' }],
  ['of years', { period_start: '2018', period_end: '2020' }],
  ['since a year', { period_end: '' }],
  ['of an event', { event: 'fair' }],
])('no figure from a numerator or denominator that is %s', (_name, fields) => {
  const [money, land] = [figure('m', 400, '2020'), area('a', 20, '2020')]
  expect(derive(NEAREST, money, land)).toHaveLength(1)
  expect(derive(NEAREST, { ...money, ...fields }, land)).toEqual([])
  expect(derive(NEAREST, money, { ...land, ...fields })).toEqual([])
})

test('no figure from a numerator of unknown period', () => {
  expect(derive(NEAREST, figure('m', 400, ''), area('a', 20, '2020'))).toEqual([])
})

test('investments and states as at a day divide too', () => {
  const rows = derive(RATIO, figure('m', 400, '2020', { role: 'investment' }), area('a', 20, '2020-11-01'))
  expect(namesOf(rows)).toEqual(['m/a'])
})

test('the numerator is the one that a map would show for its year', () => {
  const land = area('a', 20, '2020')
  const [one, two] = [figure('m-1', 300, '2020'), figure('m-2', 400, '2020', { source: 'late' })]
  expect(namesOf(derive(RATIO, land, one, two))).toEqual(['m-2/a'])
  expect(namesOf(derive(RATIO, land, { ...two, certainty: 'converted' }, one))).toEqual(['m-1/a'])
})

test.each<[string, DerivedRow, string[], string | null]>([
  ['of the same year', RATIO, ['2018', '2020', '2019'], '2020'],
  ['of the latest earlier year', RATIO, ['2017', '2019', '2021'], '2019'],
  ['not of a later year', RATIO, ['2021'], null],
  ['as far back as allowed', RATIO, ['2017'], '2017'],
  ['no further back', RATIO, ['2016'], null],
  ['not of an unknown year', RATIO, [''], null],
  ['the nearest: later', NEAREST, ['2018', '2021'], '2021'],
  ['the nearest: the earlier of two', NEAREST, ['2021', '2019'], '2019'],
  ['the nearest, no further than allowed', NEAREST, ['2024', '2016'], null],
  ['the nearest: unknown where none is dated', NEAREST, [''], ''],
  ['the nearest: dated before unknown', NEAREST, ['', '2023'], '2023'],
  ['the nearest: none where the dated are too far', NEAREST, ['', '2016'], null],
])('the denominator is %s', (_name, rule, years, expected) => {
  const rows = derive(rule, figure('m', 400, '2020'), ...years.map((year) => area(`a${year}`, 20, year)))
  expect(namesOf(rows)).toEqual(expected === null ? [] : [`m/a${expected}`])
})

test('a share is of the city’s figure for the same days, whichever of the year’s figures has one', () => {
  const city = (id: string, period: string): ObservationRecord => figure(id, 1000, period, { place: 'c' })
  const [census, yearEnd] = [figure('census', 200, '2020-11-01'), figure('end', 250, '2020')]
  expect(namesOf(derive(SHARE, city('c', '2020'), census, yearEnd))).toEqual(['end/c'])
  expect(namesOf(derive(SHARE, city('c', '2020-11-01'), census, yearEnd))).toEqual(['census/c'])
  expect(derive(SHARE, city('c', '2019'), census, yearEnd)).toEqual([])
  expect(derive(SHARE, city('c', '2020'), yearEnd)[0]).toMatchObject({ value: 25, unit: 'percent' })
})

test('ratios are of all places of the city, shares of its districts: a zone may reach beyond it', () => {
  const everywhere = PLACES.flatMap(({ code }) => [
    figure(`m-${code}`, 400, '2020', { place: code }),
    area(`a-${code}`, 20, '2020', { place: code }),
  ])
  expect(derive(RATIO, ...everywhere).map((row) => row.place)).toEqual(['c', 'd', 'z'])
  expect(derive(SHARE, ...everywhere).map((row) => row.place)).toEqual(['d'])
})

test('opposing bounds leave no figure', () => {
  const [money, land] = [figure('m', 400, '2020', { bound: 'at_least' }), area('a', 20, '2020')]
  expect(derive(RATIO, money, land)[0]).toMatchObject({ bound: 'at_least' })
  expect(derive(RATIO, money, { ...land, bound: 'at_least' })).toEqual([])
})

const YEAR = fc.integer({ min: 2018, max: 2022 })
const periods = fc.oneof(
  YEAR.map((year) => [String(year), String(year)] as const),
  YEAR.map((year) => [`${year}-11-01`, `${year}-11-01`] as const),
  YEAR.map((year) => ['', String(year)] as const),
  YEAR.map((year) => [`${year}-01`, `${year}-06`] as const),
  fc.constant(['', ''] as const),
)
const records = fc.array(
  fc.record({
    period: periods,
    value: fc.integer({ min: 1, max: 100_000 }),
    indicator: fc.constantFrom('money', 'area'),
    place: fc.constantFrom('c', 'd', 'z', 'o'),
    scope: fc.constantFrom('', '', 'foreign'),
    role: fc.constantFrom(...ROLES, 'actual' as const, 'actual' as const),
    event: fc.constantFrom('', '', 'fair'),
    certainty: fc.constantFrom(...CERTAINTIES),
    bound: fc.constantFrom('exact', 'approx', 'at_least', 'at_most'),
  }),
  { maxLength: 40, size: 'max' },
)

test('of the two that it names, which stand where it says; never from another scope, or too far in time; one a place and year; in any order', () => {
  const rules = fc.record({ rule: fc.constantFrom(RATIO, NEAREST, SHARE), max_gap: fc.integer({ min: 0, max: 5 }) })
  fc.assert(
    fc.property(records, rules, (drafts, { rule, max_gap }) => {
      const observations = drafts.map(({ period: [period_start, period_end], indicator, ...fields }, index) =>
        figure(`o-${index}`, fields.value, '', {
          ...{ ...fields, period_start, period_end, indicator, unit: indicator === 'money' ? 'yi' : 'km2' },
        }),
      )
      const spec = { ...rule, max_gap: rule === SHARE ? 0 : max_gap }
      const rows = derive(spec, ...observations)
      expect(
        derive(spec, ...observations.toReversed())
          .map((row) => row.id)
          .sort(),
      ).toEqual(rows.map((row) => row.id).sort())
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
      expect(rows.flatMap((row) => faults(row, spec, observations))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

/** @returns what is wrong with a derived row by the rules; told as words, so that a failing run says which. */
function faults(row: ObservationRow, rule: DerivedRow, observations: readonly ObservationRecord[]): string[] {
  const { place: code, start, end } = row
  const named = parentRefs(row, rule)
  const [numerator, denominator] = named.map(
    ({ id }) => observations.flatMap((each) => (each.id === id ? [toRow(each)] : []))[0],
  )
  if (!numerator || !denominator) return ['no parents']
  const [above, below] = [read(numerator).quantity, read(denominator).quantity]
  const { unit, ...divided } = quotient(above, below, unitOf(rule.unit)) ?? { unit: null }
  const isShare = rule.kind === 'share_of_city'
  const gap = denominator.end === undefined ? null : yearOf(numerator.end ?? '') - yearOf(denominator.end)
  const isInTime =
    gap === null ? rule.nearest === 'yes' : (gap >= 0 || rule.nearest === 'yes') && Math.abs(gap) <= (rule.max_gap ?? 0)
  const checks = {
    quotient: unit?.id === row.unit && isDeepStrictEqual(divided, pick(row)),
    whereNamed: [numerator, denominator].every(
      ({ place: at, indicator }, i) => named[i]?.place === at && named[i].indicator === indicator,
    ),
    indicators: numerator.indicator === rule.numerator && denominator.indicator === rule.denominator,
    places: numerator.place === code && denominator.place === (isShare ? 'c' : code) && code !== 'o',
    period: start === numerator.start && end === numerator.end && end !== undefined,
    scope: [numerator, denominator].every((each) => each.scope === undefined && each.event === undefined),
    role: [numerator, denominator].every((each) => each.role === 'actual' || each.role === 'investment'),
    halfYear: [numerator, denominator].every((each) => !each.end?.endsWith('-06')),
    time: isInTime,
    sameDays: !isShare || (denominator.start === start && denominator.end === end),
  }
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]))
}

/** @returns what the model finds parents by, given the rule as the catalog has it. */
function parentRefs(row: ObservationRow, rule: DerivedRow): readonly Parent[] {
  const { kind, numerator, denominator } = rule
  const indicators = [{ ...inventedIndicator({ id: rule.id }), derivation: { kind, numerator, denominator } }]
  return parentsOf(read(row), { indicators, city: 'c' })
}

function read(row: ObservationRow): Observation {
  return observationOf(row, unitOf)
}

function unitOf(id: string): Unit {
  const unit = UNITS.find((each) => each.id === id)
  if (!unit) throw new Error(`no unit ${id}`)
  return toUnit(unit)
}

function pick({ value, high, bound }: ObservationRow): Pick<ObservationRow, 'value' | 'high' | 'bound'> {
  return { value, ...(high !== undefined && { high }), bound }
}

test('every kind of place is thought of', () => {
  expect(PLACES.map((each) => each.kind)).toEqual(PLACE_KINDS)
})
