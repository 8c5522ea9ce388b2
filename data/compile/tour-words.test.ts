import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubledWords, numberedNames, strayNumbers, yearsIn } from './tour-words.ts'

const NAMES = numberedNames([
  ...['长三角G60科创走廊', 'G60 Corridor', '五个新城', 'Five New Cities', '税收亿元楼数', 'GDP per km²', 'Fair 2'],
  ...['徐汇区', 'Xuhui', '一般公共预算收入', '2024区大会', '2024'],
])

test.each([
  '2024年地区生产总值{w1-001}，到2025年的目标{w2}。',
  '2021–2025年、2021至2025年合计{w1}',
  '“十四五”期间，一般公共预算收入{w1}；第三产业、三大先导产业、两届大会、一次活动',
  '上半年、最近一年、百姓、千灯镇、十分明确，统一口径，约定，签约{w1}，最近{w1}',
  '长三角G60科创走廊和五个新城：税收亿元楼数{w1}',
  '2024区大会上',
  '五年规划',
])('passes %s', (text) => {
  expect(strayNumbers(text, NAMES)).toEqual([])
})

test.each([
  'In 2024, GDP was {w1-001}; by 2025: {w2}. GDP in 2023 and 2024.',
  'From 2021 to 2025; between 2019 and 2020; 2021–2025; (2024); Jan 2024’s figure; the end of 2024.',
  'The 14th Five-Year Plan, the first half of 2024, the second quarter, one ceremony',
  'G60 Corridor, Five New Cities and GDP per km²: {w1}',
  'Fair 2 was held; weight, often, tenth, attend, someone',
])('passes %s', (text) => {
  expect(strayNumbers(text, NAMES)).toEqual([])
})

test.each<[string, string]>([
  ['签约78个', '78'],
  ['增长８点', '8'],
  ['{w1}个，第②名', '2'],
  ['面积20平方公里', '20'],
  ['2000个项目', '2000'],
  ['2000亿元', '2000'],
  ['增至2025。', '2025'],
  ['增至2025', '2025'],
  ['2500年', '2500'],
  ['12024年', '12024'],
  ['2024.5年', '2024.5'],
  ['٣个', '٣'],
  ['三千亿元', '三千亿元'],
  ['一万户', '一万户'],
  ['两成', '两成'],
  ['三倍', '三倍'],
  ['翻番', '翻番'],
  ['翻了一番', '翻了一番'],
  ['一半以上', '一半'],
  ['三分之一', '三分之一'],
  ['百分之五', '百分之五'],
  ['数百家企业', '数百家'],
  ['几十亿', '几十亿'],
  ['近百家', '百家'],
  ['上千', '千'],
  ['千家', '千家'],
  ['数以万计', '万'],
  ['十六个区', '十六个'],
  ['三年', '三年'],
  ['十余家', '十余家'],
  ['{w1}亿', '亿'],
  ['两位数增长', '两位数'],
  ['全市第一', '第一'],
  ['位居榜首', '榜首'],
  ['首家', '首家'],
  ['≥{w1}', '≥'],
  ['{w1}％', '%'],
  ['十五个新城', '十五个'],
  ['G60', '60'],
  ['税收亿元楼', '亿元'],
])('finds the number in %s', (text, stray) => {
  expect(strayNumbers(text, NAMES)).toEqual([stray])
})

test.each<[string, string]>([
  ['2024 projects', '2024'],
  ['2024 firms signed', '2024'],
  ['over 2000.', '2000.'],
  ['It rose to 2000.', '2000.'],
  ['a total of 2000.', '2000.'],
  ['$2000', '2000'],
  ['12,000 firms', '12,000'],
  ['in 20245', '20245'],
  ['2024-25', '2024-25'],
  ['three million', 'three'],
  ['a million', 'million'],
  ['billions', 'billions'],
  ['a hundred', 'hundred'],
  ['dozens of firms', 'dozens'],
  ['twice as much', 'twice'],
  ['It doubled', 'doubled'],
  ['threefold', 'threefold'],
  ['five percent', 'five'],
  ['per cent', 'per cent'],
  ['half of them', 'half of'],
  ['a third of it', 'third'],
  ['Twelve districts', 'Twelve'],
  ['twenty-one', 'twenty'],
  ['Fair 25', '25'],
  ['km²', '2'],
  ['5x', '5'],
])('finds the number in %s', (text, stray) => {
  const found = strayNumbers(text, NAMES)
  expect(found.map((words) => words.split('-')[0])).toContain(stray.split('-')[0])
})

test('a name that is a number alone excuses nothing', () => {
  expect(numberedNames(['2024', '500', '三千亿', '500强'])).toEqual(['500强', '三千亿'])
  expect(strayNumbers('500 firms', numberedNames(['500']))).toEqual(['500'])
})

const CAPTIONS = [
  '2024年地区生产总值{w1-001}，到2025年的目标{w2}；“十四五”期间的五个新城。',
  'In 2024, GDP was {w1-001}; by 2025: {w2}. From 2021 to 2025, the Five New Cities.',
]

test('property: no caption with a stray digit passes, whatever digit and wherever it stands', () => {
  const digit = fc.oneof(fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom('７', '②', '³', '٤', '५', '½'))
  // Four digits could make a year.
  const run = fc.array(digit, { minLength: 1, maxLength: 9 }).filter((digits) => digits.length !== 4)
  fc.assert(
    fc.property(
      fc.constantFrom(...CAPTIONS),
      run,
      fc.nat(),
      fc.constantFrom('', ' ', '，', 'a'),
      (caption, digits, at, gap) => {
        const places = [...caption.matchAll(/(?![^{]*\})/g)].map(({ index }) => index)
        const place = places[at % places.length] ?? 0
        const spoilt = `${caption.slice(0, place)}${gap}${digits.join('')}${gap}${caption.slice(place)}`
        expect(strayNumbers(spoilt, NAMES)).not.toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
})

test('property: text without a number passes', () => {
  const words = fc.constantFrom(
    '地区',
    '生产总值',
    '目标',
    '签约',
    ' the city ',
    ' in ',
    '{w1}',
    '，',
    '。',
    '2024年',
    ' by 2025, ',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      expect(strayNumbers(parts.join(''), NAMES)).toEqual([])
    }),
  )
})

test('years, but for those in names', () => {
  expect(yearsIn('2024区大会：2021–2025年{w2023}，2021年；by 2030.', NAMES)).toEqual([2021, 2025, 2030])
  expect(yearsIn('2024个，2000亿，over 2010.', NAMES)).toEqual([])
})

test.each<[string, string]>([
  ['超{a}', '超'],
  ['近{a}', '近'],
  ['不低于{a}', '不低于'],
  ['{a}以上', '以上'],
  ['{a}左右', '左右'],
  ['more than {a}', 'morethan'],
  ['about {a}', 'about'],
  ['{a}亿元', '亿元'],
  ['{a}元', '元'],
  ['{a} bn', 'bn'],
  ['CNY {a}', 'CNY'],
  ['{a}家企业', '家'],
])('says twice what the figure says: %s', (text, words) => {
  expect(doubledWords(text, () => '家')).toEqual([{ id: 'a', words }])
})

test.each(['签约{a}，最近{b}', '{a}个区', 'GDP: {a}, reached by {b}', '{a}{b}'])('leaves %s alone', (text) => {
  expect(doubledWords(text, () => '家')).toEqual([])
})
