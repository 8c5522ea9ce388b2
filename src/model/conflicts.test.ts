import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, period, periods, quantities, quantity, WAN } from '../../tests/fixtures.ts'
import { conflictsOf, conflictsWith } from './conflicts.ts'
import type { Observation } from './observation.ts'

const ids = (observations: readonly Observation[]) => observations.map((o) => o.id)

describe('conflictsOf', () => {
  it('finds two figures of one series and period that differ, from both sides', () => {
    const a = observation({ id: 'a', quantity: quantity(100) })
    const b = observation({ id: 'b', quantity: quantity(101) })
    const found = conflictsOf([a, b])
    expect(ids(conflictsWith(found, 'a'))).toEqual(['b'])
    expect(ids(conflictsWith(found, 'b'))).toEqual(['a'])
  })

  it('takes no other writing of the same for another statement', () => {
    const a = observation({ id: 'a', quantity: quantity(1), period: period('2020') })
    const b = observation({ id: 'b', quantity: quantity(10_000, 'exact', WAN), period: period('2020-01', '2020-12') })
    expect(conflictsOf([a, b]).size).toBe(0)
  })

  it.each<[string, Partial<Observation>]>([
    ['place', { place: 'b' }],
    ['indicator', { indicator: 'other' }],
    ['scope', { scope: 'part' }],
    ['role', { role: 'target' }],
    ['period', { period: period('2021') }],
    ['event', { event: 'e' }],
  ])('lets figures of another %s stand', (_, given) => {
    const other = observation({ id: 'b', quantity: quantity(2), ...given })
    expect(conflictsOf([observation({ id: 'a' }), other]).size).toBe(0)
  })

  it('says nothing of unknown periods: they may be of different years', () => {
    const at = { period: period(null) }
    expect(
      conflictsOf([observation({ id: 'a', ...at }), observation({ id: 'b', quantity: quantity(2), ...at })]).size,
    ).toBe(0)
  })

  it('is mutual, never with itself, and does not depend on the order', () => {
    const figures = fc
      .array(fc.record({ period: periods, quantity: quantities, event: fc.constantFrom('', 'e') }), { maxLength: 8 })
      .map((list) => [...list, ...list.slice(0, 2)].map((given, i) => observation({ ...given, id: `o-${i}` })))
    fc.assert(
      fc.property(figures, (list) => {
        const found = conflictsOf(list)
        for (const [id, others] of found) {
          expect(ids(others)).not.toContain(id)
          for (const other of others) expect(ids(conflictsWith(found, other.id))).toContain(id)
        }
        const turned = conflictsOf([...list].reverse())
        expect([...turned.keys()].sort()).toEqual([...found.keys()].sort())
      }),
    )
  })
})
