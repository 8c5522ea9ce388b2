/** A number found in a printed figure. Offsets count UTF-16 units of the text given, which is `plain` text. */
export interface NumberToken {
  readonly start: number
  /** End of the number with its multipliers (亿, 万, …) and inner filler (余, 多), before the unit. */
  readonly end: number
  /** The number with all its multipliers: 4000亿 → 4e11. */
  readonly magnitude: number
  /** The product of the multipliers alone: 4000亿 → 1e8. A range gives the first number the second's: 3-5亿. */
  readonly multiplier: number
  /** What the word says of the unit: 翻番 is a multiple, 六成 a percentage, 三分之一 a fraction of one. */
  readonly hint: 'percent' | 'multiple' | 'fraction' | 'rank' | null
  /** The word inside that bounds the number: the 余 of 120余家, the 数 of 数百家, the 位数 of 两位数. */
  readonly inner: '' | '余' | '多' | '来' | '数' | '几' | '位数'
}

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
const ENGLISH_POWERS: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

// Traditional characters of figures, units and bound words; one printed source is in traditional script.
const SIMPLE: Readonly<Record<string, string>> = {
  ...{
    億: '亿',
    萬: '万',
    個: '个',
    項: '项',
    條: '条',
    臺: '台',
    種: '种',
    過: '过',
    約: '约',
    餘: '余',
    達: '达',
    畝: '亩',
  },
  ...{
    點: '点',
    於: '于',
    數: '数',
    兩: '两',
    傢: '家',
    雙: '双',
    內: '内',
    間: '间',
    時: '时',
    簽: '签',
    節: '节',
    幾: '几',
    來: '来',
  },
  ...{
    還: '还',
    僅: '仅',
    單: '单',
    場: '场',
    類: '类',
    輛: '辆',
    噸: '吨',
    國: '国',
    業: '业',
    戶: '户',
    強: '强',
    倆: '俩',
  },
}

/**
 * A text as numbers, units and bound words are looked for in it: full-width forms made half-width (NFKC), traditional characters
 * made simple, spaces and line breaks out (PDF text breaks around digits), pinyin in brackets out (億(yì)元).
 */
export function plain(text: string): string {
  return [...text.normalize('NFKC').replace(/\([a-zü\u00C0-\u01DC]+\)/giu, '')]
    .map((char) => SIMPLE[char] ?? char)
    .join('')
    .replace(/\s+/g, '')
    .replace(/个?百分点/g, 'pp')
}

const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const CHINESE = '[零〇一二两三四五六七八九十百千万亿]+'
const NUMBER = `(?:${ARABIC}|${CHINESE})`
const POWER = '[十百千万亿]'

type Reading = Pick<NumberToken, 'magnitude'> & Partial<Pick<NumberToken, 'multiplier' | 'hint' | 'inner'>>

