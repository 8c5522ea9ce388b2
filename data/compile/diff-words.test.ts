import { expect, test } from 'vitest'
import { diff } from './diff.ts'
import { SHOWN, differenceLines } from './diff-words.ts'
import type { WordsOptions } from './diff-words.ts'
import { figure, writeFixture } from './fixtures.ts'
import type { fixtureRows } from './fixtures.ts'
import { readPackage } from './package.ts'
import type { Tables } from './rows.ts'

type Rows = ReturnType<typeof fixtureRows>

async function tablesOf(rows?: (rows: Rows) => void): Promise<Tables> {
  const { dir } = await writeFixture(rows ? { rows } : {})
  const { tables } = await readPackage(dir)
  if (!tables) throw new Error('the fixture cannot be read')
  return tables
}

async function linesOf(
  rows: (rows: Rows) => void,
  { language = 'zh', all = false, turned = false }: Partial<WordsOptions> & { readonly turned?: boolean } = {},
): Promise<string> {
  const [fixture, changed] = [await tablesOf(), await tablesOf(rows)]
  const [before, after] = turned ? [changed, fixture] : [fixture, changed]
  return differenceLines(diff(before, after), { before, after }, 'HEAD~1', { language, all }).join('\n')
}

function edit(index: number, fields: Record<string, string>): (rows: Rows) => void {
  return (rows) => {
    Object.assign(rows.observations[index] ?? {}, fields)
  }
}

function fromPage(id: string, fields: Record<string, string> = {}): Record<string, string> {
  return figure(id, '78个', '78', {
    ...{ source: 'page', span_start: '', span_end: '', as_printed: '', period_start: '2024', period_end: '2024' },
    ...fields,
  })
}

test('no difference is one sentence', async () => {
  expect(await linesOf(() => undefined)).toBe('与 HEAD~1 相比，数据没有变化。')
  expect(await linesOf(() => undefined, { language: 'en' })).toBe('Nothing in the data has changed since HEAD~1.')
})

test('the first line says in a sentence what changed; then the counts by role', async () => {
  const change = (rows: Rows): void => {
    rows.observations.push(fromPage('p-1'), fromPage('p-2', { value: '80' }))
    rows.observations.shift()
  }
  const [first, , ...rest] = (await linesOf(change)).split('\n')
  expect(first).toBe('与 HEAD~1 相比：新增的数字 2，删去的数字 1，新出现的冲突 1。')
  expect(rest.slice(0, 6)).toEqual([
    '各角色的数字（此前 → 现在）',
    '  目标 2 → 2',
    '  成效 2 → 2',
    '  投入 1 → 1',
    '  项目 1 → 2  (+1)',
    '  不收录 1 → 1',
  ])
  const english = (await linesOf(change, { language: 'en' })).split('\n')
  expect(english[0]).toBe('Since HEAD~1: New figures: 2, Removed figures: 1, New conflicts: 1.')
  expect(english).toContain('  project 1 → 2  (+1)')
})

test('figures are named by place, indicator, scope, event, period and role, the id in brackets', async () => {
  const change = (rows: Rows): void => {
    rows.observations.push(fromPage('p-1', { scope: 'foreign', bound: 'at_least' }))
    rows.observations.shift()
  }
  const lines = await linesOf(change)
  expect(lines).toContain('新增的数字（1）\n  + 闵行区 projects（外资） 2024 项目：至少78个 [p-1]')
  expect(lines).toContain('删去的数字（1）\n  - 闵行区 projects “展会” 时间不详 项目：78个 [doc-001]')
  const english = await linesOf(change, { language: 'en' })
  expect(english).toContain(
    'New figures (1)\n  + Minhang projects (foreign-invested) 2024 project: at least 78 个 [p-1]',
  )
  expect(english).toContain('Removed figures (1)\n  - Minhang projects at “Fair” undated project: 78 个 [doc-001]')
})

test.each<[string, number, Record<string, string>, string]>([
  ['数值', 1, { value: '25' }, '数值：约24万元 → 约25万元'],
  ['数值', 3, { bound: 'exact' }, '数值：至少8% → 8%'],
  ['数值', 5, { value_high: '6' }, '数值：3–5亿元 → 3–6亿元'],
  ['期间', 1, { period_start: '2016' }, '期间：2017 → 2016至2017'],
  ['期间', 2, { period_end: '' }, '期间：到2020 → 时间不详'],
  ['期间', 2, { period_start: '2018', period_end: '' }, '期间：到2020 → 2018起'],
  ['期间的原文', 2, { period_note: '三年' }, '期间的原文：（空） → 三年'],
  ['口径', 2, { scope: '' }, '口径：外资 → 全口径'],
  ['角色', 2, { role: 'project' }, '角色：目标 → 项目'],
  ['地区', 4, { place: '310112' }, '地区：园 → 闵行区'],
  ['指标', 4, { indicator: 'projects' }, '指标：enterprises → projects'],
  ['可信度', 0, { certainty: 'converted' }, '可信度：原文如此 → 换算过单位'],
  ['活动', 0, { event: '' }, '活动：展会 → （空）'],
  ['来源', 4, { source: 'doc' }, '来源：计划；Page → 计划'],
  ['原文位置', 0, { span_end: '10' }, '原文位置：6–9 → 6–10'],
  ['原文的写法', 0, { as_printed: '78' }, '原文的写法：78个 → 78'],
  ['说明', 0, { note: '开工数 | started' }, '说明：签约数 → 开工数'],
])('a change of %s is told in words, from old to new', async (_, index, fields, expected) => {
  const lines = await linesOf(edit(index, fields))
  expect(lines).toMatch(/修改的数字（1）\n {2}~ .+ \[doc-00\d\]\n {6}/)
  expect(lines).toContain(`\n      ${expected}`)
})

