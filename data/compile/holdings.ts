import { CERTAINTIES, type Certainty } from '../../src/model/observation.ts'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { Holdings, RejectedFigure } from '../../src/model/pack.ts'
import { anchorYear } from '../../src/model/period.ts'
import { disagrees, seriesKey } from '../../src/model/series.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { splitText } from './cells.ts'
import { daysOf, periodOf, statedBy } from './figure-values.ts'
import { byYear, groupBy } from './ordering.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, RejectedRecord, UnitRow } from './rows.ts'
import type { SmallTables } from './tables.ts'

type Units = ReadonlyMap<string, UnitRow>

/** Cells that the file of holdings may have; a page of more would be no page. Some 0.7 MB compressed. */
export const MOST_CELLS = 100_000

/**
 * Counts what the package holds, for the page that tells of the data itself. Only figures that sources state: a derived one is no
 * further evidence. Every list is sorted, so the same input gives the same bytes.
 */
export class HoldingsCount {
  private readonly units: Units
  private readonly rejected: readonly RejectedRecord[]
  /** Null once there are too many. */
  private cells: Cell[] | null = []
  private readonly ofSource = new Map<string, number>()
  private readonly ofCertainty = new Map<Certainty, number>()
  private conflicts = 0

  constructor({ units, rejected }: Pick<SmallTables, 'units' | 'rejected'>) {
    this.units = new Map(units.map((unit) => [unit.id, unit]))
    this.rejected = rejected
  }

  /** @param observations some of the package's: all of every place among them */
  add(observations: readonly ObservationRecord[]): void {
    if (this.cells) {
      const cells = [...this.cells, ...countCells(observations)]
      this.cells = cells.length > MOST_CELLS ? null : cells
    }
    for (const { certainty, source } of observations) {
      this.ofCertainty.set(certainty, (this.ofCertainty.get(certainty) ?? 0) + 1)
      // A figure that several sources state counts for each of them.
      for (const id of splitIds(source)) this.ofSource.set(id, (this.ofSource.get(id) ?? 0) + 1)
    }
    this.conflicts += countConflicts(observations, this.units)
  }

  /** @returns the file; without cells where there are more than `MOST_CELLS` */
  result(): Holdings {
    return {
      format: PACK_FORMAT,
      cells: (this.cells ?? []).sort(
        (a, b) => byCodeUnits(a[0], b[0]) || byCodeUnits(a[1], b[1]) || byYear(a[2], b[2]),
      ),
      bySource: [...this.ofSource]
        .map(([source, count]) => ({ source, count }))
        .sort((a, b) => b.count - a.count || byCodeUnits(a.source, b.source)),
      byCertainty: CERTAINTIES.map((certainty) => ({ certainty, count: this.ofCertainty.get(certainty) ?? 0 })),
      conflicts: this.conflicts,
      rejected: this.rejected.map((row) => toRejected(row, this.units)).sort((a, b) => byCodeUnits(a.id, b.id)),
    }
  }
}

type Cell = Holdings['cells'][number]

function yearOf(row: ObservationRecord): number | null {
  return anchorYear(periodOf(row))
}

function countCells(observations: readonly ObservationRecord[]): Cell[] {
  const groups = groupBy(observations, (row) => `${row.place}|${row.indicator}|${yearOf(row)}`)
  return [...groups.values()].map((rows) => [rows[0].place, rows[0].indicator, yearOf(rows[0]), rows.length] as const)
}

/** By the rule that the app marks by, so that this number and the marks agree. Only figures of the same days can disagree. */
function countConflicts(observations: readonly ObservationRecord[], units: Units): number {
  let count = 0
  for (const rows of groupBy(observations, comparableKey).values()) {
    if (rows.length < 2) continue
    const figures = rows.flatMap((row) => statedBy(row, units) ?? [])
    count += figures.filter((a) => figures.some((b) => disagrees(a, b))).length
  }
  return count
}

function comparableKey(row: ObservationRecord): string {
  const { first, last } = daysOf(row)
  return `${seriesKey(row)}|${first}|${last}`
}

function toRejected(row: RejectedRecord, units: Units): RejectedFigure {
  return {
    id: row.id,
    place: row.place,
    indicator: row.indicator,
    role: row.role,
    ...(row.period_start && { start: row.period_start }),
    ...(row.period_end && { end: row.period_end }),
    printed: row.as_printed || plainFigure(row, units),
    source: row.source,
    reason: splitText(row.reason),
  }
}

function plainFigure({ value, value_high: high, unit }: RejectedRecord, units: Units): string {
  const number = [value, high].filter((each) => each !== null).join('–')
  return `${number}${units.get(unit)?.symbol_zh ?? ''}`
}
