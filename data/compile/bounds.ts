import type { Bound } from '../../src/model/quantity.ts'
import { plain } from './numerals.ts'
import type { NumberToken } from './numerals.ts'

// 约 and 近 as the end of other words are no bounds.
const ABOUT = '(?<![签节合预契制违履邀条盟婚公规租续毁失赴特誓守简集隐缔])约'
const NEAR = '(?<![最附邻临靠亲走就拉贴新])近'

/**
 * The written rule for bound words. A word counts only where it touches the number:
 *
 * - directly before it (超400亿元, 约24万, 不低于1/3), a particle 了, 达, 到, 为, 有 or 占 allowed between;
 * - inside it (120余家, 30多%, 数百家, 两位数);
 * - directly after it or after its unit (50项以上, 20家左右, 10天以内, 50+).
 *
 * 约 does not count as the end of another word (签约78个, 节约30%, 合约, 预约, 契约, …; 大约 counts). 近 does not count in 最近, 附近,
 * 邻近, …, nor before a stretch of time (近三年, 近5年: "the last …"). 以上 does not count in 以上市; 多 not in 多式, 多元, ….
 */
const BEFORE: readonly { readonly pattern: RegExp; readonly bounds: readonly Bound[] }[] = [
  // Negations first: 不超过 must not be found as 超过.
  {
    pattern:
      /(?:不超过?|未超过?|不高于|不大于|不多于|不突破|至多|低于|少于|小于|不到|不足|未满|≤|<|nomorethan|lessthan|below|under|within|upto)$/i,
    bounds: ['at_most'],
  },
  {
    pattern:
      /(?:至少|起码|超过|超出|超|突破|破|逾|高于|大于|多于|≥|>=?|morethan|over|above|atleast|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?)[了达到至]?$/i,
    bounds: ['at_least'],
  },
  { pattern: new RegExp(`${ABOUT}[为合有占达计需]?$`), bounds: ['approx'] },
  { pattern: /(?:大概|about|around|approximately|~)$/i, bounds: ['approx'] },
  { pattern: new RegExp(`${NEAR}[乎于]?$`), bounds: ['approx', 'at_most'] },
  { pattern: /(?:nearly|almost)$/i, bounds: ['approx', 'at_most'] },
]
const NEGATED_AT_LEAST = /(?:不低于|不少于|不小于|不下于|不亚于|不止|nolessthan|notlessthan)[了达到至]?$/i
const TIME = /^(?:年|个月|月|日|天|周|届|期|季|个季|多年|余年|来年)/

const AFTER: readonly { readonly pattern: RegExp; readonly bounds: readonly Bound[] }[] = [
  { pattern: /^(?:及|或)?以上(?![市海述])/, bounds: ['at_least'] },
  { pattern: /^之上/, bounds: ['at_least'] },
  { pattern: /^余(?![额热下地杭姚])/, bounds: ['at_least'] },
  { pattern: /^多(?![式元功种层媒边国方维云语级项样头哈])/, bounds: ['at_least'] },
  { pattern: /^\+(?![\dA-Za-z])/, bounds: ['at_least'] },
  { pattern: /^(?:左右|上下(?![游级班楼]))/, bounds: ['approx'] },
  { pattern: /^(?:及|或)?(?:以下|以内|之内)/, bounds: ['at_most'] },
]

/** Words that may stand a little off and still explain a bound that is not `exact`: 压缩至…个工作日内, 每年…不少于. */
const EXPLAINS: Readonly<Record<'approx' | 'at_least' | 'at_most', RegExp>> = {
  at_least:
    /以上|之上|超|突破|破|逾|多于|不低于|不少于|至少|最低|最少|高于|大于|不止|[上数几][十百千万亿]|位数|[十百千万亿元]级|\+|≥|>|morethan|over|above|atleast|exceed|surpass/i,
  approx: new RegExp(
    `${ABOUT}|${NEAR}(?![年日期来\\d一二三四五六七八九十两几])|左右|上下|大致|大概|估|[数几上][十百千万亿]|[十百千万亿元]级|~|about|around|approx|nearly|almost`,
    'i',
  ),
  at_most: new RegExp(
    `${NEAR}(?![年日期来\\d一二三四五六七八九十两几])|(?<![国境海区市省体])内|以下|不超|未超|不高|不大|至多|最多|最高|低于|少于|小于|不足|不到|未满|上限|封顶|前[\\d一二三四五六七八九十列]|≤|<|nomore|lessthan|below|under|within|upto|nearly|almost`,
    'i',
  ),
}
const CLAUSE_END = /[,，。;；:：!！?？、]/

