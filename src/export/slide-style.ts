import { readPreferences, writePreferences, type SlideStyle } from '../view/storage.ts'

export type { SlideStyle }

/** Main colours to choose from: the atlas's accent, and three that offices use. */
export const ACCENTS = { blue: '#0b5fcc', red: '#b4231f', green: '#0a7a55', ink: '#1f2937' } as const

const STANDARD: SlideStyle = { accent: ACCENTS.blue, office: '' }

/** The office's colours as this device remembers them. */
export function readSlideStyle(): SlideStyle {
  return readPreferences().slides ?? STANDARD
}

export function writeSlideStyle(slides: SlideStyle): void {
  writePreferences({ slides })
}
