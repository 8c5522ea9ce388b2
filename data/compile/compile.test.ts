import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Boundaries, Catalog, FileRef, Holdings, Manifest, Shard } from '../../src/model/pack.ts'
import { parentsOf } from '../../src/model/parents.ts'
import { rowsOf, type AnyShard } from '../../src/model/shard.ts'
import { main } from './cli.ts'
import { compilePackage } from './compile.ts'
import { csv, fixtureRows, temporaryDir, writeFixture } from './fixtures.ts'
import type { Changes } from './fixtures.ts'

async function compile(changes: Changes = {}): Promise<{ out: string; errors: number }> {
  const { dir } = await writeFixture(changes)
  const out = await temporaryDir()
  const { problems } = await compilePackage(dir, out)
  return { out, errors: problems.errors.length }
}

async function contents(out: string): Promise<Record<string, string>> {
  const names = (await readdir(out)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(out, name), 'utf8')] as const)),
  )
}

async function load<T>(out: string, path: string): Promise<T> {
  return JSON.parse(await readFile(join(out, path), 'utf8')) as T
}

async function catalogOf(out: string): Promise<Catalog> {
  return load<Catalog>(out, (await load<Manifest>(out, 'manifest.json')).catalog.path)
}

async function holdingsOf(out: string): Promise<Holdings> {
  return load<Holdings>(out, (await load<Manifest>(out, 'manifest.json')).holdings.path)
}

test('every file has its hash in its name, and the manifest and catalog name them all with hash and size', async () => {
  const { out } = await compile()
  const manifest = await load<Manifest>(out, 'manifest.json')
  const catalog = await load<Catalog>(out, manifest.catalog.path)
  const { boundaries, holdings, search, tours } = manifest
  const refs: FileRef[] = [manifest.catalog, boundaries, holdings, search, tours, ...catalog.shards]
  expect((await readdir(out)).sort()).toEqual(['manifest.json', ...new Set(refs.map((ref) => ref.path))].sort())
  for (const { path, sha256, bytes } of refs) {
    const content = await readFile(join(out, path))
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    expect(path).toContain(sha256.slice(0, 10))
    expect(content.length).toBe(bytes)
  }
})

test('the same input gives the same bytes, whatever the order of rows and the habits of the spreadsheet', async () => {
  const first = await contents((await compile()).out)
  const rows = fixtureRows()
  const saved = `\uFEFF${csv('observations', rows.observations.toReversed()).replaceAll('\n', '\r\n')}\r\n,,\r\n`
  const second = await contents((await compile({ files: { 'observations.csv': saved } })).out)
  expect(second).toEqual(first)
})

test('an error writes nothing, and what was there stays', async () => {
  const { dir } = await writeFixture()
  const out = await temporaryDir()
  await compilePackage(dir, out)
  const before = await contents(out)
  await writeFile(join(dir, 'units.csv'), 'id\n')
  const { problems, files } = await compilePackage(dir, out)
  expect(problems.errors).not.toEqual([])
  expect(files).toEqual([])
  expect(await contents(out)).toEqual(before)
})

test('outlines above the limit are tiles beside simplified ones, and go when they are below it', async () => {
  const { dir } = await writeFixture()
  const [out, again] = [await temporaryDir(), await temporaryDir()]
  await compilePackage(dir, out, 10)
  const manifest = await load<Manifest>(out, 'manifest.json')
  const { tiles, districts } = await load<Boundaries>(out, manifest.boundaries.path)
  const content = await readFile(join(out, tiles?.path ?? ''))
  expect(content.subarray(0, 8)).toEqual(Buffer.from('PMTiles\u0003'))
  expect(tiles).toEqual({
    path: `boundaries-${tiles?.sha256.slice(0, 10)}.pmtiles`,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
    maxZoom: 9,
  })
  await compilePackage(dir, again, 10)
  expect(await contents(again)).toEqual(await contents(out))

  await compilePackage(dir, out)
  const { boundaries } = await load<Manifest>(out, 'manifest.json')
  const whole = await load<Boundaries>(out, boundaries.path)
  expect(whole).not.toHaveProperty('tiles')
  expect(whole.districts.map(({ code }) => code)).toEqual(districts.map(({ code }) => code))
  expect((await readdir(out)).filter((name) => name.endsWith('.pmtiles'))).toEqual([])
})

