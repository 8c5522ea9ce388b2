/**
 * How a scene fills the stage. `map`: the map with a ranking. `place`: one place's page. `compare`: places beside each other.
 * `figure`: one figure, large. `chart`: a chart over the whole stage. `closing`: where to read on, with a QR code.
 */
export const LAYOUTS = ['map', 'place', 'compare', 'figure', 'chart', 'closing'] as const
export type Layout = (typeof LAYOUTS)[number]
