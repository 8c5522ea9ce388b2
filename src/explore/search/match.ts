import type { Entry, EntryKind } from './entries.ts'
import type { Folded } from './fold.ts'

/** How well an entry fits: 0 it is what was typed, 1 it begins so, 2 it has that in it, 3 it is nearly that. Lower is better. */
export type Grade = 0 | 1 | 2 | 3

export const FUZZY = 3

/** A part of a name, as indexes into it. */
export type Range = readonly [from: number, to: number]

/** How an entry matches, and which parts of its names do. */
export interface Match {
  readonly grade: Grade
  readonly zh: readonly Range[]
  readonly en: readonly Range[]
}

/** What one types is looked for as it stands and, for what is said, without its spaces. */
export interface Needle {
  /** Folded, spaces single. */
  readonly text: string
  /** The same without spaces and marks. */
  readonly squashed: string
}

/** Shorter pieces within words of English are everywhere. */
const WITHIN_WORD = 3

/** First letters from the middle of a name: the longer the names, the more letters stand side by side by chance. */
const WITHIN: Readonly<Record<EntryKind, number>> = { place: 2, indicator: 4, source: 6 }

const LETTERS = /^[a-z0-9]+$/
const LETTER_BEFORE = /[\p{L}\p{N}]/u

/** @returns how the entry has all of the needle in one of its names, in how it is said or in first letters; null: it has not. */
export function match(entry: Entry, needle: Needle): Match | null {
  if (needle.text === '') return null
  if (entry.id.toLowerCase() === needle.text) return { grade: 0, zh: [], en: [] }
  const zh = inText(entry.zh, needle.text) ?? inText(entry.zh, needle.squashed)
  const en = entry.en === entry.zh ? zh : inText(entry.en, needle.text)
  const said = LETTERS.test(needle.squashed) ? inSpoken(entry, needle.squashed) : null
  const found = [zh, en, said].filter((each) => each !== null)
  if (found.length === 0) return null
  const grade = found.reduce<Grade>((best, each) => (each.grade < best ? each.grade : best), 2)
  // Marked where it is written; said only where it is not.
  return { grade, zh: zh ? [zh.range] : said ? [said.range] : [], en: en ? [en.range] : [] }
}

interface Found {
  readonly grade: Grade
  readonly range: Range
}

function inText({ text, at }: Folded, needle: string): Found | null {
  if (needle === '') return null
  for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + 1)) {
    const to = from + needle.length
    const inWord = LETTERS.test(needle.charAt(0)) && LETTER_BEFORE.test(text.charAt(from - 1))
    if (inWord && needle.length < WITHIN_WORD) continue
    const grade = from > 0 ? 2 : text.length === needle.length ? 0 : 1
    return { grade, range: [at[from] ?? 0, at[to] ?? at.at(-1) ?? 0] }
  }
  return null
}

/** Syllables from the beginning of any, the last of them perhaps half typed; or first letters. */
function inSpoken({ kind, spoken }: Entry, needle: string): Found | null {
  const { joined, starts, initials, spans } = spoken
  const parts = (first: number, last: number): Range => [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? 0]
  for (const [first, start] of starts.entries()) {
    if (!joined.startsWith(needle, start)) continue
    const last = starts.findLastIndex((each) => each < start + needle.length)
    const grade = first > 0 ? 2 : joined.length === needle.length ? 0 : 1
    return { grade, range: parts(first, last) }
  }
  const first = initials.indexOf(needle)
  if (first < 0 || (first > 0 && needle.length < WITHIN[kind])) return null
  return { grade: first === 0 ? 1 : 2, range: parts(first, first + needle.length - 1) }
}

/** Joins how the words of a query match one entry: as well as the worst of them. */
export function joinMatches(matches: readonly Match[]): Match {
  return {
    grade: matches.reduce<Grade>((worst, each) => (each.grade > worst ? each.grade : worst), 0),
    zh: mergeRanges(matches.flatMap((each) => each.zh)),
    en: mergeRanges(matches.flatMap((each) => each.en)),
  }
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}
