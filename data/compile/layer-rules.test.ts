import { expect, test } from 'vitest'
import { figure, writeFixture } from './fixtures.ts'
import type { fixtureRows } from './fixtures.ts'
import { readPackage } from './package.ts'
import { formatProblem } from './problems.ts'

type Rows = ReturnType<typeof fixtureRows>
type Row = Record<string, string>

async function problemsOf(rows: (rows: Rows) => void): Promise<string> {
  const { dir } = await writeFixture({ rows })
  const { problems } = await readPackage(dir)
  return problems.all.map(formatProblem).join('\n')
}

/** A figure from a page: no span. */
function fromPage(id: string, fields: Row = {}): Row {
  const spanless = { span_start: '', span_end: '', as_printed: '' }
  return figure(id, '78个', '78', { source: 'page', period_start: '2024', period_end: '2024', ...spanless, ...fields })
}

function page(id: string, fields: Row = {}): Row {
  return { id, title: id, publisher: '区报', url: `https://example.org/${id}`, kind: 'news', ...fields }
}

function add(...observations: Row[]): (rows: Rows) => void {
  return (rows) => {
    rows.observations.push(...observations)
    rows.sources.push(page('page-b'))
    rows.events.push({ id: 'signing', place: '310112', date: '2024-09', name_zh: '签约', name_en: 'Signing' })
    rows.events.push({ id: 'promise', place: '310112', date: '', name_zh: '推介', name_en: 'Promise' })
  }
}

const TWICE = 'observations.csv:9:id "p-2" 与第 8 行（p-1）说的是同一件事：应合为一行，来源写 page;page-b |'

test.each<[string, Row, Row?]>([
  ['from two pages', {}],
  ['the period in months', { period_start: '2024-01', period_end: '2024-12' }],
  ['the period in days', { period_start: '2024-01-01', period_end: '2024-12-31' }],
  ['in another unit of the same measure', { unit: 'jia' }],
  ['one event', { event: 'signing' }, { event: 'signing' }],
  ['no period, the same words', { period_start: '', period_end: '' }, { period_start: '', period_end: '' }],
])('a fact stated twice is one row with both sources: %s', async (_, second, first = {}) => {
  expect(await problemsOf(add(fromPage('p-1', first), fromPage('p-2', { source: 'page-b', ...second })))).toContain(
    TWICE,
  )
})

test.each<[string, Row, Row?]>([
  ['another place', { place: '310104' }],
  ['another scope', { scope: 'foreign' }],
  ['another role', { role: 'target' }],
  ['another year', { period_start: '2023', period_end: '2023' }],
  ['another quantity', { value: '79' }],
  ['another bound', { bound: 'at_least' }],
  ['another event', { event: 'signing' }, { event: 'promise' }],
  ['an event and none', { event: 'signing' }],
  [
    'no period, other words',
    { period_start: '', period_end: '', period_note: '去年' },
    { period_start: '', period_end: '', period_note: '今年' },
  ],
  ['two events of one page', { source: 'page', event: 'signing' }, { event: 'promise' }],
])('it is not stated twice with %s', async (_, second, first = {}) => {
  expect(await problemsOf(add(fromPage('p-1', first), fromPage('p-2', { source: 'page-b', ...second })))).toBe('')
})

test('a fact of a document and of a page is one row too', async () => {
  const [place, document] = [
    '310104',
    { place: '310104', period_start: '2024', period_end: '2024', span_start: '6', span_end: '9' },
  ]
  const twice = await problemsOf((rows) => {
    rows.observations[0] = figure('doc-001', '78个', '78', document)
    rows.observations.push(fromPage('p-1', { place }))
  })
  expect(twice).toContain(
    'observations.csv:8:id "p-1" 与第 2 行（doc-001）说的是同一件事：应合为一行，来源写 doc;page |',
  )
})

test.each<[string, Row, string]>([
  [
    'note',
    { note: '1-9月 | January-September' },
    ':note "1-9月 | January-September" “1-9月”只是 2024 年的几个月，而期间是全年：period_start 应为 2024-01，period_end 应为 2024-09 |',
  ],
  [
    'note in English',
    { note: 'x | Figure of the first half' },
    ':note "x | Figure of the first half" “first half”只是',
  ],
  ['period note', { period_note: '今年前三季度' }, ':period_note "今年前三季度" “前三季度”只是'],
  ['figure as printed', { as_printed: '上半年78个' }, ':as_printed "上半年78个" “上半年”只是'],
  ['a year in days', { period_start: '2024-01-01', period_end: '2024-12-31', note: 'Q1' }, ':note "Q1" “Q1”只是'],
])('some months stored as a year are reported: %s', async (_, fields, expected) => {
  expect(await problemsOf(add(fromPage('p-1', fields)))).toContain(`observations.csv:8${expected}`)
})

