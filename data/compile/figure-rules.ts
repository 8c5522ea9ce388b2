import { firstDay, lastDay } from '../../src/model/period.ts'
import { highInBase, inBase, type Quantity } from '../../src/model/quantity.ts'
import { agreement } from './printed.ts'
import { boundEvidence, boundProblem } from './bounds.ts'
import { daysOf, quantityOf } from './figure-values.ts'
import { splitSymbol } from './numerals.ts'
import type { NumberToken } from './numerals.ts'
import type { Problems } from './problems.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, SourceRow, Tables, UnitRow } from './rows.ts'

const FILE = 'observations.csv'

/** What the words of figures are judged by: units by id, and the symbols that may stand after a number. */
export interface FigureContext {
  readonly units: ReadonlyMap<string, UnitRow>
  readonly sources: ReadonlyMap<string, SourceRow>
  readonly symbols: readonly string[]
  /** The symbols without their 万 and 亿. */
  readonly bases: readonly string[]
}

export function figureContext({ units, sources }: Tables): FigureContext {
  const symbols = [...new Set(units.map((unit) => unit.symbol_zh))]
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    sources: new Map(sources.map((source) => [source.id, source])),
    symbols,
    // 亿元 and 元, 平米 for 平方米: what may stand between a number and 以上, whatever the row's own unit is called.
    bases: [
      ...new Set([
        ...symbols.flatMap((symbol) => [
          symbol,
          splitSymbol(symbol).base,
          splitSymbol(symbol).base.replace(/^个(?=.)/, ''),
        ]),
        '平米',
      ]),
    ],
  }
}

/** Rules of figures that need no document: periods, ranges, units, spans, the number as printed, double entries. */
export function checkFigures(tables: Tables, problems: Problems): void {
  const context = figureContext(tables)
  const measures = new Map(tables.indicators.map((row) => [row.id, row.measure]))
  for (const row of tables.observations) {
    checkPeriod(row, problems)
    checkRange(row, problems)
    checkMeasure(row, context, measures.get(row.indicator), problems)
    checkSpan(row, context, FILE, problems)
    const tokens = checkPrinted(row, context, problems)
    checkBound(row, tokens, context, null, problems)
  }
  for (const row of tables.rejected) {
    checkPeriod(row, problems, 'rejected.csv')
    checkSpan(row, context, 'rejected.csv', problems)
  }
  checkSpansUsedTwice(tables, context, problems)
  checkStatedTwice(tables.observations, context, problems)
}

function checkPeriod(row: ObservationRecord, problems: Problems, file = FILE): void {
  const { period_start: start, period_end: end } = row
  if (start !== '' && end !== '' && lastDay(end) < firstDay(start)) {
    problems.error(
      { file, row: row.row, column: 'period_end', value: end },
      `不应早于 period_start（${start}） | expected no earlier than period_start, ${start}`,
    )
  }
}

function checkRange(row: ObservationRecord, problems: Problems): void {
  const at = { file: FILE, row: row.row, column: 'value_high', value: row.value_high }
  if (row.bound === 'range' && row.value_high === null)
    problems.error({ ...at, value: '' }, 'bound 为 range 时必填 | required where the bound is range')
  if (row.bound !== 'range' && row.value_high !== null)
    problems.error(at, '只有 bound 为 range 时才填 | only where the bound is range')
  if (row.value !== null && row.value_high !== null && row.value_high <= row.value) {
    problems.error(at, `应大于 value（${row.value}） | expected more than the value, ${row.value}`)
  }
}

function checkMeasure(
  row: ObservationRecord,
  { units }: FigureContext,
  measure: string | undefined,
  problems: Problems,
): void {
  const unit = units.get(row.unit)
  if (!unit || measure === undefined || measure === unit.measure) return
  problems.error(
    { file: FILE, row: row.row, column: 'unit', value: row.unit },
    `单位的计量是 ${unit.measure}，而指标 ${row.indicator} 的是 ${measure} | the unit measures ${unit.measure}, the indicator ${row.indicator} is in ${measure}`,
  )
}

function checkSpan(row: ObservationRecord, { sources }: FigureContext, file: string, problems: Problems): void {
  const source = sources.get(splitIds(row.source)[0] ?? '')
  if (!source) return
  const { span_start: start, span_end: end } = row
  const at = { file, row: row.row, column: 'span_start', value: start ?? '' }
  if (source.document === '') {
    if (start !== null || end !== null)
      problems.error(
        at,
        '来源是网页，没有位置：请清空 span_start 和 span_end | the source is a page: leave span_start and span_end empty',
      )
    return
  }
  if (row.as_printed === '')
    problems.error(
      { ...at, column: 'as_printed', value: '' },
      '来源有原文文件时必填 | required where the source has a document',
    )
  if (start === null || end === null) {
    problems.error(
      at,
      '来源有原文文件时，span_start 和 span_end 必填 | span_start and span_end are required where the source has a document',
    )
    return
  }
  if (end <= start) {
    problems.error(
      { ...at, column: 'span_end', value: end },
      `应大于 span_start（${start}） | expected more than span_start, ${start}`,
    )
  }
  if (row.as_printed !== '' && row.as_printed !== row.as_printed.trim()) {
    problems.error(
      { ...at, column: 'as_printed', value: row.as_printed },
      '首尾不应有空格或换行 | no spaces or line breaks at its ends',
    )
  }
}

