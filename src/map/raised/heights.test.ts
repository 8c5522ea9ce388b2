import { describe, expect, it } from 'vitest'
import { area, boundaries, picture, zone } from '../fixture.ts'
import { geometryOf } from '../geometry.ts'
import { itemsOf } from '../items.ts'
import { groundOf, heightsOf } from './heights.ts'

describe('heightsOf', () => {
  const shown = picture({
    areas: [
      area('r0c0', { share: 1 }),
      area('r0c1', { share: 0.5 }),
      area('r0c2', { share: 0 }),
      area('r1c0', { share: null, classIndex: null }),
    ],
  })
  it('grows with the value: equal steps of value are equal steps of height', () => {
    const heights = heightsOf(shown, 1000, undefined)
    const [most = 0, half = 0, least = 0] = ['r0c0', 'r0c1', 'r0c2'].map((code) => heights.get(code))
    expect(most).toBe(1000)
    expect(most - half).toBeCloseTo(half - least)
  })
  it('makes a slab of the smallest value, and lays what has no data flatter than that', () => {
    const heights = heightsOf(shown, 1000, undefined)
    expect(heights.get('r0c2')).toBeGreaterThan(50)
    expect(heights.get('r1c0')).toBeLessThan(0.5 * (heights.get('r0c2') ?? 0))
  })
  it('lays low what is not spoken of', () => {
    const heights = heightsOf(shown, 1000, ['r0c1'])
    expect(heights.get('r0c0')).toBe(heights.get('r0c2'))
    expect(heights.get('r0c1')).toBeGreaterThan(400)
  })
})

describe('groundOf', () => {
  it('is a district itself, the district below a zone, and nothing at sea', () => {
    const geometry = geometryOf(boundaries)
    const items = itemsOf(
      picture({ areas: [area('r0c0')], zones: [zone('in', [2.5, 0.5]), zone('out', [9, 9])] }),
      geometry,
    )
    expect(items.map((item) => groundOf(item, geometry))).toEqual(['r0c0', 'r0c2', null])
  })
})
