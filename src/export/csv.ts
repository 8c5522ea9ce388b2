import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Observation } from '../model/observation.ts'
import type { Carried, ExportAtlas } from './carry.ts'
import { figureColumns, harmless } from './columns.ts'
import type { Exhibit } from './exhibit.ts'

/**
 * The figures as CSV for WPS and Excel: UTF-8 with BOM, CRLF, one heading row. Formulas are defused; numbers are plain. Where
 * the exhibit shows a table instead of figures, that table. Each row says by which licence, from which pack and of which view it
 * is: lines of another kind would keep programs from reading the file.
 */
export function toCsv(exhibit: Exhibit, carried: Carried, atlas: ExportAtlas): string {
  const { carry } = atlas.words.export
  const terms = [carried.licence, carried.version, carried.link]
  const [header = [], ...body] =
    exhibit.figures.length === 0 && exhibit.table
      ? [exhibit.table.columns, ...exhibit.table.rows]
      : figureRows(exhibit.figures, atlas)
  return stringify(
    [[...header, carry.licence, carry.version, carry.link], ...body.map((row) => [...row, ...terms])].map((row) =>
      row.map(harmless),
    ),
    { bom: true, record_delimiter: 'windows' },
  )
}

function figureRows(figures: readonly Observation[], atlas: ExportAtlas) {
  const columns = figureColumns(atlas)
  return [columns.map((column) => column.heading), ...figures.map((o) => columns.map((column) => column.cellOf(o)))]
}
