import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../model/observation.ts'
import { toneOf } from './tone.ts'

const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
const [day = '', rest = ''] = tokens.split("[data-theme='dark']")
const [night = ''] = rest.split("[data-theme='contrast']")
const INK = { light: '#ffffff', dark: '#0d131b' }

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * (r as number) + 0.7152 * (g as number) + 0.0722 * (b as number)
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

describe('the ink on every class colour', () => {
  for (const role of ROLES) {
    for (const step of [0, 1, 2, 3, 4]) {
      for (const [theme, css] of [
        ['day', day],
        ['night', night],
      ] as const) {
        it(`reaches 4.5 : 1 on ${role} ${step} by ${theme}`, () => {
          const colour = new RegExp(`--ramp-${role}-${step}: (#[0-9a-f]{6})`).exec(css)?.[1]
          expect(colour).toBeDefined()
          expect(contrast(colour as string, INK[toneOf(role, step)[theme]])).toBeGreaterThanOrEqual(4.5)
        })
      }
    }
  }
  it('is the ink that the style sheet paints', () => {
    const css = readFileSync(new URL('./Map.module.css', import.meta.url), 'utf8')
    expect(css).toContain(`[data-day='light'] {\n  fill: ${INK.light};`)
    expect(css).toContain(`[data-night='dark']:not([data-paper] *) {\n  fill: ${INK.dark};`)
  })
})
