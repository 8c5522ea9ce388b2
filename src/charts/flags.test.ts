import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoist } from './flags.ts'

const ROOM = { levels: 4, left: 0, right: 1000, gap: 4 }

describe('hoist', () => {
  it('flies the fullest text that has room', () => {
    expect(hoist([{ x: 100, widths: [300, 50] }], ROOM)).toMatchObject([
      { text: 0, leftwards: false, from: 104, to: 404 },
    ])
    expect(hoist([{ x: 900, widths: [950, 50] }], ROOM)).toMatchObject([{ text: 1 }])
    expect(hoist([{ x: 500, widths: [2000] }], ROOM)).toEqual([null])
  })

  it('builds stairs of flags that stand close', () => {
    const flags = [700, 750, 800, 850].map((x) => ({ x, widths: [400] }))
    expect(hoist(flags, ROOM).map((flag) => flag?.level)).toEqual([0, 1, 2, 3])
  })

  it('lets no two texts meet, and no pole cross a text', () => {
    const flag = fc.record({
      x: fc.integer({ min: 0, max: 1000 }),
      widths: fc.array(fc.integer({ min: 5, max: 500 }), { minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(flag, { maxLength: 12 }), (flags) => {
        const placed = hoist(flags, ROOM)
        expect(placed).toHaveLength(flags.length)
        placed.forEach((a, i) => {
          if (!a) return
          expect(a.from).toBeGreaterThanOrEqual(0)
          expect(a.to).toBeLessThanOrEqual(1000)
          placed.forEach((b, k) => {
            if (!b || i === k) return
            expect(a.level !== b.level || a.to <= b.from || b.to <= a.from).toBe(true)
            const pole = flags[k]?.x ?? 0
            expect(pole <= a.from || pole >= a.to || b.level < a.level).toBe(true)
          })
        })
      }),
    )
  })
})
