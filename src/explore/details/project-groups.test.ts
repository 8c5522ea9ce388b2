import { describe, expect, it } from 'vitest'
import { observation, period } from '../../../tests/fixtures.ts'
import { latestRows, projectGroups } from './project-groups.ts'

const PAIRS = [
  { count: 'started', amount: 'started_amount' },
  { count: 'signed', amount: 'signed_amount' },
]
const row = (id: string, indicator: string, end = '2020') =>
  observation({ id, indicator, role: 'project', period: period(end) })
const ids = (rows: readonly { id: string }[]) => rows.map((o) => o.id)

describe('projectGroups', () => {
  it('puts a count and its amount together, the largest group first, what is in no pair last', () => {
    const rows = [row('1', 'signed'), row('2', 'other'), row('3', 'signed_amount'), row('4', 'started')]
    const groups = projectGroups(rows, PAIRS)
    expect(groups.map(({ count, rows: of }) => [count, ids(of)])).toEqual([
      ['signed', ['1', '3']],
      ['started', ['4']],
      [null, ['2']],
    ])
  })

  it('loses no figure and repeats none', () => {
    const rows = ['signed', 'x', 'started_amount', 'signed', 'y'].map((indicator, i) => row(String(i), indicator))
    expect(ids(projectGroups(rows, PAIRS).flatMap((group) => group.rows)).sort()).toEqual(['0', '1', '2', '3', '4'])
  })
})

describe('latestRows', () => {
  it('keeps all where they fit, else those that end last', () => {
    const rows = ['2018', '2022', '2019', '2021'].map((end) => row(end, 'signed', end))
    expect(latestRows(rows, 4)).toBe(rows)
    expect(ids(latestRows(rows, 2))).toEqual(['2022', '2021'])
  })
})
