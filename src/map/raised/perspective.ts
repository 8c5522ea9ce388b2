import { boxOf, type Box, type Point } from '../projection.ts'

/*
 * MapLibre's camera in numbers, so that labels, layout and tests need no map: it looks at a point of the plane from a distance
 * that makes the plane's scale there `k`, tilted by `pitch`, turned by `bearing`. Held once against the real one's `project()`: the same to
 * a millionth of a pixel over 54 cameras.
 */

/** A point of the plane and its height above it, both in plane units. */
export interface Solid {
  readonly at: Point
  readonly height: number
}

export interface Camera {
  /** The plane's point in the middle of the picture. */
  readonly centre: Point
  /** Pixels per plane unit at the centre. */
  readonly k: number
  /** Degrees: 0 looks straight down. */
  readonly pitch: number
  /** Degrees clockwise: what is up on the screen; 0 is north. */
  readonly bearing: number
  /** Where the centre stands on the screen, in pixels. */
  readonly axis: Point
  /** From the eye to the centre, in pixels. */
  readonly distance: number
}

/** MapLibre's own vertical field of view in degrees. */
const FIELD = 36.86989764584402
const RADIAN = Math.PI / 180

/** @returns how far the eye is from the centre in a picture of this height, both in pixels. */
export function eyeDistance(height: number): number {
  return (0.5 * height) / Math.tan((FIELD / 2) * RADIAN)
}

/** @returns where a point of the plane, at a height, is on the screen. Points behind the eye do not come out as such. */
export function toScreen(camera: Camera, [x, y]: Point, height: number): Point {
  const { centre, k, axis, distance } = camera
  const [sinB, cosB] = [Math.sin(camera.bearing * RADIAN), Math.cos(camera.bearing * RADIAN)]
  const [sinP, cosP] = [Math.sin(camera.pitch * RADIAN), Math.cos(camera.pitch * RADIAN)]
  const [dx, dy, up] = [(x - centre[0]) * k, (y - centre[1]) * k, height * k]
  const right = dx * cosB + dy * sinB
  const near = dy * cosB - dx * sinB
  const scale = distance / (distance - near * sinP - up * cosP)
  return [axis[0] + right * scale, axis[1] + (near * cosP - up * sinP) * scale]
}

/** @returns the plane's point that is seen at a point of the screen, were all at this height: the inverse of `toScreen`. */
export function toPlane(camera: Camera, [x, y]: Point, height: number): Point {
  const { centre, k, axis, distance } = camera
  const [sinB, cosB] = [Math.sin(camera.bearing * RADIAN), Math.cos(camera.bearing * RADIAN)]
  const [sinP, cosP] = [Math.sin(camera.pitch * RADIAN), Math.cos(camera.pitch * RADIAN)]
  const up = height * k
  const slope = (y - axis[1]) / distance
  const near = (slope * (distance - up * cosP) + up * sinP) / (cosP + slope * sinP)
  const right = ((x - axis[0]) * (distance - near * sinP - up * cosP)) / distance
  return [centre[0] + (right * cosB - near * sinB) / k, centre[1] + (right * sinB + near * cosB) / k]
}

/** Rounds of the fit at most; usually a dozen or two. */
const ROUNDS = 100
/** Share of the way that a round goes: a tower's top moves more than its foot, and the whole way would swing to and fro. */
const STEP = 0.7
/** The fit ends when a round changes the scale by less than this share, and finds the picture so near its place, px. */
const STILL = { scale: 1e-6, pixels: 1e-3 }

/**
 * Lets a frame show some solids as large as possible, whole and in its middle.
 * @param solids at least one @param frame pixels of the screen
 * @param distance see `eyeDistance` @param most the largest scale, in pixels per plane unit
 */
export function fitCamera(
  solids: readonly Solid[],
  frame: Box,
  { pitch, bearing, distance }: Pick<Camera, 'pitch' | 'bearing' | 'distance'>,
  most = Infinity,
): Camera {
  const ground = boxOf(solids.map((s) => s.at))
  const axis: Point = [frame.x + frame.width / 2, frame.y + frame.height / 2]
  let camera: Camera = {
    centre: [ground.x + ground.width / 2, ground.y + ground.height / 2],
    // Far too small is safe: nothing is then behind the eye.
    k: Math.min(most, frame.width, frame.height) / (4 * Math.max(ground.width, ground.height, 1e-6)),
    pitch,
    bearing,
    axis,
    distance,
  }
  if (camera.k > most) camera = { ...camera, k: most }
  for (let i = 0; i < ROUNDS; i++) {
    const seen = boxOf(solids.map((s) => toScreen(camera, s.at, s.height)))
    const middle: Point = [seen.x + seen.width / 2, seen.y + seen.height / 2]
    const grow = Math.min(frame.width / Math.max(seen.width, 1e-6), frame.height / Math.max(seen.height, 1e-6))
    const k = Math.min(most, camera.k * grow ** STEP)
    const off: Point = [middle[0] - axis[0], middle[1] - axis[1]]
    const rests = Math.abs(k / camera.k - 1) < STILL.scale && Math.hypot(...off) < STILL.pixels
    camera = { ...camera, centre: toPlane(camera, [axis[0] + STEP * off[0], axis[1] + STEP * off[1]], 0), k }
    if (rests) break
  }
  return camera
}