test('where the words are the same the ids tell', async () => {
  const change = (rows: Rows): void => {
    edit(0, { unit: 'jia' })(rows)
    edit(4, { source: 'page;doc', span_start: '', span_end: '' })(rows)
    for (const unit of rows.units) if (unit.measure === 'count') unit.symbol_en = ''
  }
  const [before, after] = [
    await tablesOf((rows) => rows.units.forEach((unit) => (unit.symbol_en = ''))),
    await tablesOf(change),
  ]
  const lines = differenceLines(diff(before, after), { before, after }, 'x', { language: 'en', all: false }).join('\n')
  expect(lines).toContain('quantity: 78 [ge] → 78 [jia]')
})

test('moves to rejected and back come with the reason', async () => {
  const change = (rows: Rows): void => {
    const [first] = rows.observations.splice(0, 1)
    rows.rejected.push({ ...first, id: 'doc-r02', reason: '重复 | double' })
  }
  const there = await linesOf(change)
  expect(there).toContain(
    '改为不收录的数字（1）\n  - 闵行区 projects “展会” 时间不详 项目：78个 [doc-001]\n      理由：重复 [doc-r02]',
  )
  expect(there).not.toContain('删去的数字')
  const back = await linesOf(change, { turned: true, language: 'en' })
  expect(back).toContain(
    'Moved back from rejected to figures (1)\n  + Minhang projects at “Fair” undated project: 78 个 [doc-001]\n      former reason: double [doc-r02]',
  )
})

test('sources are named by title, publisher and date', async () => {
  const change = (rows: Rows): void => {
    rows.sources.push({
      id: 'p',
      title: '公报',
      publisher: '统计局',
      published: '2024-03',
      url: 'https://example.org/p',
      kind: 'statistics',
    })
  }
  expect(await linesOf(change)).toContain('新增的来源（1）\n  + 公报（统计局，2024-03） [p]')
  expect(await linesOf(change, { turned: true, language: 'en' })).toContain(
    'Removed sources (1)\n  - 公报 (统计局, 2024-03) [p]',
  )
})

test('a conflict shows both figures with their sources', async () => {
  const change = (rows: Rows): void => {
    rows.sources.push({ id: 'b', title: '公报', publisher: '统计局', url: 'https://example.org/b', kind: 'statistics' })
    rows.observations.push(fromPage('p-1'), fromPage('p-2', { value: '80', source: 'b' }))
  }
  expect(await linesOf(change)).toContain(
    '新出现的冲突（1）\n  + 闵行区 projects 2024 项目：78个（Page） [p-1] ≠ 80个（公报） [p-2]',
  )
  expect(await linesOf(change, { turned: true })).toContain('消失的冲突（1）\n  - 闵行区')
})

test('rows of other tables are named by their keys', async () => {
  const change = (rows: Rows): void => {
    rows.scopes.push({ id: 'new', name_zh: '新', name_en: 'New' })
    Object.assign(rows.units[0] ?? {}, { factor: '2' })
    rows.indicators.pop()
    rows.observations.pop()
  }
  const lines = await linesOf(change)
  expect(lines).toContain('其他表的行\n')
  expect(lines).toContain('  scopes.csv 新增 1：new')
  expect(lines).toContain('  units.csv 修改 1：ge')
  expect(lines).toContain('  indicators.csv 删去 1：output')
})

test('a long list shows the first forty and how many more; --all shows all', async () => {
  const change = (rows: Rows): void => {
    for (let at = 10; at < 10 + SHOWN + 5; at += 1)
      rows.observations.push(fromPage(`p-${at}`, { period_start: `19${at}`, period_end: `19${at}` }))
  }
  const short = await linesOf(change)
  expect(short.match(/\[p-\d+\]/g)).toHaveLength(40)
  expect(short).toContain('[p-49]\n  …… 还有 5 条，加 --all 全部列出')
  expect(await linesOf(change, { language: 'en' })).toContain('… and 5 more; --all lists them')
  const full = await linesOf(change, { all: true })
  expect(full.match(/\[p-\d+\]/g)).toHaveLength(45)
  expect(full).not.toContain('--all')
})
