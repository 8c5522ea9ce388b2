import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GE, PERCENT, partialDates, period, quantities, quantity, range, USD, WAN, YI } from '../../tests/fixtures.ts'
import { LANGUAGES, type Language } from '../model/text.ts'
import {
  boundSign,
  commonScale,
  formatBase,
  formatBreak,
  formatDate,
  formatPeriod,
  formatQuantity,
  formatShare,
  formatShort,
  formatUnit,
  shortName,
} from './format.ts'

const PERCENT_POINTS = { ...PERCENT, factor: 1 }

/** No-break spaces look like spaces in a failure; they are checked once, below. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

describe('formatQuantity', () => {
  it.each([
    ['≥ 4,000 亿元', '≥ CNY 400 bn', quantity(4000, 'at_least')],
    ['4,898 亿元', 'CNY 489.8 bn', quantity(4898)],
    ['≈ 0.5 亿元', '≈ CNY 50 m', quantity(0.5, 'approx')],
    ['12,000 亿元', 'CNY 1.2 tn', quantity(12_000)],
    ['≤ 3.5 万元', '≤ CNY 35 k', quantity(3.5, 'at_most', WAN)],
    ['20 亿美元', 'USD 2 bn', quantity(20, 'exact', USD)],
    ['8–20 亿元', 'CNY 0.8–2 bn', range(8, 20)],
    ['2–3 万元', 'CNY 20–30 k', range(2, 3, WAN)],
    ['-3 亿元', 'CNY -300 m', quantity(-3)],
    ['0 亿元', 'CNY 0', quantity(0)],
    ['1.1 亿元', 'CNY 110 m', quantity(1.1)],
    ['≥ 8%', '≥ 8%', quantity(8, 'at_least', PERCENT)],
    ['6.5–7%', '6.5–7%', range(6.5, 7, PERCENT)],
    ['-2.5%', '-2.5%', quantity(-2.5, 'exact', PERCENT)],
    ['78 个', '78', quantity(78, 'exact', GE)],
    ['≈ 1,234,567 个', '≈ 1,234,567', quantity(1234567, 'approx', GE)],
  ])('%s = %s', (zh, en, of) => {
    expect([plain(formatQuantity(of, 'zh-CN')), plain(formatQuantity(of, 'en'))]).toEqual([zh, en])
  })

  it('keeps number, sign and unit on one line', () => {
    fc.assert(
      fc.property(quantities, fc.constantFrom<Language>(...LANGUAGES), (of, language) => {
        expect(formatQuantity({ ...of, unit: YI }, language)).not.toContain(' ')
      }),
    )
  })

  it('shows the bound of every figure', () => {
    fc.assert(
      fc.property(quantities, fc.constantFrom<Language>(...LANGUAGES), (of, language) => {
        expect(formatQuantity(of, language).startsWith(boundSign(of.bound))).toBe(true)
        expect(formatShort(of, language).startsWith(boundSign(of.bound))).toBe(true)
      }),
    )
  })
})

describe('formatShort', () => {
  it('leaves out what the title says, and nothing else', () => {
    expect(plain(formatShort(quantity(400, 'at_least'), 'zh-CN'))).toBe('≥ 400')
    expect(plain(formatShort(quantity(400, 'at_least'), 'en'))).toBe('≥ CNY 40 bn')
    expect(plain(formatShort(quantity(8, 'exact', PERCENT), 'zh-CN'))).toBe('8%')
    expect(plain(formatShort(quantity(78, 'exact', GE), 'zh-CN'))).toBe('78')
  })
})

describe('formatBase', () => {
  it('writes base units in the unit of the axis, without binary dust', () => {
    expect(formatBase(0.07, PERCENT, 'en')).toBe('7%')
    expect(formatBase(110_000_000.00000001, YI, 'zh-CN')).toBe('1.1')
    expect(plain(formatBase(1.1e8, YI, 'en'))).toBe('CNY 110 m')
  })
})

describe('dates and periods', () => {
  it.each([
    ['2018', '2018', '2018'],
    ['2018-07', '2018年7月', 'Jul 2018'],
    ['2018-07-31', '2018年7月31日', '31 Jul 2018'],
  ])('%s', (date, zh, en) => {
    expect([formatDate(date, 'zh-CN'), formatDate(date, 'en')]).toEqual([zh, en])
  })

  it('name the year of every date, whatever the zone of the machine', () => {
    fc.assert(
      fc.property(partialDates, (date) => {
        expect(formatDate(date, 'en').includes(String(Number(date.slice(0, 4))))).toBe(true)
      }),
    )
  })

  it.each([
    ['2020', '2020', period('2020')],
    ['2018–2020', '2018–2020', period('2018', '2020')],
    ['2018年7月–2020', 'Jul 2018–2020', period('2018-07', '2020')],
    ['到 2025', 'by 2025', period(null, '2025')],
    ['2016年5月 起', 'since May 2016', period('2016-05', null)],
    ['时间未载明', 'date not stated', period(null)],
  ])('%s = %s', (zh, en, of) => {
    expect([formatPeriod(of, 'zh-CN'), formatPeriod(of, 'en')]).toEqual([zh, en])
  })
})

describe('formatShare', () => {
  const share = (low: number, high = low, approximate = false) => plain(formatShare({ low, high }, approximate, 'en'))

  it.each([
    ['exact', share(1.07), '107%'],
    ['about', share(0.84, 0.84, true), '≈ 84%'],
    ['a range', share(0.8, 0.94), '80–94%'],
    ['zero', share(0), '0%'],
    ['less than nothing', share(-0.625), '-62%'],
    ['an open end', share(1.07, Infinity), '≥ 107%'],
    ['an upper bound', share(-Infinity, 0.84), '≤ 84%'],
  ])('%s', (_, written, expected) => {
    expect(written).toBe(expected)
  })

  it('rounds bounds to the side that they leave open', () => {
    expect(share(0.9375, Infinity)).toBe('≥ 93%')
    expect(share(0.996, Infinity)).toBe('≥ 99%')
    expect(share(-Infinity, 0.841)).toBe('≤ 85%')
  })

  it('says 100% of nothing that is short of it', () => {
    expect([share(0.998), share(0.99999), share(1), share(1.004)]).toEqual(['99.8%', '99.9%', '100%', '100%'])
  })
})

describe('shortName', () => {
  it.each([
    ['闵行区', '闵行'],
    ['浦东新区', '浦东'],
    ['新区', '新区'],
    ['某区', '某区'],
    ['虹桥国际中央商务区', '虹桥国际中央商务区'],
    ['Minhang District', 'Minhang District'],
    ['', ''],
  ])('%s → %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})

describe('units that Chinese counts by 万 and 亿', () => {
  const of = (zh: string, en: string, measure: string, factor: number) => ({
    id: zh,
    symbol: { zh, en },
    measure,
    factor,
  })
  it.each([
    ['16 万件', '160,000', quantity(16, 'exact', of('万件', '×10⁴', 'count', 1e4))],
    ['3.2 亿人次', '320 million visits', quantity(3.2, 'exact', of('亿人次', '×10⁸ visits', 'count', 1e8))],
    ['≥ 70 亿千瓦时', '≥ 7 billion kWh', quantity(70, 'at_least', of('亿千瓦时', '×10⁸ kWh', 'energy', 1e8))],
    ['30–90 万吨', '300,000–900,000 t', range(30, 90, of('万吨', '×10⁴ t', 'mass', 1e4))],
    ['2 倍', '2×', quantity(2, 'exact', of('倍', '×', 'multiple', 1))],
  ])('%s is %s', (chinese, english, given) => {
    expect(plain(formatQuantity(given, 'zh-CN'))).toBe(chinese)
    expect(plain(formatQuantity(given, 'en'))).toBe(english)
  })

  it('leaves the power out of a heading, and money to its numbers', () => {
    expect(formatUnit(of('万吨', '×10⁴ t', 'mass', 1e4), 'en')).toBe('t')
    expect(formatUnit(YI, 'en')).toBe('')
    expect(formatUnit(YI, 'zh-CN')).toBe('亿元')
  })

  it('writes no Chinese classifier in English', () => {
    expect(formatUnit(of('家', '', 'count', 1), 'en')).toBe('')
  })
})

describe('a scale for several figures', () => {
  const scale = (...bases: number[]) => commonScale(YI, bases, 'en')

  it('is the one that the middle figure reads at least 1 in', () => {
    expect(scale(4e10, 4e11, 1.78e12)?.word).toBe('bn')
    expect(scale(4e5)?.word).toBe('k')
    expect(scale(5)?.word).toBe('')
  })

  it('is none in Chinese, for what is no money, and for nothing', () => {
    expect(commonScale(YI, [4e11], 'zh-CN')).toBeNull()
    expect(commonScale(GE, [4e11], 'en')).toBeNull()
    expect(commonScale(null, [4e11], 'en')).toBeNull()
    expect(scale()).toBeNull()
  })

  it('is in words for what Chinese counts by 万 and 亿', () => {
    const people = { ...GE, id: 'wan-ren', symbol: { zh: '万人', en: '×10⁴ people' }, factor: 1e4 }
    const density = { ...GE, symbol: { zh: '亿元/平方公里', en: '×10⁸ CNY/km²' }, measure: 'cny_per_area', factor: 100 }
    const million = commonScale(people, [5_680_000, 1_800_000, 660_000], 'en')
    expect(plain(formatUnit(people, 'en', million))).toBe('million people')
    expect(formatShort(quantity(568, 'exact', people), 'en', million)).toBe('5.68')
    const billion = commonScale(density, [1630, 1108, 37.86], 'en')
    expect(plain(formatUnit(density, 'en', billion))).toBe('billion CNY/km²')
    expect(formatShort(quantity(16.3, 'approx', density), 'en', billion)).toBe('≈\u00A01.63')
  })

  it('stands in the heading instead of each label', () => {
    expect(plain(formatUnit(YI, 'en', scale(4e11)))).toBe('CNY bn')
    expect(plain(formatShort(quantity(17_800, 'at_least'), 'en', scale(4e11)))).toBe('≥ 1,780')
    expect(formatShort(range(8, 20), 'en', scale(4e11))).toBe('0.8–2')
  })
})

describe('a break of a legend', () => {
  it.each([
    ['448.8', 448.81],
    ['2,668', 2668.64],
    ['17,800', 17_800],
    ['0.123', 0.12345],
    ['1.234', 1.2345],
    ['-448.9', -448.81],
    ['0', 0],
  ])('%s is %d in four digits', (written, value) => {
    expect(formatBreak(value * 1e8, YI, 'zh-CN', null)).toBe(written)
  })

  it('is never more than what it stands for, and within a hundredth of it', () => {
    const values = fc.double({ min: 1e-3, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(values, (value) => {
        const written = Number(formatBreak(value, GE, 'en', null).replaceAll(',', ''))
        expect(written).toBeLessThanOrEqual(value * (1 + 1e-9))
        expect(written).toBeGreaterThanOrEqual(value * 0.99 - 1e-6)
      }),
    )
  })

  it('keeps the percent sign, and counts have none', () => {
    expect(formatBreak(5.25, PERCENT_POINTS, 'en', null)).toBe('5.25%')
    expect(formatBreak(12, null, 'en', null)).toBe('12')
  })
})
