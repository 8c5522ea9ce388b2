import { highInBase, inBase, isMoney, type Bound, type Interval, type Quantity, type Unit } from '../model/quantity.ts'
import { firstDay, periodKind, type PartialDate, type Period } from '../model/period.ts'
import type { Language } from '../model/text.ts'
import { messages } from './messages.ts'

/** Signs that stand close to their number (8%, 2×, 1:1); words and Chinese classifiers stand apart. */
const CLOSE = /^[%×:]/

const NO_BREAK = '\u00A0'

/** Scales of English money, largest first: 4.9e11 CNY is "CNY 490 bn". */
const SCALES = [
  { factor: 1e12, word: 'tn' },
  { factor: 1e9, word: 'bn' },
  { factor: 1e6, word: 'm' },
  { factor: 1e3, word: 'k' },
] as const

/** The same for anything else, in words: "m" is a metre. */
const LARGE = [
  { factor: 1e12, word: 'trillion' },
  { factor: 1e9, word: 'billion' },
  { factor: 1e6, word: 'million' },
] as const

const NO_SCALE = { factor: 1, word: '' } as const

/** A scale that several figures share, so that a heading names it once: "CNY bn", "million people". */
export interface SharedScale {
  /** Base units of the measure that a written 1 stands for. */
  readonly factor: number
  readonly word: string
}

/**
 * @param bases the figures in base units
 * @returns the scale in which the middle one of them reads at least 1; null where figures need none: in Chinese, whose units
 *   scale themselves, and for what English neither counts by ten thousands nor pays with
 */
export function commonScale(unit: Unit | null, bases: readonly number[], language: Language): SharedScale | null {
  if (language !== 'en' || unit === null || bases.length === 0) return null
  const money = isMoney(unit.measure)
  const { power } = powerOf(unit)
  if (!money && power === 1) return null
  // What one is, in base units, when no word is written.
  const one = money ? 1 : unit.factor / power
  const sorted = bases.map((base) => Math.abs(base / one)).sort((x, y) => x - y)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  const { factor, word } = (money ? SCALES : LARGE).find((s) => middle >= s.factor) ?? NO_SCALE
  return { factor: factor * one, word }
}

/** The sign that goes before a bounded number; a range is written with a dash instead. */
export function boundSign(bound: Bound): string {
  return bound === 'at_least' ? '≥' : bound === 'at_most' ? '≤' : bound === 'approx' ? '≈' : ''
}

const kept = new Map<string, Intl.NumberFormat>()
const keptDates = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs some hundred times what its use does, and a view writes hundreds of numbers in a few ways. */
function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.NumberFormat(language, options)
  kept.set(key, format)
  return format
}

