interface Window {
  /** Where a place is on the reference page's map, in CSS px of the viewport; there once the map is drawn. */
  spotOf?: (place: string) => readonly [x: number, y: number]
}
