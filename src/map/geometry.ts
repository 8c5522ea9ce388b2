import type { Boundaries } from '../model/pack.ts'
import { coastOf } from './coast.ts'
import { insideOf, type Inside } from './inside.ts'
import { boxOf, grow, isInside, mercator, pathOf, type Box, type Point } from './projection.ts'

/** Length of the plane's longer side. Whole units are then finer than a pixel, on a 4K wall zoomed in as well. */
export const PLANE_SIZE = 10_000

type Polygons = readonly (readonly (readonly Point[])[])[]

/** A district on the plane. */
export interface PlaceShape extends Inside {
  readonly code: string
  /** SVG path data in whole plane units. */
  readonly path: string
  readonly box: Box
  readonly polygons: Polygons
  /** A point well inside the largest part, for its label; computed when it is asked for, as most packs have points of their own. */
  readonly label: Point
}

/** The boundaries projected once; every view of the map is an affine of this plane. */
export interface MapGeometry {
  readonly box: Box
  readonly shapes: readonly PlaceShape[]
  readonly byCode: ReadonlyMap<string, PlaceShape>
  /** SVG path data of what bounds the land as a whole (`coastOf`). */
  readonly coast: string
  /** Unit Mercator to plane: `plane = (mercator - origin) · unit`. */
  readonly origin: Point
  readonly unit: number
}

const done = new WeakMap<Boundaries, MapGeometry>()

/** @returns the plane of these boundaries, computed at the first call for them. */
export function geometryOf(boundaries: Boundaries): MapGeometry {
  const known = done.get(boundaries)
  if (known) return known
  const geometry = project(boundaries)
  done.set(boundaries, geometry)
  return geometry
}

function project(boundaries: Boundaries): MapGeometry {
  const flat = boundaries.districts.map((d) => ({
    code: d.code,
    polygons: d.polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => mercator(lon, lat)))),
  }))
  const world = boxOf(flat.flatMap((d) => d.polygons.flat(2)))
  const unit = PLANE_SIZE / (Math.max(world.width, world.height) || 1)
  const origin: Point = [world.x, world.y]
  const shapes = flat
    .filter((d) => d.polygons.length > 0)
    .map(({ code, polygons }) => {
      const scaled = polygons.map((rings) =>
        rings.map((ring) => ring.map(([x, y]): Point => [(x - origin[0]) * unit, (y - origin[1]) * unit])),
      )
      let label: Point | null = null
      return {
        code,
        polygons: scaled,
        ...insideOf(scaled),
        path: pathOf(scaled),
        box: boxOf(scaled.flat(2)),
        get label() {
          return (label ??= innerPoint(scaled))
        },
      }
    })
  return {
    box: { x: 0, y: 0, width: world.width * unit, height: world.height * unit },
    shapes,
    byCode: new Map(shapes.map((s) => [s.code, s])),
    coast: coastOf(shapes.map((s) => s.polygons)),
    origin,
    unit,
  }
}

/** @returns the plane's point of a longitude and latitude in degrees. */
export function planePoint(geometry: MapGeometry, [lon, lat]: Point): Point {
  const [x, y] = mercator(lon, lat)
  return [(x - geometry.origin[0]) * geometry.unit, (y - geometry.origin[1]) * geometry.unit]
}

/** @returns longitude and latitude in degrees of a plane's point: the inverse of `planePoint`. */
export function lonLatOf({ origin, unit }: MapGeometry, [x, y]: Point): [number, number] {
  const [east, south] = [x / unit + origin[0], y / unit + origin[1]]
  return [east * 360 - 180, (360 / Math.PI) * Math.atan(Math.exp((1 - 2 * south) * Math.PI)) - 90]
}

/** @returns the code of the place under a plane's point, or null. */
export function placeAt(geometry: MapGeometry, point: Point): string | null {
  for (const { code, box, contains } of geometry.shapes) {
    if (point[0] < box.x || point[1] < box.y || point[0] > box.x + box.width || point[1] > box.y + box.height) continue
    if (contains(point)) return code
  }
  return null
}

/** @returns what the inset shows: the box of its places and a margin in which the neighbours begin; null if it has none. */
export function cropOf(geometry: MapGeometry, codes: readonly string[]): Box | null {
  const corners = codes.flatMap((code): Point[] => {
    const box = geometry.byCode.get(code)?.box
    return box === undefined
      ? []
      : [
          [box.x, box.y],
          [box.x + box.width, box.y + box.height],
        ]
  })
  if (corners.length === 0) return null
  const box = boxOf(corners)
  return grow(box, 0.05 * Math.max(box.width, box.height))
}

/** Steps of the search for a label point along the longer side of a part; enough for a label, cheap enough for the first view. */
const LABEL_GRID = 16

/** A point far from the border of the largest part: the best of a grid, refined once around it. */
function innerPoint(polygons: Polygons): Point {
  const parts = polygons.map((rings) => ({ rings, box: boxOf(rings[0] ?? []) }))
  const largest = parts.reduce((a, b) => (b.box.width * b.box.height > a.box.width * a.box.height ? b : a))
  const { rings, box } = largest
  let best: Point = [box.x + box.width / 2, box.y + box.height / 2]
  let clearance = -Infinity
  let step = Math.max(box.width, box.height) / LABEL_GRID
  let area = box
  for (let round = 0; round < 2; round++) {
    for (let x = area.x; x <= area.x + area.width; x += step) {
      for (let y = area.y; y <= area.y + area.height; y += step) {
        if (!isInside([x, y], [rings])) continue
        const distance = toBorder([x, y], rings)
        if (distance > clearance) [clearance, best] = [distance, [x, y]]
      }
    }
    area = { x: best[0] - step, y: best[1] - step, width: 2 * step, height: 2 * step }
    step /= 6
  }
  return best
}

function toBorder([x, y]: Point, rings: readonly (readonly Point[])[]): number {
  let least = Infinity
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as Point
      const [bx, by] = ring[i] as Point
      const [dx, dy] = [bx - ax, by - ay]
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
      least = Math.min(least, (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2)
    }
  }
  return Math.sqrt(least)
}
