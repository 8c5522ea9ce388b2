import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openUntil, ROWS_OPEN } from './folds.ts'

describe('openUntil', () => {
  it('opens the first groups until enough rows are open', () => {
    expect(openUntil([3, 2, 4, 5, 1])).toEqual([true, true, true, false, false])
    expect(openUntil([8, 1])).toEqual([true, false])
    expect(openUntil([])).toEqual([])
  })

  it('opens the first group however long, but no long one after some rows', () => {
    expect(openUntil([40, 1])).toEqual([true, false])
    expect(openUntil([6, 1, 11, 1])).toEqual([true, true, false, false])
    expect(openUntil([4, 40])).toEqual([true, true])
  })

  it('opens a leading run of groups that shows little more than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (counts) => {
        const open = openUntil(counts)
        const closed = open.indexOf(false)
        const run = closed === -1 ? counts.length : closed
        expect(open.slice(run).some(Boolean)).toBe(false)
        const shown = counts.slice(0, run).reduce((sum, n) => sum + Math.min(n, ROWS_OPEN), 0)
        expect(shown).toBeLessThanOrEqual(ROWS_OPEN * 1.5)
        expect(run > 0).toBe(counts.length > 0)
      }),
    )
  })
})
