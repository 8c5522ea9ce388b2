/** The texts of the map's own parts, in the interface's language; the owner takes them from the messages. */
export interface MapWords {
  readonly zoomIn: string
  readonly zoomOut: string
  /** Shows the whole map again. */
  readonly reset: string
  /** Name of the group of the zoom buttons: "Zoom". */
  readonly zoom: string
  /** How to use the map by keyboard; read out after the map's name. */
  readonly keyboard: string
  /** Shown when a plain wheel turns over a cooperative map: "Use Ctrl + scroll to zoom". */
  readonly wheelHint: string
  /** The same for a Mac's ⌘. */
  readonly wheelHintMac: string
  /** Shown when one finger moves over a cooperative map: "Use two fingers to move the map". */
  readonly touchHint: string
  /** For a place without a figure. */
  readonly noData: string
  /** Two sources disagree on the figure. */
  readonly conflict: string
  /** Count below a legend's class: "3 places". */
  readonly places: (count: number) => string
  /** Name of the legend: "Legend". */
  readonly legend: string
  /** Between parts of a spoken name: "，" or ", ". */
  readonly separator: string
}
