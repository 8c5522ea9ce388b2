import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKey, readKeys, readNumber, readText, readVerbatim, splitText } from './cells.ts'

test.each([
  ['1200', 1200],
  [' 1,200 ', 1200],
  ['１，２００．５', 1200.5],
  ['1,234,567', 1234567],
  ['-3', -3],
  ['－3', -3],
  ['−0.5', -0.5],
  ['0.016666666666666666', 1 / 60],
  ['', null],
  ['\u3000', null],
])('reads %j as the number %j', (raw, value) => {
  expect(readNumber(raw)).toEqual({ value })
})

test.each([
  '1,2',
  '12,00',
  '8%',
  '８％',
  '1.2E+05',
  '4e3',
  '1/3',
  '三',
  '007',
  '.5',
  '5.',
  '1 200',
  '1–2',
  'NaN',
  'Infinity',
  '0x10',
  '12345678901234567',
])('refuses %j rather than guess', (raw) => {
  expect(readNumber(raw)).toHaveProperty('expected')
})

test('a number never changes on its way through grouping and full-width digits', () => {
  const decimal = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }))
  fc.assert(
    fc.property(decimal, fc.boolean(), ([whole, thousandths], wide) => {
      const text = `${whole.toLocaleString('en-US')}.${String(thousandths).padStart(3, '0')}`
      const raw = wide ? text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : text
      expect(readNumber(raw)).toEqual({ value: Number(text.replaceAll(',', '')) })
    }),
  )
})

test('keys lose full-width forms and outer spaces, but never inner ones', () => {
  expect(readKey(' ｓ000－01 ')).toEqual({ value: 's000-01' })
  expect(readKey('s000 01')).toHaveProperty('expected')
  expect(readKeys('310104； 310112;')).toEqual({ value: '310104;310112' })
})

test('texts lose line breaks; figures as printed keep them', () => {
  expect(readText(' a\r\n b ')).toEqual({ value: 'a b' })
  expect(readVerbatim('500\r\n亿元')).toEqual({ value: '500\n亿元' })
})

test.each(['a\u0000b', 'a\u202Eb', 'a\u200Bb', 'a\uFFFDb', 'a\uD800b'])(
  'refuses invisible and broken characters: %j',
  (raw) => {
    expect(readText(raw)).toHaveProperty('expected')
    expect(readVerbatim(raw)).toHaveProperty('expected')
    expect(readKey(raw)).toHaveProperty('expected')
  },
)

test('splits a bilingual cell at the bar; without one both languages are the same', () => {
  expect(splitText('示意 | schematic')).toEqual({ zh: '示意', en: 'schematic' })
  expect(splitText('CC BY|4.0')).toEqual({ zh: 'CC BY|4.0', en: 'CC BY|4.0' })
})
