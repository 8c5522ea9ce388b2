import MiniSearch from 'minisearch'
import { HAN_RUN, keyOf, type Entry } from './entries.ts'
import type { Query } from './query.ts'

/** Typing errors forgiven, by the length of a word: shorter ones would be near to anything. */
const FORGIVEN = [
  { from: 8, edits: 2 },
  { from: 5, edits: 1 },
] as const

/** Names of places are said in so many syllables at least, and looked for by no more of them. */
const SYLLABLES = { least: 2, most: 4 } as const

/** Finds what is nearly what was typed, in letters: a slip of the finger in `caohejing`. */
export class NearIndex {
  private readonly index: MiniSearch
  private readonly entries: ReadonlyMap<string, Entry>

  constructor(entries: readonly Entry[]) {
    this.entries = new Map(entries.map((entry) => [keyOf(entry), entry]))
    this.index = new MiniSearch({
      fields: ['words'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => (term === '' ? null : term),
    })
    this.index.addAll(entries.map((entry) => ({ id: keyOf(entry), words: wordsOf(entry) })))
  }

  /** @returns entries each of whose words in the query is near, best first. */
  find({ words }: Query): Entry[] {
    const text = words.map((word) => word.squashed).join(' ')
    if (!/[a-z]{5}/u.test(text)) return []
    const found = this.index.search(text, {
      combineWith: 'AND',
      prefix: (term) => term.length > 1,
      fuzzy: (term) => FORGIVEN.find(({ from }) => term.length >= from)?.edits ?? false,
    })
    return found.flatMap(({ id }) => this.entries.get(String(id)) ?? [])
  }
}

/** Words of both names, and the Chinese one in runs of syllables. Titles are too many and too long for runs. */
function wordsOf({ kind, zh, en, spoken }: Entry): string {
  const written = `${zh.text} ${en.text}`.replace(HAN_RUN, ' ').split(/[^\p{L}\p{N}]+/u)
  return [...new Set([...written, ...(kind === 'source' ? [] : runsOf(spoken))])].join(' ')
}

function runsOf({ joined, starts }: Entry['spoken']): string[] {
  const { least, most } = SYLLABLES
  return starts.flatMap((from, i) =>
    Array.from({ length: most - least + 1 }, (_, more) => i + least + more)
      .filter((end) => end <= starts.length)
      .map((end) => joined.slice(from, starts[end] ?? joined.length)),
  )
}