function isPage(row: ObservationRecord, { sources }: FigureContext): boolean {
  return sources.get(splitIds(row.source)[0] ?? '')?.document === ''
}

/** @returns the row's numbers in the figure as printed; none where they disagree (and that is reported) or nothing is printed. */
function checkPrinted(row: ObservationRecord, context: FigureContext, problems: Problems): readonly NumberToken[] {
  const unit = context.units.get(row.unit)
  if (row.as_printed === '' || row.value === null || !unit) return []
  const stated = {
    value: row.value,
    high: row.value_high,
    unit,
    converted: row.certainty === 'converted',
    fromPage: isPage(row, context),
  }
  const result = agreement(row.as_printed, stated, context.symbols)
  if ('tokens' in result) return result.tokens
  problems.error(
    { file: FILE, row: row.row, column: result.column, value: result.column === 'unit' ? row.unit : row.value },
    result.message,
  )
  return []
}

/** @param around the document's text before and after the span, or null where it is not at hand. */
export function checkBound(
  row: ObservationRecord,
  tokens: readonly NumberToken[],
  { bases }: FigureContext,
  around: { readonly before: string; readonly after: string } | null,
  problems: Problems,
): void {
  const token = tokens[0]
  if (!token || tokens.length > 1) return
  const evidence = boundEvidence(row.as_printed, token, bases, around ?? undefined)
  const message = boundProblem(row.bound, evidence, around !== null)
  if (message) problems.error({ file: FILE, row: row.row, column: 'bound', value: row.bound }, message)
}

function checkSpansUsedTwice({ observations }: Tables, { sources }: FigureContext, problems: Problems): void {
  const first = new Map<string, ObservationRecord>()
  for (const row of observations) {
    const document = sources.get(splitIds(row.source)[0] ?? '')?.document
    if (!document || row.span_start === null || row.span_end === null) continue
    const key = `${document}|${row.span_start}|${row.span_end}`
    const earlier = first.get(key)
    if (!earlier) first.set(key, row)
    else {
      const value = `${row.span_start}–${row.span_end}`
      problems.error(
        { file: FILE, row: row.row, column: 'span_start', value },
        `与第 ${earlier.row} 行（${earlier.id}）是原文同一处 | the same place in the document as row ${earlier.row} (${earlier.id})`,
      )
    }
  }
}

/** Two rows are one fact where all of this is the same; the same quantity in base units, the same period in days. */
function factOf(row: ObservationRecord, quantity: Quantity): string {
  const { first, last } = daysOf(row)
  return [
    ...[row.place, row.indicator, row.scope, row.role, first, last],
    ...[quantity.unit.measure, quantity.bound, inBase(quantity), highInBase(quantity)],
  ].join('|')
}

/** A fact has one row, which names all its sources: two rows would be counted, and drawn, as two. */
function checkStatedTwice(
  observations: readonly ObservationRecord[],
  { units }: FigureContext,
  problems: Problems,
): void {
  const rowsOf = new Map<string, ObservationRecord[]>()
  for (const row of observations) {
    const quantity = quantityOf(row, units)
    if (!quantity) continue
    const fact = factOf(row, quantity)
    const earlier = rowsOf.get(fact) ?? []
    rowsOf.set(fact, [...earlier, row])
    const twin = earlier.find((each) => isSameFact(each, row))
    if (!twin) continue
    const sources = [...new Set([...splitIds(twin.source), ...splitIds(row.source)])].join(';')
    const shared = sharesSource(twin, row)
    problems.error(
      { file: FILE, row: row.row, column: 'id', value: row.id },
      [
        `与第 ${twin.row} 行（${twin.id}）说的是同一件事${shared ? '' : `：应合为一行，来源写 ${sources}`}`,
        `states the same fact as row ${twin.row} (${twin.id})${shared ? '' : `: expected one row with the sources ${sources}`}`,
      ].join(' | '),
    )
  }
}

function isSameFact(a: ObservationRecord, b: ObservationRecord): boolean {
  // One source says a thing once: an event left out is an oversight, two events are two things.
  if (sharesSource(a, b)) return a.event === b.event || a.event === '' || b.event === ''
  // What two sources mean by “last year” is known to be one year only where they print the same words.
  const isDated = a.period_start !== '' || a.period_end !== ''
  return a.event === b.event && (isDated || a.period_note === b.period_note)
}

function sharesSource(a: ObservationRecord, b: ObservationRecord): boolean {
  const sources = splitIds(a.source)
  return splitIds(b.source).some((id) => sources.includes(id))
}
