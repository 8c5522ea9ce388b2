import { expect, it } from 'vitest'
import { toJson } from './json.ts'
import type { Exhibit } from './exhibit.ts'
import { carried, exhibit, exportAtlas, LINK, nastyFigures } from './testing/exhibit.ts'

const atlas = exportAtlas()
interface Resource {
  readonly title: string
  readonly homepage: string
  readonly licence: string
  readonly sources: readonly { readonly title: string; readonly path?: string }[]
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] }
  readonly data: readonly Record<string, string | number | null>[]
}
const json = (shown: Exhibit) => JSON.parse(toJson(shown, carried(shown, atlas), atlas)) as Resource

it('is a data resource: each record has the fields of the schema, each value its type', () => {
  for (const shown of [exhibit(), exhibit({ figures: nastyFigures })]) {
    const { schema, data } = json(shown)
    expect(data).toHaveLength(shown.figures.length)
    for (const record of data) {
      expect(Object.keys(record)).toEqual(schema.fields.map(({ name }) => name))
      const types = schema.fields.map(({ name, type }) => (record[name] === null ? type : typeof record[name]))
      expect(types).toEqual(schema.fields.map(({ type }) => type))
    }
  }
})

it('carries title, sources, licence and link', () => {
  const resource = json(exhibit())
  expect(resource).toMatchObject({ title: 'GDP', homepage: LINK, licence: 'CC BY 4.0' })
  // Most named first; one without an address has no path.
  expect(resource.sources).toMatchObject([
    { title: 'Bulletin, 2020', path: 'https://s.example/1' },
    { title: '=cmd()' },
  ])
  expect(resource.sources[1]).not.toHaveProperty('path')
})

it('is sound with no record, and with a table alone', () => {
  expect(json(exhibit({ figures: [] })).data).toEqual([])
  const table = { columns: ['Place', 'Records'], rows: [['a', 3]] as const }
  expect(json(exhibit({ figures: [], table })).data).toEqual([{ column_1: 'a', column_2: 3 }])
})
