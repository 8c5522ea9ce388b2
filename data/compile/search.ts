import { customPinyin, pinyin } from 'pinyin-pro'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { ObservationRow, SearchFile } from '../../src/model/pack.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import type { SmallTables } from './tables.ts'

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

customPinyin(READINGS)

const HAN = /\p{Script=Han}/u

/**
 * What the search box needs beyond the catalog's names: how they are said, how many figures each thing has, and which places a
 * source speaks of. Derived figures count with their indicator alone, as everywhere. Lists are sorted: the same input, the same bytes.
 */
export class SearchCount {
  private readonly ofPlace = new Map<string, number>()
  private readonly ofIndicator = new Map<string, number>()
  private readonly ofSource = new Map<string, number>()
  private readonly placesOf = new Map<string, Set<string>>()

  /** A figure that sources state. */
  add({ place, indicator, sources }: ObservationRow): void {
    count(this.ofPlace, place)
    count(this.ofIndicator, indicator)
    for (const source of sources) {
      count(this.ofSource, source)
      const places = this.placesOf.get(source)
      if (places) places.add(place)
      else this.placesOf.set(source, new Set([place]))
    }
  }

  addDerived({ indicator }: ObservationRow): void {
    count(this.ofIndicator, indicator)
  }

  result(tables: Pick<SmallTables, 'places' | 'indicators' | 'derived' | 'sources'>): SearchFile {
    const { ofPlace, ofIndicator, ofSource, placesOf } = this
    const indicators = [...tables.indicators, ...tables.derived]
    return {
      format: PACK_FORMAT,
      places: sorted(tables.places.map((row) => [row.code, spell(row.name_zh), ofPlace.get(row.code) ?? 0] as const)),
      indicators: sorted(indicators.map((row) => [row.id, spell(row.name_zh), ofIndicator.get(row.id) ?? 0] as const)),
      sources: sorted(
        // One that no figure names would lead to an empty page.
        tables.sources.flatMap(({ id, title }) => {
          const figures = ofSource.get(id)
          const places = [...(placesOf.get(id) ?? [])].sort(byCodeUnits)
          return figures === undefined ? [] : [[id, spell(title), figures, places] as const]
        }),
      ),
    }
  }
}

/**
 * How the Chinese characters of a name are said, without tones, `ü` as on keyboards: 漕河泾G60 → `cao he jing`. One syllable for
 * each Chinese character, so that a reader can tell which is whose; one that the library cannot read stands for itself.
 */
export function spell(name: string): string {
  const characters = [...name]
  const said = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
  if (said.length !== characters.length) throw new Error(`the pinyin of ${name} does not go with its characters`)
  return said.filter((_, i) => HAN.test(characters[i] ?? '')).join(' ')
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted<T extends readonly [string, ...unknown[]]>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => byCodeUnits(a[0], b[0]))
}
