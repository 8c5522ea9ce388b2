import writeExcelFile, { type Cell as SheetCell, type Feature, type Row } from 'write-excel-file/browser'
import type { Bound } from '../model/quantity.ts'
import { colophon, type Carried, type ExportAtlas } from './carry.ts'
import { figureColumns, type Cell } from './columns.ts'
import type { Exhibit } from './exhibit.ts'

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EEF6', align: 'left', wrap: true } as const
/** Excel takes no longer text in a cell, and no longer name of a sheet. */
const LONGEST_CELL = 32_767
const LONGEST_NAME = 31
/** Characters that no XML file may hold: one of them, and the workbook would not open. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

/**
 * A workbook: the figures with typed cells, the table shown (if any), and a sheet with sources and everything that explains the
 * figures. Numbers are numbers; text that looks like a formula stays text, since its cells are typed as text.
 */
export async function toXlsx(exhibit: Exhibit, carried: Carried, atlas: ExportAtlas): Promise<Blob> {
  const { sheets } = atlas.words.export
  const columns = figureColumns(atlas)
  const figures = {
    sheet: sheets.figures.slice(0, LONGEST_NAME),
    data: [
      headRow(columns.map((c) => c.heading)),
      ...exhibit.figures.map((o) => columns.map((c) => cell(c.cellOf(o)))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }
  const table = exhibit.table && {
    sheet: sheets.table.slice(0, LONGEST_NAME),
    data: [headRow(exhibit.table.columns), ...exhibit.table.rows.map((row) => row.map(cell))],
    columns: exhibit.table.columns.map((_, i) => ({ width: i === 0 ? 22 : 16 })),
    stickyRowsCount: 1,
  }
  const notes = {
    sheet: sheets.notes.slice(0, LONGEST_NAME),
    data: notesRows(carried, atlas),
    columns: [{ width: 22 }, { width: 60 }, { width: 24 }, { width: 12 }, { width: 40 }, { width: 10 }],
  }
  const all = [...(table ? [table] : []), ...(exhibit.figures.length > 0 || !table ? [figures] : []), notes]
  const filtered = new Map([table, figures].flatMap((sheet) => (sheet ? [[sheet.sheet, rangeOf(sheet.data)]] : [])))
  const options = { fontFamily: 'Microsoft YaHei', fontSize: 10, features: [filters(filtered)] }
  return writeExcelFile(all, options).toBlob()
}

/** @returns the cells of a sheet from head to foot, as `A1:AB20`. */
function rangeOf(rows: readonly (readonly unknown[])[]): string {
  let [column, left] = ['', rows[0]?.length ?? 1]
  for (; left > 0; left = Math.floor((left - 1) / 26)) column = String.fromCharCode(65 + ((left - 1) % 26)) + column
  return `A1:${column}${rows.length}`
}

/** Arrows in the head that filter and sort: the package has no word for them. @param ranges by the sheet's name */
function filters(ranges: ReadonlyMap<string, string>): Feature<Blob | File | ArrayBuffer> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The place of each element in a sheet is fixed: a filter stands right after the rows.
          transform: (xml, { sheet = '' }) => {
            const range = ranges.get(sheet)
            if (!range) return xml
            // A year is text like every other date; Excel would mark each as a number gone wrong.
            const calm = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`
            return xml
              .replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
              .replace('</worksheet>', `${calm}</worksheet>`)
          },
        },
      },
    },
  }
}

function headRow(headings: readonly string[]): Row {
  return headings.map((value) => ({ value, type: String, ...HEAD }))
}

function cell(value: Cell): SheetCell {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top' }
    : { value: value.replaceAll(NOT_XML, '').slice(0, LONGEST_CELL), type: String, alignVertical: 'top' }
}

function notesRows(carried: Carried, { words }: ExportAtlas): Row[] {
  const { carry, headings, bounds } = words.export
  const label = (text: string): SheetCell => ({ value: text, type: String, fontWeight: 'bold', alignVertical: 'top' })
  const wrapped = (text: string): SheetCell => ({ value: text, type: String, wrap: true, alignVertical: 'top' })
  const pair = ([name, text]: readonly [string, string]): Row => [label(name), wrapped(text)]
  const boundNames = Object.entries(words.source.bounds).map(([bound, text]): readonly [string, string] => [
    bounds[bound as Bound] || text,
    text,
  ])
  return [
    pair([carry.title, carried.title]),
    pair([carry.subtitle, carried.subtitle]),
    ...carried.notes.map((note) => pair([carry.note, note])),
    ...colophon(carried).map(pair),
    [],
    headRow([carry.sources, headings.source, headings.publisher, headings.published, headings.url, carry.count]),
    ...carried.sources.map(({ source, count }, i): Row => [
      { value: i + 1, type: Number, align: 'left' },
      wrapped(source.title),
      cell(source.publisher),
      cell(source.published),
      cell(source.url),
      { value: count, type: Number },
    ]),
    [],
    headRow([carry.boundsTitle, '']),
    ...boundNames.map(pair),
    pair(['', carry.measureNote]),
  ]
}
