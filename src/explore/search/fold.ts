/** A text as it is compared, and where each of its characters stood. */
export interface Folded {
  readonly text: string
  /** For each UTF-16 unit of `text` the index in the original that it comes from; one more for the end. */
  readonly at: readonly number[]
}

/** Marks that combine with the letter before them, apostrophes and signs that nobody sees: nobody types them in a search box. */
const DROPPED = /[\p{M}\p{Cf}'’ʼ`]/gu

/**
 * Makes texts comparable: width, case, accents and apostrophes do not count, `ü` is the `v` of keyboards. Spaces of any kind are one
 * space each.
 */
export function fold(original: string): Folded {
  let text = ''
  const at: number[] = []
  let index = 0
  for (const character of original) {
    // Before it falls apart into letter and marks.
    const plain = /[üǖǘǚǜ]/iu.test(character) ? 'v' : character.normalize('NFKD').replace(DROPPED, '').toLowerCase()
    const folded = plain.replace(/\s/gu, ' ')
    for (let i = 0; i < folded.length; i += 1) at.push(index)
    text += folded
    index += character.length
  }
  at.push(original.length)
  return { text, at }
}
