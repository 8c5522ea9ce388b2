import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { Problems, formatProblem } from './problems.ts'

function read(text: string | Uint8Array): {
  rows: { row: number; cells: Record<string, string> }[]
  problems: string[]
} {
  const problems = new Problems()
  const rows = readCsv(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    'a.csv',
    ['id', 'name'],
    problems,
  )
  return {
    rows: rows.map(({ row, cells }) => ({ row, cells: { ...cells } })),
    problems: problems.all.map(formatProblem),
  }
}

test('reads what a spreadsheet saves: BOM, CRLF, quoted line breaks, blank lines, trailing blank columns and rows', () => {
  const { rows, problems } = read('\uFEFFid,name,,\r\na,"one\r\ntwo",,\r\n\r\nb,"say ""x""",,\r\n,,,\r\n,,,\r\n')
  expect(problems).toEqual([])
  expect(rows).toEqual([
    { row: 2, cells: { id: 'a', name: 'one\r\ntwo' } },
    { row: 4, cells: { id: 'b', name: 'say "x"' } },
  ])
})

test('columns may stand in any order, and a short row has empty cells', () => {
  expect(read('name,id\nx,a\ny').rows.map((row) => row.cells)).toEqual([
    { id: 'a', name: 'x' },
    { id: '', name: 'y' },
  ])
})

test('a header in full-width letters or with spaces is understood', () => {
  expect(read('ｉｄ, name \na,x').rows).toHaveLength(1)
})

test.each([
  ['unknown column', 'id,name,colour\n', 'a.csv:1:colour 不认识的列'],
  ['missing column', 'id\n', 'a.csv:1:name 缺少这一列'],
  ['duplicate column', 'id,name,id\n', 'a.csv:1:id 列名重复'],
  ['value without a column name', 'id,name\na,b,c\n', 'a.csv:2:第3列 "c" 这一列没有列名'],
  ['open quote', 'id,name\na,"b\nc,d\n', 'a.csv:2 引号不成对'],
  ['empty file', '', 'a.csv:1:id 缺少这一列'],
])('%s is an error', (_, text, expected) => {
  expect(read(text).problems.join('\n')).toContain(expected)
})

test('a file in GBK is an error, not a table of question marks', () => {
  expect(read(new Uint8Array([0x69, 0x64, 0x2c, 0xc9, 0xcf, 0xba, 0xa3])).problems).toEqual([
    expect.stringContaining('不是 UTF-8'),
  ])
})
