import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toneOf } from './tone.ts'
import { ROLES } from '../model/observation.ts'

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
const sheet = (theme: string): ReadonlyMap<string, string> => {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}
const THEMES = { light: sheet('light'), dark: sheet('dark'), contrast: sheet('contrast') }
const INK = { light: '#ffffff', dark: '#0d131b' }

/** What is read, and on what. */
const TEXTS = ['--text', '--muted', '--accent', '--danger', '--warn']
const GROUNDS = ['--panel', '--bg', '--raised']
/** What is no text and still has to be seen on a panel: marks, lines of places, the focus ring. */
const MARKS = [
  '--focus',
  ...ROLES.map((role) => `--role-${role}`),
  ...Array.from({ length: 8 }, (_, i) => `--place-${i}`),
]
const SOFT = { '--accent': '--accent-soft', '--danger': '--danger-soft', '--warn': '--warn-soft' }

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** @returns pairs of tokens that are too close in a theme. */
function tooClose(theme: keyof typeof THEMES, pairs: readonly (readonly [string, string])[], least: number): string[] {
  const tokens = THEMES[theme]
  return pairs.flatMap(([a, b]) => {
    const [x, y] = [tokens.get(a), tokens.get(b)]
    if (x === undefined || y === undefined) return [`${theme} does not set ${x === undefined ? a : b}`]
    const ratio = contrast(x, y)
    return ratio < least ? [`${theme}: ${a} on ${b} has ${ratio.toFixed(2)} : 1`] : []
  })
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  describe(`the ${theme} theme`, () => {
    const text = theme === 'contrast' ? 7 : 4.5
    it(`has text at ${text} : 1 on every ground`, () => {
      expect(
        tooClose(
          theme,
          TEXTS.flatMap((t) => GROUNDS.map((g) => [t, g] as const)),
          text,
        ),
      ).toEqual([])
      expect(
        tooClose(theme, [...Object.entries(SOFT), ['--text', '--accent-soft'], ['--on-accent', '--accent']], text),
      ).toEqual([])
      expect(
        tooClose(
          theme,
          ROLES.map((role) => ['--text', `--role-${role}-soft`] as const),
          text,
        ),
      ).toEqual([])
    })

    it('has marks at 3 : 1 on a panel', () => {
      expect(
        tooClose(
          theme,
          MARKS.map((mark) => [mark, '--panel'] as const),
          3,
        ),
      ).toEqual([])
    })

    it('has labels to read on every class of the map', () => {
      const night = theme === 'dark'
      const poor = ROLES.flatMap((role) =>
        [0, 1, 2, 3, 4].flatMap((step) => {
          const ground = THEMES[theme].get(`--ramp-${role}-${step}`)
          if (ground === undefined) return [`no ${role} ${step}`]
          const ratio = contrast(INK[toneOf(role, step)[night ? 'night' : 'day']], ground)
          return ratio < text ? [`${role} ${step}: ${ratio.toFixed(2)} : 1`] : []
        }),
      )
      expect(poor).toEqual([])
    })
  })
}

it('a class of the map is darker than the one below it, or lighter in the dark', () => {
  for (const [theme, tokens] of Object.entries(THEMES)) {
    for (const role of ROLES) {
      const steps = [0, 1, 2, 3, 4].map((step) => luminance(tokens.get(`--ramp-${role}-${step}`) ?? '#000000'))
      const sorted = [...steps].sort((a, b) => (theme === 'dark' ? a - b : b - a))
      expect(steps, `${theme} ${role}`).toEqual(sorted)
    }
  }
})

it('the contrast theme sets every colour itself', () => {
  const own = new Set([...THEMES.contrast.keys(), '--shadow', '--track'])
  expect([...THEMES.light.keys()].filter((name) => !own.has(name))).toEqual([])
})
