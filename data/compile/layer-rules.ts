import { firstDay, lastDay } from '../../src/model/period.ts'
import { daysOf, wholeYear } from './figure-values.ts'
import { coveredMonths, narrowingClause } from './note-words.ts'
import type { Problems } from './problems.ts'
import { splitIds } from './rules.ts'
import type { EventRow, IndicatorRow, ObservationRecord, SourceRow } from './rows.ts'
import type { SmallTables } from './tables.ts'

const FILE = 'observations.csv'

/**
 * Rules that came with figures from web pages: many sources for one place, each with its own months, narrowings and events, and no
 * document to hold them against. They hold for all figures.
 * @returns the check of a row of observations.csv
 */
export function layerCheck(tables: SmallTables, problems: Problems): (row: ObservationRecord) => void {
  const events = new Map(tables.events.map((event) => [event.id, event]))
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]))
  const sources = new Map(tables.sources.map((source) => [source.id, source]))
  return (row) => {
    checkPartOfYear(row, problems)
    checkNarrowed(row, indicators.get(row.indicator), problems)
    checkParaphrased(row, sources, problems)
    checkEventDate(row, events.get(row.event), problems)
  }
}

/** A half-year stored as a year would be joined with whole years by a line, and look like a fall by half. */
function checkPartOfYear(row: ObservationRecord, problems: Problems): void {
  const year = wholeYear(row)
  // A target for a year may well be explained by its half-years.
  if (year === null || row.role === 'target') return
  for (const column of ['period_note', 'note', 'as_printed'] as const) {
    const months = coveredMonths(row[column], year, column === 'as_printed')
    if (!months) continue
    const [from, to] = [months.from, months.to].map((month) => `${year}-${String(month).padStart(2, '0')}`)
    problems.error(
      { file: FILE, row: row.row, column, value: row[column] },
      `“${months.words}”只是 ${year} 年的几个月，而期间是全年：period_start 应为 ${from}，period_end 应为 ${to} | “${months.words}” is some months of ${year}, but the period is the whole year: expected period_start ${from}, period_end ${to}`,
    )
    return
  }
}

function checkNarrowed(row: ObservationRecord, indicator: IndicatorRow | undefined, problems: Problems): void {
  if (row.scope !== '') return
  const clause = narrowingClause(row.note, row.role, indicator)
  if (clause === null) return
  problems.error(
    { file: FILE, row: row.row, column: 'scope', value: row.scope },
    `说明写着“${clause}”，比指标窄，而口径是空的：应为 scopes.csv 中的 id | the note says “${clause}”, which narrows the figure: expected an id of scopes.csv`,
  )
}

/** DESIGN: what is not in the source's own words stays out, unless a second source says the same. */
function checkParaphrased(row: ObservationRecord, sources: ReadonlyMap<string, SourceRow>, problems: Problems): void {
  if (row.certainty !== 'paraphrased') return
  // Two ids of one page are one source.
  const pages = new Set(
    splitIds(row.source).map((id) => {
      const url = sources.get(id)?.url ?? ''
      return url === '' ? id : url
    }),
  )
  if (pages.size > 1) return
  problems.error(
    { file: FILE, row: row.row, column: 'certainty', value: row.certainty },
    '措辞不是原文的数字，要有另一个来源印证：source 应为两个来源，用 ; 分隔，或移入 rejected.csv | a figure not in its source’s own words needs a second source that agrees: expected two sources separated by ;, or the row in rejected.csv',
  )
}

/** Compared at the event's precision: an event of 2024-09 and a figure of 2024-09-20 agree. */
function checkEventDate(row: ObservationRecord, event: EventRow | undefined, problems: Problems): void {
  const { first, last } = daysOf(row)
  if (!event || event.date === '' || (first === '' && last === '')) return
  const isBefore = first !== '' && lastDay(event.date) < first
  const isAfter = last !== '' && firstDay(event.date) > last
  if (!isBefore && !isAfter) return
  const period = `${row.period_start}–${row.period_end}`
  problems.error(
    { file: FILE, row: row.row, column: 'period_start', value: row.period_start },
    `活动 ${event.id} 的日期是 ${event.date}，不在期间 ${period} 之内：应为包含它的期间 | the event ${event.id} is dated ${event.date}, outside ${period}: expected a period that holds it`,
  )
}

/** A page has no document to check against: who stands behind it is all that a reader can judge it by. */
export function checkPublisher(source: SourceRow, problems: Problems): void {
  if (source.url === '' || source.document !== '' || source.publisher !== '') return
  problems.error(
    { file: 'sources.csv', row: source.row, column: 'publisher', value: '' },
    '网页来源必填：发布单位，如 上海市统计局 | required for a page: expected its publisher, such as 上海市统计局',
  )
}
