import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { observation } from '../../tests/fixtures.ts'
import { harmless } from './columns.ts'
import { toCsv } from './csv.ts'
import type { Exhibit } from './exhibit.ts'
import { carried, exhibit, exportAtlas, LINK, NASTY, nastyFigures } from './testing/exhibit.ts'

const atlas = exportAtlas()
const csv = (shown: Exhibit) => toCsv(shown, carried(shown, atlas), atlas)
const read = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true })

it('opens in a spreadsheet: BOM, CRLF, one heading row', () => {
  const text = csv(exhibit())
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(4)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
})

it('keeps each row with its number, its source and the terms', () => {
  const [first] = read(csv(exhibit()))
  expect(first).toMatchObject({
    Value: '400',
    Bound: 'at least',
    Source: 'Bulletin, 2020',
    Licence: 'CC BY 4.0',
    'Pack version': 'invented 1.0.0',
    Link: LINK,
  })
})

it('defuses formulas and keeps commas, quotes and line breaks', () => {
  const rows = read(csv(exhibit({ figures: nastyFigures })))
  expect(rows.map((row) => row['As printed'])).toEqual(NASTY.map((text) => harmless(text)))
})

it('gives back whatever was put in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (printed) => {
      const [row] = read(csv(exhibit({ figures: [observation({ printed })] })))
      expect(row?.['As printed']).toBe(harmless(printed))
    }),
  )
})

it('has the table where there are no figures, and the heading row alone where there is nothing', () => {
  const table = {
    columns: ['Place', 'Records'],
    rows: [
      ['a', 3],
      ['=b', null],
    ] as const,
  }
  expect(read(csv(exhibit({ figures: [], table }))).map(({ Place, Records }) => [Place, Records])).toEqual([
    ['a', '3'],
    ["'=b", ''],
  ])
  expect(read(csv(exhibit({ figures: [] })))).toEqual([])
})
