import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { ObservationRow, ToursFile } from '../../src/model/pack.ts'
import { figuresOf, readTours, type Tour, type TourProblem } from '../../src/model/tour.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import type { PackDescriptor } from './descriptor.ts'
import { readJson } from './descriptor.ts'
import type { Problems } from './problems.ts'
import type { ObservationRecord, Tables } from './rows.ts'
import { toRow } from './shards.ts'
import { sceneRules, type Report } from './tour-rules.ts'

const FILE = 'tours.json'

/** A tour as the file has it. */
interface FileTour extends Tour {
  /** The number of each scene in the file, from 1: scenes that could not be read are left out. */
  readonly numbers: readonly number[]
}

/** Reads `tours.json`; what is wrong with its shape is reported, scene by scene. */
export async function readToursFile(dir: string, problems: Problems): Promise<readonly FileTour[]> {
  const json = await readJson(dir, FILE, problems)
  if (!json) return []
  const { tours, problems: found } = readTours(json.value)
  for (const { tour, scene, field, value, expected } of found) {
    const column = [tour, scene, field].filter((part) => part !== null && part !== '').join('.')
    problems.error({ file: FILE, column, ...(value !== '' && { value }) }, EXPECTED[expected])
  }
  checkKeys(json.value, problems)
  return tours.map((tour) => {
    const isLost = (number: number): boolean =>
      found.some(({ tour: id, scene, field }) => id === tour.id && scene === number && LOSING.has(field))
    const inFile = tour.scenes.length + found.filter(({ tour: id }) => id === tour.id).length
    const numbers = Array.from({ length: inFile }, (_, i) => i + 1).filter((number) => !isLost(number))
    return { ...tour, numbers }
  })
}

/** A scene without these is left out by `readTours`. */
const LOSING: ReadonlySet<string> = new Set(['title', 'view'])

/** What each field should have been, for the clerk. */
const EXPECTED: Readonly<Record<TourProblem['expected'], string>> = {
  tours: '应为 {"tours": [...]} | expected {"tours": [...]}',
  id: '应为字母、数字、- _ . 组成的编号 | expected an id of letters, digits and - _ .',
  'unique-id': '编号重复 | this id is taken by an earlier tour',
  text: '应为 {"zh": "…", "en": "…"}，不超过 600 字 | expected {"zh": "…", "en": "…"}, at most 600 characters each',
  scenes: '应为 1 至 200 个场景 | expected 1 to 200 scenes',
  layout: '没有这种版式 | no such layout',
  view: '应为链接的查询部分，如 role=actual&indicator=gdp | expected a link’s query, as role=actual&indicator=gdp',
  seconds: '应为 3 至 3600 秒，或 null | expected 3 to 3600 seconds, or null',
  figures: '应为至多 4 个数据编号 | expected at most 4 ids of observations',
  boolean: '应为 true 或 false | expected true or false',
}

const TOUR_KEYS = ['id', 'title', 'scenes']
const SCENE_KEYS = ['title', 'caption', 'notes', 'layout', 'view', 'seconds', 'figures', 'run']
const TEXT_KEYS = ['zh', 'en']
const TEXT_FIELDS = ['title', 'caption', 'notes']

/** The app passes over a key that it does not know; in the package it is a slip of the pen, and what was meant would be missing. */
function checkKeys(value: unknown, problems: Problems): void {
  const check = (record: unknown, known: readonly string[], column: string): void => {
    for (const key of Object.keys(recordOf(record))) {
      if (known.includes(key)) continue
      problems.error(
        { file: FILE, column: column === '' ? null : column, value: key },
        `没有这个字段，应为：${known.join('、')} | no such field: expected ${known.join(', ')}`,
      )
    }
  }
  check(value, ['tours'], '')
  listOf(recordOf(value)['tours']).forEach((tour, i) => {
    const { id = i + 1, title, scenes } = recordOf(tour)
    check(tour, TOUR_KEYS, String(id))
    check(title, TEXT_KEYS, `${String(id)}.title`)
    listOf(scenes).forEach((scene, at) => {
      const column = `${String(id)}.${at + 1}`
      check(scene, SCENE_KEYS, column)
      for (const field of TEXT_FIELDS) check(recordOf(scene)[field], TEXT_KEYS, `${column}.${field}`)
    })
  })
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Holds every scene against the package: see tour-rules.ts. All tours and scenes in one run. */
export function checkTours(
  tours: readonly FileTour[],
  tables: Tables,
  { atlas }: Pick<PackDescriptor, 'atlas'>,
  problems: Problems,
): void {
  const rules = sceneRules(tables, atlas)
  for (const tour of tours) {
    const at = (...parts: readonly (string | number)[]): Report => ({
      error: (field, value, message) =>
        problems.error({ file: FILE, column: [tour.id, ...parts, field].join('.'), value }, message),
      warning: (field, value, message) =>
        problems.warning({ file: FILE, column: [tour.id, ...parts, field].join('.'), value }, message),
    })
    rules.checkTitle(tour.title, at())
    tour.scenes.forEach((scene, i) => rules.checkScene(scene, at(tour.numbers[i] ?? i + 1)))
  }
}

/** @returns the ids of all figures that tours name. */
export function namedFigures(tours: readonly Tour[]): ReadonlySet<string> {
  return new Set(tours.flatMap((tour) => tour.scenes.flatMap((scene) => figuresOf(scene))))
}

/** @returns the tours with every figure that they name, by id. */
export function buildTours(
  tours: readonly Tour[],
  observations: readonly ObservationRecord[],
  derived: readonly ObservationRow[],
): ToursFile {
  const named = namedFigures(tours)
  const figures = [
    ...observations.filter((row) => named.has(row.id)).map(toRow),
    ...derived.filter((row) => named.has(row.id)),
  ]
  return {
    format: PACK_FORMAT,
    tours: tours.map(({ id, title, scenes }) => ({ id, title, scenes })),
    figures: figures.sort((a, b) => byCodeUnits(a.id, b.id)),
  }
}
