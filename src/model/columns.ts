import type { Certainty, Role } from './observation.ts'
import { byCodeUnits } from './order.ts'
import type { ObservationRow } from './pack.ts'
import type { Bound } from './quantity.ts'
import type { Text } from './text.ts'
import {
  expectedNamesOf,
  expectedOf,
  namedWordsOf,
  namesOf,
  numbersOf,
  readExpected,
  readNamedWords,
  readNames,
  readNumbers,
  readWords,
  wordsOf,
  type Expected,
  type ExpectedNames,
  type NamedWords,
  type Names,
  type Numbers,
  type Words,
} from './words.ts'

/**
 * Many figures of one place or indicator as columns: what a row has in common with the one before it costs next to nothing, so 50,000
 * figures, which are 11 MB as rows, fit into one file that a view may wait for. Rows are sorted so that years of one series follow each
 * other. Decoding gives back the rows as they were, in that order. Whole numbers are written as `codes.ts` does.
 */
export interface Columns {
  readonly count: number
  readonly id: Ids
  readonly place: NamedWords
  readonly indicator: Words
  readonly scope: Words
  readonly role: Words<Role>
  readonly end: Words
  /** `=` where a figure starts when it ends. */
  readonly start: Words
  readonly periodNote: Words
  readonly value: Numbers
  /** Upper ends, of those rows alone whose bound is `range`. */
  readonly high: Numbers
  readonly unit: Words
  readonly bound: Words<Bound>
  readonly certainty: Words<Certainty>
  readonly event: Words
  /** Expected as with the last row of the same end: a yearbook is the source of a whole table. */
  readonly sources: ExpectedNames
  /** 1 where the row has a span. */
  readonly spanned: Words<0 | 1>
  /** Starts of those rows' spans, and by how much each is longer than what is printed: in a sound package by nothing. */
  readonly spanStart: Numbers
  readonly spanExcess: Numbers
  /** `{}` stands for the row's value, `{-}` for its upper end; a text in a list is meant to the letter. Expected as with its bound. */
  readonly printed: Expected<string | readonly [string]>
  readonly note: Words<Text | null>
  /** Numerators' and denominators' ids, after the row's first source and after its last; absent where the figures are not derived. */
  readonly parents?: readonly [numerator: Ids, denominator: Ids]
}

/** Ids that are a source's and a number, `w266-001`: by width (0: no such id); the numbers of each width; and all others. */
export interface Ids {
  readonly width: Words<number>
  /** In the order of `width.of`, without 0. */
  readonly numbers: readonly Numbers[]
  readonly other: Names
}

/** The widest numbers that ids end in, digits. */
const WIDEST = 9

/** @returns the figures as columns, whatever their order. */
export function toColumns(figures: readonly ObservationRow[]): Columns {
  const rows = [...figures].sort(inSeries)
  const spans = rows.flatMap(({ span }) => (span ? [span] : []))
  const parents = rows.flatMap((row) => (row.parents ? [row.parents] : []))
  const [firsts, lasts] = endsOf(rows.map((row) => row.sources))
  const ends = rows.map((row) => row.end ?? '')
  const bounds = rows.map((row) => row.bound)
  return {
    count: rows.length,
    id: idsOf(
      rows.map((row) => row.id),
      firsts,
    ),
    place: namedWordsOf(rows.map((row) => row.place)),
    indicator: wordsOf(rows.map((row) => row.indicator)),
    scope: wordsOf(rows.map((row) => row.scope ?? '')),
    role: wordsOf(rows.map((row) => row.role)),
    end: wordsOf(ends),
    start: wordsOf(rows.map(({ start, end }) => (start !== undefined && start === end ? '=' : (start ?? '')))),
    periodNote: wordsOf(rows.map((row) => row.periodNote ?? '')),
    value: numbersOf(rows.map((row) => row.value)),
    high: numbersOf(rows.flatMap((row) => row.high ?? [])),
    unit: wordsOf(rows.map((row) => row.unit)),
    bound: wordsOf(bounds),
    certainty: wordsOf(rows.map((row) => row.certainty)),
    event: wordsOf(rows.map((row) => row.event ?? '')),
    sources: expectedNamesOf(
      rows.map((row) => row.sources.join(';')),
      ends,
    ),
    spanned: wordsOf(rows.map((row) => (row.span ? 1 : 0))),
    spanStart: numbersOf(spans.map(([start]) => start)),
    spanExcess: numbersOf(rows.flatMap(({ span, printed }) => (span ? [span[1] - span[0] - lengthOf(printed)] : []))),
    printed: expectedOf(rows.map(patternOf), bounds),
    note: wordsOf(rows.map((row) => row.note ?? null)),
    ...(parents.length > 0 && {
      parents: [
        idsOf(
          parents.map(([numerator]) => numerator),
          firsts,
        ),
        idsOf(
          parents.map(([, denominator]) => denominator),
          lasts,
        ),
      ],
    }),
  }
}

