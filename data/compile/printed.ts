import { plain, readNumbers, splitSymbol } from './numerals.ts'
import type { NumberToken } from './numerals.ts'

/** The figure that a row states, to be held against what is printed. */
export interface Stated {
  readonly value: number
  readonly high: number | null
  readonly unit: { readonly symbol_zh: string; readonly symbol_en: string; readonly measure: string }
  /** `converted` figures are printed in another unit (220 billion yuan for 2200亿元). */
  readonly converted: boolean
  /** The source is a page: its figure may be a table's cell, whose unit stands in the table's head. */
  readonly fromPage: boolean
}

/** The numbers of a printed figure that are the row's, or what disagrees (`中文 | English`). */
export type Agreement =
  | { readonly tokens: readonly NumberToken[] }
  | { readonly column: 'value' | 'unit'; readonly message: string }

/** Printed fractions (1/3) are written with few digits in a row (33.3): two thousandths are let pass. */
const FRACTION_TOLERANCE = 0.002
const RANGE_SIGN = /^(?:-|–|—|─|−|~|〜|至|到)$/

/**
 * Holds a row's number and unit against the figure as printed. Digits and Chinese numerals count alike (四百家, 翻番, 两位数, 六成).
 * @param symbols all units' Chinese symbols: where a classifier is printed that is another unit's, the row's unit is wrong.
 */
export function agreement(printed: string, stated: Stated, symbols: readonly string[]): Agreement {
  const text = plain(printed)
  const tokens = readNumbers(text).map((token) => signed(text, token))
  if (tokens.length === 0) {
    return { column: 'value', message: `原文“${text}”中没有数字 | no number in the figure as printed, "${text}"` }
  }
  const range = rangeIn(text, tokens)
  if (stated.high !== null) {
    if (!range)
      return {
        column: 'value',
        message: `原文“${text}”不是区间，但 value_high 有值 | "${text}" is no range, but value_high is set`,
      }
    const isCell = stated.fromPage && range[0].magnitude === stated.value && range[1].magnitude === stated.high
    if (isCell && UNITLESS_AFTER.test(text.slice(range[1].end))) return { tokens: range }
    if (!rangeAgrees(range, stated)) return differs(text)
    return unitProblem(text, range[1], stated, symbols) ?? { tokens: range }
  }
  if (range)
    return {
      column: 'value',
      message: `原文“${text}”是区间，应填 value_high 且 bound 为 range | "${text}" is a range: fill value_high and set the bound to range`,
    }
  const cell = stated.fromPage ? bareNumber(text, tokens) : null
  if (cell && isNear(stated.value, cell.magnitude, 1e-9)) return { tokens: [cell] }
  const matching = tokens.filter((token) => numberAgrees(token, stated.value, stated))
  if (matching.length === 0) return differs(text)
  const problems = matching.map((token) => unitProblem(text, token, stated, symbols))
  const sound = matching.filter((_, index) => problems[index] === null)
  return sound.length > 0 ? { tokens: sound.slice(0, 1) } : (problems[0] ?? differs(text))
}

/** A minus before the figure makes it negative; between two numbers it is a range's dash. */
function signed(text: string, token: NumberToken): NumberToken {
  const isNegative = /^[^\d%]*[-−]$/.test(text.slice(0, token.start))
  return isNegative ? { ...token, magnitude: -token.magnitude } : token
}

/** Words and signs that may stand around a number without saying its unit; whoever writes $ means the unit's own dollars. */
const UNITLESS = /^(?:约|近|超|逾|突破|超过|达|about|around|over|nearly|morethan|(?:us)?\$|[-+−])*$/i
const UNITLESS_AFTER = /^(?:左右|以上|余|多)?$/

/** @returns the number of a text that names no unit at all ("497.6", "突破4万", "5左右"); null of any other. */
function bareNumber(text: string, tokens: readonly NumberToken[]): NumberToken | null {
  const [token] = tokens
  if (token === undefined || tokens.length > 1 || token.hint !== null) return null
  return UNITLESS.test(text.slice(0, token.start)) && UNITLESS_AFTER.test(text.slice(token.end)) ? token : null
}

function differs(text: string): Agreement {
  return {
    column: 'value',
    message: `与原文“${text}”的数字不符（请核对数值与单位的万、亿） | differs from the number printed, "${text}" (look at the unit's 万 or 亿 too)`,
  }
}

