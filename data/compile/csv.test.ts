import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCsv, streamCsv } from './csv.ts'
import type { CsvRow } from './csv.ts'
import { temporaryDir } from './fixtures.ts'
import { Problems, formatProblem } from './problems.ts'

function read(text: string | Uint8Array): { rows: CsvRow[]; problems: string[] } {
  const problems = new Problems()
  const rows = readCsv(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    'a.csv',
    ['id', 'name'],
    problems,
  )
  return { rows, problems: problems.all.map(formatProblem) }
}

test('reads what a spreadsheet saves: BOM, CRLF, quoted line breaks, blank lines, trailing blank columns and rows', () => {
  const { rows, problems } = read('\uFEFFid,name,,\r\na,"one\r\ntwo",,\r\n\r\nb,"say ""x""",,\r\n,,,\r\n,,,\r\n')
  expect(problems).toEqual([])
  expect(rows).toEqual([
    { row: 2, cells: ['a', 'one\r\ntwo'] },
    { row: 4, cells: ['b', 'say "x"'] },
  ])
})

test('columns may stand in any order, and a short row has empty cells', () => {
  expect(read('name,id\nx,a\ny').rows.map((row) => row.cells)).toEqual([
    ['a', 'x'],
    ['', 'y'],
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

test('a file whose quotes break off has one problem, and no rows', () => {
  const { rows, problems } = read('id,colour\na,b,c\nd,"e\nf,g\n')
  expect(rows).toEqual([])
  expect(problems).toEqual([expect.stringContaining('a.csv:3 引号不成对')])
})

test('a file in GBK is an error, not a table of question marks', () => {
  expect(read(new Uint8Array([0x69, 0x64, 0x2c, 0xc9, 0xcf, 0xba, 0xa3])).problems).toEqual([
    expect.stringContaining('不是 UTF-8'),
  ])
})

async function stream(bytes: string | Uint8Array): Promise<{ rows: CsvRow[]; problems: string[]; whole: boolean }> {
  const path = join(await temporaryDir(), 'a.csv')
  await writeFile(path, bytes)
  const problems = new Problems()
  const rows: CsvRow[] = []
  const whole = await streamCsv(path, 'a.csv', ['id', 'name'], problems, (row) => rows.push(row))
  return { rows, problems: problems.all.map(formatProblem), whole }
}

test.each([
  ['what a spreadsheet saves', '\uFEFFid,name,,\r\na,"one\r\ntwo",,\r\n\r\nb,"say ""x""",,\r\n,,,\r\n'],
  ['old line ends', 'name,id\rx,a\ry'],
  ['an unknown column', 'id,name,colour\na,b,c\n'],
  ['a value too many', 'id,name\na,b,c\n'],
  ['an empty file', ''],
  ['more than one chunk', `id,name\n${Array.from({ length: 90_000 }, (_, i) => `${i},"虚,${i}"`).join('\r\n')}`],
])('a stream reads what is read at once: %s', async (_, text) => {
  const { rows, problems, whole } = await stream(text)
  const once = read(text)
  expect(whole).toBe(true)
  expect(problems).toEqual(once.problems)
  expect(rows).toEqual(once.rows)
})

test('a stream gives the rows before a broken quote, and says that the file was not read to its end', async () => {
  const sound = Array.from({ length: 5000 }, (_, i) => `a${i},b`)
  const { rows, problems, whole } = await stream(['id,name', ...sound, 'c,d"e', 'e,f', ''].join('\n'))
  expect(whole).toBe(false)
  // All of them: none is lost that was read ahead of the error.
  expect(rows.map(({ row }) => row)).toEqual(sound.map((_, i) => i + 2))
  expect(problems).toEqual([expect.stringContaining('a.csv:5002 引号不成对')])
})

test('a stream in another encoding gives no row at all', async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('id,name\na,b\nc,'), 0xc9, 0xcf, 0xba, 0xa3])
  expect(await stream(bytes)).toMatchObject({
    rows: [],
    whole: false,
    problems: [expect.stringContaining('不是 UTF-8')],
  })
})

test('a file that is not there is an error', async () => {
  const problems = new Problems()
  expect(await streamCsv('/nowhere/a.csv', 'a.csv', ['id'], problems, () => undefined)).toBe(false)
  expect(problems.all.map(formatProblem)).toEqual([expect.stringContaining('a.csv 找不到文件')])
})
