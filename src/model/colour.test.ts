import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastRatio, inkOn, legibleAccent, mix, TEXT_CONTRAST } from './colour.ts'

const colours = fc.stringMatching(/^#[0-9a-f]{6}$/)

describe('contrastRatio', () => {
  it('is 21 for black on white, as WCAG has it, and 1 for a colour on itself', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    fc.assert(
      fc.property(colours, (colour) => {
        expect(contrastRatio(colour, colour)).toBe(1)
      }),
    )
  })

  it('is the same either way around', () => {
    fc.assert(
      fc.property(colours, colours, (a, b) => {
        expect(contrastRatio(a, b)).toBe(contrastRatio(b, a))
      }),
    )
  })

  it.each(['red', '#fff', '#12345g', ''])('refuses %s by name', (colour) => {
    expect(() => contrastRatio(colour, '#ffffff')).toThrow(`"${colour}" is no colour`)
  })
})

describe('inkOn', () => {
  it('always reads', () => {
    fc.assert(
      fc.property(colours, (ground) => {
        expect(contrastRatio(inkOn(ground), ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      }),
    )
  })
})

describe('legibleAccent', () => {
  it('always reads on its ground', () => {
    fc.assert(
      fc.property(colours, colours, (accent, ground) => {
        expect(contrastRatio(legibleAccent(accent, ground), ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      }),
    )
  })

  it('leaves alone what reads, and changes no more than it must', () => {
    fc.assert(
      fc.property(colours, colours, (accent, ground) => {
        const legible = legibleAccent(accent, ground)
        const once = legibleAccent(legible, ground)
        expect(once).toBe(legible)
        const same = legible === accent
        expect(same).toBe(contrastRatio(accent, ground) >= TEXT_CONTRAST)
      }),
    )
    expect(legibleAccent('#FFCC00', '#111a26')).toBe('#ffcc00')
  })
})

describe('mix', () => {
  it('goes from one to the other', () => {
    expect(mix('#000000', '#ffffff', 0)).toBe('#000000')
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff')
  })
})
