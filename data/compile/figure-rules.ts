import { firstDay, lastDay } from '../../src/model/period.ts'
import { highInBase, inBase, type Quantity } from '../../src/model/quantity.ts'
import { agreement } from './printed.ts'
import { boundEvidence, boundProblem } from './bounds.ts'
import { daysOf, quantityOf } from './figure-values.ts'
import { splitSymbol } from './numerals.ts'
import type { NumberToken } from './numerals.ts'
import { groupBy } from './ordering.ts'
import type { Problems } from './problems.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, SourceRow, UnitRow } from './rows.ts'
import type { SmallTables } from './tables.ts'

const FILE = 'observations.csv'

/** What the words of figures are judged by: units by id, and the symbols that may stand after a number. */
export interface FigureContext {
  readonly units: ReadonlyMap<string, UnitRow>
  readonly sources: ReadonlyMap<string, SourceRow>
  readonly symbols: readonly string[]
  /** The symbols without their 万 and 亿. */
  readonly bases: readonly string[]
}

export function figureContext({ units, sources }: Pick<SmallTables, 'units' | 'sources'>): FigureContext {
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

/**
 * Rules of one figure that need no document: periods, ranges, units, spans, the number as printed.
 * @returns the check of a row of observations.csv
 */
export function figureCheck(tables: SmallTables, problems: Problems): (row: ObservationRecord) => void {
  const context = figureContext(tables)
  const measures = new Map(tables.indicators.map((row) => [row.id, row.measure]))
  const isSound = soundPrints()
  return (row) => {
    checkPeriod(row, problems)
    checkRange(row, problems)
    checkMeasure(row, context, measures.get(row.indicator), problems)
    checkSpan(row, context, FILE, problems)
    isSound(row, isPage(row, context), () => {
      const before = problems.count
      const tokens = checkPrinted(row, context, problems)
      checkBound(row, tokens, context, null, problems)
      return problems.count === before
    })
  }
}

/** The same, as far as it goes, for figures left out on purpose. */
export function checkRejected(tables: SmallTables, problems: Problems): void {
  const context = figureContext(tables)
  for (const row of tables.rejected) {
    checkPeriod(row, problems, 'rejected.csv')
    checkSpan(row, context, 'rejected.csv', problems)
  }
}

/** Shapes of prints that are remembered as sound. */
const SHAPES = 20_000

/**
 * Reading a print takes longer than all else that is done with a figure, and tables print thousands in one shape: 超#亿元. Where a
 * print holds its row's own number as it stands, once and by itself, whether it is sound depends on the rest alone; such a shape is
 * checked once. All others are checked each time.
 */
function soundPrints(): (row: ObservationRecord, isPage: boolean, check: () => boolean) => void {
  const sound = new Set<string>()
  return (row, fromPage, check) => {
    const shape = shapeOf(row, fromPage)
    if (shape !== null && sound.has(shape)) return
    if (check() && shape !== null && sound.size < SHAPES) sound.add(shape)
  }
}

function shapeOf(row: ObservationRecord, fromPage: boolean): string | null {
  if (row.value === null || row.value_high !== null) return null
  const number = String(row.value)
  const at = row.as_printed.indexOf(number)
  const rest = row.as_printed.slice(at + number.length)
  // Beside another digit, or a separator, it is a part of some other number.
  if (at < 0 || /[\d.,]$/.test(row.as_printed.slice(0, at)) || /^[\d.,]/.test(rest) || !/^\d+(?:\.\d+)?$/.test(number))
    return null
  const kind = number.includes('.') ? '#.#' : '#'
  return [row.as_printed.slice(0, at), kind, rest, row.unit, row.bound, row.certainty, fromPage].join('|')
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

/** @returns what two figures share that stand at the same place of one document; null for those of pages. */
export function spanKey(row: ObservationRecord, sources: FigureContext['sources']): string | null {
  const document = sources.get(splitIds(row.source)[0] ?? '')?.document
  if (!document || row.span_start === null || row.span_end === null) return null
  return `${document}|${row.span_start}|${row.span_end}`
}

/** Reports a figure whose span another one has. */
export function reportSpanUsedTwice(row: Spanned, earlier: Spanned, problems: Problems): void {
  const value = `${row.span_start}–${row.span_end}`
  problems.error(
    { file: FILE, row: row.row, column: 'span_start', value },
    `与第 ${earlier.row} 行（${earlier.id}）是原文同一处 | the same place in the document as row ${earlier.row} (${earlier.id})`,
  )
}
type Spanned = Pick<ObservationRecord, 'row' | 'id' | 'span_start' | 'span_end'>

/** What two rows that are one fact have in common of what needs no reckoning. */
function subjectOf(row: ObservationRecord): string {
  const { first, last } = daysOf(row)
  return `${row.place}|${row.indicator}|${row.scope}|${row.role}|${first}|${last}`
}

/** The same quantity in base units. */
function amountOf(quantity: Quantity): string {
  return [quantity.unit.measure, quantity.bound, inBase(quantity), highInBase(quantity)].join('|')
}

/**
 * A fact has one row, which names all its sources: two rows would be counted, and drawn, as two. Two rows are one fact where subject,
 * days and quantity in base units are the same.
 * @param observations in the order of rows; all of the places that they are of
 */
export function checkStatedTwice(
  observations: readonly ObservationRecord[],
  { units }: Pick<FigureContext, 'units'>,
  problems: Problems,
): void {
  for (const rows of groupBy(observations, subjectOf).values()) {
    if (rows.length < 2) continue
    const rowsOf = new Map<string, ObservationRecord[]>()
    for (const row of rows) {
      const quantity = quantityOf(row, units)
      if (!quantity) continue
      const amount = amountOf(quantity)
      const earlier = rowsOf.get(amount) ?? []
      const twin = earlier.find((each) => isSameFact(each, row))
      rowsOf.set(amount, [...earlier, row])
      if (twin) reportStatedTwice(row, twin, problems)
    }
  }
}

function reportStatedTwice(row: ObservationRecord, twin: ObservationRecord, problems: Problems): void {
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
