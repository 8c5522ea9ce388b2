import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain, readNumbers, splitSymbol } from './numerals.ts'

const magnitudes = (text: string): number[] => readNumbers(plain(text)).map((token) => token.magnitude)

test.each<[string, number[]]>([
  ['4000亿元', [4e11]],
  ['1.2万家', [12000]],
  ['1,200家', [1200]],
  ['１２００家', [1200]],
  ['四百家', [400]],
  ['二十四小时', [24]],
  ['一百零五个', [105]],
  ['两项', [2]],
  ['百家', [100]],
  ['千亿元', [1e11]],
  ['3万亿', [3e12]],
  ['1亿5000万元', [1.5e8]],
  ['一亿五千万', [1.5e8]],
  ['3千家', [3000]],
  ['400多亿元', [4e10]],
  ['二十余万', [2e5]],
  ['数百家', [100]],
  ['百分之八', [8]],
  ['六成', [60]],
  ['三成半', [35]],
  ['1/3', [1 / 3]],
  ['四分之一', [0.25]],
  ['一半', [0.5]],
  ['过半', [0.5]],
  ['翻番', [2]],
  ['翻一番', [2]],
  ['翻两番', [4]],
  ['两位数', [10]],
  ['全国第二', [2]],
  ['1个半小时', [1.5]],
  ['半年', [0.5]],
  ['3-5亿元', [3, 5e8]],
  ['220 billion yuan', [2.2e11]],
  ['500\n亿元以上', [5e10]],
  ['400億(yì)元', [4e10]],
  ['10个百分点', [10]],
  ['企业', []],
])('reads the numbers of %j', (text, expected) => {
  expect(magnitudes(text)).toEqual(expected)
})

test('Chinese numerals up to ten thousand read back as what they were written from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
      expect(magnitudes(inChinese(number))).toEqual([number])
    }),
  )
})

test('takes the powers off a symbol', () => {
  expect(splitSymbol('万平方米')).toEqual({ multiplier: 1e4, base: '平方米' })
  expect(splitSymbol('个百分点')).toEqual({ multiplier: 1, base: 'pp' })
})

function inChinese(number: number): string {
  const digits = '零一二三四五六七八九'
  let text = ''
  let gap = false
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / power) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += `${gap ? '零' : ''}${digits[digit]}${name}`
      gap = false
    }
  }
  return text
}
