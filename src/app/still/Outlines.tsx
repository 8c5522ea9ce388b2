import type { MapGeometry } from '../../map/geometry.ts'
import { pathOf, type Affine } from '../../map/projection.ts'
import type { Inks } from './inks.ts'
import { tenth } from './round.ts'

/**
 * All outlines once; what is drawn shows them by reference.
 * @param step plane units in one of theirs: the coarser, the fewer bytes; neighbours still share their border (`pathOf`)
 */
export function Outlines({ geometry, step }: { readonly geometry: MapGeometry; readonly step: number }) {
  return (
    <defs>
      {geometry.shapes.map(({ code, polygons }) => (
        <path key={code} id={`p${code}`} fillRule="evenodd" d={outlineOf(polygons, step)} />
      ))}
    </defs>
  )
}

type Polygons = MapGeometry['shapes'][number]['polygons']

const outlines = new WeakMap<Polygons, Map<number, string>>()

function outlineOf(polygons: Polygons, step: number): string {
  const known = outlines.get(polygons) ?? new Map<number, string>()
  outlines.set(polygons, known)
  const path =
    known.get(step) ??
    pathOf(polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x / step, y / step] as const))))
  known.set(step, path)
  return path
}

/** Coarser than this nobody knows a place by its outline, plane units. */
const COARSEST = 100

/**
 * @param least plane units, what the size of the drawing asks for
 * @param bytes that all outlines may take together
 * @returns how coarse they must be for it
 */
export function stepFor(geometry: MapGeometry, least: number, bytes: number): number {
  const lengthAt = (step: number): number =>
    geometry.shapes.reduce((sum, { polygons }) => sum + outlineOf(polygons, step).length, 0)
  let step = least
  while (step < COARSEST && lengthAt(step) > bytes) step = Math.ceil(step * 1.4)
  return step
}

/** @returns the transform that shows outlines where the affine shows the plane. */
export function transformOf({ k, x, y }: Affine, step: number): string {
  return `translate(${tenth(x)} ${tenth(y)}) scale(${Number((k * step).toPrecision(6))})`
}

/** The land's glow on the water. @param width of the stroke, in the outlines' units */
export function Coast({
  geometry,
  inks,
  width,
}: {
  readonly geometry: MapGeometry
  readonly inks: Inks
  readonly width: number
}) {
  return (
    <g
      {...inks.paint({ stroke: inks.token('--map-nodata') })}
      fill="none"
      strokeOpacity={0.85}
      strokeWidth={tenth(width)}
      strokeLinejoin="round"
    >
      {geometry.shapes.map(({ code }) => (
        <use key={code} href={`#p${code}`} />
      ))}
    </g>
  )
}
