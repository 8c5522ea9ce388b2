import { expect, test } from 'vitest'
import { agreement } from './printed.ts'

const UNITS = {
  jia: ['家', 'count'],
  ge: ['个', 'count'],
  xiang: ['项', 'count'],
  wan_jia: ['万家', 'count'],
  wan: ['万', 'count'],
  cny_yi: ['亿元', 'cny'],
  cny_wan: ['万元', 'cny'],
  usd_yi: ['亿美元', 'usd'],
  yield: ['万元/亩', 'cny_per_area'],
  percent: ['%', 'percent'],
  pp: ['个百分点', 'percent_points'],
  bei: ['倍', 'multiple'],
  wei: ['位', 'rank'],
  hour: ['小时', 'duration'],
  day: ['天', 'duration'],
  workday: ['个工作日', 'workdays'],
  wan_m2: ['万平方米', 'area'],
  km2: ['平方公里', 'area'],
} as const
const SYMBOLS = Object.values(UNITS).map(([symbol]) => symbol)

function judge(
  printed: string,
  value: number,
  unit: keyof typeof UNITS,
  high: number | null = null,
  converted = false,
  fromPage = false,
): string {
  const [symbol_zh, measure] = UNITS[unit]
  const result = agreement(
    printed,
    { value, high, unit: { symbol_zh, symbol_en: '', measure }, converted, fromPage },
    SYMBOLS,
  )
  return 'tokens' in result ? 'agrees' : result.column
}

test.each<[string, number, keyof typeof UNITS, number?]>([
  ['4000亿元', 4000, 'cny_yi'],
  ['破百亿', 100, 'cny_yi'],
  ['突破千亿元', 1000, 'cny_yi'],
  ['四百家', 400, 'jia'],
  ['1.2万家', 1.2, 'wan_jia'],
  ['1.2万家', 12000, 'jia'],
  ['2200万', 2200, 'wan'],
  ['约24万平米', 24, 'wan_m2'],
  ['1/3', 33.3, 'percent'],
  ['超六成', 60, 'percent'],
  ['两位数', 10, 'percent'],
  ['翻番', 2, 'bei'],
  ['1：1', 1, 'bei'],
  ['全国第二', 2, 'wei'],
  ['5-8个', 5, 'ge', 8],
  ['3-5亿元', 3, 'cny_yi', 5],
  ['1000万元-1亿元', 0.1, 'cny_yi', 1],
  ['30%～40%', 30, 'percent', 40],
  ['15个工作日', 15, 'workday'],
  ['10个百分点', 10, 'pp'],
  ['500\n亿元以上', 500, 'cny_yi'],
  ['120余家', 120, 'jia'],
  ['七大', 7, 'ge'],
  ['亩均200万元', 200, 'yield'],
  ['15 percent', 15, 'percent'],
])('%j is %d %s', (printed, value, unit, high) => {
  expect(judge(printed, value, unit, high ?? null)).toBe('agrees')
})

test.each<[string, number, keyof typeof UNITS, number | undefined, 'value' | 'unit']>([
  ['4000亿元', 400, 'cny_yi', undefined, 'value'],
  ['4000亿元', 4000, 'cny_wan', undefined, 'value'],
  ['78个', 87, 'ge', undefined, 'value'],
  ['企业', 1, 'jia', undefined, 'value'],
  ['3-5个', 3, 'ge', undefined, 'value'],
  ['3个', 3, 'ge', 5, 'value'],
  ['3-5个', 3, 'ge', 6, 'value'],
  ['20家', 20, 'ge', undefined, 'unit'],
  ['20亿美元', 20, 'cny_yi', undefined, 'unit'],
  ['8%', 8, 'pp', undefined, 'unit'],
  ['8', 8, 'percent', undefined, 'unit'],
  ['10个百分点', 10, 'percent', undefined, 'unit'],
  ['72小时', 72, 'day', undefined, 'unit'],
  ['六成', 60, 'jia', undefined, 'unit'],
])('%j is not %d %s', (printed, value, unit, high, column) => {
  expect(judge(printed, value, unit, high ?? null)).toBe(column)
})

test('a converted figure may be printed in another unit, but its digits must be the same', () => {
  expect(judge('220 billion yuan', 2200, 'cny_yi', null, true)).toBe('agrees')
  expect(judge('220 billion yuan', 2300, 'cny_yi', null, true)).toBe('value')
})

test('a negative figure is printed with its sign', () => {
  expect(judge('-5.7%', -5.7, 'percent')).toBe('agrees')
  expect(judge('−5.7%', -5.7, 'percent')).toBe('agrees')
  expect(judge('-5.7%', 5.7, 'percent')).toBe('value')
  expect(judge('5.7%', -5.7, 'percent')).toBe('value')
})

test('a cell of a table on a page has its unit in the table’s head; a document’s words name it', () => {
  const cell = (printed: string, value: number, unit: keyof typeof UNITS, high: number | null = null) =>
    judge(printed, value, unit, high, false, true)
  expect(cell('497.6', 497.6, 'cny_yi')).toBe('agrees')
  expect(cell('突破4万', 40_000, 'cny_yi')).toBe('agrees')
  expect(cell('5左右', 5, 'percent')).toBe('agrees')
  expect(cell('12-15', 12, 'cny_yi', 15)).toBe('agrees')
  expect(cell('497.6', 498, 'cny_yi')).toBe('value')
  expect(cell('12-15', 12, 'cny_yi', 16)).toBe('value')
  expect(cell('497.6家', 497.6, 'cny_yi')).toBe('value')
  expect(judge('497.6', 497.6, 'cny_yi')).toBe('value')
  expect(judge('5左右', 5, 'percent')).toBe('unit')
})
