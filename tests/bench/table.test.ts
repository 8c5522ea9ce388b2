import { expect, it } from 'vitest'
import { judge, mediansOf, tableOf, writeTable } from './table.ts'

it('holds a ratio against its limit as it is written', () => {
  const limit = { of: 'ratio', most: 0.25 } as const
  expect(judge(limit, 25.4, 100, 0)).toEqual({ wanted: 'ratio ≤ 0.25', met: true })
  expect(judge(limit, 26, 100, 0).met).toBe(false)
})

it('counts nothing against nothing as met, and what was not measured as missed', () => {
  const limit = { of: 'ratio', most: 0.5 } as const
  expect(judge(limit, 0, 0, 0).met).toBe(true)
  expect(judge(limit, Number.NaN, 10, 0).met).toBe(false)
  expect(judge(limit, 10, Number.NaN, 0).met).toBe(false)
  expect(judge({ of: 'ours', most: 5 }, Number.NaN, 1, 0).met).toBe(false)
  expect(judge({ of: 'ours', least: 60 }, Number.NaN, 1, 0).met).toBe(false)
})

it('holds our own value against its limit after rounding', () => {
  expect(judge({ of: 'ours', least: 60 }, 59.6, 0, 0)).toEqual({ wanted: '≥ 60', met: true })
  expect(judge({ of: 'ours', least: 60 }, 59.4, 0, 0).met).toBe(false)
  expect(judge({ of: 'ours', most: 0 }, 0.0004, 0, 3).met).toBe(true)
  expect(judge({ of: 'ours', most: 0 }, 0.002, 0, 3)).toEqual({ wanted: '≤ 0', met: false })
})

it('takes the median of each figure, and of those runs that have it', () => {
  expect(mediansOf([{ a: 1, b: null }, { a: 3, b: 4 }, { a: 2 }])).toEqual({ a: 2, b: 4 })
})

it('writes a line for each figure measured, and names what is missed', () => {
  const ours = [
    { bytes: 331, values: 400 },
    { bytes: 331, values: 420 },
    { bytes: 331, values: 500 },
  ]
  const reference = [{ bytes: 200, values: 2000 }]
  const { markdown, missed } = tableOf('phone', 'svg', ours, reference)
  expect(missed).toEqual(['everything until idle'])
  const lines = markdown.split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[2]).toBe('| everything until idle | 331.0 kB |  | 200.0 kB |  | 1.66 | ✗ ≤ 330 |')
  expect(lines[3]).toBe('| map with its values on screen | 420 ms | 400–500 | 2000 ms |  | 0.21 | ✓ ratio ≤ 0.25 |')
})

it('has other limits on another profile and renderer', () => {
  const { missed, markdown } = tableOf('wall', 'webgl', [{ bytes: 331, values: 400, panning: 9 }], [{ values: 100 }])
  expect(missed).toEqual([])
  expect(markdown).toContain('✓ ≤ 760')
})

it('writes Markdown', () => {
  expect(writeTable(['', 'a'], [['x', '1']])).toBe('|  | a |\n| --- | ---: |\n| x | 1 |')
})
