import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse as parseStream, type Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Problems } from './problems.ts'

/** A data row: its cells in the order of the columns asked for, raw, and the number a spreadsheet shows beside it. */
export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
}

// Blank lines stay in as records: dropping them here would shift the row numbers that the clerk sees.
const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** Bytes read at a time from a file that is streamed. */
const CHUNK = 1 << 20

/**
 * Reads a CSV as spreadsheets save it: BOM, CRLF, LF or CR, quoted line breaks, blank lines, trailing blank columns and rows.
 * Columns may stand in any order; unknown, missing and duplicate ones are errors, and so is a value in a column without a name.
 * @returns the rows that are not blank; none where the header or the quoting is broken.
 */
export function readCsv(bytes: Uint8Array, file: string, columns: readonly string[], problems: Problems): CsvRow[] {
  if (!isUtf8(bytes)) {
    reportEncoding(file, problems)
    return []
  }
  // All of them before the first is looked at: a file that breaks off has one problem, and what its rows hold is not known.
  const records: (readonly string[])[] = []
  try {
    parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      readingEach((record) => records.push(record)),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reportQuotes(error, { file, row: records.length + 1 }, problems)
    return []
  }
  const reader = new RowReader(file, columns, problems)
  const rows = records.flatMap((record) => reader.take(record) ?? [])
  reader.end()
  return rows
}

/**
 * The same for a file of any size, row by row: it is never in memory as a whole. Where its quoting is broken, the rows before come
 * first.
 * @returns whether the file could be read to its end
 */
export async function streamCsv(
  path: string,
  file: string,
  columns: readonly string[],
  problems: Problems,
  visit: (row: CsvRow) => void,
): Promise<boolean> {
  if (!(await isFileUtf8(path, file, problems))) return false
  const reader = new RowReader(file, columns, problems)
  const parser = parseStream(
    readingEach((record) => {
      const row = reader.take(record)
      if (row) visit(row)
    }),
  )
  // Nothing comes out of it, and its end is not held up by that.
  parser.resume()
  try {
    await pipeline(createReadStream(path, { highWaterMark: CHUNK }), parser)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reportQuotes(error, { file, row: reader.next }, problems)
    return false
  }
  reader.end()
  return true
}

/** @returns options by which `take` gets each record as it is read, and the broken one's predecessors before the error */
function readingEach(take: (record: readonly string[]) => void): Options {
  return {
    ...OPTIONS,
    on_record: (record: string[]) => {
      take(record)
      return null
    },
  }
}

/** Makes rows of records: the first that is not blank is the header. */
class RowReader {
  private readonly file: string
  private readonly columns: readonly string[]
  private readonly problems: Problems
  private row = 0
  /** Null before the header; empty where it is not sound, and then nothing more is read. */
  private header: readonly string[] | null = null
  /** Where in a record the columns stand. */
  private places: readonly number[] = []
  private isInOrder = false

  constructor(file: string, columns: readonly string[], problems: Problems) {
    this.file = file
    this.columns = columns
    this.problems = problems
  }

  /** The number of the row that comes next. */
  get next(): number {
    return this.row + 1
  }

  /** @returns the row of the file's next record; null for the header, for a blank one, and for all under a broken header. */
  take(record: readonly string[]): CsvRow | null {
    this.row += 1
    if (isBlank(record)) return null
    if (this.header === null) {
      this.readHeader(record)
      return null
    }
    return this.header.length === 0 ? null : { row: this.row, cells: this.cellsOf(record, this.header) }
  }

  /** To be called after the last record: a file without a header has no columns. */
  end(): void {
    if (this.header !== null) return
    this.row = 1
    this.readHeader([])
  }

  private readHeader(record: readonly string[]): void {
    const header = record.map((name) => name.normalize('NFKC').trim())
    this.header = isHeaderSound(header, this.columns, { file: this.file, row: this.row }, this.problems) ? header : []
    this.places = this.columns.map((name) => header.indexOf(name))
    this.isInOrder = header.join() === this.columns.join()
  }

  private cellsOf(record: readonly string[], header: readonly string[]): readonly string[] {
    if (this.isInOrder && record.length === this.columns.length) return record
    for (let at = 0; at < record.length; at++) {
      const value = record[at] ?? ''
      if ((header[at] ?? '') !== '' || value.trim() === '') continue
      const column = `第${at + 1}列`
      this.problems.error(
        { file: this.file, row: this.row, column, value },
        `这一列没有列名，请清空或检查是否多了逗号 | column ${at + 1} has no name: clear the cell, or look for a comma too many`,
      )
    }
    return this.places.map((place) => record[place] ?? '')
  }
}

/** Reads the file through once: whether it is UTF-8 must be known before the first row is believed. */
async function isFileUtf8(path: string, file: string, problems: Problems): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      decoder.decode(chunk as Uint8Array, { stream: true })
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) reportEncoding(file, problems)
    else problems.error({ file }, '找不到文件 | file not found')
    return false
  }
}

function reportEncoding(file: string, problems: Problems): void {
  problems.error({ file }, '文件不是 UTF-8 编码，请另存为“CSV UTF-8” | the file is not UTF-8: save it as "CSV UTF-8"')
}

function reportQuotes(error: CsvError, at: { file: string; row: number }, problems: Problems): void {
  problems.error(
    at,
    `引号不成对或位置不对，整个文件无法读取 | quotes are not paired or stand in the wrong place; the file cannot be read (${error.code})`,
  )
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '')
}

function isHeaderSound(
  header: readonly string[],
  columns: readonly string[],
  at: { file: string; row: number },
  problems: Problems,
): boolean {
  const before = problems.all.length
  const seen = new Set<string>()
  for (const name of header) {
    if (name === '') continue
    if (seen.has(name)) problems.error({ ...at, column: name }, '列名重复 | duplicate column')
    else if (!columns.includes(name))
      problems.error({ ...at, column: name }, `不认识的列 | unknown column; columns: ${columns.join(', ')}`)
    seen.add(name)
  }
  for (const name of columns) {
    if (!seen.has(name)) problems.error({ ...at, column: name }, '缺少这一列 | missing column')
  }
  return problems.all.length === before
}
