import { expect, test } from 'vitest'
import type { PackDescriptor, TableResource } from './descriptor.ts'
import { DOCUMENT, csv, figure, fixtureRows, writeFixture } from './fixtures.ts'
import type { Changes } from './fixtures.ts'
import { readPackage } from './package.ts'
import { formatProblem } from './problems.ts'

type Rows = ReturnType<typeof fixtureRows>

async function problemsOf(changes: Changes, withDocuments = false): Promise<string[]> {
  const { dir, documents } = await writeFixture(changes)
  const { problems } = await readPackage(dir, withDocuments ? documents : null)
  return problems.all.map(formatProblem)
}

function set(table: keyof Rows, index: number, fields: Record<string, string>): (rows: Rows) => void {
  return (rows) => {
    Object.assign(rows[table][index] ?? {}, fields)
  }
}

test('the fixture package has no problem, with its document or without', async () => {
  expect(await problemsOf({}, true)).toEqual([])
  expect(await problemsOf({})).toEqual([])
})

test('the package that a spreadsheet saved reads the same', async () => {
  const rows = fixtureRows()
  const [first] = rows.observations
  if (first) Object.assign(first, { note: '第一行\r\n第二行', value: '７８', span_start: ` ${first.span_start} ` })
  const lines = csv('observations', rows.observations).replaceAll('\r\n', '\u0001').split('\n')
  const saved = `\uFEFF${lines.map((line) => (line === '' ? ',,,,' : `${line},,`)).join('\r\n')}\r\n`.replaceAll(
    '\u0001',
    '\r\n',
  )
  const { dir, documents } = await writeFixture({ files: { 'observations.csv': saved } })
  const { problems, tables } = await readPackage(dir, documents)
  expect(problems.all).toEqual([])
  expect(tables?.observations[0]).toMatchObject({ value: 78, note: '第一行 第二行' })
})

