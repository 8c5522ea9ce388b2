import { expect, test } from 'vitest'
import { coveredMonths, narrowingClause } from './note-words.ts'

test.each<[string, number, number]>([
  ['1-9月', 1, 9],
  ['２０２４年１—９月数', 1, 9],
  ['1月至10月', 1, 10],
  ['一至九月', 1, 9],
  ['今年前11个月', 1, 11],
  ['前三季度', 1, 9],
  ['前3季度', 1, 9],
  ['一季度', 1, 3],
  ['第四季度', 10, 12],
  ['二至三季度', 4, 9],
  ['2024年上半年', 1, 6],
  ['下半年新增', 7, 12],
  ['来源为区统计局，1-6月累计', 1, 6],
  ['同比，前三季度', 1, 9],
  ['First half of the year', 1, 6],
  ['first-half result', 1, 6],
  ['first half 2024', 1, 6],
  ['first half of 2024', 1, 6],
  ['second half', 7, 12],
  ['First three quarters', 1, 9],
  ['first quarter of 2024', 1, 3],
  ['January-September', 1, 9],
  ['From January to November', 1, 11],
  ['Jan.–Jun.', 1, 6],
  ['First nine months', 1, 9],
  ['Q1 2024', 1, 3],
  ['Q1-Q3', 1, 9],
  ['H1', 1, 6],
  ['Ｈ１', 1, 6],
  ['㋀至㋇', 1, 8],
  ['新口径 | New basis, January to June', 1, 6],
])('%s names the months %i to %i', (text, from, to) => {
  expect(coveredMonths(text, '2024')).toMatchObject({ from, to })
})

test.each([
  '',
  '全年数',
  '1-12月',
  '前12个月',
  'January to December',
  '2018-2020年计划',
  '2025年10月发布',
  '截至2024年9月',
  '截至上半年',
  '与上半年不可比',
  '较前三季度低',
  '比一季度高 | higher than the first quarter',
  '与同年上半年增速差距大，口径或有别 | Far from the first-half rate; the basis may differ',
  '与另页一季度358.4亿元难以衔接',
  '全年数；上半年为50亿元 | Full year; first half: 50',
  '其中上半年12个',
  '2023年上半年的数也在此页',
  'first half of 2023',
  'Place taken from the first half of the sentence',
  '上半年起执行新口径',
  '一季度发布',
  'published in the first quarter',
  '提前3个月完成',
  '每季度',
  '印为四分之一 | Printed as one quarter',
])('%s does not say that the figure covers some months', (text) => {
  expect(coveredMonths(text, '2024')).toBeNull()
})

test('the number after the months is the figure’s own where the text is the figure as printed', () => {
  expect(coveredMonths('上半年50亿元', '2024')).toBeNull()
  expect(coveredMonths('上半年50亿元', '2024', true)).toMatchObject({ words: '上半年', from: 1, to: 6 })
})

const INDICATOR = {
  name_zh: '签约项目数',
  name_en: 'Signed projects',
  description_zh: '项目数。',
  description_en: 'Projects.',
}

test.each([
  ['预计数', '预计数'],
  ['2024年1月所述；预计完成', '预计完成'],
  ['Forecast', 'Forecast'],
  ['per year, expected', 'expected'],
  ['三年年均；不含临港', '三年年均'],
  ['2018-2020年年均 | x', '2018-2020年年均'],
  ['x | Yearly average over three years', 'Yearly average over three years'],
  ['亿元以上项目', '亿元以上项目'],
  ['总投资10亿元及以上重大产业项目', '总投资10亿元及以上重大产业项目'],
  ['投资额亿元以上', '投资额亿元以上'],
  ['x | Projects of 100 million yuan and more', 'Projects of 100 million yuan and more'],
  ['仅企业申请；是否年度数未说明', '仅企业申请'],
  ['仅企业申请，与另一来源不同', '仅企业申请'],
  ['区级（不含中央企业）', '不含中央企业'],
  ['x | Recognised projects only', 'Recognised projects only'],
  ['x | Only foreign-invested projects', 'Only foreign-invested projects'],
  ['x | District level, excluding central firms', 'excluding central firms'],
])('%s narrows the figure', (note, clause) => {
  expect(narrowingClause(note, 'actual', INDICATOR)).toBe(clause)
})

test.each([
  '',
  '与预计数不一致 | Conflicts with the forecast of January',
  '另一来源为预计 | Another source has a forecast',
  '比2025年1月预计的2500亿元高 | above the forecast of January 2025',
  '出自2018年1月的报告，全年数可能为预计 | may still be an estimate of the year',
  '预计数为2100亿元',
  '年均为12亿元 | x',
  '非年均',
  '与前三年年均相比偏低',
  '其中亿元以上项目12个',
  '原文“4000亿元以上”',
  '不是仅企业',
  '仅供参考 | For reference only',
  '来源质量低，只给下限 | Low-quality source; only a lower bound',
  '省域排名，只说位居前三 | Rank among provinces; only “top three” is printed',
  '是否限于制造业未写明 | whether only manufacturing counts is not made clear',
  '原文只说两位数 | Printed only as two digits',
  '与另一来源（不含农业）不一致 | Differs from another source (excluding farming)',
  '全部工业，不限规模以上 | All industry, of any size',
  '三年累计增幅 | Growth over three years',
  '实到还是合同外资未明 | Whether paid-in or contracted is not stated',
])('%s does not', (note) => {
  expect(narrowingClause(note, 'actual', INDICATOR)).toBeNull()
})

test('a target is a forecast anyway, and an indicator may be narrow by itself', () => {
  expect(narrowingClause('预计数 | forecast', 'target', INDICATOR)).toBeNull()
  const average = { ...INDICATOR, name_zh: '年均增速' }
  expect(narrowingClause('三年年均', 'actual', average)).toBeNull()
  expect(narrowingClause('三年年均', 'actual', undefined)).toBe('三年年均')
})
