import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import type { Boundaries, Ring } from '../../src/model/pack.ts'
import { buildBoundaries } from './boundaries.ts'
import type { PackDescriptor } from './descriptor.ts'
import { decodeEchartsMap } from './echarts-map.ts'
import { contains, labelPoint, polygonArea, signedArea } from './geometry.ts'
import { Problems, formatProblem } from './problems.ts'
import type { PlaceRow } from './rows.ts'

const DISTRICTS: Readonly<Record<string, string>> = {
  ...{
    310101: '黄浦区',
    310104: '徐汇区',
    310105: '长宁区',
    310106: '静安区',
    310107: '普陀区',
    310109: '虹口区',
    310110: '杨浦区',
  },
  ...{
    310112: '闵行区',
    310113: '宝山区',
    310114: '嘉定区',
    310115: '浦东新区',
    310116: '金山区',
    310117: '松江区',
    310118: '青浦区',
  },
  ...{ 310120: '奉贤区', 310151: '崇明区' },
}
const FILE = 'echarts-v4/map/json/province/shanghai.json'

function places(names: Readonly<Record<string, string>>): PlaceRow[] {
  return Object.entries(names).map(([code, name_zh], index) => ({
    ...{
      row: index + 2,
      code,
      kind: 'district',
      name_zh,
      name_en: code,
      parents: '310000',
      lon: null,
      lat: null,
      note: '',
    },
  }))
}

function build(names: Readonly<Record<string, string>>, problems: Problems, file = FILE): Promise<Boundaries> {
  const descriptor = {
    atlas: { map: { crs: 'GCJ-02', boundaries: { file, source: 'test' } } },
  } as unknown as PackDescriptor
  return buildBoundaries('.', descriptor, places(names), problems)
}

let built: Boundaries
const problems = new Problems()
beforeAll(async () => {
  built = await build(DISTRICTS, problems)
})

function rings(): { code: string; ring: Ring }[] {
  return built.districts.flatMap(({ code, polygons }) =>
    polygons.flatMap((polygon) => polygon.map((ring) => ({ code, ring }))),
  )
}

test('all sixteen districts have an outline under their code, in code order', () => {
  expect(built.districts.map((district) => district.code)).toEqual(Object.keys(DISTRICTS))
  expect(problems.all).toEqual([])
})

test('every ring is closed, without a vertex twice in a row; exteriors run anticlockwise, holes clockwise', () => {
  for (const { ring } of rings()) {
    expect(ring[0]).toEqual(ring.at(-1))
    ring.slice(1).forEach((vertex, index) => expect(vertex).not.toEqual(ring[index]))
  }
  for (const polygon of built.districts.flatMap((district) => district.polygons)) {
    polygon.forEach((ring, index) => expect(signedArea(ring) > 0).toBe(index === 0))
  }
})

/** Edges as `from>to`. Neighbours that share an arc run it in opposite directions. */
function edges(): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { code, ring } of rings()) {
    ring.slice(1).forEach((to, index) => {
      const edge = `${String(ring[index])}>${String(to)}`
      // The same way twice would be an overlap.
      expect(owners.get(edge)).toBeUndefined()
      owners.set(edge, code)
    })
  }
  return owners
}

test('neighbours share their arcs vertex by vertex: what is not shared is the coast, one ring for each landmass', () => {
  const owners = edges()
  const coast = new Map<string, string>()
  for (const edge of owners.keys()) {
    const [from = '', to = ''] = edge.split('>')
    if (!owners.has(`${to}>${from}`)) coast.set(from, to)
  }
  let landmasses = 0
  for (let start = [...coast.keys()][0]; start !== undefined; start = [...coast.keys()][0]) {
    let at: string = start
    for (let next = coast.get(at); next !== undefined; next = coast.get(at)) {
      coast.delete(at)
      at = next
    }
    expect(at).toBe(start)
    landmasses += 1
  }
  // The mainland, three islands of Chongming, two of Pudong, one of Jinshan. A gap between districts would be one more.
  expect(landmasses).toBe(7)
})

test('cleaning hardly changes areas, and districts do not overlap', async () => {
  const json: unknown = JSON.parse(await readFile(new URL('../../node_modules/' + FILE, import.meta.url), 'utf8'))
  const raw = new Map(decodeEchartsMap(json).map((shape) => [shape.name, shape.polygons]))
  for (const { code, polygons } of built.districts) {
    const before = (raw.get(DISTRICTS[code] ?? '') ?? []).reduce((sum, polygon) => sum + polygonArea(polygon), 0)
    const after = polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0)
    expect({ code, isNear: Math.abs(after - before) < 0.01 * before }).toEqual({ code, isNear: true })
  }
  const all = built.districts.map(({ code, polygons }) => ({ code, polygons }))
  for (let lon = 120.86; lon < 122; lon += 0.0137) {
    for (let lat = 30.68; lat < 31.87; lat += 0.0131) {
      const inside = all.filter(({ polygons }) => polygons.some((polygon) => contains(polygon, [lon, lat])))
      expect(inside.slice(1).map((each) => each.code)).toEqual([])
    }
  }
})

test('every label point lies inside the largest part', () => {
  for (const { code, polygons } of built.districts) {
    const point = labelPoint(polygons)
    const largest = [...polygons].sort((a, b) => polygonArea(b) - polygonArea(a))[0]
    expect({ code, isInside: point && largest && contains(largest, point) }).toEqual({ code, isInside: true })
    // Largest first: readers need not sort.
    expect(polygons[0]).toBe(largest)
  }
})

test('the file is small: 60 kB', () => {
  expect(JSON.stringify(built).length).toBeLessThan(60_000)
})

test('a district without an outline is warned of and left out; an outline without a district too', async () => {
  const found = new Problems()
  const { 310151: _, ...others } = DISTRICTS
  const result = await build({ ...others, 319999: '新区' }, found)
  expect(result.districts).toHaveLength(15)
  expect(found.all.map(formatProblem)).toEqual([
    expect.stringContaining('places.csv:name_zh "崇明区" 提醒'),
    expect.stringContaining('places.csv:17:code "319999" 提醒 新区没有边界'),
  ])
})

test.each(['echarts-v4/map/json/province/nowhere.json', 'echarts-v4/package.json', './nowhere.json'])(
  'an unreadable boundary file is an error: %s',
  async (file) => {
    const found = new Problems()
    await build(DISTRICTS, found, file)
    expect(found.errors.map(formatProblem)).toEqual([
      expect.stringContaining('datapackage.json:atlas.map.boundaries.file'),
    ])
  },
)
