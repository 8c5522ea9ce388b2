import { expect, test } from 'vitest'
import type { Holdings } from '../../src/model/pack.ts'
import { figure, writeFixture } from './fixtures.ts'
import type { Changes } from './fixtures.ts'
import { HoldingsCount } from './holdings.ts'
import { readPackage } from './package.ts'

async function holdingsOf(rows?: Changes['rows']): Promise<Holdings> {
  const { dir } = await writeFixture(rows && { rows })
  const { tables } = await readPackage(dir)
  if (!tables) throw new Error('the fixture has no tables')
  const count = new HoldingsCount(tables)
  count.add(tables.observations)
  return count.result()
}

/** A figure of a page for a year: `n` items, one series. */
function ofYear(id: string, n: string, fields: Record<string, string> = {}): Record<string, string> {
  const dated = { role: 'actual', source: 'page', period_start: '2019', period_end: '2019' }
  return figure(id, `${n}个`, n, { ...dated, span_start: '', span_end: '', ...fields })
}

test('each cell counts the figures of a place, indicator and anchor year, unknown years first', async () => {
  const { cells } = await holdingsOf(({ observations }) => observations.push(ofYear('y-1', '7'), ofYear('y-2', '8')))
  expect(cells).toEqual([
    ['310104', 'output', 2018, 1],
    ['310112', 'investment', 2017, 1],
    ['310112', 'projects', null, 1],
    ['310112', 'projects', 2019, 2],
    ['310112', 'projects', 2020, 1],
    ['310112', 'rd_share', 2020, 1],
    ['garden', 'enterprises', null, 1],
  ])
})

test('a figure of two sources counts for both; the source of most figures stands first', async () => {
  const more = ['1', '2', '3', '4', '5', '6'].map((n) => ofYear(`y-${n}`, n))
  expect((await holdingsOf()).bySource).toEqual([
    { source: 'doc', count: 6 },
    { source: 'page', count: 1 },
  ])
  expect((await holdingsOf(({ observations }) => observations.push(...more))).bySource).toEqual([
    { source: 'page', count: 7 },
    { source: 'doc', count: 6 },
  ])
})

test('all four certainties are told in their order, also those that no figure has', async () => {
  const { byCertainty } = await holdingsOf(({ observations }) =>
    Object.assign(observations[0] ?? {}, { certainty: 'converted' }),
  )
  expect(byCertainty).toEqual([
    { certainty: 'stated', count: 5 },
    { certainty: 'converted', count: 1 },
    { certainty: 'inferred-date', count: 0 },
    { certainty: 'paraphrased', count: 0 },
  ])
})

test.each<[string, Record<string, string>[], number]>([
  ['one figure alone', [ofYear('y-1', '7')], 0],
  ['two numbers of one year', [ofYear('y-1', '7'), ofYear('y-2', '8')], 2],
  ['three, two of them alike', [ofYear('y-1', '7'), ofYear('y-2', '8'), ofYear('y-3', '8')], 3],
  [
    'a year written in months',
    [ofYear('y-1', '7'), ofYear('y-2', '8', { period_start: '2019-01', period_end: '2019-12' })],
    2,
  ],
  ['the same number bounded', [ofYear('y-1', '7'), ofYear('y-2', '7', { bound: 'at_least' })], 2],
  ['another year', [ofYear('y-1', '7'), ofYear('y-2', '8', { period_start: '2018', period_end: '2018' })], 0],
  ['another role', [ofYear('y-1', '7'), ofYear('y-2', '8', { role: 'target' })], 0],
  ['another event', [ofYear('y-1', '7'), ofYear('y-2', '8', { event: 'fair' })], 0],
  ['unknown periods', ['7', '8'].map((n) => ofYear(`y-${n}`, n, { period_start: '', period_end: '' })), 0],
])('conflicts: %s', async (_name, added, count) => {
  const { conflicts } = await holdingsOf(({ observations }) => observations.push(...added))
  expect(conflicts).toBe(count)
})

test('the same quantity in another unit is no conflict', async () => {
  const money = (id: string, value: string, unit: string): Record<string, string> =>
    ofYear(id, value, { indicator: 'output', unit, as_printed: '' })
  const holdings = (unit: string): Promise<Holdings> =>
    holdingsOf(({ observations }) => observations.push(money('y-1', '20000', 'cny_wan'), money('y-2', '2', unit)))
  expect((await holdings('cny_yi')).conflicts).toBe(0)
  expect((await holdings('cny_wan')).conflicts).toBe(2)
})

test('a rejected figure keeps its reason in both languages and leaves out a period that is not known', async () => {
  const { rejected } = await holdingsOf(({ rejected: rows }) => {
    const [first] = rows
    Object.assign(first ?? {}, { as_printed: '二〇二〇' })
    rows.unshift({
      ...first,
      id: 'doc-r02',
      period_end: '2020',
      as_printed: '',
      value: '3',
      value_high: '5',
      unit: 'cny_yi',
    })
  })
  const both = { place: '', indicator: '', role: 'actual', source: 'doc', reason: { zh: '年份', en: 'a year' } }
  expect(rejected).toEqual([
    { ...both, id: 'doc-r01', printed: '二〇二〇' },
    { ...both, id: 'doc-r02', end: '2020', printed: '3–5亿元' },
  ])
})

test('the order of rows does not matter', async () => {
  const more = [ofYear('y-1', '7'), ofYear('y-2', '8')]
  const forward = await holdingsOf(({ observations }) => observations.push(...more))
  const backward = await holdingsOf(({ observations }) => observations.push(...more) && observations.reverse())
  expect(backward).toEqual(forward)
})
