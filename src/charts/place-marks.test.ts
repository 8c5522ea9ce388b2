import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PLACE_SLOTS } from '../model/place-slots.ts'
import { PLACE_MARKERS } from './place-marks.ts'

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')

/** Colours of the slots in a theme, as linear RGB. */
function palette(theme: string): readonly (readonly number[])[] {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return [...block.matchAll(/--place-\d: #([0-9a-f]{6});/g)].map(([, hex = '']) =>
    [0, 2, 4]
      .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)),
  )
}

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, m, i) => sum + m * (vector[i] ?? 0), 0))

/** Deuteranopia, severity 1.0: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009. */
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
]
/** Linear sRGB to CIE XYZ (IEC 61966-2-1), each row over the white point D65. */
const TO_XYZ = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
]

function lab(linear: readonly number[]): readonly number[] {
  const [x = 0, y = 0, z = 0] = times(TO_XYZ, linear).map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const seen = (linear: readonly number[]) => lab(times(DEUTERANOPIA, linear).map((v) => Math.min(1, Math.max(0, v))))

describe('places’ marks', () => {
  it.each(['light', 'dark', 'contrast'])('has colours that are told apart without green cones: %s', (theme) => {
    const colours = palette(theme)
    expect(colours).toHaveLength(PLACE_SLOTS)
    for (const sight of [lab, seen]) {
      const points = colours.map(sight)
      const apart = points.flatMap((a, i) =>
        points.slice(i + 1).map((b) => Math.hypot(...a.map((v, k) => v - (b[k] ?? 0)))),
      )
      // CIE 1976: 2.3 is just noticeable side by side; thin lines far from each other need several times that.
      expect(Math.min(...apart)).toBeGreaterThan(12)
    }
  })

  it('has a marker and a dash of its own for each slot', () => {
    expect(PLACE_MARKERS).toHaveLength(PLACE_SLOTS)
    expect(new Set(PLACE_MARKERS.map((mark) => JSON.stringify(mark.points))).size).toBe(PLACE_SLOTS)
    expect(new Set(PLACE_MARKERS.map((mark) => JSON.stringify(mark.dash))).size).toBe(PLACE_SLOTS)
  })
})