function rangeIn(text: string, tokens: readonly NumberToken[]): readonly [NumberToken, NumberToken] | null {
  for (const [index, low] of tokens.entries()) {
    const high = tokens[index + 1]
    // Between the numbers of a range stands the sign alone, or the first one's unit and the sign: 10分钟至15分钟.
    const between = high ? text.slice(low.end, high.start).replace(/^[^\d至到~-]{1,3}(?=.$)/, '') : ''
    if (high && RANGE_SIGN.test(between)) return [low, high]
  }
  return null
}

function rangeAgrees([low, high]: readonly [NumberToken, NumberToken], stated: Stated): boolean {
  if (stated.high === null || !numberAgrees(high, stated.high, stated)) return false
  // 3-5亿元: the first number takes the second's multiplier.
  const inherited = { ...low, magnitude: low.magnitude * (low.multiplier === 1 ? high.multiplier : 1) }
  return numberAgrees(low, stated.value, stated) || numberAgrees(inherited, stated.value, stated)
}

function numberAgrees(token: NumberToken, value: number, { unit, converted }: Stated): boolean {
  const { multiplier } = splitSymbol(unit.symbol_zh)
  const magnitude = value * multiplier
  if (token.hint === 'fraction') {
    return [1, 100].some((scale) => isNear(magnitude, token.magnitude * scale, FRACTION_TOLERANCE))
  }
  if (isNear(magnitude, token.magnitude, 1e-9)) return true
  // A conversion's own check is that the digits are the same: 31.7 billion and 317亿.
  return converted && sameDigits(magnitude, token.magnitude)
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))
}

function sameDigits(a: number, b: number): boolean {
  const power = Math.log10(Math.abs(a / b))
  return isNear(power, Math.round(power), 1e-9)
}

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^个(?=工作日|小时|月|百分点|pp)/, ''],
  [/^平方千米|^km2/i, '平方公里'],
  [/^平米|^㎡|^m2/i, '平方米'],
  [/^千米|^km(?!2)/i, '公里'],
  [/^日(?!元)/, '天'],
  [/^圆/, '元'],
  [/^(?:yuan|rmb|cny)/i, '元'],
  [/^(?:usdollars?|usd|dollars?)/i, '美元'],
  [/^(?:percentagepoints?)/i, 'pp'],
  [/^(?:percent|percentage|%)/i, '%'],
]

function canonical(unit: string): string {
  return SYNONYMS.reduce((text, [pattern, word]) => text.replace(pattern, word), unit)
}

/** The printed unit after a number must be the row's; a bare number or a missing classifier is let pass for counts. */
function unitProblem(text: string, token: NumberToken, stated: Stated, symbols: readonly string[]): Agreement | null {
  const { unit, converted } = stated
  if (converted) return null
  const rest = canonical(text.slice(token.end).replace(/^[余多来+]/, ''))
  const base = canonical(splitSymbol(unit.symbol_zh).base)
  const wrong = (): Agreement => ({
    column: 'unit',
    message: `单位“${unit.symbol_zh}”与原文“${text}”不符 | the unit ${unit.symbol_zh} differs from the one printed, "${text}"`,
  })
  if (token.hint === 'percent') return base === '%' ? null : wrong()
  if (token.hint === 'fraction') return base === '%' || unit.measure === 'multiple' ? null : wrong()
  if (token.hint === 'multiple') return unit.measure === 'multiple' ? null : wrong()
  if (unit.measure === 'rank') return null
  if (token.inner === '位数' && base === '%') return null
  const longest = symbols
    .map((symbol) => canonical(splitSymbol(symbol).base))
    .filter((symbol) => symbol !== '' && rest.startsWith(symbol))
    .sort((a, b) => b.length - a.length)[0]
  if (longest === base || rest.startsWith(base))
    return longest === undefined || longest.length <= base.length ? null : wrong()
  if (base.includes('/') && rest.startsWith(base.slice(0, base.indexOf('/')))) return null
  if (longest !== undefined) return wrong()
  const isShort = unit.measure === 'count' || token.multiplier > 1
  return isShort && (unit.measure === 'count' || rest === '' || /^[级大规以左内]/.test(rest)) ? null : wrong()
}
