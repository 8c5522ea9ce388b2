import type { ExportAtlas, Carried } from './carry.ts'
import { figureColumns, type Cell, type FigureColumn } from './columns.ts'
import type { Exhibit } from './exhibit.ts'

/**
 * The figures as a Data Resource with inline data and a Table Schema (specs.frictionlessdata.io, version 2 of the standard), so
 * that programs know each field's type; title, sources, licence and link are properties of the resource.
 */
export function toJson(exhibit: Exhibit, carried: Carried, atlas: ExportAtlas): string {
  const table = exhibit.figures.length === 0 ? exhibit.table : null
  const columns = figureColumns(atlas)
  const resource = {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: 'figures',
    title: carried.title,
    description: [carried.subtitle, ...carried.notes, carried.notice].filter(Boolean).join('\n'),
    homepage: carried.link,
    version: carried.version,
    licence: carried.licence,
    asOf: atlas.catalog.asOf,
    sources: carried.sources.map(({ source, count }) => ({
      title: source.title,
      ...(source.url !== '' && { path: source.url }),
      publisher: source.publisher,
      published: source.published,
      figures: count,
    })),
    schema: {
      fields: table
        ? table.columns.map((heading, i) => ({ name: `column_${i + 1}`, title: heading, type: 'any' }))
        : columns.map((column) => ({ name: column.id, title: column.heading, ...typeOf(column) })),
      missingValues: [''],
    },
  }
  const records = table
    ? table.rows.map((row) => Object.fromEntries(row.map((cell, i) => [`column_${i + 1}`, cell])))
    : exhibit.figures.map((o) => recordOf(columns.map((column) => [column.id, column.cellOf(o)])))
  // One line a record: readable, and half the size of one line a cell.
  const lines = records.map((record) => `\n    ${JSON.stringify(record)}`).join(',')
  return `${JSON.stringify(resource, null, 2).slice(0, -2)},\n  "data": [${lines}\n  ]\n}\n`
}

function recordOf(pairs: readonly (readonly [string, Cell])[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(pairs)
}

/** Dates are kept as text: `2020` and `2018-07` are no dates to a Table Schema. */
function typeOf({ type }: FigureColumn): { readonly type: string; readonly format?: string } {
  switch (type) {
    case 'number':
      return { type: 'number' }
    // Several addresses may share a cell, so it is not declared as one.
    case 'text':
    case 'date':
    case 'url':
      return { type: 'string' }
  }
}
