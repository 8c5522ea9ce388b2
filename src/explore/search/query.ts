import { fold } from './fold.ts'
import type { Needle } from './match.ts'

/** Nobody types more to find something; what is pasted by mistake is cut. */
const LONGEST = 64

export interface Query {
  readonly whole: Needle
  /** The same in words: parted by spaces, and where Chinese characters meet letters or digits. */
  readonly words: readonly Needle[]
}

/** Where one script ends and the other begins. */
const SEAM = /(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu

/** @returns what to look for; no words where nothing was typed. */
export function queryOf(typed: string): Query {
  const text = fold([...typed].slice(0, LONGEST).join(''))
    .text.replace(/\s+/gu, ' ')
    .trim()
  const words = text.replace(SEAM, ' ').split(' ')
  return { whole: needle(text), words: words.filter((word) => word !== '').map(needle) }
}

/** The two parts of a query of two things, at each place where it may be cut: a place and an indicator, spaced or, in Chinese, not. */
export function cutsOf({ whole, words }: Query): (readonly [Query, Query])[] {
  if (words.length > 1) {
    return words.slice(1).map((_, i) => [part(words.slice(0, i + 1)), part(words.slice(i + 1))] as const)
  }
  const characters = [...whole.text]
  if (!/^\p{Script=Han}+$/u.test(whole.text)) return []
  // A name of one character is no name.
  return characters
    .slice(2, -1)
    .map((_, i) => [queryOf(characters.slice(0, i + 2).join('')), queryOf(characters.slice(i + 2).join(''))] as const)
}

function part(words: readonly Needle[]): Query {
  return { whole: needle(words.map((word) => word.text).join(' ')), words }
}

function needle(text: string): Needle {
  return { text, squashed: text.replace(/[\s·.-]/gu, '') }
}
