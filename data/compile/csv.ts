import { CsvError, parse } from 'csv-parse/sync'
import type { Problems } from './problems.ts'

/** A data row: its cells by column name, raw, and the number a spreadsheet shows beside it. */
export interface CsvRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Reads a CSV as spreadsheets save it: BOM, CRLF, LF or CR, quoted line breaks, blank lines, trailing blank columns and rows.
 * Columns may stand in any order; unknown, missing and duplicate ones are errors, and so is a value in a column without a name.
 * @returns the rows that are not blank; none where the header or the quoting is broken.
 */
export function readCsv(bytes: Uint8Array, file: string, columns: readonly string[], problems: Problems): CsvRow[] {
  const text = decodeUtf8(bytes, file, problems)
  const records = text === null ? null : splitRecords(text, file, problems)
  if (!records) return []
  const headerAt = records.findIndex((record) => !isBlank(record))
  const header = records[headerAt]?.map((name) => name.normalize('NFKC').trim()) ?? []
  if (!isHeaderSound(header, columns, { file, row: Math.max(headerAt, 0) + 1 }, problems)) return []

  const rows: CsvRow[] = []
  records.forEach((record, index) => {
    if (index <= headerAt || isBlank(record)) return
    const cells: Record<string, string> = Object.fromEntries(columns.map((name) => [name, '']))
    record.forEach((value, at) => {
      const name = header[at]
      if (name) cells[name] = value
      else if (value.trim() !== '') {
        const column = `第${at + 1}列`
        problems.error(
          { file, row: index + 1, column, value },
          `这一列没有列名，请清空或检查是否多了逗号 | column ${at + 1} has no name: clear the cell, or look for a comma too many`,
        )
      }
    })
    rows.push({ row: index + 1, cells })
  })
  return rows
}

function decodeUtf8(bytes: Uint8Array, file: string, problems: Problems): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    problems.error({ file }, '文件不是 UTF-8 编码，请另存为“CSV UTF-8” | the file is not UTF-8: save it as "CSV UTF-8"')
    return null
  }
}

function splitRecords(text: string, file: string, problems: Problems): string[][] | null {
  try {
    // Blank lines stay in as records: dropping them here would shift the row numbers that the clerk sees.
    return parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error.records === 'number' ? error.records + 1 : null
    problems.error(
      { file, row },
      `引号不成对或位置不对，整个文件无法读取 | quotes are not paired or stand in the wrong place; the file cannot be read (${error.code})`,
    )
    return null
  }
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
