import { captionParts } from '../../src/model/tour.ts'
import { boundEvidence } from './bounds.ts'
import { plain, readNumbers } from './numerals.ts'
import type { NumberToken } from './numerals.ts'

// What a tour's words may not say: any number that is not an observation's. Years may stand, and names of the package that hold
// a number (长三角G60科创走廊, “Five New Cities”); nothing else, in digits or in words.

/** The words as they are looked at: figures and names made one sign each, which is no letter, no digit and no space. */
const FIGURE = '\uE000'
const NAME = '\uE001'
const YEAR = '\uE002'

/** Names that may stand although they hold a number, longest first; see `numberedNames`. */
type Names = readonly string[]

/**
 * @param names names of the package's places, indicators, scopes and events, in any language
 * @returns those with a number in them, as `strayNumbers` wants them. A name with a year alone needs no leave.
 */
export function numberedNames(names: readonly string[]): Names {
  const numbered = new Set(names.map(normal).filter((name) => /\p{L}/u.test(name) && strayNumbers(name, []).length > 0))
  return [...numbered].sort((a, b) => b.length - a.length)
}

/** @returns every number in the text that is neither a year, nor in a name, nor a figure in braces, as it stands there. */
export function strayNumbers(text: string, names: Names): readonly string[] {
  const left = dropYears(dropNames(wordsOf(text), names)).text.replaceAll(PLAN, NAME)
  const found = [...left.matchAll(DIGITS), ...left.matchAll(SIGNS), ...left.matchAll(ENGLISH)].map(([words]) => words)
  return [...new Set([...found, ...chineseNumbers(left)])]
}

/** @returns the years that the text names, ascending; those inside names of the package are the names' own. */
export function yearsIn(text: string, names: Names): readonly number[] {
  const { years } = dropYears(dropNames(wordsOf(text), names))
  return [...new Set(years)].sort((a, b) => a - b)
}

/** Full-width, circled and raised digits are digits (NFKC); braces of any other form are no figure's. */
function normal(text: string): string {
  return text.normalize('NFKC')
}

function wordsOf(text: string): string {
  return captionParts(text)
    .map((part) => ('figure' in part ? FIGURE : normal(part.words)))
    .join('')
}

const WORD_SIGN = /[\p{N}a-z零〇一二两三四五六七八九十百千万亿]/iu
/** Chinese words join without a space, so that only what continues a number or a Latin word is looked at. */
const continues = (a: string, b: string): boolean => WORD_SIGN.test(a) && WORD_SIGN.test(b)

function dropNames(text: string, names: Names): string {
  let left = text
  for (const name of names) {
    for (let at = left.indexOf(name); at >= 0; at = left.indexOf(name, at + 1)) {
      const end = at + name.length
      // “Fair 2” does not excuse “Fair 25”.
      const isWhole = !continues(left[at - 1] ?? '', name[0] ?? '') && !continues(name.at(-1) ?? '', left[end] ?? '')
      if (isWhole) left = left.slice(0, at) + NAME + left.slice(end)
    }
  }
  return left
}

/** 十四五, 14th Five-Year Plan: which plan it is, no count. */
const PLAN =
  /(?<![零〇一二两三四五六七八九十百千万亿])十[一二三四五六]五(?![零〇一二两三四五六七八九十百千万亿])|\b(?:1\dth )?Five-Year Plans?\b/giu
const DIGITS = /[\p{N}][\p{N}.,:/]*/gu
const SIGNS = /[%‰‱≥≤≈<>±×]/gu

const ENGLISH_NUMBERS =
  'zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty'
/** Numbers as English words; “one”, ordinals and “the first half of” pass. */
const ENGLISH = new RegExp(
  `\\b(?:${[
    ...[ENGLISH_NUMBERS, `(?:${ENGLISH_NUMBERS})-?fold`],
    'hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores of|percent|per cent|percentage points?',
    'twice|thrice|doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)',
    '(?<!(?:first|second|latter)[ -])half (?:of|the|a)|quarter of|thirds?(?= of)|quarters of|fifths|tenths',
  ].join('|')})\\b`,
  'giu',
)

