import { createReadStream } from 'node:fs'
import { parse, type Options } from 'csv-parse/sync'

// Blank lines stay in as records: dropping them here would shift the row numbers that the clerk sees.
const OPTIONS: Options = { relax_column_count: true, skip_empty_lines: false, record_delimiter: ['\r\n', '\n', '\r'] }

const [LF, CR, QUOTE] = ['\n', '\r', '"'].map((sign) => sign.charCodeAt(0)) as [number, number, number]
const BOM = Buffer.from('\uFEFF')

/** Bytes read at a time from a file that is streamed. */
export const CHUNK = 1 << 20
/** Bytes after which a quote that stays open is taken for one that is never closed, so that no file is held as a whole. */
const LONGEST = 1 << 24

/**
 * Splits CSV into records as csv-parse does, to the letter, and some ten times as fast: nearly all lines of a large table are cells
 * between commas, at most in quotes. From the first line that is anything else, the library reads.
 * @param bytes sound UTF-8 that begins and ends where a record does
 * @param take gets the cells of each record, and the broken one's predecessors before the error
 * @throws CsvError for quotes that are not paired or stand in the wrong place
 */
export function splitRecords(bytes: Buffer, take: (record: readonly string[]) => void): void {
  const [hasReturns, hasQuotes] = [bytes.includes(CR), bytes.includes(QUOTE)]
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(LF, at)
    const end = found < 0 ? bytes.length : found
    // One by one: a cell keeps the text that it is a part of in memory, and may well be kept itself.
    const text = bytes.toString('utf8', at, end)
    const lines = hasReturns ? linesIn(text) : [text]
    const records = lines.map((line) => (hasQuotes && line.includes('"') ? quotedCells(line) : line.split(',')))
    if (records.includes(null)) return splitOdd(bytes.subarray(at), take)
    for (const record of records) if (record) take(record)
    at = end + 1
  }
}

/** @param text up to a line feed: a return before it belongs to it, all others end records of their own */
function linesIn(text: string): string[] {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text
  return line.split('\r')
}

/** @returns the cells of a line, some of them in quotes; null where a quote goes on in the next line, or is not as it should be */
function quotedCells(line: string): string[] | null {
  const cells: string[] = []
  for (let at = 0; ;) {
    const isQuoted = line[at] === '"'
    const end = isQuoted ? endOfQuotes(line, at) : endOfCell(line, at)
    if (end === null) return null
    cells.push(isQuoted ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end))
    if (end === line.length) return cells
    at = end + 1
  }
}

function endOfCell(line: string, at: number): number | null {
  const comma = line.indexOf(',', at)
  const end = comma < 0 ? line.length : comma
  const quote = line.indexOf('"', at)
  return quote < 0 || quote > end ? end : null
}

function endOfQuotes(line: string, at: number): number | null {
  let quote = line.indexOf('"', at + 1)
  while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2)
  if (quote < 0) return null
  const end = quote + 1
  return end === line.length || line[end] === ',' ? end : null
}

function splitOdd(bytes: Buffer, take: (record: readonly string[]) => void): void {
  parse(bytes, {
    ...OPTIONS,
    on_record: (record: string[]) => {
      take(record)
      return null
    },
  })
}

/** @returns the file in parts that end where a record does; the last one ends with the file */
export async function* partsOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const found = endOfRecords(bytes)
    const end = found === 0 && bytes.length > LONGEST ? bytes.length : found
    rest = bytes.subarray(end)
    if (end === 0) continue
    yield isFirst ? withoutBom(bytes.subarray(0, end)) : bytes.subarray(0, end)
    isFirst = false
  }
  if (rest.length > 0) yield isFirst ? withoutBom(rest) : rest
}

/** Spreadsheets begin a file with the sign that it is UTF-8. */
export function withoutBom(bytes: Buffer): Buffer {
  return bytes.subarray(0, BOM.length).equals(BOM) ? bytes.subarray(BOM.length) : bytes
}

/** @returns after which byte the last record ends of which that is certain; 0 where none does */
function endOfRecords(bytes: Buffer): number {
  let quotes = 0
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) quotes += 1
  // From the end back, to a line's end with paired quotes before it. A return at the very end may have its line feed in the next chunk.
  for (let at = bytes.length - 1; at >= 0; at--) {
    if (bytes[at] === QUOTE) quotes -= 1
    else if (quotes % 2 === 0 && (bytes[at] === LF || (bytes[at] === CR && at < bytes.length - 1))) return at + 1
  }
  return 0
}
