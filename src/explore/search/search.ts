import type { Catalog, SearchFile } from '../../model/pack.ts'
import { entriesOf, keyOf, type Entry, type EntryKind } from './entries.ts'
import { FUZZY, joinMatches, match, type Grade, type Match } from './match.ts'
import { NearIndex } from './near.ts'
import { cutsOf, queryOf, type Query } from './query.ts'

/** One result: a thing, or a place and an indicator at once. */
export type Hit = EntryHit | JumpHit

export interface EntryHit {
  readonly key: string
  readonly kind: EntryKind
  readonly entry: Entry
  readonly match: Match
}

export interface JumpHit {
  readonly key: string
  readonly kind: 'jump'
  readonly place: Entry
  readonly indicator: Entry
}

export type HitKind = Hit['kind']

export interface HitGroup {
  readonly kind: HitKind
  /** The best of them. */
  readonly hits: readonly Hit[]
  /** How many there are. */
  readonly total: number
}

/** How many of each kind are shown; who wants others types more. */
const SHOWN: Readonly<Record<HitKind, number>> = { jump: 3, place: 8, indicator: 8, source: 6 }
const KINDS = ['place', 'indicator', 'source'] as const

type Find = (query: Query) => readonly EntryHit[]

/** Candidates on each side of a cut. */
const SIDE = { place: 3, indicator: 40 } as const

/** What a screen asks: finds by what is typed, and by key what was found before. */
export class Searcher {
  private readonly entries: readonly Entry[]
  private readonly byKey: ReadonlyMap<string, Entry>
  private readonly city: string
  private near: NearIndex | null = null
  /** `place|indicator` that have figures. */
  private readonly covered: ReadonlySet<string>

  constructor(catalog: Catalog, file: SearchFile) {
    this.city = catalog.city
    this.entries = entriesOf(catalog, file)
    this.byKey = new Map(this.entries.map((entry) => [keyOf(entry), entry]))
    this.covered = new Set(catalog.coverage.flatMap((cell) => cell.places.map((place) => `${place}|${cell.indicator}`)))
  }

  /** @returns groups of results, the group of the best match first; none for nothing typed or nothing found. Never throws. */
  search(typed: string): readonly HitGroup[] {
    const query = queryOf(typed)
    if (query.words.length === 0) return []
    const { found, jumps } = this.results(query)
    const groups = KINDS.flatMap((kind) => {
      const hits = found.filter((hit) => hit.kind === kind)
      return hits.length === 0
        ? []
        : [{ kind, hits: hits.slice(0, SHOWN[kind]), total: hits.length, best: bestOf(hits) }]
    })
    return [
      ...(jumps.length === 0 ? [] : [{ kind: 'jump' as const, hits: jumps, total: jumps.length }]),
      ...groups.sort((a, b) => a.best - b.best).map(({ kind, hits, total }) => ({ kind, hits, total })),
    ]
  }

  /** @returns what has a key such as `place:a` or `jump:a:gdp`; null where the pack has it no more. */
  byKeyOf(key: string): Hit | null {
    const entry = this.byKey.get(key)
    if (entry) return { key, kind: entry.kind, entry, match: { grade: 0, zh: [], en: [] } }
    const [kind, code, id, ...rest] = key.split(':')
    if (kind !== 'jump' || rest.length > 0) return null
    const place = this.byKey.get(`place:${code}`)
    const indicator = this.byKey.get(`indicator:${id}`)
    return place && indicator && this.covers(place, indicator) ? jumpOf(place, indicator) : null
  }

  /**
   * What a visitor may try: the district, the zone and the indicator of most figures, and that district with that indicator.
   */
  suggestions(): readonly Hit[] {
    const most = (kind: EntryKind, tier: number): Entry | undefined =>
      this.entries
        .filter((e) => e.kind === kind && e.tier === tier && e.count > 0 && e.id !== this.city)
        .sort(byRank)[0]
    const [district, zone, indicator] = [most('place', 0), most('place', 1), most('indicator', 3)]
    const jump = district && indicator && this.covers(district, indicator) ? [jumpOf(district, indicator)] : []
    return [
      ...[district, zone, indicator].flatMap((entry) => (entry ? (this.byKeyOf(keyOf(entry)) ?? []) : [])),
      ...jump,
    ]
  }

