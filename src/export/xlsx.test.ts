import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { observation } from '../../tests/fixtures.ts'
import type { Exhibit } from './exhibit.ts'
import { carried, exhibit, exportAtlas, LINK, NASTY, nastyFigures } from './testing/exhibit.ts'
import { toXlsx } from './xlsx.ts'

const atlas = exportAtlas()

async function open(shown: Exhibit) {
  const blob = await toXlsx(shown, carried(shown, atlas), atlas)
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  const sheets = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
  const texts =
    read('xl/sharedStrings.xml') +
    Object.keys(files)
      .map((path) => (path.includes('worksheets') ? read(path) : ''))
      .join('')
  return { sheets, texts, sheet: (n: number) => read(`xl/worksheets/sheet${n}.xml`) }
}

it('has the figures, then sources and notes', async () => {
  const { sheets, texts } = await open(exhibit())
  expect(sheets).toEqual(['Figures', 'Sources and notes'])
  for (const text of ['Bulletin, 2020', 'CC BY 4.0', 'invented 1.0.0', LINK, 'Periods differ', 'at least']) {
    expect(texts).toContain(text)
  }
})

it('has numbers as numbers, with a frozen head that filters', async () => {
  const { sheet } = await open(exhibit())
  // Column J is the value: a cell without a type is a number.
  expect(sheet(1)).toMatch(/<c r="J2"(?! t="(?:s|inlineStr|str)")[^>]*><v>400<\/v><\/c>/)
  expect(sheet(1)).toContain('state="frozen"')
  expect(sheet(1)).toContain('<autoFilter ref="A1:AB3"/>')
})

it('holds no formula, whatever the texts', async () => {
  const { sheet, texts } = await open(exhibit({ figures: nastyFigures }))
  expect(sheet(1)).not.toMatch(/<f[ >]/)
  for (const text of NASTY) {
    expect(texts).toContain(text.split(/[\n\r\t"&<>]/).find(Boolean))
  }
})

it('gives a table a sheet of its own, before the figures', async () => {
  const table = { columns: ['Place', 'Records'], rows: [['a', 3]] as const }
  expect((await open(exhibit({ table }))).sheets).toEqual(['Table', 'Figures', 'Sources and notes'])
  expect((await open(exhibit({ table, figures: [] }))).sheets).toEqual(['Table', 'Sources and notes'])
})

it('leaves out what no workbook can hold, and stays readable', async () => {
  const { texts } = await open(exhibit({ figures: [observation({ printed: 'a\u0000\u0008b\ud800c' })] }))
  expect(texts).toContain('>abc<')
})