test("a new version takes the old files away, but nobody else's", async () => {
  const { out } = await compile()
  await writeFile(join(out, 'catalog-0123456789.json'), '{}')
  await writeFile(join(out, 'holdings-0123456789.json'), '{}')
  await writeFile(join(out, 'search-0123456789.json'), '{}')
  await writeFile(join(out, 'notes.txt'), 'mine')
  const { dir } = await writeFixture()
  await compilePackage(dir, out)
  const names = await readdir(out)
  expect(names).toContain('notes.txt')
  expect(names).not.toContain('catalog-0123456789.json')
  expect(names).not.toContain('holdings-0123456789.json')
  expect(names).not.toContain('search-0123456789.json')
})

test("the catalog counts each place's own figures, not its zones'", async () => {
  const { records } = await catalogOf((await compile()).out)
  expect(records).toEqual([
    { place: '310104', role: 'actual', year: 2018, count: 1 },
    { place: '310112', role: 'target', year: 2020, count: 2 },
    { place: '310112', role: 'investment', year: 2017, count: 1 },
    { place: '310112', role: 'project', year: null, count: 1 },
    { place: 'garden', role: 'actual', year: null, count: 1 },
  ])
})

test('coverage tells, by indicator, role and scope, which places and years have values, unknown first', async () => {
  const { out } = await compile({
    rows: ({ observations }) => {
      observations.push({
        id: 'z',
        place: '310104',
        indicator: 'projects',
        role: 'project',
        value: '3',
        unit: 'ge',
        bound: 'exact',
        certainty: 'stated',
        source: 'page',
        period_start: '2019',
        period_end: '2019',
      })
    },
  })
  const { coverage } = await catalogOf(out)
  expect(coverage.filter((each) => each.indicator === 'projects')).toEqual([
    { indicator: 'projects', role: 'target', scope: 'foreign', places: ['310112'], years: [2020], count: 1 },
    { indicator: 'projects', role: 'project', scope: '', places: ['310104', '310112'], years: [null, 2019], count: 2 },
  ])
})

test('data are as of the latest source', async () => {
  expect((await catalogOf((await compile()).out)).asOf).toBe('2025-01')
})

test("districts stand at their outline's label point, zones at their own position moved to GCJ-02", async () => {
  const { places } = await catalogOf((await compile()).out)
  const point = (code: string): unknown => places.find((place) => place.code === code)
  expect(point('310112')).toMatchObject({
    approximate: false,
    point: [expect.closeTo(121.42, 1), expect.closeTo(31.06, 1)],
  })
  expect(point('garden')).toMatchObject({
    approximate: true,
    point: [121.4046, 31.0981],
    parents: ['310104', '310112'],
    note: { zh: '近似', en: 'approximate' },
  })
  expect(point('elsewhere')).toMatchObject({ point: null })
})

test('a district without an outline is still compiled', async () => {
  const { out, errors } = await compile({
    rows: ({ places }) =>
      places.push({
        code: '319999',
        kind: 'district',
        name_zh: '新区',
        name_en: 'New',
        parents: '310000',
        lon: '121.5',
        lat: '31',
      }),
  })
  expect(errors).toBe(0)
  const { boundaries } = await load<Manifest>(out, 'manifest.json')
  expect((await load<Boundaries>(out, boundaries.path)).districts.map((each) => each.code)).not.toContain('319999')
  expect((await catalogOf(out)).places.map((place) => place.code)).toContain('319999')
})

test('markup in a name is data like any other', async () => {
  const name_zh = '<img src=x onerror=alert(1)>'
  const { out } = await compile({ rows: ({ scopes }) => Object.assign(scopes[0] ?? {}, { name_zh }) })
  expect((await catalogOf(out)).scopes[0]?.name.zh).toBe(name_zh)
})

test('the figures of a shard are the rows of the table', async () => {
  const { out } = await compile()
  const catalog = await catalogOf(out)
  const shard = await load<Shard>(out, catalog.shards[catalog.byPlace['310104'] ?? -1]?.path ?? '')
  expect(shard.observations.find((row) => row.id === 'doc-006')).toMatchObject({
    value: 3,
    high: 5,
    unit: 'cny_yi',
    bound: 'range',
    start: '2018-07-31',
  })
})

