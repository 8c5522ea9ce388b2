import { decode, encode } from './codes.ts'
import { byCodeUnits } from './order.ts'

// How one column is written, and read again. Reading throws RangeError where codes and words do not go with each other.

/**
 * Distinct cells, sorted, and for each row the number of its cell: as it is (`ranks`), or as the step from the row before (`steps`);
 * where `runs` is there, once for each run of equal numbers, whose lengths `runs` tells. Whatever is least surprising; none of it where
 * all rows have the first cell.
 */
export interface Words<T = string> {
  readonly of: readonly T[]
  readonly ranks?: string
  readonly steps?: string
  readonly runs?: string
}

/** A list of ids: what they look like, with `#` for each run of digits, and those digits by place in the id: widths and numbers. */
export interface Names {
  readonly count: number
  readonly forms: Words
  readonly digits: readonly { readonly width: Words<number>; readonly number: Numbers }[]
}

/** Words that are ids. */
export interface NamedWords extends Omit<Words, 'of'> {
  readonly of: Names
}

/** A column of which another tells most: 1 for each row that has what is expected, and the cells of the others. */
export interface Expected<T> {
  readonly met: Words<0 | 1>
  readonly others: Words<T>
}

/** The same of lists of ids, joined by `;`. */
export interface ExpectedNames {
  readonly met: Words<0 | 1>
  readonly others: NamedWords
}

/** Numbers in units of 10^-decimals, each as the step from the one before; or as they are, where no power of ten makes all whole. */
export type Numbers = { readonly decimals: number; readonly steps: string } | { readonly plain: readonly number[] }

/** Decimals that are tried. */
const MOST_DECIMALS = 6

function keyOf(cell: unknown): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

export function wordsOf<T>(cells: readonly T[]): Words<T> {
  const turns = new Map<string, number>()
  const distinct: { readonly key: string; readonly cell: T; readonly turn: number }[] = []
  let [last, turn]: [T | undefined, number] = [undefined, 0]
  const turnOf = cells.map((cell, i) => {
    // Neighbours are mostly equal, and then nothing needs to be looked up.
    if (i > 0 && cell === last) return turn
    last = cell
    const key = keyOf(cell)
    turn = turns.get(key) ?? distinct.length
    if (turn === distinct.length) {
      turns.set(key, turn)
      distinct.push({ key, cell, turn })
    }
    return turn
  })
  const sorted = [...distinct].sort((a, b) => byCodeUnits(a.key, b.key))
  const of = sorted.map(({ cell }) => cell)
  if (of.length < 2) return { of }
  const rankOf = distinct.map(() => 0)
  sorted.forEach((each, rank) => (rankOf[each.turn] = rank))
  return { of, ...leastSurprising(turnOf.map((each) => rankOf[each] ?? 0)) }
}

function leastSurprising(ranks: readonly number[]): Pick<Words, 'ranks' | 'steps' | 'runs'> {
  const ways = (['ranks', 'steps'] as const).flatMap((way) => {
    const numbers = way === 'ranks' ? ranks : stepsOf(ranks)
    const { heads, lengths } = runsOf(numbers)
    return [
      { bits: surprise(numbers), codes: () => ({ [way]: encode(numbers) }) },
      { bits: surprise(heads) + surprise(lengths), codes: () => ({ [way]: encode(heads), runs: encode(lengths) }) },
    ]
  })
  return ways.reduce((best, way) => (way.bits < best.bits ? way : best)).codes()
}

function runsOf(numbers: readonly number[]): {
  readonly heads: readonly number[]
  readonly lengths: readonly number[]
} {
  const [heads, lengths]: [number[], number[]] = [[], []]
  let length = 0
  numbers.forEach((number, i) => {
    length += 1
    if (number === numbers[i + 1]) return
    heads.push(number)
    lengths.push(length)
    length = 0
  })
  return { heads, lengths }
}

function stepsOf(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, i) => number - (numbers[i - 1] ?? 0))
}

/** @returns the bits that the numbers take where each is told by itself (Shannon's entropy). */
function surprise(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits += count * Math.log2(numbers.length / count)
  return bits
}

export function readWords<T>({ of, ...codes }: Words<T>, count: number): readonly T[] {
  const isStep = codes.ranks === undefined
  const numbers = readCodes(codes, count)
  const cells: T[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    at = (isStep ? at : 0) + (numbers[i] ?? 0)
    if (at < 0 || at >= of.length) throw new RangeError('a column leads beyond its words')
    cells.push(of[at] as T)
  }
  return cells
}

/** @returns a number for each row; none where all rows have the first word */
function readCodes({ ranks, steps, runs }: Omit<Words, 'of'>, count: number): readonly number[] {
  const codes = ranks ?? steps
  if (codes === undefined) return []
  const list = decode(codes)
  const lengths = runs === undefined ? null : decode(runs)
  const numbers = lengths ? list.flatMap((number, i) => Array<number>(lengthIn(lengths[i], count)).fill(number)) : list
  return expectCount(numbers, count)
}

