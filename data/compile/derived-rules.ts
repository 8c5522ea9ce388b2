import type { PackDescriptor } from './descriptor.ts'
import type { Problems } from './problems.ts'
import { PERCENT } from './quotient.ts'
import type { DerivedRow } from './rows.ts'
import type { SmallTables } from './tables.ts'

/**
 * What the Table Schema cannot say of derived indicators. Of a ratio's unit only that it exists can be checked: which measure a
 * quotient has (万元/人 from money and a count of people) is known to whoever writes the row. A share is a number in percent.
 */
export function checkDerived(tables: SmallTables, { atlas }: PackDescriptor, problems: Problems): void {
  const indicators = new Map(tables.indicators.map((row) => [row.id, row.row]))
  const units = new Map(tables.units.map((unit) => [unit.id, unit]))
  const themes = atlas.themes.map((theme) => theme.id)
  for (const rule of tables.derived) {
    const report = reporter(rule, problems)
    const twin = indicators.get(rule.id)
    if (rule.id !== '' && twin !== undefined) {
      report(
        'id',
        `已是 indicators.csv 第 ${twin} 行的指标：来源所载的与推算的要分开 | is an indicator already, in row ${twin} of indicators.csv: keep what sources state apart from what is derived`,
      )
    }
    if (rule.theme !== '' && !themes.includes(rule.theme)) {
      report('theme', `应为 ${themes.join('、')} 之一 | expected one of ${themes.join(', ')}`)
    }
    if (rule.kind === 'share_of_city') checkShare(rule, report)
    const unit = units.get(rule.unit)
    if (rule.kind === 'share_of_city' && unit && (unit.measure !== PERCENT || unit.factor !== 1)) {
      report(
        'unit',
        `占比的单位应为计量 ${PERCENT}、系数 1 的单位 | a share needs a unit that measures ${PERCENT} with the factor 1`,
      )
    }
  }
}

type Report = (column: 'id' | 'theme' | 'denominator' | 'unit' | 'max_gap' | 'nearest', message: string) => void

function reporter(rule: DerivedRow, problems: Problems): Report {
  return (column, message) =>
    problems.error({ file: 'derived.csv', row: rule.row, column, value: rule[column] }, message)
}

/** A share is of the same thing in the same days, so there is no gap to allow for. */
function checkShare({ numerator, denominator, max_gap, nearest }: DerivedRow, report: Report): void {
  if (numerator !== '' && denominator !== '' && numerator !== denominator) {
    report(
      'denominator',
      `占全市比重的分子分母是同一指标：应为 ${numerator} | a share of the city divides an indicator by itself: expected ${numerator}`,
    )
  }
  if (max_gap !== null && max_gap !== 0) {
    report('max_gap', '占比只比同一期间：应为 0 | a share compares the same period only: expected 0')
  }
  if (nearest !== '') {
    report('nearest', '占比只比同一期间：应为空 | a share compares the same period only: expected it empty')
  }
}
