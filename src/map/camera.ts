import type { Affine, Box, Point } from './projection.ts'

/**
 * Where a reader has moved the map, relative to its home (everything in view): `screen = z · home + (x, y)`, x and y in CSS
 * pixels. Both renderers speak it, so one can take over from the other without a jump.
 */
export interface View {
  readonly z: number
  readonly x: number
  readonly y: number
}

export const HOME: View = { z: 1, x: 0, y: 0 }

/** Beyond 12 times the boundaries are straight lines and tell nothing more. */
export const MAX_ZOOM = 12
/** One press of a zoom button or a double click. */
export const ZOOM_STEP = 1.6

export interface Size {
  readonly width: number
  readonly height: number
}

export function compose(home: Affine, view: View): Affine {
  return { k: home.k * view.z, x: home.x * view.z + view.x, y: home.y * view.z + view.y }
}

/** @returns the view in which the affine `affine` shows the plane. */
export function viewOf(home: Affine, affine: Affine): View {
  const z = affine.k / home.k
  return { z, x: affine.x - home.x * z, y: affine.y - home.y * z }
}

/** Holds zoom within its limits and the home picture's frame over the whole screen, so that the land cannot be lost. */
export function clampView(view: View, size: Size): View {
  const z = Math.max(1, Math.min(MAX_ZOOM, view.z))
  // Adding 0 turns -0 into 0, which would make equal views differ.
  return {
    z,
    x: Math.min(0, Math.max(size.width * (1 - z), view.x)) + 0,
    y: Math.min(0, Math.max(size.height * (1 - z), view.y)) + 0,
  }
}

/** @returns the view zoomed by `factor` with what is under `point` held in place. */
export function zoomAt(view: View, factor: number, [px, py]: Point, size: Size): View {
  const z = Math.max(1, Math.min(MAX_ZOOM, view.z * factor))
  const ratio = z / view.z
  return clampView({ z, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio }, size)
}

export function panBy(view: View, dx: number, dy: number, size: Size): View {
  return clampView({ z: view.z, x: view.x + dx, y: view.y + dy }, size)
}

/** @returns the view that shows a box of the home screen in the middle, filling at most `share` of the map, `most` times home at most. */
export function viewOn(box: Box, size: Size, share = 0.5, most = 3): View {
  const z = Math.max(
    1,
    Math.min(most, (size.width * share) / (box.width || 1), (size.height * share) / (box.height || 1)),
  )
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2]
  return clampView({ z, x: size.width / 2 - cx * z, y: size.height / 2 - cy * z }, size)
}

/** @returns the view between two, `t` from 0 to 1: zoom grows evenly to the eye, position goes along with it. */
export function between(from: View, to: View, t: number): View {
  const z = from.z * (to.z / from.z) ** t
  const s = Math.abs(to.z - from.z) < 1e-6 ? t : (z - from.z) / (to.z - from.z)
  return { z, x: from.x + (to.x - from.x) * s, y: from.y + (to.y - from.y) * s }
}

export function isHome(view: View): boolean {
  return view.z < 1.001 && Math.abs(view.x) < 0.5 && Math.abs(view.y) < 0.5
}
