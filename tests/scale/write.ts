import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { PackDescriptor } from '../../data/compile/descriptor.ts'
import { COLUMNS } from '../../data/compile/rows.ts'
import type { Tables } from '../../data/compile/rows.ts'
import { boundaryFile, outlines } from './geometry.ts'
import * as invented from './invented.ts'
import type { Size } from './invented.ts'

type Row = Readonly<Record<string, string>>

/** Kept together before they are written, characters. */
const CHUNK = 1 << 20

/** What is written besides the figures: small tables, and the descriptor with the real one's columns and rules. */
export async function descriptorOf({ places }: Size): Promise<string> {
  const real = new URL('../../data/package/datapackage.json', import.meta.url)
  const descriptor = JSON.parse(await readFile(real, 'utf8')) as PackDescriptor & { resources: { path: string }[] }
  const first = invented.indicatorAt(0).id
  const text = (zh: string, en: string): { zh: string; en: string } => ({ zh, en })
  return JSON.stringify({
    ...descriptor,
    name: `synthetic-${places}`,
    title: 'Synthetic package, not data',
    description: 'Made-up figures that mean nothing, to measure how compile step and app grow',
    resources: descriptor.resources.filter(({ path }) => path.endsWith('.csv') || path === 'tours.json'),
    atlas: {
      ...descriptor.atlas,
      ...{ city: invented.CITY, defaults: { role: 'actual', indicator: first }, headlines: [], projectPairs: [] },
      title: text('虚设数据（测试用，非真实数据）', 'Synthetic data (for tests, not real)'),
      description: text(
        '全部是程序编造的数字，没有任何意义。',
        'All figures are made up by a program and mean nothing.',
      ),
      map: {
        ...descriptor.atlas.map,
        ...{ crs: 'WGS 84', inset: null, boundaries: { file: './boundaries.json', source: 'Made up by a program.' } },
        attribution: text('边界：程序编造', 'Boundaries: made up'),
        note: text('虚设的边界，不是地图。', 'Made-up outlines, no map of anything.'),
      },
    },
  })
}

/** The tables that are small, by name. */
export function smallTables(size: Size): Readonly<Record<Exclude<keyof Tables, 'observations'>, readonly Row[]>> {
  const places = Array.from({ length: size.places }, (_, at) => invented.placeAt(at))
  const plans = [...new Set(invented.yearsOf(size).map(invented.planOf))]
  const provinces = new Set(places.map((_, at) => invented.provinceOf(at)))
  const city = { zh: '虚设全域', en: 'All of Xu' }
  return {
    places: [
      { code: invented.CITY, kind: 'city', name_zh: city.zh, name_en: city.en },
      ...places.map(({ code, zh, en }) => ({
        code,
        kind: 'district',
        name_zh: zh,
        name_en: en,
        parents: invented.CITY,
      })),
    ],
    units: [
      { id: 'cny_yi', symbol_zh: '亿元', symbol_en: '100 million yuan', measure: 'cny', factor: '100000000' },
      { id: 'cny_wan', symbol_zh: '万元', symbol_en: '10,000 yuan', measure: 'cny', factor: '10000' },
      { id: 'ge', symbol_zh: '个', symbol_en: '', measure: 'count', factor: '1' },
      { id: 'percent', symbol_zh: '%', symbol_en: '%', measure: 'percent', factor: '1' },
      { id: 'km2', symbol_zh: '平方公里', symbol_en: 'km²', measure: 'area', factor: '1000000' },
      { id: 'cny_wan_per_km2', symbol_zh: '万元/平方公里', symbol_en: '', measure: 'cny_per_area', factor: '0.01' },
    ],
    indicators: Array.from({ length: size.indicators }, (_, at) => {
      const { id, zh, en, theme, kind } = invented.indicatorAt(at)
      const description = { description_zh: `${zh}，没有意义。`, description_en: `${en}, which means nothing.` }
      return { id, name_zh: zh, name_en: en, theme, measure: kind.measure, better: '', ...description }
    }),
    derived: [
      {
        ...{ id: 'made_up_ratio', name_zh: '虚设比值（推算）', name_en: 'Made-up ratio (derived)', theme: 'economy' },
        ...{ kind: 'ratio', numerator: invented.indicatorAt(0).id, denominator: invented.indicatorAt(4).id },
        ...{ unit: 'cny_wan_per_km2', max_gap: '3', nearest: 'yes', better: '' },
        ...{ description_zh: '两个虚设指标相除。', description_en: 'One made-up indicator by another.' },
      },
    ],
    sources: [
      ...[...provinces].flatMap((province) =>
        invented.yearsOf(size).map((year) => ({
          id: invented.yearbookId(province, year),
          title: `虚设统计年鉴（第${province + 1}卷）${year}`,
          publisher: `虚设统计局（第${province + 1}卷）`,
          published: `${year + 1}-0${(province % 9) + 1}`,
          url: `https://example.org/yearbook/${province + 1}/${year}`,
          kind: 'statistics',
        })),
      ),
      ...places.flatMap(({ zh }, at) =>
        plans.map((plan) => {
          const id = invented.reportId(at, plan)
          const document = `${id}.txt`
          return {
            ...{ id, document, sha256: createHash('sha256').update(document).digest('hex'), kind: 'plan' },
            ...{ title: `${zh}政府工作报告（至${plan}年）`, publisher: `${zh}人民政府`, published: `${plan - 4}-01` },
          }
        }),
      ),
    ],
    scopes: [{ id: 'forecast', name_zh: '预计', name_en: 'forecast' }],
    events: [],
    rejected: [],
  }
}

/** One line of observations.csv. No cell needs quotes. */
export function lineOf(place: string, indicator: string, unit: string, figure: invented.InventedFigure): string {
  const { id, scope, role, start, end, value, high, bound, certainty, source, span, printed, note } = figure
  const period = `${start},${end},`
  const spans = span === null ? ',' : `${span[0]},${span[1]}`
  return `${id},${place},${indicator},${scope},${role},${period},${value},${high},${unit},${bound},${certainty},,${source},${spans},${printed},${note}\n`
}

/**
 * Writes the package into a folder, which is emptied before.
 * @returns how many figures it has
 */
export async function writePackage(dir: string, size: Size): Promise<number> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'datapackage.json'), await descriptorOf(size))
  await writeFile(join(dir, 'tours.json'), '{"tours":[]}')
  for (const [name, rows] of Object.entries(smallTables(size))) {
    const columns = COLUMNS[name as keyof Tables]
    await writeFile(join(dir, `${name}.csv`), stringify([...rows], { header: true, columns: [...columns] }))
  }
  const rings = outlines(size.places, size.seed, size.vertices === undefined ? undefined : size.vertices / 4)
  const shapes = rings.map((ring, at) => ({ name: invented.placeAt(at).zh, ring }))
  await writeFile(join(dir, 'boundaries.json'), boundaryFile(shapes))
  return writeObservations(join(dir, 'observations.csv'), size)
}

async function writeObservations(path: string, size: Size): Promise<number> {
  const file = createWriteStream(path)
  let [text, count] = [`${COLUMNS.observations.join()}\n`, 0]
  const flush = async (): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  for (let place = 0; place < size.places; place++) {
    const { code } = invented.placeAt(place)
    for (let at = 0; at < size.indicators; at++) {
      const { id, kind } = invented.indicatorAt(at)
      for (const figure of invented.figuresOf(place, at, size)) {
        text += lineOf(code, id, kind.unit, figure)
        count += 1
      }
      if (text.length > CHUNK) await flush()
    }
  }
  await flush()
  file.end()
  await once(file, 'close')
  return count
}
