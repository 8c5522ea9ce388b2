import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless, type Cell } from '../../export/columns.ts'
import { toHtml, toTsv } from './tsv.ts'

/** Reads tab-separated text as spreadsheets do: a cell that begins with a quote ends with one, two quotes inside stand for one. */
function parse(tsv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < tsv.length; at += 1) {
    const char = tsv.charAt(at)
    if (quoted && char === '"' && tsv[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && (char === '\t' || char === '\r')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\r') {
        rows.push([])
        at += 1
      }
    } else cell += char
  }
  rows.at(-1)?.push(cell)
  return rows
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=HYPERLINK("http://example.org","x")',
    '+1',
    '-1+2',
    '@SUM(A1)',
    '\tcmd',
    '\rcmd',
    'a\tb',
    'a\r\nb',
    'a\nb',
    'says "yes"',
    '"',
    '',
    '👩‍👩‍👧‍👦',
    'שלום עולם',
    '\u202Eevil',
    '闵行区，上海',
  ),
)
const cells: fc.Arbitrary<Cell> = fc.oneof(
  nasty,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.constant(null),
)

describe('tab-separated text', () => {
  it('comes out of a spreadsheet as it went in', () => {
    const tables = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc.tuple(
          fc.array(nasty, { minLength: n, maxLength: n }),
          fc.array(fc.array(cells, { minLength: n, maxLength: n })),
        ),
      )
    fc.assert(
      fc.property(tables, ([header, rows]) => {
        const back = parse(toTsv(header, rows))
        expect(back).toHaveLength(rows.length + 1)
        expect(back[0]).toEqual(header.map((text) => harmless(text)))
        const expected = rows.map((row) =>
          row.map((cell) => (typeof cell === 'number' ? cell : String(harmless(cell ?? '')))),
        )
        const read = rows.map((row, at) =>
          row.map((cell, column) => {
            const text = back[at + 1]?.[column] ?? '?'
            return typeof cell === 'number' ? Number(text) : text
          }),
        )
        expect(read).toEqual(expected)
      }),
    )
  })

  it('runs no formula, and leaves numbers alone, negative ones too', () => {
    expect(toTsv(['a', 'b', 'c'], [['=1+1', -3.5, '-3.5']])).toBe("a\tb\tc\r\n'=1+1\t-3.5\t'-3.5")
  })

  it('writes large and small numbers without an exponent', () => {
    expect(toTsv(['a', 'b'], [[1.5e21, 1e-7]])).toBe('a\tb\r\n1500000000000000000000\t0.0000001')
  })
})

describe('the HTML flavour', () => {
  it('makes no markup of texts, and marks them as texts', () => {
    const html = toHtml(['<b>'], [['<img src=x onerror=alert(1)>'], ['a\nb'], [12.5], [null]])
    const cell = (n: number) => html.split('<tr>')[n + 1] ?? ''
    expect(cell(0)).toContain('&lt;b&gt;')
    expect(cell(1)).toContain('>&lt;img src=x onerror=alert(1)&gt;<')
    expect(cell(1)).toContain(`mso-number-format:'\\@'`)
    expect(cell(2)).toContain('a<br style="mso-data-placement:same-cell">b')
    expect(cell(3)).toContain('<td>12.5</td>')
    expect(cell(4)).toContain('<td></td>')
  })
})
