import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACE_SLOTS, placeSlots } from './place-slots.ts'

const places = Array.from({ length: 24 }, (_, i) => ({ code: `p${i}` }))
const selections = fc.uniqueArray(fc.constantFrom(...places.map((p) => p.code), 'unknown'), { maxLength: PLACE_SLOTS })

describe('placeSlots', () => {
  it('gives each place a slot of its own', () => {
    fc.assert(
      fc.property(selections, (selected) => {
        const slots = [...placeSlots(selected, places).values()]
        expect(new Set(slots).size).toBe(selected.length)
        expect(slots.every((slot) => Number.isInteger(slot) && slot >= 0 && slot < PLACE_SLOTS)).toBe(true)
      }),
    )
  })

  it('recolours nobody when a place is added', () => {
    fc.assert(
      fc.property(selections, (selected) => {
        const before = placeSlots(selected.slice(0, -1), places)
        expect([...placeSlots(selected, places)].slice(0, before.size)).toEqual([...before])
      }),
    )
  })

  it('follows the pack, not the order of selection, where no two collide', () => {
    expect(placeSlots(['p3', 'p1'], places)).toEqual(placeSlots(['p1', 'p3'], places))
    expect(placeSlots(['p1', 'p9'], places).get('p9')).toBe(2)
    expect(placeSlots(['p9'], places).get('p9')).toBe(1)
  })

  it('refuses more than it has', () => {
    expect(() =>
      placeSlots(
        places.slice(0, 9).map((p) => p.code),
        places,
      ),
    ).toThrow(RangeError)
  })
})
