/**
 * Whole numbers as text, for JSON: the printable characters but `"` and `\` are split into 46 that end a number and 46 that tell of more
 * to come, so that small numbers take one character each, and no comma. A compressor makes less of it than of decimals.
 */
const BASE = 46
const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
  (c) => c !== '"' && c !== '\\',
)
const LAST = ALPHABET.slice(0, BASE)
const MORE = ALPHABET.slice(BASE, 2 * BASE)
/** By character code: the digit, plus `BASE` where more is to come. */
const DIGITS: readonly number[] = Array.from({ length: 127 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))

/** @param numbers whole, below 2^52 in size */
export function encode(numbers: readonly number[]): string {
  let text = ''
  for (const number of numbers) {
    // Zigzag: 0, -1, 1, -2, … become 0, 1, 2, 3, …
    let left = number < 0 ? -2 * number - 1 : 2 * number
    let code = LAST[left % BASE] ?? ''
    for (left = Math.floor(left / BASE); left > 0; left = Math.floor(left / BASE))
      code = (MORE[left % BASE] ?? '') + code
    text += code
  }
  return text
}

/** @throws RangeError where the text is no such code */
export function decode(text: string): readonly number[] {
  const numbers: number[] = []
  let number = 0
  for (let i = 0; i < text.length; i++) {
    const digit = DIGITS[text.charCodeAt(i)] ?? -1
    if (digit < 0 || digit >= 2 * BASE) throw new RangeError('codes: a character that stands for nothing')
    number = number * BASE + (digit % BASE)
    if (digit >= BASE) continue
    numbers.push(number % 2 === 0 ? number / 2 : -(number + 1) / 2)
    number = 0
  }
  return numbers
}
