import type { IndicatorRow } from './rows.ts'

/** Words of a cell that say something another column should say: as they stand, and for months which. */
export interface CoveredMonths {
  readonly words: string
  /** 1 to 12, both included. */
  readonly from: number
  readonly to: number
}

/** NFKC makes （，； into their narrow forms. A stop or comma between digits belongs to the number. */
function sentencesOf(text: string): string[] {
  return split(text.normalize('NFKC'), /[;。|]|\.(?=\s|$)/)
}

/** Notes are read clause by clause: “全年数，与上半年不可比” says two things. */
function clausesOf(sentence: string): string[] {
  return split(sentence, /[、()]|,(?!\d)|:(?!\s*\d)/)
}

function split(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const ZH_NUMBERS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const EN_NUMBERS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
]
const EN_ORDINALS = ['', 'first', 'second', 'third', 'fourth']
const EN_MONTHS = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ZH_NUMBER = String.raw`(\d{1,2}|十[一二]?|[一二两三四五六七八九])`
const EN_NUMBER = `(\\d{1,2}|${EN_NUMBERS.slice(1).join('|')})`
const EN_MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const TO = String.raw`\s*(?:-|–|—|~|to|through|至|到)\s*`
/** “first half of the sentence” is no half-year. */
const OF_YEAR = String.raw`(?!\s+of\s+(?!(?:the |that |this |last )?(?:year\b|\d{4}\b)))`

/** The ways to say which months, longest first: “1-3季度” also holds “3季度”. Each gives the months from what it captured. */
const MONTH_WORDS: readonly (readonly [RegExp, (captured: readonly number[]) => readonly [number, number]])[] = [
  [zh(`(?<![\\d.])${ZH_NUMBER}月?${TO}${ZH_NUMBER}月`), ([from = 0, to = 0]) => [from, to]],
  // 提前三个月 and 发布前三个月 count months, they do not name them.
  [zh(`(?<=^|[年度的\\s])前${ZH_NUMBER}个?月`), ([to = 0]) => [1, to]],
  [zh(`${ZH_NUMBER}${TO}${ZH_NUMBER}季度`), ([from = 0, to = 0]) => [from * 3 - 2, to * 3]],
  [zh('前([二两三四2-4])个?季度'), ([to = 0]) => [1, to * 3]],
  [zh(`(?<![每各某上下前\\d])第?([一二三四1-4])季度`), ([quarter = 0]) => [quarter * 3 - 2, quarter * 3]],
  [zh('首季度?'), () => [1, 3]],
  [zh('上半年'), () => [1, 6]],
  [zh('下半年'), () => [7, 12]],
  [en(`\\b${EN_MONTH}\\.?${TO}${EN_MONTH}\\b`), ([from = 0, to = 0]) => [from, to]],
  [en(`\\bfirst ${EN_NUMBER} months\\b`), ([to = 0]) => [1, to]],
  [en(`\\bfirst ${EN_NUMBER} quarters\\b`), ([to = 0]) => [1, to * 3]],
  [en(`\\b(first|second|third|fourth)[- ]quarter\\b`), ([quarter = 0]) => [quarter * 3 - 2, quarter * 3]],
  [en(`\\bQ([1-4])${TO}Q?([1-4])\\b`), ([from = 0, to = 0]) => [from * 3 - 2, to * 3]],
  [en('\\bQ([1-4])\\b'), ([quarter = 0]) => [quarter * 3 - 2, quarter * 3]],
  [en(`\\b(first|second)[- ]half\\b${OF_YEAR}`), ([half = 0]) => [half * 6 - 5, half * 6]],
  [en('\\bH([12])\\b'), ([half = 0]) => [half * 6 - 5, half * 6]],
]