test('a place with very many figures has a file of columns, which hold the rows of the table all the same', async () => {
  const many = Array.from({ length: 1001 }, (_, i) => ({
    ...{ id: `page-${i}`, place: 'garden', indicator: 'projects', role: 'actual', value: String(i + 1), unit: 'ge' },
    ...{ bound: 'exact', certainty: 'stated', source: 'page', period_start: '2019', period_end: '2019' },
    as_printed: `${i + 1}个`,
  }))
  const { out, errors } = await compile({ rows: ({ observations }) => observations.push(...many) })
  expect(errors).toBe(0)
  const catalog = await catalogOf(out)
  const files = [catalog.byPlace['garden'], catalog.byIndicator['projects']]
  const shards = await Promise.all(files.map((at) => load<AnyShard>(out, catalog.shards[at ?? -1]?.path ?? '')))
  expect(shards.map((shard) => 'columns' in shard)).toEqual([true, true])
  for (const shard of shards) {
    const rows = rowsOf(shard).filter(({ id }) => id.startsWith('page-'))
    expect(rows.map(({ id, value, printed }) => `${id} ${value} ${printed}`).sort()).toEqual(
      many.map(({ id, value, as_printed }) => `${id} ${value} ${as_printed}`).sort(),
    )
  }
})

test('derived figures stand with their indicator alone, in its coverage, and are no further evidence', async () => {
  const dated = { place: '310104', role: 'actual', source: 'page', span_start: '', span_end: '', as_printed: '' }
  const enterprises = { ...dated, indicator: 'enterprises', unit: 'jia', bound: 'exact', certainty: 'stated' }
  const rows: Changes['rows'] = (tables) => {
    tables.observations.push({ ...enterprises, id: 'page-1', value: '100', period_start: '2017', period_end: '2017' })
  }
  const stated = (await compile({ rows: (tables) => (rows(tables), tables.derived.splice(0)) })).out
  const { out } = await compile({ rows })
  const catalog = await catalogOf(out)
  const id = 'd-output-per-enterprise-310104-2018'
  const shards = await Promise.all(catalog.shards.map((each) => load<Shard>(out, each.path)))
  const holders = shards.flatMap(({ observations }, at) => (observations.some((row) => row.id === id) ? [at] : []))
  expect(holders).toEqual([catalog.byIndicator.output_per_enterprise])
  const figure = shards[holders[0] ?? -1]?.observations.find((row) => row.id === id)
  // 3-5亿元 by 100 enterprises, in 万元.
  expect(figure).toMatchObject({ value: 300, high: 500, bound: 'range', unit: 'cny_wan', start: '2018-07-31' })
  expect(figure?.parents).toEqual(['doc-006', 'page-1'])
  const read = (index: number | undefined) => shards[index ?? -1]?.observations.map((row) => row.id)
  const parents = parentsOf({ indicator: '', place: '', parents: [], ...figure }, catalog)
  expect(parents).toHaveLength(2)
  for (const parent of parents) {
    expect(read(catalog.byPlace[parent.place])).toContain(parent.id)
    expect(read(catalog.byIndicator[parent.indicator])).toContain(parent.id)
  }

  const coverage = catalog.coverage.filter((each) => each.indicator === 'output_per_enterprise')
  expect(coverage).toEqual([
    { indicator: 'output_per_enterprise', role: 'actual', scope: '', places: ['310104'], years: [2018], count: 1 },
  ])
  const without = await catalogOf(stated)
  expect(catalog.records).toEqual(without.records)
  expect(await holdingsOf(out)).toEqual(await holdingsOf(stated))
})

test('derived indicators tell how they are computed, the others that they are not', async () => {
  const { indicators } = await catalogOf((await compile()).out)
  const ids = indicators.map((each) => each.id)
  expect(ids).toEqual(ids.toSorted())
  expect(indicators.filter((each) => each.derivation !== null)).toMatchObject([
    {
      ...{ id: 'output_per_enterprise', measure: 'cny', better: 'higher', theme: 'economy' },
      derivation: { kind: 'ratio', numerator: 'output', denominator: 'enterprises' },
    },
    { id: 'output_share', measure: 'percent', better: null, derivation: { kind: 'share_of_city' } },
  ])
  expect(indicators).toHaveLength(7)
})

test('the command checks, compiles, and says by its exit code how it went', async () => {
  const { dir, documents } = await writeFixture()
  const out = await temporaryDir()
  const lines: string[] = []
  const run = (...args: string[]): Promise<number> =>
    main([...args, '--package', dir, '--out', out], (line) => lines.push(line))

  expect(await run('check', '--documents', documents)).toBe(0)
  expect(lines).toContain('0 problems')
  expect(lines.join('\n')).toMatch(/核对原文 7 处[^]*6 {2}doc\.txt[^]*4 {2}310112 闵行区/)
  expect(await run('compile')).toBe(0)
  expect(await readdir(out)).toContain('manifest.json')

  await writeFile(join(dir, 'observations.csv'), csv('observations', [{ id: 'x' }]))
  expect(await run('check')).toBe(1)
  expect(await run('compile')).toBe(1)
  expect(await run('check', '--nonsense')).toBe(2)
  expect(await run('publish')).toBe(2)
})