/** @throws RangeError where the columns do not go with each other: then the file is not what it says. */
export function fromColumns(columns: Columns): ObservationRow[] {
  const { count } = columns
  const [places, indicators] = [readNamedWords(columns.place, count), readWords(columns.indicator, count)]
  const [scopes, roles] = [readWords(columns.scope, count), readWords(columns.role, count)]
  const [starts, ends] = [readWords(columns.start, count), readWords(columns.end, count)]
  const [periodNotes, units] = [readWords(columns.periodNote, count), readWords(columns.unit, count)]
  const [bounds, certainties] = [readWords(columns.bound, count), readWords(columns.certainty, count)]
  const [events, notes] = [readWords(columns.event, count), readWords(columns.note, count)]
  const sources = sourcesOf(columns.sources, ends)
  const prints = readExpected(columns.printed.met, (others) => readWords(columns.printed.others, others), bounds)
  const values = readNumbers(columns.value, count)
  const highs = highsOf(columns.high, bounds)
  const printed = prints.map((pattern, i) => fill(pattern, values[i] ?? 0, highs[i] ?? null))
  const spans = spansOf(columns, printed)
  const [firsts, lasts] = endsOf(sources)
  const ids = readIds(columns.id, firsts)
  const numerators = columns.parents ? readIds(columns.parents[0], firsts) : null
  const denominators = columns.parents ? readIds(columns.parents[1], lasts) : null
  return values.map((value, i): ObservationRow => {
    const [scope, end, periodNote, event] = [scopes[i], ends[i], periodNotes[i], events[i]]
    const [high, span, note] = [highs[i] ?? null, spans[i] ?? null, notes[i] ?? null]
    const start = starts[i] === '=' ? end : starts[i]
    return {
      id: ids[i] as string,
      place: places[i] as string,
      indicator: indicators[i] as string,
      ...(scope && { scope }),
      role: roles[i] as Role,
      ...(start && { start }),
      ...(end && { end }),
      ...(periodNote && { periodNote }),
      value,
      ...(high !== null && { high }),
      unit: units[i] as string,
      bound: bounds[i] as Bound,
      certainty: certainties[i] as Certainty,
      ...(event && { event }),
      sources: sources[i] as readonly string[],
      ...(span && { span }),
      printed: printed[i] as string,
      ...(note && { note }),
      ...(numerators && denominators && { parents: [numerators[i] as string, denominators[i] as string] as const }),
    }
  })
}

/** Series by series, each by time; the last word is the id's, so that the order is one alone. */
function inSeries(a: ObservationRow, b: ObservationRow): number {
  return (
    byCodeUnits(a.indicator, b.indicator) ||
    byCodeUnits(a.role, b.role) ||
    byCodeUnits(a.scope ?? '', b.scope ?? '') ||
    byCodeUnits(a.place, b.place) ||
    byCodeUnits(a.end ?? '', b.end ?? '') ||
    byCodeUnits(a.start ?? '', b.start ?? '') ||
    byCodeUnits(a.id, b.id)
  )
}

