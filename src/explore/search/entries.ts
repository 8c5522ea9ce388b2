import type { Catalog, SearchFile } from '../../model/pack.ts'
import type { PlaceKind } from '../../model/place.ts'
import type { Text } from '../../model/text.ts'
import { fold, type Folded } from './fold.ts'

export type EntryKind = 'place' | 'indicator' | 'source'

/** The Chinese name as it is said, and as it is typed by first letters. */
export interface Spoken {
  /** All syllables, and what is written in letters or digits between them: `changsanjiaog60kechuangzoulang`. */
  readonly joined: string
  /** Where in `joined` each syllable begins. */
  readonly starts: readonly number[]
  /** The first letter of each. */
  readonly initials: string
  /** Which part of the Chinese name each syllable says, as indexes: from, to. */
  readonly spans: readonly (readonly [from: number, to: number])[]
}

/** One thing that can be found. */
export interface Entry {
  readonly kind: EntryKind
  readonly id: string
  readonly name: Text
  /** Figures on record. */
  readonly count: number
  /** What comes first where two match equally well: 0 the city and districts, 1 zones, 2 places elsewhere, 3 indicators, 4 sources. */
  readonly tier: number
  readonly zh: Folded
  readonly en: Folded
  readonly spoken: Spoken
}

const PLACE_TIERS: Readonly<Record<PlaceKind, number>> = { city: 0, district: 0, zone: 1, outside: 2 }

/** Everything that can be found: names from the catalog, the rest from the search file. What the catalog does not know is left out. */
export function entriesOf(catalog: Catalog, file: SearchFile): Entry[] {
  const places = new Map(catalog.places.map((place) => [place.code, place]))
  const indicators = new Map(catalog.indicators.map((indicator) => [indicator.id, indicator]))
  const sources = new Map(catalog.sources.map((source) => [source.id, source]))
  return [
    ...file.places.flatMap(([code, pinyin, count]) => {
      const place = places.get(code)
      return place ? [entry('place', code, place.name, pinyin, count, PLACE_TIERS[place.kind])] : []
    }),
    ...file.indicators.flatMap(([id, pinyin, count]) => {
      const indicator = indicators.get(id)
      return indicator ? [entry('indicator', id, indicator.name, pinyin, count, 3)] : []
    }),
    ...file.sources.flatMap(([id, pinyin, count]) => {
      const source = sources.get(id)
      return source ? [entry('source', id, { zh: source.title, en: source.title }, pinyin, count, 4)] : []
    }),
  ]
}

/** What an entry goes by in lists, recent ones and tests. */
export function keyOf({ kind, id }: Pick<Entry, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

function entry(kind: EntryKind, id: string, name: Text, pinyin: string, count: number, tier: number): Entry {
  const zh = fold(name.zh)
  const en = name.en === name.zh ? zh : fold(name.en)
  return { kind, id, name, count, tier, zh, en, spoken: speak(name.zh, pinyin) }
}

const HAN = /\p{Script=Han}/u

export const HAN_RUN = /\p{Script=Han}+/gu

/** Chinese characters one by one, runs of letters and digits as one. */
const UNITS = /\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu

/** @param pinyin one syllable for each Chinese character of the name; where they do not go together the name is not said at all */
function speak(name: string, pinyin: string): Spoken {
  const syllables = pinyin === '' ? [] : pinyin.split(' ')
  const units = [...name.matchAll(UNITS)]
  const isHan = (unit: RegExpExecArray): boolean => HAN.test(unit[0])
  if (syllables.length === 0 || units.filter(isHan).length !== syllables.length) {
    return { joined: '', starts: [], initials: '', spans: [] }
  }
  let joined = ''
  let initials = ''
  let next = 0
  const starts: number[] = []
  const spans: (readonly [number, number])[] = []
  for (const unit of units) {
    const said = isHan(unit) ? (syllables[next++] ?? '') : fold(unit[0]).text
    starts.push(joined.length)
    spans.push([unit.index, unit.index + unit[0].length])
    joined += said
    // By UTF-16 unit, as `starts` counts: a syllable is never empty.
    initials += said.charAt(0)
  }
  return { joined, starts, initials, spans }
}
