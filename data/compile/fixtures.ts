import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PackDescriptor } from './descriptor.ts'
import { COLUMNS } from './rows.ts'
import type { Tables } from './rows.ts'

/** A small made-up package for tests: the real datapackage.json's tables, a few places and figures, one document. */
export const DOCUMENT =
  '区里去年签约78个项目，总投资约24万元。\n到2020年，新增企业50项以上，研发占比超8%。𠮷祥园有企业120余家，产值3-5亿元。'

type Row = Record<string, string>
type Rows = Record<keyof Tables, Row[]>

export const SHA256 = createHash('sha256').update(DOCUMENT).digest('hex')

/** @returns a row of observations.csv whose span is found in the document; `fields` override. */
export function figure(id: string, printed: string, value: string, fields: Row = {}): Row {
  const start = [...DOCUMENT.slice(0, DOCUMENT.indexOf(printed))].length
  return {
    ...{
      id,
      place: '310112',
      indicator: 'projects',
      role: 'project',
      value,
      unit: 'ge',
      bound: 'exact',
      certainty: 'stated',
    },
    ...{ source: 'doc', span_start: String(start), span_end: String(start + [...printed].length), as_printed: printed },
    ...fields,
  }
}

export function fixtureRows(): Rows {
  const district = (code: string, name_zh: string, name_en: string): Row => ({
    code,
    kind: 'district',
    name_zh,
    name_en,
    parents: '310000',
  })
  const unit = (id: string, symbol_zh: string, measure: string, factor: string): Row => ({
    id,
    symbol_zh,
    symbol_en: symbol_zh,
    measure,
    factor,
  })
  const indicator = (id: string, measure: string, theme = 'projects'): Row => ({
    ...{ id, name_zh: id, name_en: id, theme, measure, better: 'higher' },
    ...{ description_zh: `${id}。`, description_en: `${id}.` },
  })
  return {
    places: [
      { code: '310000', kind: 'city', name_zh: '上海市', name_en: 'Shanghai', lon: '121.47', lat: '31.23' },
      district('310104', '徐汇区', 'Xuhui'),
      district('310112', '闵行区', 'Minhang'),
      district('310151', '崇明区', 'Chongming'),
      {
        code: 'garden',
        kind: 'zone',
        name_zh: '园',
        name_en: 'Garden',
        parents: '310104;310112',
        lon: '121.4',
        lat: '31.1',
        note: '近似 | approximate',
      },
      { code: 'elsewhere', kind: 'outside', name_zh: '外地', name_en: 'Elsewhere' },
    ],
    units: [
      unit('ge', '个', 'count', '1'),
      unit('jia', '家', 'count', '1'),
      unit('xiang', '项', 'count', '1'),
      unit('cny_wan', '万元', 'cny', '10000'),
      unit('cny_yi', '亿元', 'cny', '100000000'),
      unit('percent', '%', 'percent', '1'),
    ],
    indicators: [
      indicator('projects', 'count'),
      indicator('enterprises', 'count', 'enterprise'),
      indicator('investment', 'cny', 'investment'),
      indicator('rd_share', 'percent', 'innovation'),
      indicator('output', 'cny', 'economy'),
    ],
    derived: [
      {
        ...{ id: 'output_per_enterprise', name_zh: '户均产值（推算）', name_en: 'Output per enterprise (derived)' },
        ...{ theme: 'economy', kind: 'ratio', numerator: 'output', denominator: 'enterprises', unit: 'cny_wan' },
        ...{
          max_gap: '2',
          better: 'higher',
          description_zh: '产值除以企业数。',
          description_en: 'Output by enterprises.',
        },
      },
      {
        ...{ id: 'output_share', name_zh: '产值占全市比重（推算）', name_en: 'Share of the city’s output (derived)' },
        ...{ theme: 'economy', kind: 'share_of_city', numerator: 'output', denominator: 'output', unit: 'percent' },
        ...{ max_gap: '0', description_zh: '占全市。', description_en: 'Of the city.' },
      },
    ],
    sources: [
      {
        id: 'doc',
        document: 'doc.txt',
        sha256: SHA256,
        title: '计划',
        publisher: '区政府',
        published: '2018-07-31',
        kind: 'plan',
      },
      {
        id: 'page',
        title: 'Page',
        publisher: '区报',
        published: '2025-01',
        url: 'https://example.org/a',
        kind: 'news',
      },
    ],
    scopes: [{ id: 'foreign', name_zh: '外资', name_en: 'foreign-invested' }],
    events: [{ id: 'fair', place: 'garden', date: '2018-07', name_zh: '展会', name_en: 'Fair' }],
    observations: [
      figure('doc-001', '78个', '78', { note: '签约数 | signed', event: 'fair' }),
      figure('doc-002', '约24万元', '24', {
        indicator: 'investment',
        role: 'investment',
        unit: 'cny_wan',
        bound: 'approx',
        period_start: '2017',
        period_end: '2017',
      }),
      figure('doc-003', '50项以上', '50', {
        unit: 'xiang',
        bound: 'at_least',
        role: 'target',
        period_end: '2020',
        scope: 'foreign',
      }),
      figure('doc-004', '超8%', '8', {
        indicator: 'rd_share',
        unit: 'percent',
        bound: 'at_least',
        role: 'target',
        period_end: '2020',
      }),
      figure('doc-005', '120余家', '120', {
        place: 'garden',
        indicator: 'enterprises',
        unit: 'jia',
        bound: 'at_least',
        role: 'actual',
        source: 'doc;page',
      }),
      figure('doc-006', '3-5亿元', '3', {
        place: '310104',
        indicator: 'output',
        unit: 'cny_yi',
        bound: 'range',
        value_high: '5',
        role: 'actual',
        period_start: '2018-07-31',
        period_end: '2018-07-31',
      }),
    ],
    rejected: [
      {
        id: 'doc-r01',
        role: 'actual',
        value: '2020',
        source: 'doc',
        span_start: '23',
        span_end: '27',
        as_printed: '2020',
        reason: '年份 | a year',
      },
    ],
  }
}

