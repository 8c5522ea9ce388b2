import { ROLES, type Role } from '../model/observation.ts'
import { PLACE_SLOTS } from '../model/place-slots.ts'

/** What a chart takes from the design tokens. Colours are CSS hex colours; `size` is the chart's own font size in CSS px. */
export interface ChartTheme {
  readonly family: string
  /** All lengths of a chart are multiples of it ("em"), so a chart grows with its font and with nothing else. */
  readonly size: number
  readonly text: string
  readonly muted: string
  readonly faint: string
  readonly line: string
  readonly lineStrong: string
  readonly panel: string
  readonly accent: string
  readonly accentSoft: string
  readonly roles: Readonly<Record<Role, string>>
  readonly rolesSoft: Readonly<Record<Role, string>>
  /** One colour a slot of `place-slots.ts`. */
  readonly places: readonly string[]
}

/**
 * Below this width, in em of the chart's font, a row's name stands above its bar. `Chart.module.css` switches the height at
 * the same width: keep the two equal.
 */
export const NARROW_EM = 36

export function isNarrow(theme: ChartTheme, width: number): boolean {
  return width < NARROW_EM * theme.size
}

/**
 * Reads the tokens as they hold at `element`, so a chart inside a differently themed part takes that part's colours.
 * @throws Error naming the token that is not set: a chart must not fall back to colours of its own
 */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element)
  const token = (name: string): string => {
    const value = style.getPropertyValue(name).trim()
    if (value === '')
      throw new Error(`design token ${name} is not set where the chart stands; expected it in tokens.css`)
    return value
  }
  const perRole = (suffix: string): Record<Role, string> =>
    Object.fromEntries(ROLES.map((role) => [role, token(`--role-${role}${suffix}`)])) as Record<Role, string>
  const size = Number.parseFloat(style.fontSize)
  if (!(size > 0))
    throw new Error(`font size where the chart stands is ${JSON.stringify(style.fontSize)}, expected px above 0`)
  return {
    family: style.fontFamily,
    size,
    text: token('--text'),
    muted: token('--muted'),
    faint: token('--faint'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    panel: token('--panel'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    roles: perRole(''),
    rolesSoft: perRole('-soft'),
    places: Array.from({ length: PLACE_SLOTS }, (_, slot) => token(`--place-${slot}`)),
  }
}

/** Wide characters take a whole em: CJK, its punctuation and the full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u

/**
 * Width of a text in em, estimated so that layout needs no DOM. The widths are those of DejaVu Sans, the widest of the fonts
 * that `--font` may come down to: in narrower ones labels have room to spare, in none do they lose their end.
 */
export function textEms(text: string): number {
  let width = 0
  for (const character of text) width += characterEms(character)
  return width
}

function characterEms(character: string): number {
  if (WIDE.test(character)) return 1
  if (/[\s.,:;'|il]/u.test(character)) return 0.33
  return /[≥≤≈<>+=%A-Z]/u.test(character) ? 0.76 : 0.63
}
