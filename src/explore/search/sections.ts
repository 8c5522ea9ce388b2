import type { Messages } from '../../messages/messages.ts'
import type { Entry } from './entries.ts'
import type { Hit, Searcher } from './search.ts'

/** Results under one heading. */
export interface Section {
  readonly id: string
  readonly label: string
  readonly items: readonly Hit[]
  /** How many more there are than are shown. */
  readonly more: number
}

/** @param recent keys of what was found last. @returns what to list: results, or where nothing is typed recent ones and things to try */
export function sectionsOf(
  searcher: Searcher,
  typed: string,
  recent: readonly string[],
  words: Messages['search'],
): readonly Section[] {
  if (typed.trim() !== '') {
    return searcher.search(typed).map(({ kind, hits, total }) => ({
      ...{ id: kind, label: words.kinds[kind], items: hits, more: total - hits.length },
    }))
  }
  const known = [...new Set(recent)].flatMap((key) => searcher.byKeyOf(key) ?? [])
  const others = searcher.suggestions().filter((hit) => !known.some((each) => each.key === hit.key))
  return [
    { id: 'recent', label: words.recent, items: known, more: 0 },
    { id: 'suggestions', label: words.suggestions, items: others, more: 0 },
  ].filter((section) => section.items.length > 0)
}

/** Syllables of a sample: enough to be found by, few enough to be read. */
const SAMPLE = 2

/** The ways to type one name, shown where nothing was found: first letters, syllables, characters. */
export function samplesOf(searcher: Searcher): readonly string[] {
  const entry = searcher
    .suggestions()
    .flatMap((hit): Entry[] => (hit.kind === 'place' ? [hit.entry] : []))
    .at(-1)
  if (entry === undefined || entry.spoken.joined === '') return []
  const { joined, starts, initials, spans } = entry.spoken
  return [
    initials.slice(0, SAMPLE),
    joined.slice(0, starts[SAMPLE] ?? joined.length),
    entry.name.zh.slice(0, spans[SAMPLE - 1]?.[1] ?? entry.name.zh.length),
  ]
}
