import { expect, it } from 'vitest'
import { clockText } from './clock-text.ts'

it.each([
  [-5, '0:00'],
  [5999, '0:05'],
  [720_000, '12:00'],
  [3_723_000, '1:02:03'],
])('%i ms are %s', (ms, text) => {
  expect(clockText(ms)).toBe(text)
})
