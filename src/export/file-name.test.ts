import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileName } from './file-name.ts'

it('says what it is about and of when', () => {
  expect(fileName('地区生产总值 · 实绩', '2026-04', 'xlsx')).toBe('地区生产总值 · 实绩 2026-04.xlsx')
})

it.each([
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j 2026.csv'],
  ['CON', 'atlas CON 2026.csv'],
  ['lpt1.old', 'atlas lpt1.old 2026.csv'],
  ['', 'atlas 2026.csv'],
  ['...', 'atlas 2026.csv'],
  ['../../etc', 'etc 2026.csv'],
  ['exe\u202Egpj', 'exe gpj 2026.csv'],
])('of %j is %j', (title, name) => {
  expect(fileName(title, '2026', 'csv')).toBe(name)
})

it('is one that every system takes, whatever the title', () => {
  const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }))
  fc.assert(
    fc.property(title, (any) => {
      const name = fileName(any, '2026-04-30', 'pptx')
      // oxlint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]/)
      expect(name).toMatch(/^[^. ].* 2026-04-30\.pptx$/u)
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\s*$)/i)
      expect(name.length).toBeLessThanOrEqual(120)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
    }),
  )
})