test.each<[string, (rows: Rows) => void, string]>([
  ['duplicate id', set('observations', 1, { id: 'doc-001' }), 'observations.csv:3:id "doc-001" 与第 2 行重复'],
  ['id with a space', set('observations', 0, { id: 'doc 001' }), 'observations.csv:2:id "doc 001" 中间不应有空格'],
  ['missing id', set('observations', 0, { id: '' }), 'observations.csv:2:id "" 必填'],
  [
    'unknown place',
    set('observations', 0, { place: '310199' }),
    'observations.csv:2:place "310199" places.csv 中没有这个 code',
  ],
  [
    'unknown indicator',
    set('observations', 0, { indicator: 'x' }),
    'observations.csv:2:indicator "x" indicators.csv 中没有',
  ],
  ['unknown scope', set('observations', 0, { scope: 'x' }), 'observations.csv:2:scope "x" scopes.csv 中没有'],
  ['unknown event', set('observations', 0, { event: 'x' }), 'observations.csv:2:event "x" events.csv 中没有'],
  ['unknown unit', set('observations', 0, { unit: 'x' }), 'observations.csv:2:unit "x" units.csv 中没有'],
  ['unknown source', set('observations', 4, { source: 'doc;x' }), 'observations.csv:6:source "x" sources.csv 中没有'],
  ['unknown role', set('observations', 0, { role: 'goal' }), 'observations.csv:2:role "goal" 应为：target、actual'],
  ['unknown bound', set('observations', 0, { bound: '>' }), 'observations.csv:2:bound ">" 应为：exact'],
  [
    'unknown certainty',
    set('observations', 0, { certainty: 'sure' }),
    'observations.csv:2:certainty "sure" 应为：stated',
  ],
  ['unknown place kind', set('places', 1, { kind: 'town' }), 'places.csv:3:kind "town" 应为：city'],
  ['unknown source kind', set('sources', 0, { kind: 'blog' }), 'sources.csv:2:kind "blog" 应为：news'],
  ['missing value', set('observations', 0, { value: '' }), 'observations.csv:2:value "" 必填'],
  ['value that is no number', set('observations', 0, { value: '78个' }), 'observations.csv:2:value "78个" 应为数字'],
  ['ambiguous number', set('observations', 0, { value: '7,8' }), 'observations.csv:2:value "7,8" 应为数字'],
  [
    'unit of another measure',
    set('observations', 1, { indicator: 'projects' }),
    'observations.csv:3:unit "cny_wan" 单位的计量是 cny',
  ],
  [
    'date turned round by a spreadsheet',
    set('observations', 1, { period_start: '2017/1/1' }),
    'observations.csv:3:period_start "2017/1/1" 应为：日期',
  ],
  [
    'date that is not in the calendar',
    set('observations', 1, { period_end: '2018-02-30' }),
    'observations.csv:3:period_end "2018-02-30" 应为：日期',
  ],
  [
    'period that ends before it starts',
    set('observations', 1, { period_start: '2018' }),
    'observations.csv:3:period_end "2017" 不应早于',
  ],
  [
    'range without its upper end',
    set('observations', 5, { value_high: '' }),
    'observations.csv:7:value_high "" bound 为 range 时必填',
  ],
  [
    'upper end without a range',
    set('observations', 0, { value_high: '80' }),
    'observations.csv:2:value_high "80" 只有 bound 为 range',
  ],
  ['range upside down', set('observations', 5, { value_high: '2' }), 'observations.csv:7:value_high "2" 应大于 value'],
  [
    'number that is not the printed one',
    set('observations', 0, { value: '87' }),
    'observations.csv:2:value "87" 与原文“78个”的数字不符',
  ],
  [
    'unit that is not the printed one',
    set('observations', 0, { unit: 'jia' }),
    'observations.csv:2:unit "jia" 单位“家”与原文“78个”不符',
  ],
  [
    'bound that is not the printed one',
    set('observations', 3, { bound: 'exact' }),
    'observations.csv:5:bound "exact" 原文有“超”，应为 at_least',
  ],
  [
    'document without a span',
    set('observations', 0, { span_start: '' }),
    'observations.csv:2:span_start "" 来源有原文文件时',
  ],
  [
    'document without the figure as printed',
    set('observations', 0, { as_printed: '' }),
    'observations.csv:2:as_printed "" 来源有原文文件时必填',
  ],
  ['span on a page', set('observations', 0, { source: 'page' }), 'observations.csv:2:span_start "6" 来源是网页'],
  ['span upside down', set('observations', 0, { span_end: '1' }), 'observations.csv:2:span_end "1" 应大于 span_start'],
  [
    'span that is no whole number',
    set('observations', 0, { span_start: '6.5' }),
    'observations.csv:2:span_start "6.5" 应为：起始字符位置',
  ],
  [
    'figure with outer spaces',
    set('observations', 0, { as_printed: '78个 ' }),
    'observations.csv:2:as_printed "78个 " 首尾不应有空格',
  ],
  [
    'span used twice',
    (rows) => rows.observations.push(figure('doc-009', '78个', '78', { scope: 'foreign' })),
    'observations.csv:8:span_start "6–9" 与第 2 行（doc-001）是原文同一处',
  ],
  [
    'fact stated twice',
    set('observations', 2, {
      indicator: 'projects',
      value: '78',
      unit: 'jia',
      as_printed: '78家',
      role: 'project',
      bound: 'exact',
      scope: '',
      period_end: '',
    }),
    'observations.csv:4:id "doc-003" 与第 2 行（doc-001）说的是同一件事',
  ],
  [
    'figure both kept and rejected',
    set('rejected', 0, { id: 'doc-001' }),
    'rejected.csv:2:id "doc-001" 已收录于 observations.csv 第 2 行',
  ],
  ['rejection without a reason', set('rejected', 0, { reason: '' }), 'rejected.csv:2:reason "" 必填'],
  ['district without its city', set('places', 1, { parents: '' }), 'places.csv:3:parents "" 区的上级应为市的编码'],
  ['zone without parents', set('places', 4, { parents: '' }), 'places.csv:6:parents "" 园区应写明'],
  [
    'parent that does not exist',
    set('places', 4, { parents: '310104；310199' }),
    'places.csv:6:parents "310199" places.csv 中没有',
  ],
  [
    'parent written twice',
    set('places', 4, { parents: '310104;310104' }),
    'places.csv:6:parents "310104;310104" 同一编码写了两次',
  ],
  ['place within itself', set('places', 4, { parents: 'garden' }), 'places.csv:6:parents "garden" 上级关系成环'],
  ['slug for a district', set('places', 3, { code: 'chongming' }), 'places.csv:5:code "chongming" 市、区用六位'],
  ['half a position', set('places', 4, { lat: '' }), 'places.csv:6:lat "" lon 与 lat 应同时填写'],
  ['longitude off the globe', set('places', 4, { lon: '1214' }), 'places.csv:6:lon "1214" 应为：WGS 84 经度'],
  ['unknown theme', set('indicators', 0, { theme: 'x' }), 'indicators.csv:2:theme "x" 应为 economy'],
  [
    'measure without a unit',
    set('indicators', 0, { measure: 'x' }),
    'indicators.csv:2:measure "x" units.csv 中没有这种计量',
  ],
  ['factor of zero', set('units', 0, { factor: '0' }), 'units.csv:2:factor "0" 应为：大于 0'],
  ['broken hash', set('sources', 0, { sha256: 'abc' }), 'sources.csv:2:sha256 "abc" 应为：64 位'],
  ['document without a hash', set('sources', 0, { sha256: '' }), 'sources.csv:2:sha256 "" 原文文件和它的 SHA-256'],
  ['page without an address', set('sources', 1, { url: '' }), 'sources.csv:3:url "" 没有原文文件的来源要有网址'],
  [
    'address that is a script',
    set('sources', 1, { url: 'javascript:alert(1)' }),
    'sources.csv:3:url "javascript:alert(1)" 应为：以 http',
  ],
  [
    'no date at all',
    (rows) => rows.sources.forEach((row) => (row.published = '')),
    'sources.csv:published 至少一个来源要有日期',
  ],
  ['event in an unknown place', set('events', 0, { place: 'x' }), 'events.csv:2:place "x" places.csv 中没有'],
  ['control character', set('scopes', 0, { name_zh: '外\u202E资' }), 'scopes.csv:2:name_zh "外\u202E资" 含有不可见'],
])('%s is reported with file, row, column, value and what was expected', async (_, rows, expected) => {
  expect((await problemsOf({ rows })).join('\n')).toContain(expected)
})

