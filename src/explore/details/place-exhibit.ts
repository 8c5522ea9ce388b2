import type { Exhibit } from '../../export/exhibit.ts'
import { formatYears } from '../../map/compose.ts'
import type { Observation } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import type { Years } from '../../model/period.ts'
import { rowMaker, usualOrder } from '../../model/table.ts'
import type { Language } from '../../model/text.ts'

interface Ground {
  readonly catalog: Catalog
  readonly time: Years | null
  readonly language: Language
}

/** The figures of one place, to be taken away in the order of the table. */
export function placeExhibit(
  title: string,
  observations: readonly Observation[],
  { catalog, time, language }: Ground,
): Exhibit {
  return {
    title,
    subtitle: formatYears(time, language),
    notes: [],
    pictures: [],
    figures: observations
      .map(rowMaker(catalog))
      .sort(usualOrder(catalog))
      .map((row) => row.observation),
    table: null,
  }
}