/** What the words say of the bound. */
export interface BoundEvidence {
  /** Bounds that the touching words allow; empty where no word touches the number. */
  readonly demanded: readonly Bound[]
  /** The touching words, for the message. */
  readonly words: readonly string[]
  /** Bounds that some word in the clause may explain. */
  readonly explained: readonly Bound[]
}

/**
 * @param token the row's number in `plain(printed)`.
 * @param context some 20 characters before and after the span, where the document is at hand.
 */
export function boundEvidence(
  printed: string,
  token: NumberToken,
  symbols: readonly string[],
  context: { readonly before: string; readonly after: string } = { before: '', after: '' },
): BoundEvidence {
  const before = plain(context.before)
  const text = plain(printed)
  const prefix = before + text.slice(0, token.start)
  const suffix = text.slice(token.end) + plain(context.after)
  const found = [
    ...prefixWords(prefix, suffix, text.slice(token.start, token.end)),
    ...innerWords(token),
    ...suffixWords(suffix, symbols),
  ]
  const clause = lastClause(prefix) + text.slice(token.start, token.end) + firstClause(suffix)
  const kinds = ['approx', 'at_least', 'at_most'] as const
  return {
    demanded: [...new Set(found.flatMap((each) => each.bounds))],
    words: found.map((each) => each.word),
    explained: kinds.filter((kind) => EXPLAINS[kind].test(clause)),
  }
}

type Found = { readonly word: string; readonly bounds: readonly Bound[] }

function prefixWords(prefix: string, suffix: string, number: string): Found[] {
  const text = prefix.replace(/(?:人民币|RMB|CNY|US?\$|[$¥“"(])+$/i, '')
  const negated = NEGATED_AT_LEAST.exec(text)
  if (negated) return [{ word: negated[0], bounds: ['at_least'] }]
  // 上百家, 上千亿: more or less that many.
  if (text.endsWith('上') && /^[十百千万亿]/.test(number) && !/[以海]上$/.test(text))
    return [{ word: `上${number}`, bounds: ['at_least', 'approx'] }]
  for (const { pattern, bounds } of BEFORE) {
    const match = pattern.exec(text)
    if (!match) continue
    if (match[0].startsWith('近') && TIME.test(suffix)) return []
    return [{ word: match[0], bounds }]
  }
  return []
}

function innerWords({ inner }: NumberToken): Found[] {
  switch (inner) {
    case '':
      return []
    case '余':
    case '多':
      return [{ word: inner, bounds: ['at_least'] }]
    case '来':
      return [{ word: inner, bounds: ['approx'] }]
    case '数':
    case '几':
      return [{ word: inner, bounds: ['at_least', 'approx'] }]
    case '位数':
      return [{ word: inner, bounds: ['at_least', 'approx', 'range'] }]
  }
}

/** @param symbols base symbols of units (元, 家, 平方米): only such a unit may stand between the number and its word. */
function suffixWords(suffix: string, symbols: readonly string[]): Found[] {
  const text = suffix.replace(/^个(?=工作日|小时|月)/, '')
  const units = symbols.filter((symbol) => symbol !== '' && text.startsWith(symbol)).sort((a, b) => b.length - a.length)
  const rests = ['', ...units].map((unit) => text.slice(unit.length))
  for (const rest of rests) {
    for (const { pattern, bounds } of AFTER) {
      const match = pattern.exec(rest)
      if (match) return [{ word: match[0], bounds }]
    }
  }
  return []
}

function lastClause(text: string): string {
  return text.split(CLAUSE_END).at(-1)?.slice(-14) ?? ''
}

function firstClause(text: string): string {
  return text.split(CLAUSE_END)[0]?.slice(0, 12) ?? ''
}

/** @returns what is wrong with a row's bound (`中文 | English`), or null. @param inContext whether the words around were at hand. */
export function boundProblem(bound: Bound, evidence: BoundEvidence, inContext: boolean): string | null {
  if (bound === 'range') return null
  const { demanded, explained, words } = evidence
  const quoted = words.map((word) => `“${word}”`).join('')
  if (demanded.length > 0) {
    if (demanded.includes(bound)) return null
    return `原文有${quoted}，应为 ${demanded.join(' 或 ')} | the print says ${quoted}: expected ${demanded.join(' or ')}`
  }
  if (bound === 'exact' || !inContext || explained.includes(bound)) return null
  return `原文附近没有支持 ${bound} 的词，应为 exact | no word nearby supports ${bound}: expected exact`
}
