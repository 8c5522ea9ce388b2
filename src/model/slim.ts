import { decode, encode } from './codes.ts'
import type { Role, Source } from './observation.ts'
import type { Catalog, Coverage, FileRef, PACK_FORMAT, RecordCount } from './pack.ts'
import { PACK_FORMAT as FORMAT } from './pack.ts'
import {
  namedWordsOf,
  numbersOf,
  readNamedWords,
  readNumbers,
  readWords,
  wordsOf,
  type NamedWords,
  type Numbers,
  type Words,
} from './words.ts'

/** What of a catalog comes after the first view, where the pack is large. */
type Late = Pick<Catalog, 'sources' | 'records' | 'byPlace'>

/** The catalog of a large pack: without what comes later; the places of coverage as runs. */
export interface SlimCatalog extends Omit<Catalog, keyof Late | 'coverage'> {
  /** `places`: codes by their number in the catalog, as gap and length of each run (`codes.ts`). */
  readonly coverage: readonly (Omit<Coverage, 'places'> & { readonly places: string })[]
  readonly slim: true
}

/** The rest of a large pack's catalog: sources, counts, and where the figures of each place are. */
export interface RestFile {
  readonly format: typeof PACK_FORMAT
  readonly sources: readonly Source[]
  readonly records: {
    readonly count: number
    readonly place: NamedWords
    readonly role: Words<Role>
    readonly year: Words<number | null>
    readonly counts: Numbers
  }
  /** Files of places; in the whole catalog they follow those of indicators. */
  readonly shards: readonly FileRef[]
  readonly byPlace: Readonly<Record<string, number>>
}

/** @returns the rest as its file has it. */
export function packRest({ records, ...rest }: Late & Pick<Catalog, 'shards'>): RestFile {
  return {
    format: FORMAT,
    ...rest,
    records: {
      count: records.length,
      place: namedWordsOf(records.map(({ place }) => place)),
      role: wordsOf(records.map(({ role }) => role)),
      year: wordsOf(records.map(({ year }) => year)),
      counts: numbersOf(records.map(({ count }) => count)),
    },
  }
}

/** @returns a slim catalog as all else knows it, with nothing yet of what comes later. @throws RangeError where it is broken */
export function fromSlim(file: SlimCatalog): Catalog {
  const { slim: _slim, coverage, ...catalog } = file
  const codes = catalog.places.map(({ code }) => code)
  return {
    ...catalog,
    ...{ sources: [], records: [], byPlace: {}, awaited: true },
    coverage: coverage.map(({ places, ...each }) => ({ ...each, places: readRuns(places, codes) })),
  }
}

/** @returns the whole catalog. @throws RangeError where the rest is broken, or of another catalog */
export function withRest(first: Catalog, rest: RestFile): Catalog {
  const { awaited: _awaited, ...catalog } = first
  const { count, place, role, year, counts } = rest.records
  const [places, roles] = [readNamedWords(place, count), readWords(role, count)]
  const [years, numbers] = [readWords(year, count), readNumbers(counts, count)]
  const shards = [...catalog.shards, ...rest.shards]
  if (Object.values(rest.byPlace).some((at) => at >= shards.length)) throw new RangeError('byPlace: no such file')
  const records = places.map((code, i): RecordCount => ({
    place: code,
    role: roles[i] as Role,
    year: years[i] ?? null,
    count: numbers[i] ?? 0,
  }))
  return { ...catalog, sources: rest.sources, records, shards, byPlace: rest.byPlace }
}

/** @param chosen some of `codes`, in their order @returns for each run of neighbours: how many are passed over, how many are in it */
export function packRuns(chosen: readonly string[], codes: readonly string[]): string {
  const numbers: number[] = []
  const is = new Set(chosen)
  let [at, start] = [0, 0]
  while (at < codes.length) {
    while (at < codes.length && !is.has(codes[at] ?? '')) at += 1
    const gap = at - start
    const from = at
    while (at < codes.length && is.has(codes[at] ?? '')) at += 1
    if (at > from) numbers.push(gap, at - from)
    start = at
  }
  return encode(numbers)
}

function readRuns(runs: string, codes: readonly string[]): readonly string[] {
  const numbers = decode(runs)
  const chosen: string[] = []
  let at = 0
  for (let i = 0; i < numbers.length; i += 2) {
    at += numbers[i] ?? 0
    const length = numbers[i + 1] ?? 0
    if (length < 1 || at < 0 || at + length > codes.length) throw new RangeError('coverage: no such places')
    chosen.push(...codes.slice(at, at + length))
    at += length
  }
  return chosen
}
