import { expect, test } from 'vitest'
import { catalog, fileRef } from '../fixtures.ts'
import { PACK_FORMAT, type Manifest } from '../../src/model/pack.ts'
import { pageFor } from './page.ts'

const PAGE =
  '<script data-files="data/catalog-0a1b.json data/boundaries-2c3d.json" ' +
  'data-figures="data/figures-4e5f.json data/figures-6a7b.json" src="./first.js"></script>'

const manifest: Manifest = {
  ...{ format: PACK_FORMAT, id: 'other', version: '1' },
  ...{ catalog: fileRef('catalog-ff.json'), boundaries: fileRef('boundaries-ee.json'), holdings: fileRef('h.json') },
  ...{ search: fileRef('s.json'), tours: fileRef('t.json') },
}
const pack = {
  manifest,
  catalog: catalog({
    defaults: { role: 'actual', indicator: 'gdp' },
    shards: [fileRef('figures-aa.json'), fileRef('figures-bb.json')],
    byIndicator: { gdp: 1 },
    byPlace: { a: 0 },
  }),
}

test('the page asks for another pack’s files in place of its own', () => {
  const page = pageFor(pack, PAGE)
  expect(page).toBe(
    '<script data-files="data/catalog-ff.json data/boundaries-ee.json" ' +
      'data-figures="data/figures-bb.json" src="./first.js"></script>',
  )
})

test('a page that asks otherwise is refused', () => {
  expect(() => pageFor(pack, PAGE.replace('data-figures', 'data-other'))).toThrow(/data-figures/)
})