/** @throws RangeError for what is no length of a run: an array of it would be an error of another kind, or very long */
function lengthIn(length: number | undefined, count: number): number {
  if (length === undefined || length < 1 || length > count) throw new RangeError('runs: expected a length')
  return length
}

function expectCount<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length !== count) throw new RangeError(`expected ${count} cells, found ${list.length}`)
  return list
}

const DIGITS = /\d{1,9}/g

export function namesOf(names: readonly string[]): Names {
  const digits = names.map((name) => name.match(DIGITS) ?? [])
  const places = digits.reduce((most, { length }) => Math.max(most, length), 0)
  return {
    count: names.length,
    forms: wordsOf(names.map((name) => name.replace(DIGITS, '#'))),
    digits: Array.from({ length: places }, (_, at) => {
      const here = digits.flatMap((each) => each[at] ?? [])
      return { width: wordsOf(here.map((each) => each.length)), number: numbersOf(here.map(Number)) }
    }),
  }
}

export function readNames({ count, forms, digits }: Names): readonly string[] {
  const read = readWords(forms, count)
  const slots = digits.map(({ width, number }, at) => {
    const here = read.filter((form) => form.split('#').length > at + 1).length
    const [widths, numbers] = [readWords(width, here), readNumbers(number, here)]
    let turn = 0
    return (): string => String(numbers[turn]).padStart(widths[turn++] ?? 0, '0')
  })
  return read.map((form) => {
    let at = 0
    return form.replace(/#/g, () => {
      const slot = slots[at++]
      if (!slot) throw new RangeError('names: digits are missing')
      return slot()
    })
  })
}

export function namedWordsOf(cells: readonly string[]): NamedWords {
  const { of, ...codes } = wordsOf(cells)
  return { of: namesOf(of), ...codes }
}

export function readNamedWords({ of, ...codes }: NamedWords, count: number): readonly string[] {
  return readWords({ of: readNames(of), ...codes }, count)
}

/** @param by the column that tells what to expect: what its last row of the same word had */
export function expectedOf<T>(cells: readonly T[], by: readonly string[]): Expected<T> {
  const { met, others } = unexpected(cells, by)
  return { met: wordsOf(met), others: wordsOf(others) }
}

export function expectedNamesOf(cells: readonly string[], by: readonly string[]): ExpectedNames {
  const { met, others } = unexpected(cells, by)
  return { met: wordsOf(met), others: namedWordsOf(others) }
}

function unexpected<T>(
  cells: readonly T[],
  by: readonly string[],
): { readonly met: readonly (0 | 1)[]; readonly others: readonly T[] } {
  const last = new Map<string, string>()
  const others: T[] = []
  const met = cells.map((cell, i) => {
    const [key, word] = [keyOf(cell), by[i] ?? '']
    const isMet = last.get(word) === key
    last.set(word, key)
    if (!isMet) others.push(cell)
    return isMet ? 1 : 0
  })
  return { met, others }
}

/** @param readOthers reads so many cells that were not expected */
export function readExpected<T>(
  met: Words<0 | 1>,
  readOthers: (count: number) => readonly T[],
  by: readonly string[],
): readonly T[] {
  const isMet = readWords(met, by.length)
  const rest = readOthers(isMet.filter((each) => each === 0).length)
  const last = new Map<string, T>()
  let at = 0
  return by.map((word, i) => {
    const known = last.get(word)
    if (isMet[i] === 1) {
      if (known === undefined) throw new RangeError('a column expects what was not there before')
      return known
    }
    const cell = rest[at++] as T
    last.set(word, cell)
    return cell
  })
}

export function numbersOf(values: readonly number[]): Numbers {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const whole = wholeIn(values, 10 ** decimals)
    if (whole) return { decimals, steps: encode(stepsOf(whole)) }
  }
  return { plain: values }
}

/** @returns the numbers times `scale`, where all are whole then; their steps stay below what a code can hold. */
function wholeIn(values: readonly number[], scale: number): readonly number[] | null {
  const whole: number[] = []
  for (const value of values) {
    const number = Math.round(value * scale)
    // Division of whole numbers rounds as reading a decimal does, so what comes out is the same number.
    if (number / scale !== value || Math.abs(number) > 2 ** 50 || Object.is(value, -0)) return null
    whole.push(number)
  }
  return whole
}

export function readNumbers(numbers: Numbers, count: number): readonly number[] {
  if ('plain' in numbers) {
    return expectCount(numbers.plain, count)
  }
  const scale = 10 ** numbers.decimals
  let whole = 0
  return expectCount(decode(numbers.steps), count).map((step) => (whole += step) / scale)
}
