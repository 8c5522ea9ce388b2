import { formatUnit } from '../messages/format.ts'
import { isMoney, type Quantity, type Unit } from '../model/quantity.ts'
import type { Language } from '../model/text.ts'
import type { ChartWords } from './words.ts'

/** Figures of one measure: only they share an axis. */
export interface MeasureGroup<Row> {
  readonly measure: string
  /** The unit that most rows are printed in. */
  readonly unit: Unit
  /** True where all rows are printed in `unit`: labels may then leave it to the heading. */
  readonly uniform: boolean
  readonly rows: readonly Row[]
}

/** Measures with more figures first; ties by name, so the order never depends on the input's. */
export function groupByMeasure<Row extends { readonly quantity: Quantity }>(rows: readonly Row[]): MeasureGroup<Row>[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const of = groups.get(row.quantity.unit.measure)
    if (of) of.push(row)
    else groups.set(row.quantity.unit.measure, [row])
  }
  return [...groups]
    .sort(([a, p], [b, q]) => q.length - p.length || (a < b ? -1 : 1))
    .map(([measure, of]) => ({ measure, rows: of, ...commonUnit(of.map((r) => r.quantity)) }))
}

function commonUnit(quantities: readonly Quantity[]): { unit: Unit; uniform: boolean } {
  const counts = new Map<string, { unit: Unit; n: number }>()
  for (const { unit } of quantities) counts.set(unit.id, { unit, n: (counts.get(unit.id)?.n ?? 0) + 1 })
  const ranked = [...counts.values()].sort((a, b) => b.n - a.n || b.unit.factor - a.unit.factor)
  const first = ranked[0]
  if (!first) throw new RangeError('a group of figures without a figure has no unit')
  return { unit: first.unit, uniform: ranked.length === 1 }
}

/** The unit as a heading: its symbol; English money writes its code in every label, so the heading is the code. */
export function unitName(
  unit: Unit,
  of: { readonly language: Language; readonly words: Pick<ChartWords, 'count'> },
): string {
  if (of.language === 'en' && isMoney(unit.measure)) return unit.measure.toUpperCase()
  return formatUnit(unit, of.language) || of.words.count
}