export function csv(name: keyof Tables, rows: readonly Row[]): string {
  const lines = [COLUMNS[name], ...rows.map((row) => COLUMNS[name].map((column) => row[column] ?? ''))]
  return lines.map((cells) => `${cells.map(quote).join(',')}\n`).join('')
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export interface Fixture {
  readonly dir: string
  readonly documents: string
}

export interface Changes {
  /** Changes the rows before they are written. */
  readonly rows?: (rows: Rows) => void
  /** Changes datapackage.json. */
  readonly descriptor?: (descriptor: PackDescriptor) => void
  /** File contents that replace what the rows gave; null: no such file. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>
}

/** @returns a new empty folder that is gone after the test. */
export async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'atlas-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  return dir
}

/** Writes a package and its document into new temporary folders. */
export async function writeFixture({ rows: change, descriptor: alter, files = {} }: Changes = {}): Promise<Fixture> {
  const root = await temporaryDir()
  const dir = join(root, 'package')
  const documents = join(root, 'documents')
  const rows = fixtureRows()
  change?.(rows)
  const descriptor = JSON.parse(
    await readFile(join(import.meta.dirname, '../package/datapackage.json'), 'utf8'),
  ) as PackDescriptor
  descriptor.name = 'fixture'
  descriptor.atlas.defaults = { role: 'project', indicator: 'projects' }
  descriptor.atlas.projectPairs = []
  descriptor.atlas.headlines = ['doc-001']
  descriptor.atlas.map.inset = { name: { zh: '中心', en: 'Centre' }, places: ['310104'] }
  alter?.(descriptor)
  const contents: Record<string, string | Uint8Array | null> = {
    'datapackage.json': JSON.stringify(descriptor),
    'tours.json': '{"tours":[]}',
    'gallery.json': '{"embeds":[]}',
  }
  for (const name of Object.keys(rows) as (keyof Tables)[]) contents[`${name}.csv`] = csv(name, rows[name])
  await mkdir(dir)
  await mkdir(documents)
  await writeFile(join(documents, 'doc.txt'), DOCUMENT)
  for (const [name, content] of Object.entries({ ...contents, ...files })) {
    if (content !== null) await writeFile(join(dir, name), content)
  }
  return { dir, documents }
}
