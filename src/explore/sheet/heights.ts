/** How far a sheet is open, the lowest first. */
export const HEIGHTS = ['peek', 'half', 'full'] as const
export type Height = (typeof HEIGHTS)[number]

/** A flick: faster than this, in px per ms, the direction decides and not the place. */
const FLICK = 0.5

/** @returns one height more (`1`) or less (`-1`); the ends stay. */
export function stepHeight(height: Height, by: 1 | -1): Height {
  return HEIGHTS[HEIGHTS.indexOf(height) + by] ?? height
}

/** @returns what a press of the handle does: up step by step, and from the top all the way down. */
export function nextHeight(height: Height): Height {
  return height === 'full' ? 'peek' : stepHeight(height, 1)
}

/**
 * Where a sheet comes to rest that was let go.
 * @param px how high it stands
 * @param speed upwards, in px per ms
 * @param stops each height in px
 */
export function restingHeight(px: number, speed: number, stops: Readonly<Record<Height, number>>): Height {
  if (speed > FLICK) return HEIGHTS.find((height) => stops[height] > px) ?? 'full'
  if (speed < -FLICK) return [...HEIGHTS].reverse().find((height) => stops[height] < px) ?? 'peek'
  return HEIGHTS.reduce((best, height) => (Math.abs(stops[height] - px) < Math.abs(stops[best] - px) ? height : best))
}
