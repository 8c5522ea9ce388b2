import { harmless, type Cell } from '../../export/columns.ts'

/**
 * Tab-separated text as spreadsheets paste it: cells with tabs, line breaks or quotes stand in quotes, quotes are doubled.
 * Numbers are plain, with a point and no grouping.
 */
export function toTsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => row.map(tsvCell).join('\t')).join('\r\n')
}

function tsvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return plain(cell)
  const text = String(harmless(cell))
  return /[\t\r\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same as an HTML table, the flavour that spreadsheets prefer: it tells text from numbers, so "2018-07" stays what it is. */
export function toHtml(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const row = (cells: readonly Cell[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => htmlCell(cell, tag)).join('')}</tr>`
  return `<meta charset="utf-8"><table><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

function htmlCell(cell: Cell, tag: 'th' | 'td'): string {
  if (cell === null) return `<${tag}></${tag}>`
  if (typeof cell === 'number') return `<${tag}>${plain(cell)}</${tag}>`
  // Excel's own way to say "this is text".
  return `<${tag} style="mso-number-format:'\\@'">${escape(String(harmless(cell)))}</${tag}>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\r\n|\r|\n/gu, '<br style="mso-data-placement:same-cell">')
}

/** Without an exponent, which some spreadsheets take for text: the same digits, the point where it belongs. */
function plain(value: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(String(value))
  if (!match) return String(value)
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match
  const power = Number(exponent)
  const digits =
    power < 0 ? `0.${'0'.repeat(-power - 1)}${whole}${fraction}` : (whole + fraction).padEnd(power + 1, '0')
  return sign + digits
}
