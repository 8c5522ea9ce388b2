import { expect, test } from 'vitest'
import { BOUNDS } from '../../src/model/quantity.ts'
import { boundEvidence, boundProblem } from './bounds.ts'
import { plain, readNumbers } from './numerals.ts'

const SYMBOLS = ['家', '个', '项', '亿元', '元', '%', '小时', '平方米', '天', '工作日', '年', '倍']

/** @param text the figure in brackets, with what stands around: 签约[78个]合作项目. @returns the bounds that pass. */
function allowed(text: string): string[] {
  const [, before = '', printed = '', after = ''] = /^(.*?)\[(.*?)\](.*)$/su.exec(text) ?? []
  const [token] = readNumbers(plain(printed))
  if (!token) throw new Error(`no number in ${printed}`)
  const evidence = boundEvidence(printed, token, SYMBOLS, { before, after })
  return BOUNDS.filter((bound) => bound !== 'range' && boundProblem(bound, evidence, true) === null)
}

test.each([
  '[超8%]',
  '超[8%]',
  '[突破5800亿元]',
  '营收突破了[10亿元]',
  '[120余家]',
  '[30多个]',
  '[400多亿元]',
  '[50项以上]',
  '[50项]以上',
  '[50]项以上，',
  '[逾16万件]',
  '不低于[1/3]',
  '不少于[20家]',
  '至少[3个]',
  '[50+]',
  '[500\n亿元以上]',
  '规模将超[400億元]',
  '[破百亿]',
  'more than [20]',
  '达到[5000]余家',
])('%s is at least', (text) => {
  expect(allowed(text)).toEqual(['at_least'])
})

test.each([
  '[约24万]平米',
  '39个主团和约[600个]分团',
  '大约[30%]',
  '约占[30%]',
  '[220家左右]',
  '[40%]左右',
  '[三十来家]',
  'about [15]',
])('%s is approximate', (text) => {
  expect(allowed(text)).toEqual(['approx'])
})

test.each(['[近四百家]', '近[30%]', '接近[80%]', '将近[千家]'])('%s is approximate or at most', (text) => {
  expect(allowed(text)).toEqual(['approx', 'at_most'])
})

test.each(['不超过[3天]', '低于[5%]', '[10个工作日以内]', '[5%]以下', '不突破[20亿元]', '不足[10家]'])(
  '%s is at most',
  (text) => {
    expect(allowed(text)).toEqual(['at_most'])
  },
)

test.each([
  ['签约[78个]', '约 belongs to 签约'],
  ['现场签约[6个]重点项目', '约 belongs to 签约'],
  ['节约[30%]', '约 belongs to 节约'],
  ['合约[50项]', '约 belongs to 合约'],
  ['预约[50个]', '约 belongs to 预约'],
  ['契约[3项]', '约 belongs to 契约'],
  ['最近[3个]', '近 belongs to 最近'],
  ['附近[3个]', '近 belongs to 附近'],
  ['[50家]以上市公司为主', '上 belongs to 上市'],
  ['[10个]多元化', '多 belongs to 多元'],
  ['形成[6个]超百亿元规模', '超 belongs to the next number'],
  ['亿元以上项目[50个]', '以上 belongs to the number before'],
])('%s is exact: %s', (text) => {
  expect(allowed(text)).toContain('exact')
})

test('近 before a stretch of time is not a bound', () => {
  expect(allowed('近[三年]')).toContain('exact')
  expect(allowed('近[5年]')).toContain('exact')
})

test('a word a little off may explain a bound, but does not demand it', () => {
  expect(allowed('压缩至[15个工作日]内')).toEqual(['exact', 'at_most'])
})

test('a bound without any word for it is wrong where the words are at hand, and unjudged where they are not', () => {
  const [token] = readNumbers('50家')
  if (!token) throw new Error('no number')
  const evidence = boundEvidence('50家', token, SYMBOLS)
  expect(boundProblem('at_least', evidence, true)).toContain('expected exact')
  expect(boundProblem('at_least', evidence, false)).toBeNull()
})

test('数百, 上百 and 两位数 are no exact numbers', () => {
  expect(allowed('[数百家]')).toEqual(['approx', 'at_least'])
  expect(allowed('上[百家]')).toEqual(['approx', 'at_least'])
  expect(allowed('[两位数]')).toEqual(['approx', 'at_least'])
})
