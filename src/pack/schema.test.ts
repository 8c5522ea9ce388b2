import { safeParse } from 'valibot'
import { expect, test } from 'vitest'
import { PACK_FORMAT } from '../model/pack.ts'
import { boundariesSchema, catalogSchema, describeIssues, manifestSchema, shardSchema } from './schema.ts'

const REF = { path: 'figures-0123456789.json', sha256: 'a'.repeat(64), bytes: 10 }
const TEXT = { zh: '文', en: 'text' }
const ROW = {
  ...{
    id: 'a-1',
    place: 'p',
    indicator: 'i',
    role: 'actual',
    value: 1,
    unit: 'u',
    bound: 'exact',
    certainty: 'stated',
  },
  ...{ sources: ['s'], printed: '1' },
}
const CATALOG = {
  ...{
    format: PACK_FORMAT,
    id: 'pack',
    version: '1.0.0',
    title: TEXT,
    description: TEXT,
    asOf: '2025-01',
    licence: TEXT,
    city: 'c',
  },
  ...{
    defaults: { role: 'actual', indicator: 'records' },
    headlines: [],
    projectPairs: [],
    units: [],
    themes: [],
    indicators: [],
    scopes: [],
  },
  places: [{ code: 'p', kind: 'zone', name: TEXT, parents: [], point: [121.5, 31.2], approximate: true, note: null }],
  sources: [
    { id: 's', document: null, title: '', publisher: '', published: '', url: 'https://example.org', kind: 'news' },
  ],
  ...{ events: [], coverage: [], records: [] },
  map: { crs: 'GCJ-02', reviewNumber: null, attribution: TEXT, note: TEXT, inset: null },
  ...{ shards: [REF], byPlace: { p: 0 }, byIndicator: { i: 0 } },
}
const BOUNDARIES = {
  ...{ format: PACK_FORMAT, crs: 'GCJ-02', source: '' },
  districts: [
    {
      code: 'p',
      polygons: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    },
  ],
}
const MANIFEST = {
  format: PACK_FORMAT,
  id: 'pack',
  version: '1.0.0',
  catalog: REF,
  boundaries: REF,
  holdings: REF,
  search: REF,
  tours: REF,
}
const SHARD = { format: PACK_FORMAT, observations: [ROW] }

function faults(schema: Parameters<typeof safeParse>[0], value: unknown): string {
  const result = safeParse(schema, value)
  return result.success ? '' : describeIssues(result.issues)
}

test('sound files pass, and a key of a later version does not hurt', () => {
  expect(faults(manifestSchema, { ...MANIFEST, later: 1 })).toBe('')
  expect(faults(catalogSchema, CATALOG)).toBe('')
  expect(faults(shardSchema, SHARD)).toBe('')
  expect(faults(boundariesSchema, BOUNDARIES)).toBe('')
})

test.each<[string, Parameters<typeof safeParse>[0], unknown, string]>([
  ['another format', manifestSchema, { ...MANIFEST, format: 1 }, `format: expected ${PACK_FORMAT}, received 1`],
  [
    'a path out of the folder',
    manifestSchema,
    { ...MANIFEST, catalog: { ...REF, path: '../x.json' } },
    'catalog.path: expected',
  ],
  [
    'a path to elsewhere',
    manifestSchema,
    { ...MANIFEST, catalog: { ...REF, path: 'https://x/y.json' } },
    'catalog.path: expected',
  ],
  [
    'an unknown role',
    shardSchema,
    { ...SHARD, observations: [{ ...ROW, role: 'hope' }] },
    'observations.0.role: expected ("target"',
  ],
  [
    'a value as text',
    shardSchema,
    { ...SHARD, observations: [{ ...ROW, value: '1' }] },
    'observations.0.value: expected number',
  ],
  [
    'a range without its end',
    shardSchema,
    { ...SHARD, observations: [{ ...ROW, bound: 'range' }] },
    'observations.0: high: expected',
  ],
  [
    'a parent without a second',
    shardSchema,
    { ...SHARD, observations: [{ ...ROW, parents: ['o-1'] }] },
    'observations.0.parents.1: expected',
  ],
  [
    'a day that is not',
    shardSchema,
    { ...SHARD, observations: [{ ...ROW, end: '2020-02-31' }] },
    'observations.0.end: expected a date',
  ],
  ['no observations', shardSchema, { format: PACK_FORMAT }, 'observations: expected'],
  [
    'a script for an address',
    catalogSchema,
    { ...CATALOG, sources: [{ ...CATALOG.sources[0], url: 'javascript:1' }] },
    'sources.0.url: expected',
  ],
  [
    'an index to no file',
    catalogSchema,
    { ...CATALOG, byPlace: { p: 1 } },
    'byPlace and byIndicator: expected indexes',
  ],
  ["an id like an object's own member", catalogSchema, { ...CATALOG, city: 'constructor' }, 'city: expected'],
  [
    'an open ring',
    boundariesSchema,
    {
      ...BOUNDARIES,
      districts: [
        {
          code: 'p',
          polygons: [
            [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [2, 2],
              ],
            ],
          ],
        },
      ],
    },
    'expected a closed ring',
  ],
  ['a list in place of the file', boundariesSchema, [], 'expected'],
])('%s is told with its path and what was expected', (_, schema, value, expected) => {
  expect(faults(schema, value)).toContain(expected)
})

test('of many problems three are told', () => {
  const observations = Array.from({ length: 10 }, () => ({ ...ROW, unit: 1 }))
  expect(faults(shardSchema, { ...SHARD, observations })).toMatch(/; and 7 more$/)
})