/** Rows of one list share it. */
function sourcesOf({ met, others }: ExpectedNames, ends: readonly string[]): readonly (readonly string[])[] {
  const lists = new Map<string, readonly string[]>()
  return readExpected(met, (count) => readNamedWords(others, count), ends).map((joined) => {
    const known = lists.get(joined)
    if (known) return known
    const list = joined.split(';')
    lists.set(joined, list)
    return list
  })
}

function highsOf(high: Numbers, bounds: readonly Bound[]): readonly (number | null)[] {
  const list = readNumbers(high, bounds.filter((bound) => bound === 'range').length)
  let at = 0
  return bounds.map((bound) => (bound === 'range' ? (list[at++] ?? null) : null))
}

function spansOf(
  { spanned, spanStart, spanExcess }: Columns,
  printed: readonly string[],
): readonly (readonly [number, number] | null)[] {
  const has = readWords(spanned, printed.length)
  const spans = has.filter((each) => each === 1).length
  const [starts, excess] = [readNumbers(spanStart, spans), readNumbers(spanExcess, spans)]
  let at = 0
  return has.map((each, i) => {
    if (each === 0) return null
    const start = starts[at] ?? 0
    return [start, start + lengthOf(printed[i] ?? '') + (excess[at++] ?? 0)] as const
  })
}

/** @returns how many code points a text has: what spans are counted in. */
function lengthOf(text: string): number {
  return [...text].length
}

/** @returns each list's first and last source */
function endsOf(lists: readonly (readonly string[])[]): readonly [readonly string[], readonly string[]] {
  return [lists.map((list) => list[0] ?? ''), lists.map((list) => list.at(-1) ?? '')]
}

/** @param sources that the ids are expected to begin with */
function idsOf(ids: readonly string[], sources: readonly string[]): Ids {
  const other: string[] = []
  const numbers = new Map<number, number[]>()
  const widths = ids.map((id, i) => {
    const source = sources[i] ?? ''
    const digits = id.startsWith(`${source}-`) ? id.slice(source.length + 1) : ''
    const width = digits.length <= WIDEST && /^\d+$/.test(digits) ? digits.length : 0
    if (width === 0) other.push(id)
    else {
      const known = numbers.get(width)
      if (known) known.push(Number(digits))
      else numbers.set(width, [Number(digits)])
    }
    return width
  })
  const width = wordsOf(widths)
  const ofWidth = width.of.flatMap((each) => (each > 0 ? [numbersOf(numbers.get(each) ?? [])] : []))
  return { width, numbers: ofWidth, other: namesOf(other) }
}

function readIds({ width, numbers, other }: Ids, sources: readonly string[]): readonly string[] {
  const widths = readWords(width, sources.length)
  const ofWidth = new Map<number, readonly number[]>()
  width.of
    .filter((each) => each > 0)
    .forEach((each, i) => {
      const count = widths.filter((one) => one === each).length
      ofWidth.set(each, readNumbers(numbers[i] ?? { plain: [] }, count))
    })
  const [others, at] = [readNames(other), new Map<number, number>()]
  return widths.map((digits, i) => {
    const turn = at.get(digits) ?? 0
    at.set(digits, turn + 1)
    if (digits > 0) return `${sources[i] ?? ''}-${String(ofWidth.get(digits)?.[turn]).padStart(digits, '0')}`
    const id = others[turn]
    if (id === undefined) throw new RangeError('ids: expected one more')
    return id
  })
}

function patternOf({ printed, value, high }: ObservationRow): string | readonly [string] {
  const lower = printed.replace(String(value), '{}')
  const pattern = high === undefined ? lower : lower.replace(String(high), '{-}')
  return fill(pattern, value, high ?? null) === printed ? pattern : [printed]
}

function fill(pattern: string | readonly [string], value: number, high: number | null): string {
  if (typeof pattern !== 'string') return pattern[0]
  const lower = pattern.replace('{}', () => String(value))
  return high === null ? lower : lower.replace('{-}', () => String(high))
}