function dates(language: Language, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language}${withDay}`
  const format =
    keptDates.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      year: 'numeric',
      month: language === 'en' ? 'short' : 'long',
      ...(withDay && { day: 'numeric' }),
      timeZone: 'UTC',
    })
  keptDates.set(key, format)
  return format
}

/** How figures are written: six decimals at most. */
const FIGURE: Intl.NumberFormatOptions = { maximumFractionDigits: 6 }

/** Makes ahead of time what writes the figures of `language`: on a phone it takes 30 ms, which no drawing should contain. */
export function prepareNumbers(language: Language): void {
  numbers(language, FIGURE)
}

/** @returns the number alone, grouped by the language's habit, with as many decimals as it has (six at most). */
export function formatNumber(value: number, language: Language): string {
  return numbers(language, FIGURE).format(value)
}

/**
 * The one formatter of figures. Chinese keeps the printed unit ("≥ 4,898 亿元"); English writes money by ISO code and scale
 * ("≥ CNY 489.8 bn") and everything else with the unit's English symbol.
 */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const { text, unit } = parts(quantity, language)
  if (unit === '') return text
  return CLOSE.test(unit) ? `${text}${unit}` : `${text}${NO_BREAK}${unit}`
}

/**
 * The same without its unit, for labels under a title that names the unit: "≥ 4,898". Percent keeps its sign; English figures
 * keep what tells their scale, unless the title names the `scale`.
 */
export function formatShort(quantity: Quantity, language: Language, scale: SharedScale | null = null): string {
  const { text, unit } = parts(quantity, language, scale)
  if (unit === '%') return `${text}%`
  return text
}

/**
 * A number in base units of a measure, written in `unit`: for axis ticks and legend breaks, which belong to no observation.
 * English money ignores `unit` and scales by size, or by `scale`.
 */
export function formatBase(base: number, unit: Unit, language: Language, scale: SharedScale | null = null): string {
  return formatShort({ value: base / unit.factor, unit, bound: 'exact' }, language, scale)
}

/** Digits that a break of a legend is written with, below 1 one less; more do not fit under its colour. */
const BREAK_DIGITS = 4

/**
 * A break of a legend, cut to four digits (below 1 to three) and never rounded up: whatever is in the class is at least what is written.
 */
export function formatBreak(base: number, unit: Unit | null, language: Language, scale: SharedScale | null): string {
  const divisor = scale?.factor ?? unit?.factor ?? 1
  const shown = round(base / divisor)
  const digits = Math.abs(shown) < 1 ? BREAK_DIGITS - 1 : BREAK_DIGITS
  const power = shown === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(shown))) - digits + 1)
  const cut = power === 0 || power >= 1 ? Math.floor(shown) : Math.floor(round(shown / power)) * power
  if (unit === null) return formatNumber(round(cut), language)
  return formatBase(cut * divisor, unit, language, scale)
}

function parts(
  quantity: Quantity,
  language: Language,
  given: SharedScale | null = null,
): { text: string; unit: string } {
  const sign = boundSign(quantity.bound)
  const lead = sign === '' ? '' : `${sign}${NO_BREAK}`
  if (given) {
    const write = (base: number) => formatNumber(round(base / given.factor), language)
    const low = write(inBase(quantity))
    return { text: `${lead}${quantity.high === undefined ? low : `${low}–${write(highInBase(quantity))}`}`, unit: '' }
  }
  if (language === 'en' && isMoney(quantity.unit.measure)) {
    const base = inBase(quantity)
    const top = highInBase(quantity)
    const scale = SCALES.find((s) => Math.abs(top) >= s.factor) ?? NO_SCALE
    const code = quantity.unit.measure.toUpperCase()
    const low = formatNumber(round(base / scale.factor), language)
    const number = quantity.high === undefined ? low : `${low}–${formatNumber(round(top / scale.factor), language)}`
    return { text: `${lead}${code}${NO_BREAK}${number}${scale.word && NO_BREAK + scale.word}`, unit: '' }
  }
  const { power, rest } = language === 'en' ? powerOf(quantity.unit) : { power: 1, rest: quantity.unit.symbol.zh }
  const top = (quantity.high ?? quantity.value) * power
  const scale = power === 1 ? NO_SCALE : (LARGE.find((s) => Math.abs(top) >= s.factor) ?? NO_SCALE)
  const write = (value: number) => formatNumber(round((value * power) / scale.factor), language)
  const number =
    quantity.high === undefined ? write(quantity.value) : `${write(quantity.value)}–${write(quantity.high)}`
  return { text: `${lead}${number}${scale.word && NO_BREAK + scale.word}`, unit: rest }
}

/** The unit as a heading names it, without what the numbers under it already say: nothing for English money, unless they share a scale. */
export function formatUnit(unit: Unit, language: Language, scale: SharedScale | null = null): string {
  if (language !== 'en') return unit.symbol.zh
  if (scale) {
    const parted = isMoney(unit.measure) ? [unit.measure.toUpperCase(), scale.word] : [scale.word, powerOf(unit).rest]
    return parted.filter(Boolean).join(NO_BREAK)
  }
  return isMoney(unit.measure) ? '' : powerOf(unit).rest
}

/**
 * Chinese counts by 万 (10⁴) and 亿 (10⁸), English does not: an English symbol that begins with such a power, `×10⁴ t`, is
 * multiplied out, "3 million t".
 */
function powerOf(unit: Unit): { readonly power: number; readonly rest: string } {
  const match = /^×10([⁴⁸])\s*(.*)$/u.exec(unit.symbol.en)
  return match ? { power: match[1] === '⁴' ? 1e4 : 1e8, rest: match[2] ?? '' } : { power: 1, rest: unit.symbol.en }
}

/** Binary fractions must not show: 0.1 + 0.2. Twelve digits are more than any figure prints. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

/** @returns a date at its own precision: "2018", "2018年7月" / "Jul 2018", "2018年7月31日" / "31 Jul 2018". */
export function formatDate(date: PartialDate, language: Language): string {
  if (date.length === 4) return date
  return dates(language, date.length > 7).format(new Date(`${firstDay(date)}T00:00:00Z`))
}

/** @returns the period in words: "2020", "2018–2020", "by 2025", "since 2016", "date not stated". */
export function formatPeriod(period: Period, language: Language): string {
  const words = messages(language).period
  switch (periodKind(period)) {
    case 'unknown':
      return words.unknown
    case 'deadline':
      return words.by(formatDate(period.end ?? '', language))
    case 'since':
      return words.since(formatDate(period.start ?? '', language))
    case 'span':
      return period.start === period.end
        ? formatDate(period.start ?? '', language)
        : `${formatDate(period.start ?? '', language)}–${formatDate(period.end ?? '', language)}`
  }
}

/**
 * A share of a target as the bounds leave it: "107%", "≥ 107%", "≤ 84%", "80–94%"; `approximate` writes ≈. Rounding never
 * claims more than the bounds do: lower bounds round down, upper bounds up, and only what is met says 100%.
 * @param share 1 = the target met exactly
 */
export function formatShare(share: Interval, approximate: boolean, language: Language): string {
  const percent = (hundredths: number) =>
    numbers(language, { style: 'percent', maximumFractionDigits: 1 }).format(hundredths / 100)
  const low = Math.floor(round(share.low * 100))
  const high = Math.ceil(round(share.high * 100))
  if (share.high === Infinity) return `≥${NO_BREAK}${percent(low)}`
  if (share.low === -Infinity) return `≤${NO_BREAK}${percent(high)}`
  if (share.low !== share.high) return `${formatNumber(low, language)}–${percent(high)}`
  const nearest = Math.round(round(share.low * 100))
  // Just short of the target: one decimal, cut, says so.
  const text = percent(nearest === 100 && share.low < 1 ? Math.floor(round(share.low * 1000)) / 10 : nearest)
  return approximate ? `≈${NO_BREAK}${text}` : text
}

/**
 * A derived difference with its sign, its bound before it: "+120 亿元", "≥ +CNY 12 bn", "+3–+5 亿元".
 * @param points the two were rates: `quantity` counts percentage points and is written without a unit
 */
export function formatDifference(quantity: Quantity, points: boolean, language: Language): string {
  const sign = boundSign(quantity.bound)
  const lead = sign === '' ? '' : `${sign}${NO_BREAK}`
  const write = (value: number): string => {
    const size = Math.abs(Number(value.toPrecision(10)))
    const plain = points
      ? formatNumber(round(size), language)
      : formatQuantity({ value: size, unit: quantity.unit, bound: 'exact' }, language)
    return value === 0 ? plain : `${value > 0 ? '+' : '−'}${plain}`
  }
  return `${lead}${write(quantity.value)}${quantity.high === undefined ? '' : ` … ${write(quantity.high)}`}`
}

/** A derived change with its sign, to one decimal: "+6.1%" of a share, "+0.3" of a plain number. */
export function formatChange(change: number, style: 'percent' | 'decimal', language: Language): string {
  return numbers(language, { style, signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(change)
}

/**
 * The name as a label says it: Chinese district names drop their kind where more than one character is left (闵行区 → 闵行,
 * 浦东新区 → 浦东); other names stay.
 */
export function shortName(name: string): string {
  const short = name.replace(/新?区$/u, '')
  return [...short].length >= 2 && [...name].length <= 4 ? short : name
}

/** @returns whether a text begins with what makes the number before it a year, a month or a day, in either language. */
export function startsDateWord(text: string): boolean {
  return /^(?:[年月日号]| (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/.test(text)
}
