/** A point of a plane or of the screen, `[x, y]`, y downwards. */
export type Point = readonly [number, number]

/** An upright rectangle of a plane or of the screen. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Plane to screen: `screen = k · plane + (x, y)`. `k` in pixels per plane unit. */
export interface Affine {
  readonly k: number
  readonly x: number
  readonly y: number
}

/** Beyond it Web Mercator grows without bound (EPSG:3857's own limit). */
const MAX_LATITUDE = 85.051129

/**
 * Web Mercator (EPSG:3857) on the unit square: `[0, 0]` is the north-west corner of the world, y grows southwards.
 * @param lon degrees, @param lat degrees; clamped to the projection's limits
 * @throws RangeError if a coordinate is not finite
 */
export function mercator(lon: number, lat: number): Point {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) {
    throw new RangeError(`a longitude and a latitude in degrees were expected, found ${lon}, ${lat}`)
  }
  const phi = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180
  return [(lon + 180) / 360, (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2]
}

/** @returns the smallest box around `points`; an empty box at the origin for none. */
export function boxOf(points: Iterable<Point>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}

/** @returns `box` grown by `by` on every side (shrunk for negative values). */
export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}

/** @returns whether the boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** @returns the affine that shows `box` as large as possible, whole and centred, in `frame` less `padding` on every side. */
export function fit(box: Box, frame: Box, padding = 0): Affine {
  const room = grow(frame, -padding)
  const k = Math.max(1e-9, Math.min(room.width / (box.width || 1), room.height / (box.height || 1)))
  return {
    k,
    x: room.x + (room.width - box.width * k) / 2 - box.x * k,
    y: room.y + (room.height - box.height * k) / 2 - box.y * k,
  }
}

/** @returns where a plane's point is on the screen. */
export function toScreen(affine: Affine, [x, y]: Point): Point {
  return [affine.k * x + affine.x, affine.k * y + affine.y]
}

/** @returns the plane's point under a screen point. */
export function toPlane(affine: Affine, [x, y]: Point): Point {
  return [(x - affine.x) / affine.k, (y - affine.y) / affine.k]
}

/**
 * Between the plane and the screen, whatever camera looks at it. What stands at a place is drawn at the place's top, so each
 * place has a height of its own; a flat map knows none.
 */
export interface Projector {
  /** @returns where a plane's point at the height of the place `code` is on the screen. */
  readonly toScreen: (point: Point, code: string) => Point
  /** @returns the plane's point that is seen under a screen point, were all at the height of the place `code`. */
  readonly toPlane: (point: Point, code: string) => Point
}

/** @returns the projector of a map looked at from straight above. */
export function flat(affine: Affine): Projector {
  return { toScreen: (point) => toScreen(affine, point), toPlane: (point) => toPlane(affine, point) }
}

/** @returns the screen's box of a plane's box. */
export function boxToScreen(affine: Affine, box: Box): Box {
  const [x, y] = toScreen(affine, [box.x, box.y])
  return { x, y, width: box.width * affine.k, height: box.height * affine.k }
}

/**
 * SVG path data of closed rings in whole plane units. Absolute positions are rounded before the steps are taken, so that
 * neighbours that share a border still share it.
 * @param polygons parts of a place, each its exterior ring and holes (fill rule evenodd)
 */
export function pathOf(polygons: readonly (readonly (readonly Point[])[])[]): string {
  let path = ''
  for (const ring of polygons.flat()) {
    const steps = linePathOf(ring)
    if (steps !== '') path += `${steps}z`
  }
  return path
}

/** @returns SVG path data of one open line in whole plane units; empty for no points. Rounded as in `pathOf`. */
export function linePathOf(line: readonly Point[]): string {
  let [px, py] = [NaN, NaN]
  let steps = ''
  for (const [x, y] of line) {
    const [rx, ry] = [Math.round(x), Math.round(y)]
    if (rx === px && ry === py) continue
    steps += Number.isNaN(px) ? `M${rx} ${ry}` : `l${rx - px}${ry < py ? '' : ' '}${ry - py}`
    ;[px, py] = [rx, ry]
  }
  return steps
}

/** @returns whether a point is inside the polygons, by the even-odd rule. */
export function isInside([x, y]: Point, polygons: readonly (readonly (readonly Point[])[])[]): boolean {
  let inside = false
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i] as Point
        const [bx, by] = ring[j] as Point
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      }
    }
  }
  return inside
}
