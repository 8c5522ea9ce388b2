import { byCodeUnits } from './order.ts'

/** An ISO 8601 date at the precision stated: `2020`, `2018-07`, `2020-03-31`. */
export type PartialDate = string

/**
 * When a figure holds. A year has both ends the same (`2020`, `2020`); a deadline has an end only; a figure "since" has a
 * start only; unknown has neither and is never guessed.
 */
export interface Period {
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** The printed words that settle the period or leave it open. */
  readonly note: string
}

export type PeriodKind = 'unknown' | 'deadline' | 'since' | 'span'

/** A range of whole years, both included. */
export interface Years {
  readonly from: number
  readonly to: number
}

const PARTIAL_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** @returns whether `text` is a year, month or day that exists in the calendar. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  return day === undefined || Number(day) <= daysInMonth(Number(year), Number(month))
}

/** @throws RangeError if `date` is no partial date. */
export function yearOf(date: PartialDate): number {
  if (!isPartialDate(date))
    throw new RangeError(`not a date: ${JSON.stringify(date)}, expected 2020, 2020-07 or 2020-07-31`)
  return Number(date.slice(0, 4))
}

/** @returns the first day covered, as `YYYY-MM-DD`: text order is time order. */
export function firstDay(date: PartialDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** @returns the last day covered, as `YYYY-MM-DD`. */
export function lastDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))).padStart(2, '0')}`
}

export function periodKind(period: Period): PeriodKind {
  if (period.start === null) return period.end === null ? 'unknown' : 'deadline'
  return period.end === null ? 'since' : 'span'
}

/**
 * The year that a figure stands at on the timeline and under a time filter: the one its period ends in, for an open-ended
 * period the one it starts in. One rule for counting and for drawing, so the timeline's bars and the map agree.
 * @returns null where the period is unknown.
 */
export function anchorYear(period: Period): number | null {
  const date = period.end ?? period.start
  return date === null ? null : yearOf(date)
}

/** @returns whether a figure is shown under the time filter; `null` filters nothing. Figures of unknown period show only unfiltered. */
export function isWithin(period: Period, years: Years | null): boolean {
  if (years === null) return true
  const year = anchorYear(period)
  return year !== null && year >= years.from && year <= years.to
}

/** Two known periods share a day; such figures are never added nor joined by a line. Unknown periods overlap nothing that is known. */
export function overlaps(a: Period, b: Period): boolean {
  if (periodKind(a) === 'unknown' || periodKind(b) === 'unknown') return false
  const aStart = firstDay(a.start ?? a.end ?? '')
  const bStart = firstDay(b.start ?? b.end ?? '')
  const aEnd = a.end === null ? '9999-12-31' : lastDay(a.end)
  const bEnd = b.end === null ? '9999-12-31' : lastDay(b.end)
  return aStart <= bEnd && bStart <= aEnd
}

/** The day that decides "latest": the last day covered, for an open-ended period the first; unknown sorts before everything. */
export function endDay(period: Period): string {
  if (period.end !== null) return lastDay(period.end)
  return period.start === null ? '' : firstDay(period.start)
}

/** By the day they end (`endDay`), ascending: unknown ones first. */
export function byEnd(a: Period, b: Period): number {
  return byCodeUnits(endDay(a), endDay(b))
}

/** @returns whether both cover the same days, however they are written: `2020` is `2020-01` to `2020-12`. Unknown is the same as nothing. */
export function samePeriod(a: Period, b: Period): boolean {
  const day = (date: PartialDate | null, edge: (date: PartialDate) => string) => (date === null ? null : edge(date))
  return (
    periodKind(a) !== 'unknown' &&
    day(a.start, firstDay) === day(b.start, firstDay) &&
    day(a.end, lastDay) === day(b.end, lastDay)
  )
}

function daysInMonth(year: number, month: number): number {
  // Day 0 of the next month is the last of this one. UTC: the machine's zone must not shift it. The calendar repeats every 400
  // years; `Date.UTC` takes the years 0–99 for 1900–1999.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

/** A day as a fraction of years: 2020-07-01 → 2020.4973. `after`: the end of the day. */
export function yearPosition(day: string, after: boolean): number {
  const year = Number(day.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  const at = Date.UTC(year, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) + (after ? 86_400_000 : 0)
  return year + (at - start) / (Date.UTC(year + 1, 0, 1) - start)
}
