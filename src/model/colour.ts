/** Text of ordinary size on its ground (WCAG 2.2, success criterion 1.4.3, level AA). */
export const TEXT_CONTRAST = 4.5

type Rgb = readonly [number, number, number]

/** @param hex `#rrggbb` @throws RangeError for anything else */
function parse(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!match) throw new RangeError(`"${hex}" is no colour, expected #rrggbb`)
  const [, r = '', g = '', b = ''] = match
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)]
}

function write(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance of an sRGB colour, 0 (black) … 1 (white); the formula of WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * @param a `#rrggbb`
 * @param b `#rrggbb`
 * @returns the contrast ratio of WCAG 2.2, from 1 (alike) to 21 (black on white), whichever is in front
 * @throws RangeError for what is no colour
 */
export function contrastRatio(a: string, b: string): number {
  const [dark, light] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** @returns `a` with the given share of `b`, 0…1, mixed in sRGB; both `#rrggbb` */
export function mix(a: string, b: string, share: number): string {
  const [from, to] = [parse(a), parse(b)]
  return write(from.map((part, i) => part + ((to[i] ?? part) - part) * share) as unknown as Rgb)
}

/** @returns black or white, whichever reads better on the ground, `#rrggbb` */
export function inkOn(ground: string): string {
  return contrastRatio('#ffffff', ground) >= contrastRatio('#000000', ground) ? '#ffffff' : '#000000'
}

/**
 * A page's own colour, made legible: as it is where it already reads on the ground, else with as little black or white as it takes
 * until text in it reaches `TEXT_CONTRAST`. Its hue stays.
 * @param accent `#rrggbb`
 * @param ground what it stands on, `#rrggbb`
 * @throws RangeError for what is no colour
 */
export function legibleAccent(accent: string, ground: string): string {
  if (contrastRatio(accent, ground) >= TEXT_CONTRAST) return accent.toLowerCase()
  const ink = inkOn(ground)
  for (let share = 1; share <= STEPS; share += 1) {
    const mixed = mix(accent, ink, share / STEPS)
    if (contrastRatio(mixed, ground) >= TEXT_CONTRAST) return mixed
  }
  return ink
}

/** Finer steps are not told apart. */
const STEPS = 50
