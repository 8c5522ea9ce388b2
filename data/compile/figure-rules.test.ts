import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureCheck } from './figure-rules.ts'
import { Problems, formatProblem } from './problems.ts'
import type { ObservationRecord, SourceRow, UnitRow } from './rows.ts'

const unit = (id: string, symbol_zh: string, factor: number): UnitRow => ({
  ...{ row: 2, id, symbol_zh, symbol_en: '', measure: 'cny', factor },
})
const source: SourceRow = {
  ...{
    row: 2,
    id: 's',
    document: '',
    sha256: '',
    title: 't',
    publisher: 'p',
    published: '2020',
    url: '',
    kind: 'page',
  },
}
const TABLES: Parameters<typeof figureCheck>[0] = {
  ...{ places: [], indicators: [], derived: [], scopes: [], events: [], rejected: [] },
  ...{ units: [unit('yi', '亿元', 1e8), unit('wan', '万元', 1e4)], sources: [source] },
}

function figure(printed: string, value: number, fields: Partial<ObservationRecord> = {}): ObservationRecord {
  return {
    ...{ row: 2, id: 'a', place: 'p', indicator: 'i', scope: '', role: 'actual', period_start: '', period_end: '' },
    ...{ period_note: '', value, value_high: null, unit: 'yi', bound: 'exact', certainty: 'stated', event: '' },
    ...{ source: 's', span_start: null, span_end: null, as_printed: printed, note: '' },
    ...fields,
  }
}

function problemsOf(...rows: readonly ObservationRecord[]): readonly string[] {
  const problems = new Problems()
  const check = figureCheck(TABLES, problems)
  rows.forEach((row, i) => check({ ...row, row: i + 2 }))
  return problems.all.map(formatProblem)
}

test('prints in a shape that was sound before are still held against their own number, unit and bound', () => {
  const sound = [figure('400亿元', 400), figure('超400亿元', 400, { bound: 'at_least' }), figure('400.5亿元', 400.5)]
  expect(problemsOf(...sound)).toEqual([])
  expect(problemsOf(...sound, figure('4000亿元', 400))).toEqual([
    expect.stringContaining('observations.csv:5:value "400"'),
  ])
  expect(problemsOf(...sound, figure('1,400亿元', 400))).toEqual([expect.stringContaining(':5:value')])
  expect(problemsOf(...sound, figure('400亿元', 400, { unit: 'wan' }))).toHaveLength(1)
  expect(problemsOf(...sound, figure('超500亿元', 500))).toEqual([expect.stringContaining(':5:bound "exact"')])
})

test('a print is judged alike whatever was read before it', () => {
  const words = fc.constantFrom('', '超', '约', '近', '1', '0.', '3-', '第', '1,')
  const ends = fc.constantFrom('亿元', '万元', '余亿元', '亿元以上', '0亿元', '.5亿元', '成', '%', '/4', '')
  const row = fc
    .tuple(words, fc.constantFrom(5, 40, 400.5, 2000), ends, fc.constantFrom('exact', 'at_least', 'approx'))
    .chain(([word, number, end, bound]) =>
      fc
        .constantFrom(number, number * 10, 4, 0.5)
        .map((value) => figure(`${word}${number}${end}`, value, { bound: bound as ObservationRecord['bound'] })),
    )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), row, (before, last) => {
      const told = problemsOf(...before, last).filter((line) =>
        line.startsWith(`observations.csv:${before.length + 2}:`),
      )
      const alone = problemsOf(last).map((line) => line.replace(':2:', `:${before.length + 2}:`))
      expect(told).toEqual(alone)
    }),
    { numRuns: 300 },
  )
})
