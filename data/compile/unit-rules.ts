import type { Problems } from './problems.ts'
import type { UnitRow } from './rows.ts'

/** Numerals that a symbol may begin with: 万元 is ten thousand 元, ‰ a tenth of a percent. The longer ones first. */
const NUMERALS = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
  ['‰', 0.1],
] as const

/** Measures whose base is one of what is counted, or one yuan, dollar or percent: nothing but the numeral makes a factor. */
const PLAIN: ReadonlySet<string> = new Set(['count', 'cny', 'usd', 'percent', 'percent_points', 'multiple', 'rank'])

/** Factors are written with up to seven digits (亩 is 666.6667 m²). */
const SAME = 1e-6

/**
 * A factor says what every figure of the unit is worth, and stands in one cell alone; so it must agree with the numeral in the
 * symbol, and with the factors of the same symbol under other numerals (万吨 is ten thousand 吨).
 */
export function checkUnits(units: readonly UnitRow[], problems: Problems): void {
  const ones = new Map<string, { readonly row: number; readonly one: number }>()
  for (const { row, symbol_zh, measure, factor } of units) {
    if (factor === null) continue
    const [numeral, value] = NUMERALS.find(([sign]) => symbol_zh.startsWith(sign)) ?? ['', 1]
    const one = factor / value
    const at = { file: 'units.csv', row, column: 'factor', value: factor }
    if (PLAIN.has(measure) && differs(one, 1)) {
      problems.error(at, `“${symbol_zh}”的系数应为 ${value} | the factor of "${symbol_zh}" is ${value}`)
      continue
    }
    const key = `${measure} ${symbol_zh.slice(numeral.length)}`
    const other = ones.get(key)
    if (other && differs(one, other.one)) {
      const wanted = other.one * value
      problems.error(
        at,
        `与第 ${other.row} 行不合，应为 ${wanted} | disagrees with row ${other.row}: expected ${wanted}`,
      )
    }
    ones.set(key, other ?? { row, one })
  }
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > SAME * Math.abs(b)
}
