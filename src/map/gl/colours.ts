import { ROLES, type Role } from '../../model/observation.ts'
import { PLACE_SLOTS } from '../../model/place-slots.ts'

/** The tokens that a canvas cannot read itself, each as `rgba(…)`. */
export interface MapColours {
  readonly ramps: Readonly<Record<Role, readonly string[]>>
  readonly water: string
  readonly line: string
  readonly selected: string
  /** One a slot of `place-slots.ts`. */
  readonly places: readonly string[]
  readonly focus: string
  readonly noData: string
  readonly hatch: string
}

const STEPS = [0, 1, 2, 3, 4]

/** Reads the colour tokens in force at `node`. Any CSS colour will do: a canvas turns it into numbers. */
export function readColours(node: Element): MapColours {
  const style = getComputedStyle(node)
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const read = (token: string): string => {
    const value = style.getPropertyValue(token).trim()
    if (!pen || value === '') throw new Error(`the colour token ${token} is missing`)
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = value
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b, a = 255] = pen.getImageData(0, 0, 1, 1).data
    return `rgba(${r}, ${g}, ${b}, ${Math.round((a / 255) * 1000) / 1000})`
  }
  const ramp = (role: Role) => STEPS.map((i) => read(`--ramp-${role}-${i}`))
  return {
    ramps: Object.fromEntries(ROLES.map((role) => [role, ramp(role)])) as Record<Role, string[]>,
    water: read('--map-water'),
    line: read('--map-line'),
    selected: read('--map-selected'),
    places: Array.from({ length: PLACE_SLOTS }, (_, slot) => read(`--place-${slot}`)),
    focus: read('--focus'),
    noData: read('--map-nodata'),
    hatch: read('--map-hatch'),
  }
}

/** Calls `changed` whenever the theme may have: an ancestor's `data-theme`, or the system's. @returns the end of it */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  }
}

/**
 * A seamless square of diagonal lines, as raw pixels.
 * @param size side and distance of the lines, @param stroke, both in pixels
 * @param ground colour between the lines; absent: transparent
 */
export function hatchPixels(
  colour: string,
  size: number,
  stroke: number,
  ground?: string,
): { width: number; height: number; data: Uint8Array } {
  const [r, g, b, a] = numbersOf(colour)
  const under = ground === undefined ? ([0, 0, 0, 0] as const) : numbersOf(ground)
  const data = new Uint8Array(size * size * 4)
  // A line's width along the axes is √2 of its own; its edge fades over one pixel.
  const half = (stroke * Math.SQRT2) / 2
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const d = (x + y) % size
      const cover = Math.max(0, Math.min(1, half + 0.5 - Math.min(d, size - d)))
      // Premultiplied, as WebGL blends.
      const alpha = cover * a
      const rest = (1 - alpha) * under[3]
      const over = (line: number, below: number) => line * alpha + below * rest
      data.set([over(r, under[0]), over(g, under[1]), over(b, under[2]), over(255, 255)], (y * size + x) * 4)
    }
  }
  return { width: size, height: size, data }
}

/** @returns red, green, blue (0…255) and opacity (0…1) of a colour as `readColours` writes it. */
export function numbersOf(colour: string): readonly [number, number, number, number] {
  const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b, a]
}
