import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Role } from '../../model/observation.ts'
import type { MapColours } from './colours.ts'
import { SOURCE, type BoundarySource } from './boundary-source.ts'

export const HATCH = 'hatch'
/** The layer of the coloured areas. */
export const AREAS = 'areas'

/** No data. Written as a class of its own: feature state merges, so an absent value would leave the last one standing. */
export const NO_CLASS = -1

const state = (key: string): ExpressionSpecification => ['coalesce', ['feature-state', key], NO_CLASS]
const when = (key: string, yes: number): ExpressionSpecification => [
  'case',
  ['==', ['coalesce', ['feature-state', key], false], true],
  yes,
  0,
]

/** @returns the fill of the areas: the ramp's step of the feature's class. */
export function fillExpression(colours: MapColours, role: Role): ExpressionSpecification {
  const [c0, c1, c2, c3, c4] = colours.ramps[role] as [string, string, string, string, string]
  return ['match', state('class'), 0, c0, 1, c1, 2, c2, 3, c3, 4, c4, colours.noData]
}

/** @returns the outline of a selected place: that of its slot where it is compared with others. */
export function outlineExpression(colours: MapColours): ExpressionSpecification {
  const slots = colours.places.flatMap((colour, slot) => [slot, colour])
  return ['match', state('slot'), ...slots, colours.selected] as unknown as ExpressionSpecification
}

/**
 * The layers from bottom to top; everything that changes with data is paint by feature state.
 * @param em label font in pixels. @param layer of the source (`BoundarySource`)
 */
export function layersOf(
  colours: MapColours,
  role: Role,
  em: number,
  layer: string | undefined,
): readonly LayerSpecification[] {
  const from = { source: SOURCE, ...(layer === undefined ? {} : { 'source-layer': layer }) }
  const line = (
    id: string,
    color: string | ExpressionSpecification,
    width: number,
    opacity: ExpressionSpecification | number,
    more: object = {},
  ): LayerSpecification => ({
    id,
    type: 'line',
    ...from,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width * em, 'line-opacity': opacity, ...more },
  })
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
    line('coast', colours.noData, 0.75, 0.85),
    {
      id: AREAS,
      type: 'fill',
      ...from,
      paint: { 'fill-color': fillExpression(colours, role), 'fill-opacity': 1 },
    },
    {
      id: 'hatch',
      type: 'fill',
      ...from,
      paint: { 'fill-pattern': HATCH, 'fill-opacity': ['case', ['==', state('class'), NO_CLASS], 1, 0] },
    },
    line('borders', colours.line, 0.09, 1),
    line('hovered', colours.selected, 0.11, when('hovered', 0.75)),
    line('selected-halo', colours.water, 0.42, when('selected', 0.9)),
    line('selected', outlineExpression(colours), 0.19, when('selected', 1)),
    line('focused', colours.focus, 0.2, when('focused', 1), { 'line-dasharray': [2.5, 1.4] }),
  ]
}

/** The whole style inline: no style file, no glyphs, no sprite, so no request of its own. */
export function styleOf({ spec }: BoundarySource): StyleSpecification {
  return { version: 8, sources: { [SOURCE]: spec }, layers: [] }
}
