/**
 * A marker and a dash for each slot of places, so that colour is never the only sign: in print, in forced colours, for
 * colour-blind readers. Points in units of the marker's radius, closed; null: a circle.
 */
export interface PlaceMarker {
  readonly points: readonly (readonly [number, number])[] | null
  /** In em of the chart's font; empty: solid. */
  readonly dash: readonly number[]
}

const SQUARE = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
] as const
const DIAMOND = [
  [0, -1.15],
  [1.15, 0],
  [0, 1.15],
  [-1.15, 0],
] as const
const UP = [
  [0, -1.1],
  [1.1, 0.9],
  [-1.1, 0.9],
] as const
const DOWN = UP.map(([x, y]) => [x, -y] as const)
const PLUS = [
  [-0.38, -1.1],
  [0.38, -1.1],
  [0.38, -0.38],
  [1.1, -0.38],
  [1.1, 0.38],
  [0.38, 0.38],
  [0.38, 1.1],
  [-0.38, 1.1],
  [-0.38, 0.38],
  [-1.1, 0.38],
  [-1.1, -0.38],
  [-0.38, -0.38],
] as const
const CROSS = PLUS.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2] as const)
const PENTAGON = Array.from({ length: 5 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 5 - Math.PI / 2
  return [1.1 * Math.cos(angle), 1.1 * Math.sin(angle)] as const
})

/** By slot; as many as `PLACE_SLOTS`. */
export const PLACE_MARKERS: readonly PlaceMarker[] = [
  { points: null, dash: [] },
  { points: SQUARE, dash: [0.7, 0.25] },
  { points: UP, dash: [0.2, 0.2] },
  { points: DIAMOND, dash: [0.9, 0.2, 0.2, 0.2] },
  { points: DOWN, dash: [1.6, 0.25] },
  { points: CROSS, dash: [0.45, 0.25] },
  { points: PENTAGON, dash: [1.1, 0.35] },
  { points: PLUS, dash: [0.7, 0.2, 0.2, 0.2, 0.2, 0.2] },
]
