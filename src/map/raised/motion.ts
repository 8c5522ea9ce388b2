import type { Camera } from './perspective.ts'

/** How long the camera flies from one scene to the next. */
export const FLIGHT_MS = 1800
/** Milliseconds a frame: a machine that needs more draws in software; it is spared flights and swaying. */
export const SLOW_MS = 45
/** How long a picture fades before another takes its place, there. */
export const CUT_MS = 260
/** How long slabs grow from an old value to a new one. */
export const GROWTH_MS = 900

/** The camera at rest sways about its place by so many degrees, once in so many milliseconds. */
const SWAY = 4
const SWAY_MS = 96_000

/** @returns how far a movement has come that sets out and arrives gently, `t` from 0 to 1. */
export function ease(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2
}

/** @returns the turn of a camera that has been at rest for so long, in degrees; sets out from 0 gently. @param ms milliseconds */
export function sway(ms: number): number {
  const gentle = Math.min(1, ms / 6000)
  return SWAY * gentle * Math.sin((ms / SWAY_MS) * 2 * Math.PI)
}

/** @returns a number between two. */
export function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t
}

/**
 * @returns the camera between two, `t` from 0 to 1: the scale grows evenly to the eye, the place goes along with it. From one
 * small place to another far away it rises on the way, so that the viewer sees where it goes.
 */
export function flight(from: Camera, to: Camera, t: number): Camera {
  const k = from.k * (to.k / from.k) ** t
  // As in a zoom about one point of the screen: that is where the eye rests.
  const s = Math.abs(to.k / from.k - 1) < 1e-6 ? t : (1 / k - 1 / from.k) / (1 / to.k - 1 / from.k)
  const way = Math.hypot(to.centre[0] - from.centre[0], to.centre[1] - from.centre[1])
  // The way is to be as long as the eye is far, at the most.
  const rise = Math.max(1, (way * Math.sqrt(from.k * to.k)) / Math.min(from.distance, to.distance))
  return {
    centre: [mix(from.centre[0], to.centre[0], s), mix(from.centre[1], to.centre[1], s)],
    k: k / rise ** (4 * t * (1 - t)),
    pitch: mix(from.pitch, to.pitch, t),
    bearing: mix(from.bearing, to.bearing, t),
    axis: [mix(from.axis[0], to.axis[0], t), mix(from.axis[1], to.axis[1], t)],
    distance: mix(from.distance, to.distance, t),
  }
}

/** @returns whether the cameras show the same picture to a tenth of a pixel. */
export function sameCamera(a: Camera, b: Camera): boolean {
  const near = (x: number, y: number, by: number) => Math.abs(x - y) < by
  return (
    near(a.k / b.k, 1, 1e-5) &&
    near(a.centre[0] * a.k, b.centre[0] * a.k, 0.1) &&
    near(a.centre[1] * a.k, b.centre[1] * a.k, 0.1) &&
    near(a.axis[0], b.axis[0], 0.1) &&
    near(a.axis[1], b.axis[1], 0.1) &&
    near(a.pitch, b.pitch, 0.01) &&
    near(a.bearing, b.bearing, 0.01) &&
    near(a.distance, b.distance, 0.1)
  )
}
