import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from './observation.ts'
import type { RecordCount } from './pack.ts'
import { recordCounts } from './record-counts.ts'

const records = fc.array(
  fc.record({
    place: fc.constantFrom('a', 'b', 'c'),
    role: fc.constantFrom(...ROLES),
    year: fc.constantFrom(null, 2019, 2020, 2021),
    count: fc.nat(1000),
  }),
)

const sum = (of: readonly RecordCount[]) => of.reduce((all, { count }) => all + count, 0)

describe('recordCounts', () => {
  it('adds up to what the list has, for every place, role and year', () => {
    fc.assert(
      fc.property(records, (list) => {
        const { total, byRole, byPlace, byYear } = recordCounts(list)
        expect(total).toBe(sum(list))
        expect([...byPlace.keys()]).toEqual([...new Set(list.map(({ place }) => place))])
        for (const role of ROLES) {
          const of = list.filter((record) => record.role === role)
          expect(byRole[role]).toBe(sum(of))
          for (const [year, counts] of byYear) expect(counts[role]).toBe(sum(of.filter((one) => one.year === year)))
          for (const [place, counts] of byPlace)
            expect(counts.byRole[role]).toBe(sum(of.filter((one) => one.place === place)))
        }
        for (const [place, of] of byPlace) {
          expect(of.records).toEqual(list.filter((one) => one.place === place))
          expect(of.total).toBe(sum(of.records))
        }
      }),
    )
  })
})
