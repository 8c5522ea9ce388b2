import { contrastRatio, legibleAccent } from '../../model/colour.ts'
import type { Theme, ThemeWish } from '../../model/view.ts'

/** What text in the accent colour stands on, and the accent that each theme has by itself: `--panel` and `--accent` of tokens.css. */
export const GROUNDS: Readonly<Record<Theme, { readonly panel: string; readonly accent: string }>> = {
  light: { panel: '#ffffff', accent: '#0b5fcc' },
  dark: { panel: '#111a26', accent: '#6aa9ff' },
  contrast: { panel: '#ffffff', accent: '#00309a' },
}

/** How an accent reads on the ground where it reads worst. */
export interface AccentReading {
  readonly theme: Theme
  readonly ratio: number
  /** What the embed makes of it there, `#rrggbb`; null: it is used as it is. */
  readonly instead: string | null
}

/** @param accent `#rrggbb` @param wish null: light */
export function readAccent(accent: string, wish: ThemeWish | null): AccentReading {
  // A system may ask for either.
  const themes: readonly Theme[] = wish === 'auto' ? ['light', 'dark'] : [wish ?? 'light']
  const readings = themes.map((theme): AccentReading => {
    const { panel } = GROUNDS[theme]
    const legible = legibleAccent(accent, panel)
    return { theme, ratio: contrastRatio(accent, panel), instead: legible === accent ? null : legible }
  })
  return readings.reduce((worst, one) => (one.ratio < worst.ratio ? one : worst))
}
