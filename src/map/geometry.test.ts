import { describe, expect, it } from 'vitest'
import { boundaries } from './fixture.ts'
import { cropOf, geometryOf, lonLatOf, placeAt, planePoint } from './geometry.ts'
import { isInside } from './projection.ts'

const geometry = geometryOf(boundaries)

describe('geometryOf', () => {
  it('is computed once for the same boundaries', () => {
    expect(geometryOf(boundaries)).toBe(geometry)
  })
  it('puts every label point inside its place', () => {
    for (const shape of geometry.shapes) expect(isInside(shape.label, shape.polygons)).toBe(true)
  })
  it('labels the largest part, not a point between two', () => {
    const two = geometryOf({
      ...boundaries,
      districts: [
        {
          code: 'x',
          polygons: [
            [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 1],
                [0, 0],
              ],
            ],
            [
              [
                [5, 0],
                [5.1, 0],
                [5.1, 0.1],
                [5, 0.1],
                [5, 0],
              ],
            ],
          ],
        },
      ],
    })
    const label = two.byCode.get('x')?.label ?? [NaN, NaN]
    expect(placeAt(two, label)).toBe('x')
    expect(label[0]).toBeLessThan(planePoint(two, [1, 0])[0])
  })
  it('computes a label point once', () => {
    const fresh = geometryOf({ ...boundaries })
    const [shape] = fresh.shapes
    expect(shape?.label).toBe(shape?.label)
  })
  it('leaves out a district without a polygon', () => {
    expect(
      geometryOf({ ...boundaries, districts: [...boundaries.districts, { code: 'none', polygons: [] }] }).byCode.has(
        'none',
      ),
    ).toBe(false)
  })
})

describe('placeAt', () => {
  it('finds the place under a point, and water', () => {
    expect(placeAt(geometry, planePoint(geometry, [1.2, 1.5]))).toBe('m0')
    expect(placeAt(geometry, planePoint(geometry, [7, 7]))).toBeNull()
  })
})

describe('cropOf', () => {
  it('holds the inset places with a margin', () => {
    const [x] = planePoint(geometry, [1, 1])
    expect(cropOf(geometry, ['m0', 'm1'])?.x).toBeLessThan(x)
  })
  it('is null where none of the places has a shape', () => {
    expect(cropOf(geometry, ['nowhere'])).toBeNull()
  })
})

describe('lonLatOf', () => {
  it('is the way back from planePoint', () => {
    const [lon, lat] = lonLatOf(geometry, planePoint(geometry, [1.7, 2.3]))
    expect(lon).toBeCloseTo(1.7, 9)
    expect(lat).toBeCloseTo(2.3, 9)
  })
})
