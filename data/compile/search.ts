import { customPinyin, pinyin } from 'pinyin-pro'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { ObservationRow, SearchFile } from '../../src/model/pack.ts'
import { compare } from './ordering.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, Tables } from './rows.ts'

/** Where the library reads a name otherwise than its people do, or cuts words where none end (市长·宁区, 执·行情·况). */
const READINGS: Readonly<Record<string, string>> = {
  闵行: 'mǐn háng',
  閔行: 'mǐn háng',
  莘庄: 'xīn zhuāng',
  莘莊: 'xīn zhuāng',
  市长宁区: 'shì cháng níng qū',
  执行情况: 'zhí xíng qíng kuàng',
  运行情况: 'yùn xíng qíng kuàng',
  重大: 'zhòng dà',
}

const HAN = /\p{Script=Han}/u

/**
 * What the search box needs beyond the catalog's names: how they are said, how many figures each thing has, and which places a
 * source speaks of. Derived figures count with their indicator alone, as everywhere. Lists are sorted: the same input, the same bytes.
 */
export function buildSearch(tables: Tables, derived: readonly ObservationRow[]): SearchFile {
  const { observations } = tables
  const ofPlace = countBy(observations, (row) => [row.place])
  const ofIndicator = countBy([...observations, ...derived], (row) => [row.indicator])
  const ofSource = countBy(observations, (row) => splitIds(row.source))
  const indicators = [...tables.indicators, ...tables.derived]
  return {
    format: PACK_FORMAT,
    places: sorted(tables.places.map((row) => [row.code, spell(row.name_zh), ofPlace.get(row.code) ?? 0] as const)),
    indicators: sorted(indicators.map((row) => [row.id, spell(row.name_zh), ofIndicator.get(row.id) ?? 0] as const)),
    sources: sorted(
      tables.sources
        // One that no figure names would lead to an empty page.
        .filter((row) => ofSource.has(row.id))
        .map((row) => [row.id, spell(row.title), ofSource.get(row.id) ?? 0, placesOf(row.id, observations)] as const),
    ),
  }
}

/**
 * How the Chinese characters of a name are said, without tones, `ü` as on keyboards: 漕河泾G60 → `cao he jing`. One syllable for
 * each Chinese character, so that a reader can tell which is whose; one that the library cannot read stands for itself.
 */
export function spell(name: string): string {
  customPinyin(READINGS)
  const characters = [...name]
  const said = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
  if (said.length !== characters.length) throw new Error(`the pinyin of ${name} does not go with its characters`)
  return said.filter((_, i) => HAN.test(characters[i] ?? '')).join(' ')
}

function countBy<T>(rows: readonly T[], keys: (row: T) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of rows.flatMap(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function placesOf(source: string, observations: readonly ObservationRecord[]): string[] {
  const rows = observations.filter((row) => splitIds(row.source).includes(source))
  return [...new Set(rows.map((row) => row.place))].sort(compare)
}

function sorted<T extends readonly [string, ...unknown[]]>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => compare(a[0], b[0]))
}