const YEARS = /(?<!\p{N}|\p{N}[.,:/])(?:19|20)\d\d(?!\p{N}|[.,:/]\p{N})/gu
/** 2021–2025年, from 2021 to 2025: the first is a year where the second is. */
const RANGE = /^\s*(?:[-–—~至到、和与及]|to|and|or|through)\s*(?=(?:19|20)\d\d(?!\p{N}))/u
/** What stands before an English year: nothing that makes it a count. */
const BEFORE = /(?:^|[\s(“"‘'–—-])$/u
const COUNTING =
  /(?:\b(?:about|around|over|above|nearly|almost|some|exceed\w*|than|least|most|only|total of|number of|(?:increased|raised|expanded|grew|grown|rose|risen|up|cut|fell|fallen|dropped|down) (?:by|to))\s+|[$¥€£+])$/iu
/** What stands after one: an end, or a word that goes on about something else. “2024 projects” is a count. */
const AFTER =
  /^(?:\s*(?:$|[.,;:)”"’!?–—\uE000-\uE002])|[’']s\b|\s+(?:and|or|to|the|in|on|at|of|as|with|for|from|by|is|was|are|were|has|had|it|its|than|against|alone)\b)/u

/** @returns the text without its years, and the years. */
function dropYears(text: string): { readonly text: string; readonly years: readonly number[] } {
  const years: number[] = []
  const isYear = (at: number): boolean => {
    const [before, after] = [text.slice(0, at), text.slice(at + 4)]
    const next = RANGE.exec(after)
    if (next && isYear(at + 4 + next[0].length)) return true
    if (/^\s*年/u.test(after)) return true
    return BEFORE.test(before) && !COUNTING.test(before) && AFTER.test(after)
  }
  const left = text.replaceAll(YEARS, (year, at: number) => {
    if (!isYear(at)) return year
    years.push(Number(year))
    return YEAR
  })
  return { text: left, years }
}

/** What a numeral counts or measures. Not 区, 大, 届: 三大先导产业, 两届. */
const UNIT =
  /^[余多来几]?(?:个|家|项|名|条|种|类|场|座|件|位|人|户|台|处|份|幢|栋|所|倍|番|强|年(?!规划|计划)|天|周|小时|分钟|次|亩|公里|公顷|平方|米|吨|元|美元|辆|岁|pp)/u
/** What makes a lone 百, 千, 万 a number: 近百, 上千, 数以万计. In 百姓, 千灯, 万象 they are none. */
const LEADS = /[近超逾约上达过共成]$/u

function chineseNumbers(text: string): readonly string[] {
  const words = plain(text)
  const strays = readNumbers(words).filter((token) => isStray(words, token))
  return strays.map(({ start, end }) => words.slice(start, end) + (UNIT.exec(words.slice(end))?.[0] ?? ''))
}

function isStray(text: string, { start, end, hint, inner }: NumberToken): boolean {
  const number = text.slice(start, end)
  const after = text.slice(end)
  // Digits were found already, signs and years taken out.
  if (/\p{Nd}/u.test(number)) return false
  if (hint === 'rank') return !/^(?:产业|届|期|次|批|轮|季度)/u.test(after)
  if (hint !== null || inner !== '') return true
  if (number === '半' || number === '单' || number === '一') return false
  if (/^[百千万]$/u.test(number)) return LEADS.test(text.slice(0, start)) || after.startsWith('计') || UNIT.test(after)
  return /[百千万亿]/u.test(number) || UNIT.test(after)
}

/** A figure writes its own bound, unit and currency: 超{id}, {id}亿元 and CNY {id} would say them twice, or otherwise. */
interface Doubled {
  readonly id: string
  readonly words: string
}

const CURRENCY_BEFORE = /(?:CNY|RMB|USD|US\$|[$¥]|人民币|yuan)\s*$/iu
const UNIT_AFTER = /^\s*(?:[百千万亿]?(?:美?元)|[十百千万亿]|%|bn\b|tn\b|yuan\b|CNY\b|RMB\b|USD\b|dollars?\b)/iu
/** A number for `boundEvidence` to look around. */
const ONE: NumberToken = { start: 0, end: 1, magnitude: 1, multiplier: 1, hint: null, inner: '' }

/** @param unitOf the Chinese symbol of the figure's unit; empty where it has none or is unknown. */
export function doubledWords(text: string, unitOf: (id: string) => string): readonly Doubled[] {
  const parts = captionParts(text)
  const wordsAt = (at: number): string => {
    const part = parts[at]
    return part !== undefined && 'words' in part ? part.words : ''
  }
  return parts.flatMap((part, at) => {
    if (!('figure' in part)) return []
    const [before, after, unit] = [wordsAt(at - 1), wordsAt(at + 1), unitOf(part.figure)]
    const { words } = boundEvidence('1', ONE, [], { before: before.slice(-20), after: after.slice(0, 20) })
    const found = [
      ...words,
      CURRENCY_BEFORE.exec(before)?.[0] ?? '',
      UNIT_AFTER.exec(after)?.[0] ?? (unit !== '' && after.startsWith(unit) ? unit : ''),
    ]
    return found
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => ({ id: part.figure, words: each }))
  })
}
