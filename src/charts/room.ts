/**
 * How many places a chart draws, by how many nodes of SVG one of them takes (`tests/browser/large.spec.ts` counts them). Under 4,000 nodes
 * a chart are drawn in a moment on an office computer, and rows and points are what an eye can go through; 2,900 places over time were 200,000
 * nodes and 18 seconds. A city's places have room in all of them.
 */
export const ROOM = {
  /** 40 nodes with 12 years, 70 with 25: a small chart a place. */
  panels: 48,
  /** As many: a lane with a mark for every occasion. */
  lanes: 48,
  /** 7 nodes: two points, a line, two texts. */
  slopes: 100,
  /** 4 nodes: a bar with its name and its figure. */
  rows: 150,
  /** 20 nodes: a row of the page with its bar, its figures and their sources. */
  targets: 80,
  /** 2 nodes: a point, its name where there is room. */
  points: 600,
} as const
