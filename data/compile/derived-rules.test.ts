import { expect, test } from 'vitest'
import { writeFixture } from './fixtures.ts'
import type { Changes } from './fixtures.ts'
import { readPackage } from './package.ts'
import { formatProblem } from './problems.ts'

type Rows = Parameters<NonNullable<Changes['rows']>>[0]

async function problemsOf(changes: Changes): Promise<string[]> {
  const { problems } = await readPackage((await writeFixture(changes)).dir)
  return problems.all.map(formatProblem)
}

/** Row 2 is a ratio, row 3 a share. */
function set(row: 2 | 3, fields: Record<string, string>): (rows: Rows) => void {
  return ({ derived }) => Object.assign(derived[row - 2] ?? {}, fields)
}

test.each<[string, (rows: Rows) => void, string]>([
  [
    'unknown numerator',
    set(2, { numerator: 'x' }),
    'derived.csv:2:numerator "x" indicators.csv 中没有这个 id | no such id in indicators.csv',
  ],
  ['unknown denominator', set(2, { denominator: 'x' }), 'derived.csv:2:denominator "x" indicators.csv 中没有这个 id'],
  [
    'a derived numerator',
    set(2, { numerator: 'output_share' }),
    'derived.csv:2:numerator "output_share" indicators.csv 中没有',
  ],
  ['unknown unit', set(2, { unit: 'x' }), 'derived.csv:2:unit "x" units.csv 中没有这个 id | no such id in units.csv'],
  ['unknown theme', set(2, { theme: 'x' }), 'derived.csv:2:theme "x" 应为 economy、'],
  ['unknown kind', set(2, { kind: 'sum' }), 'derived.csv:2:kind "sum" 应为：ratio'],
  ['id of an indicator', set(2, { id: 'output' }), 'derived.csv:2:id "output" 已是 indicators.csv 第 6 行的指标'],
  ['id used twice', set(3, { id: 'output_per_enterprise' }), 'derived.csv:3:id "output_per_enterprise" 与第 2 行重复'],
  [
    'share of something else',
    set(3, { denominator: 'investment' }),
    'derived.csv:3:denominator "investment" 占全市比重的分子分母是同一指标：应为 output | a share',
  ],
  ['share that is no percentage', set(3, { unit: 'ge' }), 'derived.csv:3:unit "ge" 占比的单位应为计量 percent、系数 1'],
  [
    'share in another percentage',
    (rows) => {
      rows.units.push({ id: 'permille', symbol_zh: '‰', measure: 'percent', factor: '0.1' })
      set(3, { unit: 'permille' })(rows)
    },
    'derived.csv:3:unit "permille" 占比的单位应为计量 percent、系数 1',
  ],
  ['share across years', set(3, { max_gap: '1' }), 'derived.csv:3:max_gap "1" 占比只比同一期间：应为 0'],
  ['share of the nearest', set(3, { nearest: 'yes' }), 'derived.csv:3:nearest "yes" 占比只比同一期间：应为空'],
  ['no gap', set(2, { max_gap: '' }), 'derived.csv:2:max_gap "" 必填，应为：不小于 0 的整数'],
  ['gap below zero', set(2, { max_gap: '-1' }), 'derived.csv:2:max_gap "-1" 应为：不小于 0 的整数'],
  ['broken gap', set(2, { max_gap: '1.5' }), 'derived.csv:2:max_gap "1.5" 应为：不小于 0 的整数'],
  ['another word than yes', set(2, { nearest: 'no' }), 'derived.csv:2:nearest "no" 应为：yes 或空'],
  ['another word than higher', set(2, { better: 'more' }), 'derived.csv:2:better "more" 应为：higher'],
])('%s is told once, with row, column and what was expected', async (_name, rows, expected) => {
  const problems = await problemsOf({ rows })
  expect(problems).toEqual([expect.stringContaining(expected)])
  expect(problems[0]).toContain(' | ')
})

test('all problems of a row are told at once', async () => {
  const problems = await problemsOf({
    rows: set(3, { id: 'output', denominator: 'investment', unit: 'cny_yi', max_gap: '2' }),
  })
  expect(problems).toHaveLength(4)
})

test('a city with no derived indicator is a table with its header alone', async () => {
  expect(await problemsOf({ rows: (rows) => rows.derived.splice(0) })).toEqual([])
  expect(await problemsOf({ files: { 'derived.csv': null } })).toEqual(['derived.csv 找不到文件 | file not found'])
})
