import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog, place } from '../../../tests/fixtures.ts'
import { read } from '../../map/reading.ts'
import { ROLES } from '../../model/observation.ts'
import { waysOut } from './ways-out.ts'

const cover = (role: (typeof ROLES)[number], places: readonly string[]) => ({
  indicator: 'gdp',
  role,
  scope: '',
  places,
  years: [2020],
  count: 1,
})
const PACK = catalog({
  coverage: [cover('actual', ['a']), cover('target', ['city'])],
  records: [{ place: 'a', role: 'actual', year: 2020, count: 1 }],
})
const IN_1990 = { indicator: 'gdp', time: { from: 1990, to: 1990 } }

describe('waysOut', () => {
  it('offers all years only where there is something in any', () => {
    const kinds = (role: 'actual' | 'project') => waysOut({ ...IN_1990, role }, PACK).map(({ kind }) => kind)
    expect(kinds('actual')).toContain('all-years')
    expect(kinds('project')).not.toContain('all-years')
  })

  it('offers roles that have the indicator on the map, in all years; what the city alone has is not on it', () => {
    expect(waysOut({ ...IN_1990, role: 'project' }, PACK)).toEqual([
      { kind: 'role', change: { role: 'actual', time: null } },
    ])
    expect(waysOut({ indicator: 'gdp', role: 'project', time: null }, PACK)).toEqual([
      { kind: 'role', change: { role: 'actual' } },
    ])
  })

  it('counts on no narrower figure where the city has the whole', () => {
    const narrow = { ...cover('investment', ['a']), scope: 'part' }
    const of = (coverage: (typeof narrow)[]) =>
      waysOut({ indicator: 'gdp', role: 'project', time: null }, catalog({ coverage })).map(({ change }) => change.role)
    expect(of([narrow])).toEqual(['investment'])
    expect(of([narrow, cover('investment', ['city'])])).toEqual([])
  })

  it('leads from counts to years and roles that have some, whatever is on record', () => {
    const records = fc.array(
      fc.record({
        place: fc.constantFrom('city', 'a', 'b', 'far'),
        role: fc.constantFrom(...ROLES),
        year: fc.option(fc.integer({ min: 2018, max: 2022 })),
        count: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 6 },
    )
    const times = fc.option(fc.integer({ min: 2017, max: 2023 }).map((year) => ({ from: year, to: year })))
    const views = fc.record({
      role: fc.constantFrom(...ROLES),
      indicator: fc.constantFrom('records', 'gdp'),
      time: times,
    })
    const places = [place('city', 'city'), place('a'), place('b'), place('far', 'outside')]
    fc.assert(
      fc.property(records, views, (given, view) => {
        const pack = catalog({ places, records: given })
        for (const { change } of waysOut(view, pack)) {
          const { districts } = read(pack, [], { ...view, ...change })
          expect(districts.some(({ magnitude }) => magnitude !== null)).toBe(true)
        }
      }),
    )
  })
})
