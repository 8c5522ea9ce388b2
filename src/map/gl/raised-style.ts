import type { ExpressionSpecification, LayerSpecification, LightSpecification, StyleSpecification } from 'maplibre-gl'
import { lonLatOf, type MapGeometry } from '../geometry.ts'
import type { Point } from '../projection.ts'
import { numbersOf, type MapColours } from './colours.ts'

/*
 * Slabs of a map looked at aslant. Heights and colours are feature state in metres and 0…255, written frame by frame while they
 * change. What is to be hidden gets the height 0: it then lies inside its own slab and the depth test hides it.
 */

export const LAND = 'land'
export const RAISED_HATCH = 'raised-hatch'

/** Width of a slab's rim in plane units: near by, usual or near and selected, selected. */
const RIMS = [7, 17, 42] as const
export type Rim = 0 | 1 | 2

/** Everything that one slab shows now. Colours are red, green, blue from 0 to 255; heights are metres. */
export interface SlabState {
  readonly top: number
  /** Height of the hatched slab of a place without data. */
  readonly none: number
  readonly r: number
  readonly g: number
  readonly b: number
  readonly rim: Rim
  readonly rimR: number
  readonly rimG: number
  readonly rimB: number
}

const state = (key: keyof SlabState): ExpressionSpecification => ['coalesce', ['feature-state', key], 0]

/** Straight light from the north-west; tops come out in their own colour (see `lit`). */
export const LIGHT: LightSpecification & { readonly intensity: number } = {
  anchor: 'map',
  color: '#ffffff',
  intensity: 0.42,
  position: [1.15, 215, 32],
}

/** The layers from bottom to top. @param em label font in pixels @param lip how far a rim rises over its slab, in metres */
export function raisedLayers(colours: MapColours, em: number, lip: number): readonly LayerSpecification[] {
  const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name]
  const top: ExpressionSpecification = ['max', state('top'), state('none')]
  return [
    {
      id: 'shallows',
      type: 'line',
      source: LAND,
      filter: part('land'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.noData, 'line-width': 0.7 * em },
    },
    {
      id: 'none',
      type: 'fill-extrusion',
      source: LAND,
      filter: part('land'),
      paint: { 'fill-extrusion-pattern': RAISED_HATCH, 'fill-extrusion-height': state('none') },
    },
    {
      id: 'slabs',
      type: 'fill-extrusion',
      source: LAND,
      filter: part('land'),
      paint: {
        'fill-extrusion-color': ['rgb', state('r'), state('g'), state('b')],
        'fill-extrusion-height': state('top'),
        'fill-extrusion-vertical-gradient': true,
      },
    },
    ...RIMS.map((_, i): LayerSpecification => {
      const shown = (yes: ExpressionSpecification, no: ExpressionSpecification | number): ExpressionSpecification => [
        'case',
        ['==', ['coalesce', ['feature-state', 'rim'], -1], i],
        yes,
        no,
      ]
      return {
        id: `rim-${i}`,
        type: 'fill-extrusion',
        source: LAND,
        filter: part(`rim-${i}`),
        paint: {
          // Its corners may stick out of the slab at its foot.
          'fill-extrusion-color': shown(
            ['rgb', state('rimR'), state('rimG'), state('rimB')],
            ['rgb', state('r'), state('g'), state('b')],
          ),
          'fill-extrusion-base': shown(top, 0),
          'fill-extrusion-height': shown(['+', top, lip], 0),
          'fill-extrusion-vertical-gradient': false,
        },
      }
    }),
  ]
}

/** The whole style inline, without a background: the ground is the stage's. */
export function raisedStyle(geometry: MapGeometry): StyleSpecification {
  const feature = (code: string, part: string, polygons: readonly (readonly (readonly Point[])[])[]) => ({
    type: 'Feature' as const,
    properties: { code, part },
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map((p) => lonLatOf(geometry, p)))),
    },
  })
  const across = Math.max(geometry.box.width, geometry.box.height) / geometry.unit
  return {
    version: 8,
    light: LIGHT,
    sources: {
      [LAND]: {
        type: 'geojson',
        promoteId: 'code',
        tolerance: 0,
        // The land is two tiles wide at the most detailed: enough for its outlines, and zooming in loads nothing.
        maxzoom: Math.max(0, Math.min(18, Math.round(Math.log2(2 / (across || 1))))),
        data: {
          type: 'FeatureCollection',
          features: geometry.shapes.flatMap(({ code, polygons }) => [
            feature(code, 'land', polygons),
            ...RIMS.map((width, i) => feature(code, `rim-${i}`, rimOf(polygons, width))),
          ]),
        },
      },
    },
    layers: [],
  }
}

/**
 * A place's rim as one small quadrangle a side, reaching inwards. An offset ring would cross itself on jagged borders; these
 * may overlap one another unseen.
 */
function rimOf(polygons: readonly (readonly (readonly Point[])[])[], width: number): readonly (readonly Point[])[][] {
  return polygons.flatMap((rings) =>
    rings.flatMap((ring, i) => {
      // Outer rings have the land on one side, holes on the other.
      const inwards = Math.sign(area(ring)) * (i === 0 ? 1 : -1)
      return ring.slice(1).flatMap((b, j): (readonly Point[])[][] => {
        const a = ring[j] as Point
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
        const length = Math.hypot(dx, dy)
        if (length < 1e-6) return []
        const [nx, ny] = [(-dy / length) * width * inwards, (dx / length) * width * inwards]
        // A little longer at both ends, so that corners close.
        const [ex, ey] = [(dx / length) * width * 0.4, (dy / length) * width * 0.4]
        const inner: readonly Point[] = [
          [b[0] + nx + ex, b[1] + ny + ey],
          [a[0] + nx - ex, a[1] + ny - ey],
        ]
        return [[[a, b, ...inner, a]]]
      })
    }),
  )
}

/** @returns twice the signed area of a ring. */
function area(ring: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Point, ring[i] as Point]
    sum += ax * by - bx * ay
  }
  return sum
}

type Rgb = readonly [number, number, number]

export function mixed(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

export function rgbOf(colour: string): Rgb {
  const [r, g, b] = numbersOf(colour)
  return [r, g, b]
}

/**
 * MapLibre's light makes dark colours brighter and bright ones darker. @returns the colour to ask for, so that a slab's top comes
 * out in `wanted`, the colour of the legend (inverse of its fill_extrusion shader for an upright normal).
 */
export function lit(wanted: Rgb): Rgb {
  const [radial, , polar] = LIGHT.position as [number, number, number]
  const facing = Math.max(0, Math.min(1, radial * Math.cos((polar * Math.PI) / 180)))
  const { intensity } = LIGHT
  let colour = wanted
  for (let i = 0; i < 6; i++) {
    const brightness = (colour[0] * 0.2126 + colour[1] * 0.7152 + colour[2] * 0.0722) / 255
    const directional = 1 - intensity + (Math.max(1 - brightness + intensity, 1) - (1 - intensity)) * facing
    const undo = (c: number) => Math.max(0, Math.min(255, c / directional - 0.03 * 255))
    colour = [undo(wanted[0]), undo(wanted[1]), undo(wanted[2])]
  }
  return colour
}