test.each<[string, Row]>([
  ['months stored as months', { note: '1-9月', period_start: '2024-01', period_end: '2024-09' }],
  ['a target', { note: '上半年完成一半', role: 'target' }],
  ['two years', { note: '上半年', period_start: '2023' }],
  ['no period', { period_note: '上半年', period_start: '', period_end: '' }],
  ['a comparison', { note: '与上半年数不可比 | not comparable with the first half' }],
])('a figure of some months is sound: %s', async (_, fields) => {
  expect(await problemsOf(add(fromPage('p-1', fields)))).toBe('')
})

test('a narrowing that only the note tells is reported; with a scope it is sound', async () => {
  const note = '仅企业申请 | By enterprises only'
  expect(await problemsOf(add(fromPage('p-1', { note })))).toContain(
    'observations.csv:8:scope "" 说明写着“仅企业申请”，比指标窄，而口径是空的：应为 scopes.csv 中的 id | the note says “仅企业申请”, which narrows the figure',
  )
  expect(await problemsOf(add(fromPage('p-1', { note, scope: 'foreign' })))).toBe('')
  expect(await problemsOf(add(fromPage('p-1', { note: '与预计数不一致 | conflicts with the forecast' })))).toBe('')
})

test('a page needs a publisher; a document and a printed work do not', async () => {
  const bare = (fields: Row) => (rows: Rows) => rows.sources.push(page('bare', { publisher: '', ...fields }))
  expect(await problemsOf(bare({}))).toContain('sources.csv:4:publisher "" 网页来源必填')
  expect(await problemsOf(bare({ url: '', kind: 'print' }))).toBe('')
  const ofDocument = await problemsOf((rows) => {
    Object.assign(rows.sources[0] ?? {}, { publisher: '', url: 'https://example.org/doc' })
  })
  expect(ofDocument).toBe('')
})

test('a paraphrased figure needs a second source', async () => {
  const paraphrased = (source: string) => add(fromPage('p-1', { certainty: 'paraphrased', source }))
  expect(await problemsOf(paraphrased('page'))).toContain(
    'observations.csv:8:certainty "paraphrased" 措辞不是原文的数字',
  )
  expect(await problemsOf(paraphrased('page;page'))).toContain('observations.csv:8:certainty')
  expect(await problemsOf(paraphrased('page;page-b'))).toBe('')
  const samePage = await problemsOf((rows) => {
    paraphrased('page;again')(rows)
    rows.sources.push(page('again', { url: 'https://example.org/a' }))
  })
  expect(samePage).toContain('observations.csv:8:certainty')
})

test.each<[string, Row]>([
  ['after the period', { period_start: '2023', period_end: '2023' }],
  ['the day after', { period_start: '2024-08-01', period_end: '2024-08-31' }],
  ['before the period', { period_start: '2025', period_end: '2025' }],
  ['before a start without an end', { period_start: '2024-10', period_end: '' }],
  ['after a deadline', { period_start: '', period_end: '2024-08', role: 'target' }],
])('an event outside its figure’s period is reported: %s', async (_, fields) => {
  expect(await problemsOf(add(fromPage('p-1', { event: 'signing', ...fields })))).toContain(
    `observations.csv:8:period_start "${fields.period_start}" 活动 signing 的日期是 2024-09，不在期间 ${fields.period_start}–${fields.period_end} 之内`,
  )
})

test.each<[string, Row]>([
  ['the year', {}],
  ['a day of the event’s month', { period_start: '2024-09-20', period_end: '2024-09-20' }],
  ['a period that begins in the event’s month', { period_start: '2024-09-30', period_end: '2024-12' }],
  ['a start before it, without an end', { period_start: '2024-01', period_end: '' }],
  ['a deadline after it', { period_start: '', period_end: '2027', role: 'target' }],
  ['no period', { period_start: '', period_end: '' }],
  ['an event without a date', { event: 'promise', period_start: '2019', period_end: '2019' }],
])('an event in its figure’s period is sound: %s', async (_, fields) => {
  expect(await problemsOf(add(fromPage('p-1', { event: 'signing', ...fields })))).toBe('')
})
