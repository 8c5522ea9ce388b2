/** Every text that the charts draw or speak, in one language; the owner fills it from `src/messages`. Plain text, never markup. */
export interface ChartWords {
  /** Label of the slot and the tooltip line of figures without a date: "date not stated". */
  readonly dateNotStated: string
  /** Tooltip line of a dashed bar: a goal or plan, not money put in. */
  readonly planned: string
  /** Heading of the places without a figure: "no record". */
  readonly noRecord: string
  /** Heading of a group whose unit has no symbol: "count". */
  readonly count: string
  /** Last line of a shortened chart: "8 more in the list". */
  readonly more: (n: number) => string
  /** The reference figure lies beyond the right end: "Shanghai 43,214, beyond this scale". */
  readonly beyondScale: (reference: string) => string
  /** While the code of the charts loads. */
  readonly loading: string
  /** The chart could not be drawn; its table twin still holds the figures. */
  readonly failed: string
  readonly retry: string
}
