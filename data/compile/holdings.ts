import { CERTAINTIES } from '../../src/model/observation.ts'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { Holdings, RejectedFigure } from '../../src/model/pack.ts'
import { anchorYear } from '../../src/model/period.ts'
import { disagrees, seriesKey } from '../../src/model/series.ts'
import { splitText } from './cells.ts'
import { periodOf, statedBy } from './figure-values.ts'
import { byYear, compare, groupBy } from './ordering.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, RejectedRecord, Tables, UnitRow } from './rows.ts'

type Units = ReadonlyMap<string, UnitRow>

/**
 * Counts what the package holds, for the page that tells of the data itself. Only figures that sources state: a derived one is no
 * further evidence. Every list is sorted, so the same input gives the same bytes.
 */
export function buildHoldings({ observations, rejected, units }: Tables): Holdings {
  const byId: Units = new Map(units.map((unit) => [unit.id, unit]))
  return {
    format: PACK_FORMAT,
    cells: cells(observations),
    bySource: bySource(observations),
    byCertainty: CERTAINTIES.map((certainty) => ({
      certainty,
      count: observations.filter((row) => row.certainty === certainty).length,
    })),
    conflicts: countConflicts(observations, byId),
    rejected: rejected.map((row) => toRejected(row, byId)).sort((a, b) => compare(a.id, b.id)),
  }
}

function cells(observations: readonly ObservationRecord[]): Holdings['cells'] {
  const yearOf = (row: ObservationRecord): number | null => anchorYear(periodOf(row))
  const groups = groupBy(observations, (row) => `${row.place}|${row.indicator}|${yearOf(row)}`)
  return [...groups.values()]
    .map((rows) => [rows[0].place, rows[0].indicator, yearOf(rows[0]), rows.length] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]) || byYear(a[2], b[2]))
}

/** A figure that several sources state counts for each of them. */
function bySource(observations: readonly ObservationRecord[]): Holdings['bySource'] {
  const counts = new Map<string, number>()
  for (const source of observations.flatMap((row) => splitIds(row.source))) {
    counts.set(source, (counts.get(source) ?? 0) + 1)
  }
  return [...counts]
    .map(([source, count]) => ({ source, count }))
    .sort((a, b) => b.count - a.count || compare(a.source, b.source))
}

/** By the rule that the app marks by, so that this number and the marks agree. */
function countConflicts(observations: readonly ObservationRecord[], units: Units): number {
  const figures = observations.flatMap((row) => {
    const stated = statedBy(row, units)
    return stated ? [{ series: seriesKey(row), ...stated }] : []
  })
  return [...groupBy(figures, (figure) => figure.series).values()].flatMap((group) =>
    group.filter((a) => group.some((b) => disagrees(a, b))),
  ).length
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