/** Kinds of printed numbers, tried in order at each place of the text. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Reading }[] = [
  { pattern: form(`百分之(${NUMBER})`), read: ([, number]) => ({ magnitude: toNumber(number), hint: 'percent' }) },
  {
    pattern: form(`(${NUMBER})分之(${NUMBER})`),
    read: ([, below, above]) => ({ magnitude: toNumber(above) / toNumber(below), hint: 'fraction' }),
  },
  {
    pattern: form(String.raw`(\d+)[/:](\d+)`),
    read: ([, above, below]) => ({ magnitude: Number(above) / Number(below), hint: 'fraction' }),
  },
  // 成 is also a verb: 三成立, 五成果.
  {
    pattern: form(`(${NUMBER})成(半)?(?![立果功为本员长形都品])`),
    read: ([, tenths, half]) => ({ magnitude: toNumber(tenths) * 10 + (half ? 5 : 0), hint: 'percent' }),
  },
  {
    pattern: form('翻(?:了)?([一两二三四])番'),
    read: ([, times]) => ({ magnitude: 2 ** toNumber(times), hint: 'multiple' }),
  },
  { pattern: form('翻(?:了)?(?:番|倍)|倍增'), read: () => ({ magnitude: 2, hint: 'multiple' }) },
  { pattern: form('一半|半数|(?<=[过超])半'), read: () => ({ magnitude: 0.5, hint: 'fraction' }) },
  {
    pattern: form('([一两二三四五六])位数'),
    read: ([, places]) => ({ magnitude: 10 ** (toNumber(places) - 1), inner: '位数' }),
  },
  { pattern: form(`第(${NUMBER})`), read: ([, rank]) => ({ magnitude: toNumber(rank), hint: 'rank' }) },
  { pattern: form('首位|榜首'), read: () => ({ magnitude: 1, hint: 'rank' }) },
  { pattern: form('首(?=[个家批台条座])|单(?=[个家])'), read: () => ({ magnitude: 1 }) },
  {
    pattern: form(`([数几])(${POWER}+)`),
    read: ([, word, power]) => ({ ...scaled(1, power), inner: word as '数' | '几' }),
  },
  {
    pattern: form(`(${NUMBER})个?半(?=[小年天个月])`),
    read: ([, number]) => ({ magnitude: toNumber(number) + 0.5 }),
  },
  { pattern: form('半(?=[小年天个月])'), read: () => ({ magnitude: 0.5 }) },
  {
    pattern: form(`(${ARABIC})(thousand|million|billion|trillion)`, 'i'),
    read: ([, number, word]) => {
      const multiplier = ENGLISH_POWERS[word?.toLowerCase() ?? ''] ?? 1
      return { magnitude: toNumber(number) * multiplier, multiplier }
    },
  },
  // 1亿5000万
  {
    pattern: form(`(${ARABIC})亿(${ARABIC})万`),
    read: ([, high, low]) => ({ magnitude: toNumber(high) * 1e8 + toNumber(low) * 1e4, multiplier: 1e4 }),
  },
  {
    pattern: form(`(${ARABIC})([余多来](?=${POWER}|\\D|$))?(${POWER}*)`),
    read: ([, number, inner, power]) => ({ ...scaled(toNumber(number), power), inner: innerWord(inner) }),
  },
  {
    pattern: form(`(${CHINESE})([余多来])?(${POWER}*)`),
    read: ([, number, inner, power]) => {
      const own = /[万亿]+$/.exec(number ?? '')?.[0]
      const read = scaled(toNumber(number), power)
      return { ...read, multiplier: read.multiplier * (own ? product(own) : 1), inner: innerWord(inner) }
    },
  },
]

function form(source: string, flags = ''): RegExp {
  return new RegExp(source, `y${flags}`)
}

/** @param text `plain` text. @returns the numbers in it, left to right. */
export function readNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = []
  let at = 0
  while (at < text.length) {
    const token = readNumberAt(text, at)
    if (token) tokens.push(token)
    at = token ? token.end : at + 1
  }
  return tokens
}

function readNumberAt(text: string, at: number): NumberToken | null {
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const { magnitude, multiplier = 1, hint = null, inner = '' } = read(match)
    return { start: at, end: at + match[0].length, magnitude, multiplier, hint, inner }
  }
  return null
}

/** @returns the product of powers that a unit's symbol begins with: 亿元 → 1e8, 台 → 1; and the symbol without them. */
export function splitSymbol(symbol: string): { readonly multiplier: number; readonly base: string } {
  const text = plain(symbol)
  const powers = new RegExp(`^${POWER}+`).exec(text)?.[0] ?? ''
  return { multiplier: product(powers), base: text.slice(powers.length) }
}

function scaled(number: number, power = ''): { magnitude: number; multiplier: number } {
  const multiplier = product(power)
  return { magnitude: number * multiplier, multiplier }
}

function product(powers: string): number {
  return [...powers].reduce((all, char) => all * (POWERS[char] ?? 1), 1)
}

function innerWord(word: string | undefined): NumberToken['inner'] {
  return word === '余' || word === '多' || word === '来' ? word : ''
}

/** Arabic or Chinese: 1,200.5 → 1200.5, 二十四 → 24, 百 → 100, 千亿 → 1e11. */
function toNumber(text = ''): number {
  if (/^\d/.test(text)) return Number(text.replaceAll(',', ''))
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const char of text) {
    const value = DIGITS[char]
    const power = POWERS[char]
    if (value !== undefined) {
      // Digits in a row are read as figures: 二〇二五.
      digit = digit === null ? value : digit * 10 + value
    } else if (power !== undefined && power < 1e4) {
      section += (digit ?? (section === 0 ? 1 : 0)) * power
      digit = null
    } else if (power !== undefined) {
      const below = section + (digit ?? 0)
      total = total === 0 || below > 0 ? total + (below || 1) * power : total * power
      section = 0
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}
