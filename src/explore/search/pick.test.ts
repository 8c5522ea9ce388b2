import { describe, expect, it } from 'vitest'
import type { Coverage } from '../../model/pack.ts'
import { pickIndicator } from './pick.ts'

const cell = (given: Partial<Coverage>): Coverage => ({
  ...{ indicator: 'gdp', role: 'actual', scope: '', places: ['a'], years: [2020], count: 1 },
  ...given,
})
const coverage = [
  cell({ role: 'target', places: ['b'], years: [null, 2025], count: 2 }),
  cell({ role: 'actual', places: ['a', 'b'], years: [2020, 2021], count: 5 }),
  cell({ indicator: 'jobs', role: 'investment', years: [null], count: 1 }),
]
const pick = (...[view, indicator, place]: [Parameters<typeof pickIndicator>[1], string, string?]) =>
  pickIndicator({ coverage }, view, indicator, place ?? null)

describe('picking an indicator', () => {
  it('keeps a role that has figures, else takes that of most', () => {
    expect(pick({ role: 'target', time: null }, 'gdp')?.change).toEqual({ indicator: 'gdp', role: 'target' })
    expect(pick({ role: 'project', time: null }, 'gdp')?.change).toEqual({ indicator: 'gdp', role: 'actual' })
    expect(pick({ role: 'actual', time: null }, 'jobs')?.change.role).toBe('investment')
  })

  it('at a place looks at what that place has', () => {
    expect(pick({ role: 'target', time: null }, 'gdp', 'a')?.change).toEqual({
      ...{ indicator: 'gdp', role: 'actual', places: ['a'] },
    })
    expect(pick({ role: 'target', time: null }, 'gdp', 'b')?.change.role).toBe('target')
  })

  it.each([
    [2020, 2020, false],
    [2015, 2030, false],
    [2010, 2019, true],
  ])('keeps the years %i to %i unless nothing is left', (from, to, dropped) => {
    const picked = pick({ role: 'actual', time: { from, to } }, 'gdp')
    expect(picked?.timeDropped).toBe(dropped)
    expect(picked?.change).toEqual({ indicator: 'gdp', role: 'actual', ...(dropped && { time: null }) })
  })

  it('drops years where only figures without a year are on record', () => {
    expect(pick({ role: 'investment', time: { from: 2000, to: 2030 } }, 'jobs')?.change.time).toBeNull()
  })

  it('is refused where nothing is on record', () => {
    expect(pick({ role: 'actual', time: null }, 'unknown')).toBeNull()
    expect(pick({ role: 'actual', time: null }, 'jobs', 'b')).toBeNull()
  })
})