  /** What is as typed; only where nothing is, what is nearly so, which takes an index of its own and so longer the first time. */
  private results(query: Query): { readonly found: readonly EntryHit[]; readonly jumps: readonly Hit[] } {
    const found = this.direct(query)
    // In Chinese without a space a query that is found as it stands is not two.
    const jumps = query.words.length < 2 && found.length > 0 ? [] : this.jumps(query, (each) => this.direct(each))
    if (found.length > 0 || jumps.length > 0) return { found, jumps }
    const nearly = this.nearly(query)
    return { found: nearly, jumps: nearly.length > 0 ? [] : this.jumps(query, (each) => this.either(each)) }
  }

  /** What matches, best first. */
  private direct(query: Query): readonly EntryHit[] {
    return this.entries
      .flatMap((entry) => {
        const how = matchQuery(entry, query)
        return how ? [hitOf(entry, how)] : []
      })
      .sort(byHit)
  }

  /** What nearly matches: the library's order, which knows how near each is, within a kind of thing. */
  private nearly(query: Query): readonly EntryHit[] {
    this.near ??= new NearIndex(this.entries)
    return this.near
      .find(query)
      .map((entry) => hitOf(entry, { grade: FUZZY, zh: [], en: [] }))
      .sort((a, b) => a.entry.tier - b.entry.tier)
  }

  private either(query: Query): readonly EntryHit[] {
    const found = this.direct(query)
    return found.length > 0 ? found : this.nearly(query)
  }

  /** A place and an indicator in one query, where the place has figures of it. @param find what finds either */
  private jumps(query: Query, find: Find): readonly Hit[] {
    const pairs = cutsOf(query).flatMap(([left, right]) => [
      ...this.pairs(left, right, find),
      ...this.pairs(right, left, find),
    ])
    const sorted = pairs.sort(
      (a, b) => a.grade - b.grade || byRank(a.place, b.place) || byRank(a.indicator, b.indicator),
    )
    const hits = new Map(
      sorted.map(({ place, indicator }) => [`${place.id}|${indicator.id}`, jumpOf(place, indicator)]),
    )
    return [...hits.values()].slice(0, SHOWN.jump)
  }

  private pairs(ofPlace: Query, ofIndicator: Query, find: Find): { place: Entry; indicator: Entry; grade: number }[] {
    const side = (query: Query, kind: 'place' | 'indicator') =>
      find(query)
        .filter((hit) => hit.kind === kind)
        .slice(0, SIDE[kind])
    const places = side(ofPlace, 'place')
    if (places.length === 0) return []
    const indicators = side(ofIndicator, 'indicator')
    return places.flatMap((place) =>
      indicators
        .filter((indicator) => this.covers(place.entry, indicator.entry))
        .map((indicator) => ({
          place: place.entry,
          indicator: indicator.entry,
          grade: place.match.grade + indicator.match.grade,
        })),
    )
  }

  private covers(place: Entry, indicator: Entry): boolean {
    return this.covered.has(`${place.id}|${indicator.id}`)
  }
}

/** As it stands, or else word by word, in any order. */
function matchQuery(entry: Entry, { whole, words }: Query): Match | null {
  const direct = match(entry, whole)
  if (direct || words.length < 2) return direct
  const each = words.map((word) => match(entry, word))
  const all = each.filter((how) => how !== null)
  if (all.length < each.length) return null
  const joined = joinMatches(all)
  return { ...joined, grade: joined.grade < 2 ? 2 : joined.grade }
}

function hitOf(entry: Entry, how: Match): EntryHit {
  return { key: keyOf(entry), kind: entry.kind, entry, match: how }
}

function jumpOf(place: Entry, indicator: Entry): JumpHit {
  return { key: `jump:${place.id}:${indicator.id}`, kind: 'jump', place, indicator }
}

function bestOf(hits: readonly { readonly match: Match }[]): Grade {
  return hits.reduce<Grade>((best, hit) => (hit.match.grade < best ? hit.match.grade : best), FUZZY)
}

function byHit(a: EntryHit, b: EntryHit): number {
  return a.match.grade - b.match.grade || byRank(a.entry, b.entry)
}

/** Districts, zones, indicators, sources; among them those of most figures, then short names. */
function byRank(a: Entry, b: Entry): number {
  return (
    a.tier - b.tier ||
    b.count - a.count ||
    a.name.zh.length - b.name.zh.length ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}