/** Nearly all prints: neither a letter nor one of the signs that every name of months has, nor anything that NFKC might make one of. */
const NAMES_NO_MONTHS = /^(?:[ -@[-`{-~]|(?![月季半])[\u4E00-\u9FFF])*$/

function zh(pattern: string): RegExp {
  return new RegExp(pattern, 'u')
}

function en(pattern: string): RegExp {
  return new RegExp(pattern, 'iu')
}

/** What stands before months that another figure is for, or something else than a figure: 与上半年相比, published in the first half. */
const ELSEWHERE_BEFORE = [
  /(?:较|(?<![同占环])比|与|不是|并非|而非|非|其中|不含|不包括|不同于|另有|另一|高于|低于|超过|多于|少于|截至|截止)[^;]{0,8}$/u,
  /\b(?:than|against|versus|vs\.?|unlike|not|compared (?:with|to)|of which|since|until|by the|(?:far|differs?) from|another|other)\b[^;]{0,24}$/iu,
  /\b(?:published|announced|issued|released|reported|said|opened|launched) (?:in|during)\b[^;]{0,12}$/iu,
]

/** What stands after months that are another figure's: 上半年为50亿元, “first half: 50”. A year is no figure: “Q1 2024”. */
const FIGURE_AFTER = /^的?(?:数|值)?(?:为|是|作|约|达|:)?\s*(?!(?:19|20)\d{2}(?![\p{Script=Han}\d.,%]))\d/u

/** What stands after months that date something else: 上半年起, 一季度发布. */
const DATE_AFTER =
  /^(?:起|以来|以后|开始|末|底|后|前|发布|公布|印发|披露|投产|启用|投用|开园|\s*(?:onwards?|published|announced)\b)/iu

/**
 * @param text a note, in either language or both, or a figure as printed. @param year the year that the figure is stored for.
 * @param isPrinted whether the text is the figure itself: then the number after the months is its own.
 * @returns the months that the words say the figure covers; null where they name none, all twelve, or those of something else.
 */
export function coveredMonths(text: string, year: string, isPrinted = false): CoveredMonths | null {
  if (NAMES_NO_MONTHS.test(text)) return null
  for (const clause of sentencesOf(text).flatMap(clausesOf)) {
    const found = monthsIn(clause)
    if (!found) continue
    const { from, to, before, after } = found
    const isPart = from >= 1 && from <= to && to <= 12 && to - from < 11
    const isOther = !isPrinted && FIGURE_AFTER.test(after)
    if (isPart && !isOther && isOfYear(before, after, year) && !isElsewhere(before, after)) return found
  }
  return null
}

function monthsIn(clause: string): (CoveredMonths & { readonly before: string; readonly after: string }) | null {
  for (const [pattern, months] of MONTH_WORDS) {
    const match = pattern.exec(clause)
    if (!match) continue
    const [words] = match
    const [from, to] = months(match.slice(1).map(numberOf))
    return { words, from, to, before: clause.slice(0, match.index), after: clause.slice(match.index + words.length) }
  }
  return null
}

function numberOf(word: string): number {
  const small = word.toLowerCase()
  if (/^\d+$/.test(small)) return Number(small)
  if (small === '两') return 2
  const found = [ZH_NUMBERS, EN_NUMBERS, EN_ORDINALS].map((list) => list.indexOf(small)).find((at) => at > 0)
  return found ?? EN_MONTHS.indexOf(small.slice(0, 3))
}

/** A year printed right beside the months must be the figure's, or they are of another year: “2023年上半年” with a figure of 2024. */
function isOfYear(before: string, after: string, year: string): boolean {
  const beside = /(\d{4})年?\s*$/.exec(before)?.[1] ?? /^\s*(?:of|in)?\s*(\d{4})\b/.exec(after)?.[1]
  return beside === undefined || beside === year
}

function isElsewhere(before: string, after: string): boolean {
  return DATE_AFTER.test(after) || ELSEWHERE_BEFORE.some((pattern) => pattern.test(before))
}

/** A word that narrows the figure it stands with, at the start or end of a clause: what stands inside one mostly speaks of another. */
interface Narrowing {
  readonly pattern: RegExp
  /** What an indicator says itself where it is narrowed by its own meaning: 年均增长率 is one. */
  readonly own: RegExp
  /** A target is a forecast: nothing is narrowed by saying so. */
  readonly except?: 'target'
}

/**
 * The words, and why each is here. Left out on purpose: 外资, 规上, 累计, 口径: notes mostly use them to compare (“口径或有不同”, “实到还是
 * 合同外资未明”) or to explain the indicator (“三年累计增幅”).
 */
const NARROWING: readonly Narrowing[] = [
  // A forecast in a report of January is not the year's result, and must not stand in its line.
  { pattern: /^(?:均?为|系|属|按)?(?:全年)?预计(?:数|值|完成)(?!为|是|约?\d)/u, own: /预计/u, except: 'target' },
  {
    pattern: /^(?:a |the )?(?:forecast|projected|expected)(?: (?:figure|number|value|result|total))?$/iu,
    own: /forecast|expected/iu,
    except: 'target',
  },
  { pattern: /^expected to be completed/iu, own: /forecast|expected/iu, except: 'target' },
  // A yearly average beside a total of the same years.
  {
    pattern: /^(?![与较比非不高低另])(?:.{0,12}年|期间|规划期)?年均(?!为|是|约?\d|.*(?:见|另))/u,
    own: /年均|average/iu,
  },
  { pattern: /^(?:yearly|annual) average|^averaged? per year/iu, own: /年均|average/iu },
  // Large projects or firms only: the commonest way to count fewer.
  {
    pattern:
      /^(?:[仅只限指为按计]|统计|总?投资额?|规模|产值|营收|税收|超过?)*[\d.十百千]*亿美?元及?以上的?[\p{Script=Han}]{0,8}(?:项目|企业|楼宇|园区|部分)/u,
    own: /亿美?元/u,
  },
  { pattern: /^(?:[仅只限指为按计]|统计)*总?投资额?(?:超过?)?[\d.十百千]*亿美?元及?以上$/u, own: /亿美?元/u },
  {
    pattern:
      /^(?:only )?(?:projects|firms|enterprises|companies|buildings) (?:of|above|over|worth|from) .*(?:million|billion)/iu,
    own: /million|billion/iu,
  },
  // 仅企业申请. Not 仅供参考, 仅印, 仅为下限, 仅3家.
  {
    pattern: /^仅(?!供|作|见|印|说|写|称|为|是|有|此|示意|参考|给|知|按|据|约|近|[\d一二两三四五六七八九十百])/u,
    own: /仅|只/u,
  },
  { pattern: /^(?:数据|数字|金额|该数|本数|此数|均)?(?:不含|不包括|不包含)/u, own: /不含|不包括/u },
  // “Industrial firms only”, “only foreign projects”. Not “only a lower bound”, “only ‘top three’ is printed”, “for reference only”.
  {
    pattern: /^(?!.*\b(?:reference|display|printed|stated|named|given|said|says?|known|shown)\b).*\w only$/iu,
    own: /\bonly\b/iu,
  },
  {
    pattern:
      /^(?:of |by )?only (?!an? |the |one |two |three |top |\d|.*\b(?:printed|stated|named|given|said|says?|known|shown)\b)/iu,
    own: /\bonly\b/iu,
  },
  {
    pattern: /^(?:figures? |number |amount )?(?:excluding|excludes|not including|not counting)\b/iu,
    own: /exclud|without/iu,
  },
]

/** A sentence that sets the figure beside another. */
const COMPARES =
  /不一致|不同|另[有一见]|相比|比较|可比|有别|不符|[较比与].*[高低多少]|\b(?:conflicts?|differs?|differ|another|other|unlike|whether|compar\w+|than|against)\b/iu

type Named = Pick<IndicatorRow, 'name_zh' | 'name_en' | 'description_zh' | 'description_en'>

/** By indicator: reading its names takes longer than reading a note. */
const known = new WeakMap<Named, readonly Narrowing[]>()

/** @returns the words that the indicator's own names and descriptions do not say */
function wordsBeyond(indicator: Named): readonly Narrowing[] {
  const before = known.get(indicator)
  if (before) return before
  const { name_zh, name_en, description_zh, description_en } = indicator
  const name = [name_zh, name_en, description_zh, description_en].join(' ')
  const words = NARROWING.filter((word) => !word.own.test(name))
  known.set(indicator, words)
  return words
}

/**
 * @returns the clause of the note that narrows the figure; null where none does, or the indicator's own name says so.
 */
export function narrowingClause(note: string, role: string, indicator: Named | undefined): string | null {
  if (note === '') return null
  const words = indicator ? wordsBeyond(indicator) : NARROWING
  const narrows = (clause: string): boolean => words.some((word) => word.except !== role && word.pattern.test(clause))
  for (const sentence of sentencesOf(note)) {
    const [first = '', ...others] = clausesOf(sentence)
    // “与另一来源（不含农业）不一致” narrows the other figure; “仅企业申请，与另一来源不同” this one.
    const found = [first, ...(COMPARES.test(sentence) ? [] : others)].find(narrows)
    if (found !== undefined) return found
  }
  return null
}
