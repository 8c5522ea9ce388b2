import { createReadStream } from 'node:fs'
import { CsvError, parse as parseStream } from 'csv-parse'
import type { Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Problems } from './problems.ts'

/** A data row: its cells by column name, raw, and the number a spreadsheet shows beside it. */
export interface CsvRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
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
  const text = decodeUtf8(bytes, file, problems)
  const records = text === null ? null : splitRecords(text, file, problems)
  if (!records) return []
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
  if (!(await isUtf8(path, file, problems))) return false
  const reader = new RowReader(file, columns, problems)
  const records = createReadStream(path, { highWaterMark: CHUNK }).pipe(parseStream(OPTIONS))
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      const row = reader.take(record)
      if (row) visit(row)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reportQuotes(error, file, problems)
    return false
  }
  reader.end()
  return true
}

/** Makes rows of records: the first that is not blank is the header. */
class RowReader {
  private readonly file: string
  private readonly columns: readonly string[]
  private readonly problems: Problems
  private readonly blank: Readonly<Record<string, string>>
  private row = 0
  /** Null before the header; empty where it is not sound, and then nothing more is read. */
  private header: readonly string[] | null = null

  constructor(file: string, columns: readonly string[], problems: Problems) {
    this.file = file
    this.columns = columns
    this.problems = problems
    this.blank = Object.fromEntries(columns.map((name) => [name, '']))
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
  }

  private cellsOf(record: readonly string[], header: readonly string[]): Record<string, string> {
    const cells = { ...this.blank }
    for (let at = 0; at < record.length; at++) {
      const name = header[at]
      const value = record[at] ?? ''
      if (name) cells[name] = value
      else if (value.trim() !== '') {
        const column = `第${at + 1}列`
        this.problems.error(
          { file: this.file, row: this.row, column, value },
          `这一列没有列名，请清空或检查是否多了逗号 | column ${at + 1} has no name: clear the cell, or look for a comma too many`,
        )
      }
    }
    return cells
  }
}

function decodeUtf8(bytes: Uint8Array, file: string, problems: Problems): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    reportEncoding(file, problems)
    return null
  }
}

/** Reads the file through once: whether it is UTF-8 must be known before the first row is believed. */
async function isUtf8(path: string, file: string, problems: Problems): Promise<boolean> {
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

function splitRecords(text: string, file: string, problems: Problems): string[][] | null {
  try {
    return parse(text, OPTIONS)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reportQuotes(error, file, problems)
    return null
  }
}

function reportQuotes(error: CsvError, file: string, problems: Problems): void {
  const row = typeof error.records === 'number' ? error.records + 1 : null
  problems.error(
    { file, row },
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
