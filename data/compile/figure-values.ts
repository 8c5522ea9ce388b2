import type { Observation } from '../../src/model/observation.ts'
import { firstDay, lastDay, type Period } from '../../src/model/period.ts'
import type { Quantity, Unit } from '../../src/model/quantity.ts'
import type { ObservationRecord, UnitRow } from './rows.ts'

/** The row of a unit as the model's unit; a broken factor (reported) is 1. */
export function toUnit({ id, symbol_zh, symbol_en, measure, factor }: UnitRow): Unit {
  return { id, symbol: { zh: symbol_zh, en: symbol_en }, measure, factor: factor ?? 1 }
}

/** The cells of a figure that say how much, as the model's quantity; null where a cell is broken (and reported). */
export function quantityOf(
  row: Pick<ObservationRecord, 'value' | 'value_high' | 'unit' | 'bound'>,
  units: ReadonlyMap<string, UnitRow>,
): Quantity | null {
  const unit = units.get(row.unit)
  if (row.value === null || !unit) return null
  return {
    value: row.value,
    ...(row.value_high !== null && { high: row.value_high }),
    unit: toUnit(unit),
    bound: row.bound,
  }
}

/** What a row states, in the terms that the model tells disagreement by. */
type Stated = Pick<Observation, 'period' | 'event' | 'quantity'>

/** @returns null where a cell is broken (and reported). */
export function statedBy(row: ObservationRecord, units: ReadonlyMap<string, UnitRow>): Stated | null {
  const quantity = quantityOf(row, units)
  return quantity && { period: periodOf(row), event: row.event, quantity }
}

type PeriodCells = Pick<ObservationRecord, 'period_start' | 'period_end' | 'period_note'>

/** The cells of a figure that say when, as the model's period. */
export function periodOf(row: PeriodCells): Period {
  return { start: row.period_start || null, end: row.period_end || null, note: row.period_note }
}

/** First and last day of a figure's period, each '' where it is open. */
export interface Days {
  readonly first: string
  readonly last: string
}

/** Days, so that `2020` and `2020-01` to `2020-12` are the same. */
export function daysOf({ period_start: start, period_end: end }: PeriodCells): Days {
  return { first: start === '' ? '' : firstDay(start), last: end === '' ? '' : lastDay(end) }
}

/** @returns the year that the period is the whole of, or null. */
export function wholeYear(row: PeriodCells): string | null {
  const { first, last } = daysOf(row)
  const year = first.slice(0, 4)
  return year !== '' && first === `${year}-01-01` && last === `${year}-12-31` ? year : null
}
