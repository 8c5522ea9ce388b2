import type { Role } from '../model/observation.ts'

/** Ink of a label on a class colour, light (day and contrast themes share ramps) and dark theme. */
export interface Tone {
  readonly day: 'light' | 'dark'
  readonly night: 'light' | 'dark'
}

/**
 * @returns the ink that reaches a contrast of 4.5 : 1 on `--ramp-<role>-<classIndex>`; tone.test.ts measures it against the tokens.
 * Light ramps darken towards class 4, dark ones brighten.
 */
export function toneOf(role: Role, classIndex: number): Tone {
  return {
    day: classIndex >= (role === 'project' ? 3 : 4) ? 'light' : 'dark',
    night: classIndex >= 3 ? 'dark' : 'light',
  }
}
