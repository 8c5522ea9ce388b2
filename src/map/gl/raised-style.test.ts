import { describe, expect, it } from 'vitest'
import { boundaries } from '../fixture.ts'
import { geometryOf, planePoint } from '../geometry.ts'
import { isInside, type Point } from '../projection.ts'
import { LIGHT, lit, raisedStyle } from './raised-style.ts'

describe('lit', () => {
  /** What MapLibre's shader makes of a colour on an upright top (fill_extrusion.vertex.glsl). */
  const shaded = ([r, g, b]: readonly [number, number, number]) => {
    const [radial, , polar] = LIGHT.position as [number, number, number]
    const facing = radial * Math.cos((polar * Math.PI) / 180)
    const brightness = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
    const dark = 1 - LIGHT.intensity
    const directional = dark + (Math.max(1 - brightness + LIGHT.intensity, 1) - dark) * facing
    return [r, g, b].map((c) => Math.min(255, (c + 0.03 * 255) * directional))
  }
  it('asks for the colour that makes a top come out as the legend has it', () => {
    for (const wanted of [
      [22, 50, 74],
      [74, 154, 214],
      [146, 203, 248],
      [222, 235, 247],
      [10, 92, 156],
    ] as const) {
      shaded(lit(wanted)).forEach((c, i) => expect(Math.abs(c - (wanted[i] ?? 0))).toBeLessThan(9))
    }
  })
})

interface Feature {
  readonly properties: { readonly code: string; readonly part: string }
  readonly geometry: { readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] }
}

describe('raisedStyle', () => {
  const geometry = geometryOf(boundaries)
  const { sources, layers } = raisedStyle(geometry)
  const [source] = Object.values(sources) as unknown as { data: { features: readonly Feature[] } }[]
  const features = source?.data.features ?? []
  it('asks for nothing from the network, and has no ground of its own', () => {
    expect(layers).toEqual([])
    expect(JSON.stringify(sources)).not.toMatch(/https?:|\/\//)
  })
  it('has each district and its rims under one code', () => {
    const parts = features.filter((f) => f.properties.code === 'r0c0').map((f) => f.properties.part)
    expect(parts).toEqual(['land', 'rim-0', 'rim-1', 'rim-2'])
  })
  it('has the middle of each side of a rim inside its district', () => {
    for (const { code, polygons } of geometry.shapes) {
      const rim = features.find((f) => f.properties.code === code && f.properties.part === 'rim-2')
      if (!rim) throw new Error('a rim was expected')
      expect(rim.geometry.coordinates.length).toBe(polygons.flat().reduce((sum, ring) => sum + ring.length - 1, 0))
      for (const [ring = []] of rim.geometry.coordinates) {
        const points = ring.slice(0, 4).map((p) => planePoint(geometry, p))
        const middle: Point = [
          points.reduce((sum, [x]) => sum + x, 0) / 4,
          points.reduce((sum, [, y]) => sum + y, 0) / 4,
        ]
        expect(isInside(middle, polygons)).toBe(true)
      }
    }
  })
})
