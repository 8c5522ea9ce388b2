import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from './codes.ts'
import { fromColumns, toColumns, type Columns } from './columns.ts'
import type { ObservationRow } from './pack.ts'
import type { Names } from './words.ts'

const word = fc.constantFrom('a', 'b-1', 'c_2')
const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((v) => (v === undefined ? {} : { [key]: v }))
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer().map((n) => n / 100),
)

const stated = fc
  .record({
    place: word,
    indicator: word,
    role: fc.constantFrom('actual' as const, 'target' as const),
    value: number,
    unit: word,
    range: fc.boolean(),
    high: number,
    certainty: fc.constantFrom('stated' as const, 'converted' as const),
    sources: fc.array(word, { minLength: 1, maxLength: 3 }),
    printed: fc.oneof(fc.string(), fc.constantFrom('{}', '{-}', '$&')),
    isPlain: fc.boolean(),
    number: fc.constantFrom('1', '001', '1234567890', 'x', ''),
    rest: fc.tuple(maybe('scope', word), maybe('start', word), maybe('end', word), maybe('periodNote', word)),
    more: fc.tuple(maybe('event', word), maybe('note', fc.record({ zh: fc.string(), en: fc.string() }))),
    span: maybe('span', fc.tuple(fc.nat(), fc.nat())),
  })
  .map(
    ({
      range,
      high,
      printed,
      isPlain,
      number: digits,
      rest,
      more,
      span,
      ...row
    }): Omit<ObservationRow, 'id'> & { id: string } =>
      Object.assign(
        {
          ...row,
          ...(range ? { bound: 'range' as const, high } : { bound: 'exact' as const }),
          id: `${row.sources[0]}-${digits}`,
          printed: isPlain ? `超${row.value}亿元` : printed,
        },
        ...rest,
        ...more,
        span,
      ) as ObservationRow,
  )
const anyId = fc.oneof(
  word,
  fc.tuple(word, fc.constantFrom('1', '001', 'x')).map(([source, digits]) => `${source}-${digits}`),
)
const rows = fc.array(fc.record({ row: stated, parents: fc.tuple(anyId, anyId) }))

test('what goes into columns comes out again, whatever the order', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (drawn, isDerived) => {
      const given = drawn.map(({ row, parents }, i) => ({
        ...row,
        id: i % 3 === 0 ? `${i}` : row.id,
        ...(isDerived && { parents }),
      }))
      const read = fromColumns(toColumns(given))
      const sorted = (list: readonly ObservationRow[]): string[] =>
        list.map((each) => JSON.stringify(sortKeys(each))).sort()
      expect(sorted(read)).toEqual(sorted(given))
      expect(fromColumns(toColumns([...given].reverse()))).toHaveLength(given.length)
    }),
  )
})

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sortKeys(each)]),
  )
}

const [zeros, ones] = [Array<number>(24).fill(0), Array<number>(24).fill(1)]
const NONE: Names = { count: 0, forms: { of: [] }, digits: [] }
const YEARS = Array.from({ length: 25 }, (_, i): ObservationRow => {
  const year = String(2001 + i)
  const value = 100 + i / 10
  return {
    ...{ id: `y-${year}-0007`, place: 'p', indicator: 'i', role: 'actual', start: year, end: year, value, unit: 'u' },
    ...{ bound: 'exact', certainty: 'stated', sources: [`y-${year}`], printed: `${value}亿元` },
  }
})

test('a series of years costs little more than its values', () => {
  const { id, value, printed, start, end } = toColumns(YEARS)
  expect(id).toEqual({ width: { of: [4] }, numbers: [{ decimals: 0, steps: encode([7, ...zeros]) }], other: NONE })
  expect(value).toEqual({ decimals: 1, steps: encode([1000, ...ones]) })
  expect(printed.others).toEqual({ of: ['{}亿元'] })
  expect(end).toMatchObject({ steps: encode([0, 1]), runs: encode([1, 24]) })
  expect(start).toEqual({ of: ['='] })
})

test('parents cost little more than one: they are numbers after the sources', () => {
  const derived = YEARS.map((row) => ({
    ...row,
    sources: [...row.sources, 'atlas'],
    parents: [row.id, 'atlas-0012'] as const,
  }))
  expect(toColumns(derived).parents).toEqual([
    { width: { of: [4] }, numbers: [{ decimals: 0, steps: encode([7, ...zeros]) }], other: NONE },
    { width: { of: [4] }, numbers: [{ decimals: 0, steps: encode([12, ...zeros]) }], other: NONE },
  ])
})

type Broken = (columns: Columns) => Columns
test.each<[string, Broken]>([
  ['a word too far', (columns) => ({ ...columns, indicator: { of: ['i'], steps: encode([5, ...zeros]) } })],
  ['a run too long', (columns) => ({ ...columns, indicator: { of: ['i'], steps: encode([0]), runs: encode([1e9]) } })],
  ['a step beyond the words', (columns) => ({ ...columns, end: { ...columns.end, of: ['2001'] } })],
  ['too few values', (columns) => ({ ...columns, value: { decimals: 0, steps: encode([1]) } })],
  ['codes that are none', (columns) => ({ ...columns, value: { decimals: 0, steps: '"' } })],
  ['an id too few', (columns) => ({ ...columns, id: { width: { of: [0] }, numbers: [], other: NONE } })],
  [
    'a parent too few',
    (columns) => ({ ...columns, parents: [columns.id, { width: { of: [0] }, numbers: [], other: NONE }] }),
  ],
  ['digits missing', (columns) => ({ ...columns, place: { of: { count: 1, forms: { of: ['p#'] }, digits: [] } } })],
  [
    'something expected that never was',
    (columns) => ({ ...columns, sources: { met: { of: [1] }, others: { of: NONE } } }),
  ],
])('columns that do not go together are refused: %s', (_, broken) => {
  expect(() => fromColumns(broken(toColumns(YEARS)))).toThrow(RangeError)
})

test('whole numbers of any size come out of their codes again', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.integer(),
          // Steps and counts know no negative zero.
          fc.maxSafeInteger().map((n) => Math.trunc(n / 4) + 0),
        ),
      ),
      (numbers) => {
        const text = encode(numbers)
        expect(JSON.stringify(text)).toHaveLength(text.length + 2)
        expect(decode(text)).toEqual(numbers)
      },
    ),
  )
})