test('all errors come in one run, each in both languages on one line', async () => {
  const problems = await problemsOf({
    rows: (rows) => {
      set('places', 1, { kind: 'town' })(rows)
      set('units', 0, { factor: '-1' })(rows)
      set('observations', 0, { value: 'x', role: 'y' })(rows)
    },
  })
  expect(problems.filter((line) => /(?:kind|factor|value|role) "/.test(line))).toHaveLength(4)
  for (const line of problems) expect(line).toMatch(/ \| /)
})

test.each<[string, Changes, string]>([
  ['a missing table', { files: { 'units.csv': null } }, 'units.csv 找不到文件'],
  ['a missing descriptor', { files: { 'datapackage.json': null } }, 'datapackage.json 找不到文件'],
  ['a cut-off descriptor', { files: { 'datapackage.json': '{"name":' } }, 'datapackage.json 不是有效的 JSON'],
  ['broken tours', { files: { 'tours.json': '[]' } }, 'tours.json:tours 应为 {"tours"'],
  [
    'another version of the standard',
    { descriptor: (d) => (d.$schema = 'https://example.org') },
    'datapackage.json:$schema "https://example.org"',
  ],
  [
    'a missing title',
    { descriptor: (d) => Reflect.deleteProperty(d.atlas.title, 'en') },
    'datapackage.json:atlas.title.en',
  ],
  [
    'an unknown property',
    { descriptor: (d) => Object.assign(d.atlas, { colour: 'red' }) },
    'datapackage.json:atlas.colour',
  ],
  [
    'a role that the program does not know',
    { descriptor: (d) => enumOf(d, 'observations', 'role').push('hope') },
    'datapackage.json:observations.role',
  ],
  [
    'a column that the program does not know',
    { descriptor: (d) => schemaOf(d, 'units').fields.pop() },
    'datapackage.json:resources.units',
  ],
  ['a table that is not described', { descriptor: (d) => d.resources.shift() }, 'datapackage.json:resources "places"'],
  [
    'a city that is a district',
    { descriptor: (d) => (d.atlas.city = '310104') },
    'datapackage.json:atlas.city "310104"',
  ],
  [
    'an unknown default indicator',
    { descriptor: (d) => (d.atlas.defaults.indicator = 'x') },
    'datapackage.json:atlas.defaults.indicator "x"',
  ],
  ['an unknown headline', { descriptor: (d) => (d.atlas.headlines = ['x']) }, 'datapackage.json:atlas.headlines "x"'],
  [
    'an inset of no district',
    { descriptor: (d) => Object.assign(d.atlas.map.inset ?? {}, { places: ['garden'] }) },
    'datapackage.json:atlas.map.inset.places "garden"',
  ],
  [
    'a theme twice',
    { descriptor: (d) => d.atlas.themes.push(...d.atlas.themes.slice(0, 1)) },
    'datapackage.json:atlas.themes "economy"',
  ],
])('%s is reported', async (_, changes, expected) => {
  expect((await problemsOf(changes)).join('\n')).toContain(expected)
})

function schemaOf(descriptor: PackDescriptor, name: string): TableResource {
  const schema = descriptor.resources.find((each) => each.name === name)?.schema
  if (!schema) throw new Error(`no table ${name}`)
  return schema
}

function enumOf(descriptor: PackDescriptor, name: string, column: string): string[] {
  return schemaOf(descriptor, name).fields.find((field) => field.name === column)?.constraints.enum ?? []
}

test.each<[string, Changes, string]>([
  ['a document that was changed', { rows: set('sources', 0, { sha256: 'a'.repeat(64) }) }, 'sources.csv:2:sha256'],
  [
    'a document that is not there',
    { rows: set('sources', 0, { document: 'other.txt' }) },
    'sources.csv:2:document "other.txt" 在',
  ],
  [
    'a span that is one off',
    { rows: set('observations', 0, { span_start: '7', span_end: '10' }) },
    'observations.csv:2:as_printed "78个" 原文 7–10 是 "8个项"；最近的一处在 6 |',
  ],
  [
    'a span in UTF-16 units',
    {
      rows: set('observations', 4, {
        span_start: String(DOCUMENT.indexOf('120余家')),
        span_end: String(DOCUMENT.indexOf('120余家') + 5),
      }),
    },
    'observations.csv:6:as_printed "120余家" 原文',
  ],
  [
    'a span beyond the end',
    { rows: set('observations', 0, { span_start: '900', span_end: '903' }) },
    'observations.csv:2:span_end "903" 超出原文长度',
  ],
  [
    'a number cut in two',
    {
      rows: set('observations', 4, {
        value: '20',
        as_printed: '20余家',
        span_start: String(at('20余家')),
        span_end: String(at('20余家') + 4),
      }),
    },
    'observations.csv:6:as_printed "20余家" 截断了数字',
  ],
  [
    'a figure with its full stop',
    { rows: set('observations', 3, { as_printed: '超8%。', span_end: String(at('超8%') + 4) }) },
    'observations.csv:5:as_printed "超8%。" 首尾不应有空格或标点',
  ],
  [
    'a bound word right before the span',
    { rows: set('observations', 1, { as_printed: '24万元', span_start: String(at('24万元')), bound: 'exact' }) },
    'observations.csv:3:bound "exact" 原文有“约”，应为 approx',
  ],
  [
    'a bound word right after the span',
    { rows: set('observations', 2, { as_printed: '50项', span_end: String(at('50项') + 3), bound: 'exact' }) },
    'observations.csv:4:bound "exact" 原文有“以上”',
  ],
  [
    'a bound without a word',
    { rows: set('observations', 0, { bound: 'at_least' }) },
    'observations.csv:2:bound "at_least" 原文附近没有支持',
  ],
  [
    'the 约 of 签约 taken for a bound',
    { rows: set('observations', 0, { bound: 'approx' }) },
    'observations.csv:2:bound "approx" 原文附近没有支持 approx',
  ],
  [
    'a rejected figure that stands elsewhere',
    { rows: set('rejected', 0, { as_printed: '2021' }) },
    'rejected.csv:2:as_printed "2021" 原文 23–27 是 "2020"',
  ],
])('with the documents, %s is reported', async (_, changes, expected) => {
  expect((await problemsOf(changes, true)).join('\n')).toContain(expected)
})

function at(printed: string): number {
  return [...DOCUMENT.slice(0, DOCUMENT.indexOf(printed))].length
}
