import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryDir } from './fixtures.ts'
import { CHUNK, partsOf, splitRecords } from './records.ts'

interface Split {
  readonly records: readonly (readonly string[])[]
  /** The code of the library's error. */
  readonly broken: string | null
}

function split(...parts: readonly Buffer[]): Split {
  const records: (readonly string[])[] = []
  return attempt(records, () => {
    for (const part of parts) splitRecords(part, (record) => records.push(record))
  })
}

/** What the library makes of the whole. */
function asParsed(text: string): Split {
  const records: (readonly string[])[] = []
  return attempt(records, () =>
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: string[]) => void records.push(record),
    }),
  )
}

function attempt(records: Split['records'], read: () => void): Split {
  try {
    read()
    return { records, broken: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { records, broken: error.code }
  }
}

async function partsOfText(text: string): Promise<Buffer[]> {
  const path = join(await temporaryDir(), 'a.csv')
  await writeFile(path, text)
  const parts: Buffer[] = []
  for await (const part of partsOf(path)) parts.push(part)
  return parts
}

test.each([
  ['plain lines', 'a,b\nc,d\n'],
  ['no line end at the end', 'a,b\nc,d'],
  ['line ends of all kinds, one after the other', 'a\r\nb\rc\n\r\r\n\n\rd\r'],
  ['empty cells and lines', ',\n\n,,\n'],
  ['quotes', '"a","b ""x"" c",""\n"",d\n'],
  ['commas and line ends in quotes', 'a\n"b,c","d\r\ne"\nf\n'],
  ['a quote inside a cell', 'a\nb"c,d\ne\n'],
  ['words after the closing quote', 'a\n"b"c,d\ne\n'],
  ['a quote never closed', 'a\n"b,c\nd\n'],
  ['nothing', ''],
])('splits as the library does: %s', (_, text) => {
  expect(split(Buffer.from(text))).toEqual(asParsed(text))
})

test('splits any text as the library does, and breaks where it breaks', () => {
  const signs = fc.constantFrom('a', '亿', ',', '"', '\n', '\r', '""', '"a",', '\r\n', ' ')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (text) => {
      expect(split(Buffer.from(text.join('')))).toEqual(asParsed(text.join('')))
    }),
    { numRuns: 2000 },
  )
})

test('a file comes in parts that end where records do, without its first sign', async () => {
  const lines = (count: number): string => '"亿,\r\n""x""",b\r\n'.repeat(count)
  const text = lines(CHUNK / 8)
  const parts = await partsOfText(`\uFEFF${text}`)
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) expect(split(part).broken).toBeNull()
  expect(Buffer.concat(parts).equals(Buffer.from(text))).toBe(true)
})

test('a line end that two chunks share is one', async () => {
  const line = `${'a'.repeat(CHUNK - 1)}\r\n`
  const { records } = split(...(await partsOfText(`${line}b\r\n`)))
  expect(records.map(([cell]) => cell?.length)).toEqual([CHUNK - 1, 1])
})

test('a quote that is never closed breaks the file before all of it is in memory', async () => {
  const parts = await partsOfText(`a\n"${'b\n'.repeat(CHUNK * 10)}`)
  expect(split(...parts).broken).toBe('CSV_QUOTE_NOT_CLOSED')
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(CHUNK * 18)
})
