import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textEms } from '../charts/theme.ts'
import { wrapText } from './wrap.ts'

const dense = (text: string) => text.replaceAll(/\s/gu, '')

it('breaks after spaces and between Chinese characters, never before a closing mark', () => {
  expect(wrapText('one two three', 5)).toEqual(['one two', 'three'])
  expect(wrapText('一二三。四五', 3)).toEqual(['一二三。', '四五'])
})

it('loses nothing, and no line is wider than asked but by a closing mark', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 4, max: 40 }), (text, ems) => {
      const lines = wrapText(text, ems)
      expect(dense(lines.join(''))).toBe(dense(text))
      for (const line of lines)
        expect(textEms(line.replace(/[，。、；：！？）》」』】,.;:!?)\s]+$/u, ''))).toBeLessThanOrEqual(ems)
    }),
  )
})
