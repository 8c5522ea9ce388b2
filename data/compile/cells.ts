/** Result of reading one cell: its value, or what was expected (`中文 | English`). */
export type Read<T> = { readonly value: T } | { readonly expected: string }

// Control characters, invisible direction marks and the replacement character: never meant, always from a broken paste or encoding.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/u
/** Most cells hold nothing else, and then nothing about them needs to be put right or can be broken. */
const PLAIN_KEY = /^[!-~]*$/
const PLAIN_TEXT = /^[ -~\u4E00-\u9FFF]*$/
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?$/
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/

/** Codes, ids, dates, addresses: full-width forms and surrounding spaces are a spreadsheet's doing, so they are put right. */
export function readKey(raw: string): Read<string> {
  if (PLAIN_KEY.test(raw)) return { value: raw }
  const value = raw.normalize('NFKC').trim()
  if (/\s/.test(value) || isBroken(value))
    return { expected: '中间不应有空格、换行或不可见字符 | no spaces, line breaks or invisible characters inside' }
  return { value }
}

/** Ids separated by `;` (or ；). */
export function readKeys(raw: string): Read<string> {
  const value = raw
    .normalize('NFKC')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(';')
  return readKey(value)
}

/** Words: trimmed, line breaks become a space. */
export function readText(raw: string): Read<string> {
  const value = raw.replace(/\s*[\r\n]+\s*/g, ' ').trim()
  return isBroken(value)
    ? { expected: '含有不可见的控制字符或乱码 | holds an invisible control character or a broken one' }
    : { value }
}

/** A figure as printed: kept to the character, for it is compared with the document. Only line ends are made one kind. */
export function readVerbatim(raw: string): Read<string> {
  const value = raw.replace(/\r\n?/g, '\n')
  return isBroken(value)
    ? { expected: '含有不可见的控制字符或乱码 | holds an invisible control character or a broken one' }
    : { value }
}

/**
 * A decimal number; empty is null. Full-width digits, thousands separators and spaces around are put right. What could mean
 * another number is an error, never a guess: 1,2 (a list? 1.2? 12?), 8% (8? 0.08?), 1.2E+05 (which digits were cut?).
 */
export function readNumber(raw: string): Read<number | null> {
  if (PLAIN_NUMBER.test(raw)) return { value: Number(raw) }
  const text = raw
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim()
  if (text === '') return { value: null }
  if (/%/.test(text))
    return {
      expected: '不要写百分号：写 8，单位列写 percent | no percent sign: write 8 here, the unit goes in its own column',
    }
  if (/^-?[\d.]+e/i.test(text))
    return {
      expected:
        '是科学计数法，表格软件已截去数字，请改为完整数字 | scientific notation: the spreadsheet cut digits, write the number in full',
    }
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text
  if (!NUMBER.test(plain))
    return { expected: '应为数字，如 1200、1.2 或 1,200 | expected a number such as 1200, 1.2 or 1,200' }
  const digits = plain.replace(/^-?0*\.?0*|\./g, '').length
  if (digits > 15 && String(Number(plain)) !== plain)
    return { expected: '有效数字超过15位，无法精确保存 | more than 15 digits cannot be kept exactly' }
  return { value: Number(plain) }
}

/** @returns `中文 | English` as two texts; without the bar both are the same. */
export function splitText(text: string): { readonly zh: string; readonly en: string } {
  const bar = text.indexOf(' | ')
  return bar < 0 ? { zh: text, en: text } : { zh: text.slice(0, bar).trim(), en: text.slice(bar + 3).trim() }
}

function isBroken(text: string): boolean {
  if (PLAIN_TEXT.test(text)) return false
  // Line ends and tabs are control characters too, but a spreadsheet's own.
  return FORBIDDEN.test(text.replace(/[\n\r\t]/g, ''))
}
