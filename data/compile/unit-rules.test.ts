import { expect, it } from 'vitest'
import { formatProblem, Problems } from './problems.ts'
import { checkUnits } from './unit-rules.ts'

const unit = (row: number, symbol_zh: string, measure: string, factor: number | null) => ({
  row,
  id: `u${row}`,
  symbol_zh,
  symbol_en: '',
  measure,
  factor,
})

function found(...units: ReturnType<typeof unit>[]): readonly string[] {
  const problems = new Problems()
  checkUnits(units, problems)
  return problems.errors.map(formatProblem)
}

it('takes factors that are the numerals of their symbols', () => {
  expect(
    found(
      unit(2, '元', 'cny', 1),
      unit(3, '万元', 'cny', 1e4),
      unit(4, '万亿元', 'cny', 1e12),
      unit(5, '万', 'count', 1e4),
      unit(6, '亩', 'area', 666.6667),
      unit(7, '万吨', 'mass', 1e4),
      unit(8, '吨', 'mass', 1),
      unit(9, '%', 'percent', 1),
      unit(11, '‰', 'percent', 0.1),
      unit(10, '家', 'count', null),
    ),
  ).toEqual([])
})

it('names a factor that its numeral contradicts', () => {
  expect(found(unit(2, '亿元', 'cny', 1e7))).toEqual([
    'units.csv:2:factor "10000000" “亿元”的系数应为 100000000 | the factor of "亿元" is 100000000',
  ])
  expect(found(unit(2, '家', 'count', 2))).toHaveLength(1)
})

it('names a factor that another row contradicts', () => {
  expect(found(unit(2, '吨', 'mass', 1), unit(3, '万吨', 'mass', 1e5))).toEqual([
    'units.csv:3:factor "100000" 与第 2 行不合，应为 10000 | disagrees with row 2: expected 10000',
  ])
})
