import { describe, expect, it } from 'vitest'
import { indicator, observation, period } from '../../tests/fixtures.ts'
import type { Coverage } from './pack.ts'
import { candidatesFor, pairUp } from './pairing.ts'
import type { Chosen } from './series.ts'

const PLACES = ['a', 'b', 'c', 'd']
const cover = (of: string, places: string, years: readonly (number | null)[] = [2020], scope = ''): Coverage => ({
  indicator: of,
  role: 'actual',
  scope,
  places: [...places],
  years,
  count: places.length,
})
const ask = (...coverage: Coverage[]) => {
  const kinds = [...new Set(coverage.map((c) => c.indicator))]
  const indicators = kinds.map((id) => indicator({ id, measure: id.startsWith('rate') ? 'percent' : 'cny' }))
  return candidatesFor({ coverage, indicators }, { indicator: 'gdp', role: 'actual', places: PLACES })
}

describe('candidatesFor', () => {
  it('puts another measure first, then more places, then later years, then the id', () => {
    const found = ask(
      cover('gdp', 'abcd'),
      cover('size', 'abcd'),
      cover('rate-old', 'abc', [2010]),
      cover('rate-b', 'abc'),
      cover('rate-a', 'abc'),
      cover('rate-most', 'abcd', [null]),
    )
    expect(found.map((c) => c.indicator)).toEqual(['rate-most', 'rate-a', 'rate-b', 'rate-old', 'size'])
    expect(found[0]?.common).toBe(4)
  })

  it('leaves out what shares fewer than three of the places', () => {
    expect(ask(cover('gdp', 'abc'), cover('rate', 'cd'), cover('rate-2', 'abxyz'))).toEqual([])
  })

  it('adds up no scopes: no two scopes are one indicator', () => {
    expect(ask(cover('gdp', 'abcd'), cover('rate', 'ab', [2020], 's'), cover('rate', 'cd', [2020], 't'))).toEqual([])
  })

  it('takes the whole before any scope, else the scope with most places', () => {
    expect(ask(cover('gdp', 'abcd'), cover('rate', 'ab'), cover('rate', 'abcd', [2020], 's'))).toEqual([])
    const scopes = [cover('rate', 'abc', [2020], 's'), cover('rate', 'ab', [2020], 't')]
    expect(ask(cover('gdp', 'abcd'), ...scopes)).toEqual([{ indicator: 'rate', common: 3 }])
  })

  it('has none for another role, and none for what is not on record', () => {
    expect(ask(cover('gdp', 'abc'), { ...cover('rate', 'abc'), role: 'target' })).toEqual([])
    expect(ask(cover('rate', 'abc'))).toEqual([])
  })
})

describe('pairUp', () => {
  const chosen = (year: string): Chosen => ({
    observation: observation({ period: period(year) }),
    conflicts: [],
    among: 1,
    by: 'only',
  })

  it('pairs places that have both, and says where periods differ', () => {
    const xs = new Map([
      ['a', chosen('2020')],
      ['b', chosen('2020')],
      ['c', chosen('2020')],
    ])
    const ys = new Map([
      ['b', chosen('2020')],
      ['a', chosen('2021')],
    ])
    expect(pairUp(xs, ys).map(({ place, differs }) => [place, differs])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })
})
