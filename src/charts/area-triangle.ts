import { highInBase, inBase, magnitude, type Quantity } from '../model/quantity.ts'
import type { Observation } from '../model/observation.ts'
import { openEnd } from './figure-marks.ts'
import { hairline, type Shape } from './layer.ts'
import type { ChartTheme } from './theme.ts'

/** How areas stand for numbers: one side for the largest, all others by the root. */
export interface AreaScale {
  /** Base units; 0 where there is no figure. */
  readonly largest: number
  readonly sideEm: number
  /** What is drawn to this scale. */
  readonly figures: readonly Observation[]
}

/** @returns the side of a triangle in em; its area is in proportion to the number. */
export function sideEm(base: number, scale: AreaScale): number {
  return scale.largest > 0 && base > 0 ? scale.sideEm * Math.sqrt(base / scale.largest) : 0
}

export interface TrianglePlace {
  readonly x: number
  /** What it stands on. */
  readonly baseline: number
  readonly colour: string
  readonly scale: AreaScale
  readonly theme: ChartTheme
  /** How far above and below the figure's middle a mark of doubt will reach, in px, by the figure's side. */
  readonly ring?: (side: number) => number
}

/**
 * A number as a triangle's area, its bound shown: `approx` and `at_most` are hollow, `at_least` and `at_most` have an open
 * chevron; a range is filled up to its low end and outlined to its high end.
 * @param outlined an outline alone, for what another source states
 */
export function areaTriangle(
  quantity: Quantity,
  { x, baseline, colour, scale, theme, ring }: TrianglePlace,
  outlined = false,
): { readonly shapes: Shape[]; readonly side: number; readonly top: number } {
  const em = theme.size
  const isRange = quantity.bound === 'range'
  const side = Math.max(sideEm(isRange ? highInBase(quantity) : magnitude(quantity), scale) * em, 0.2 * em)
  const hollow = outlined || quantity.bound === 'approx' || quantity.bound === 'at_most'
  const thin = Math.max(1, hairline(theme) * 1.25)
  const polygon = (name: string, of: number, fill: string | null): Shape => ({
    type: 'polygon',
    name,
    silent: true,
    transition: ['shape'],
    shape: {
      points: [
        [x, baseline - of],
        [x + of / 2, baseline],
        [x - of / 2, baseline],
      ],
    },
    style: {
      fill: fill ?? 'none',
      fillOpacity: 0.85,
      // Filled ones are parted from what they overlap by the ground's colour.
      stroke: fill === colour ? theme.panel : colour,
      lineWidth: fill === colour ? hairline(theme) * 0.75 : thin,
      lineJoin: 'round',
      ...(outlined && { lineDash: [0.15 * em, 0.12 * em] }),
    },
  })
  const reach = Math.max(side, 0.9 * em)
  const clear = Math.max(side / 2, ring?.(side) ?? 0)
  const middle = baseline - side / 2
  const open = openEnd(quantity, x, middle - clear, middle + clear, colour, theme)
  return {
    side,
    top: open.top,
    shapes: [
      {
        type: 'rect',
        name: 'area',
        shape: { x: x - reach / 2, y: baseline - reach, width: reach, height: reach + 0.2 * em, r: 0.2 * em },
        style: { fill: theme.text, fillOpacity: 0 },
        emphasis: { style: { fill: theme.text, fillOpacity: 0.08 } },
      },
      ...(isRange
        ? [
            polygon('high', side, null),
            polygon('head', Math.max(sideEm(inBase(quantity), scale) * em, 0.1 * em), colour),
          ]
        : [polygon('head', side, outlined ? null : hollow ? theme.panel : colour)]),
      ...open.shapes,
    ],
  }
}
