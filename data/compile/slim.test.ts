import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalog } from '../../src/model/pack.ts'
import { fromSlim, packRuns, withRest } from '../../src/model/slim.ts'
import { restSchema, slimCatalogSchema } from '../../src/pack/large.ts'
import * as v from 'valibot'
import { catalog as catalogOf, fileRef } from '../../tests/fixtures.ts'
import { SLIM_ABOVE, splitCatalog } from './slim.ts'

/** A catalog with so many sources that it is split; places `a`…`h`, some of them covered. */
function large(covered: readonly string[] = ['a', 'b', 'd']): Catalog {
  const base = catalogOf()
  const [place] = base.places
  const [source] = base.sources
  if (!place || !source) throw new Error('the fixture has no place or source')
  const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const title = 'x'.repeat(600)
  return catalogOf({
    places: codes.map((code) => ({ ...place, code })),
    sources: Array.from({ length: 1000 }, (_, i) => ({ ...source, id: `s-${i}`, title })),
    records: codes.flatMap((code) =>
      [null, 2019, 2020].map((year) => ({ place: code, role: 'actual' as const, year, count: 7 })),
    ),
    coverage: [{ indicator: 'gdp', role: 'actual', scope: '', places: covered, years: [2020], count: 3 }],
    shards: ['p-0', 'p-1', 'i-0', 'i-1'].map((name) => fileRef(`${name}.json`)),
    byPlace: { a: 0, b: 0, d: 1 },
    byIndicator: { gdp: 2, jobs: 3 },
  })
}

test('a small catalog stays whole', () => {
  const catalog = catalogOf()
  expect(splitCatalog(catalog)).toEqual({ catalog })
})

test('a large one is split, and put together it is what it was, but for the order of files', () => {
  const catalog = large()
  const split = splitCatalog(catalog)
  if (!('slim' in split)) throw new Error('not split')
  expect(v.safeParse(slimCatalogSchema, split.slim).issues).toBeUndefined()
  expect(v.safeParse(restSchema, split.rest).issues).toBeUndefined()
  expect(JSON.stringify(split.slim).length).toBeLessThan(SLIM_ABOVE / 100)

  const first = fromSlim(JSON.parse(JSON.stringify(split.slim)))
  expect(first).toMatchObject({
    awaited: true,
    sources: [],
    records: [],
    byPlace: {},
    byIndicator: { gdp: 0, jobs: 1 },
  })
  const whole = withRest(first, JSON.parse(JSON.stringify(split.rest)))
  expect(whole.awaited).toBeUndefined()
  const { shards: files, byPlace, byIndicator, ...same } = catalog
  expect(whole).toMatchObject(same)
  // Files of indicators keep their numbers when the rest comes: what is loaded by them stays right.
  expect(whole.shards.slice(0, first.shards.length)).toEqual(first.shards)
  const path = (list: Catalog['shards'], index: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(index).map(([id, at]) => [id, list[at]?.path]))
  expect(path(whole.shards, whole.byPlace)).toEqual(path(files, byPlace))
  expect(path(whole.shards, whole.byIndicator)).toEqual(path(files, byIndicator))
})

test('any choice of places comes out of its runs again', () => {
  fc.assert(
    fc.property(fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']), (covered) => {
      const split = splitCatalog(large(covered))
      if (!('slim' in split)) throw new Error('not split')
      expect(fromSlim(split.slim).coverage[0]?.places).toEqual(covered)
    }),
    { numRuns: 30 },
  )
})

test('a rest that does not go with the catalog is refused', () => {
  const split = splitCatalog(large())
  if (!('slim' in split)) throw new Error('not split')
  const { slim, rest } = split
  const first = fromSlim(slim)
  expect(() => withRest(first, { ...rest, byPlace: { a: 9 } })).toThrow(RangeError)
  expect(() => withRest(first, { ...rest, records: { ...rest.records, count: 5 } })).toThrow(RangeError)
  const beyond = {
    ...slim,
    coverage: slim.coverage.map((each) => ({ ...each, places: packRuns(['z'], ['x', 'y', 'z']) + '~' })),
  }
  expect(() => fromSlim(beyond)).toThrow(RangeError)
})
