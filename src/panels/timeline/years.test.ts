import { describe, expect, it } from 'vitest'
import { asFilter, onAxis, stackOrder, timelineAxis } from './years.ts'

const counts = (target: number) => ({ target, actual: 0, investment: 0, project: 0 })

describe('timelineAxis', () => {
  it('is continuous from the first to the last year', () => {
    const axis = timelineAxis([
      { year: 2023, counts: counts(2) },
      { year: 2020, counts: counts(5) },
    ])
    expect(axis.years.map((y) => [y.year, y.total])).toEqual([
      [2020, 5],
      [2021, 0],
      [2022, 0],
      [2023, 2],
    ])
    expect(axis.max).toBe(5)
  })

  it('keeps unknown periods apart, and makes no slot for none', () => {
    expect(
      timelineAxis([
        { year: null, counts: counts(3) },
        { year: 2020, counts: counts(1) },
      ]),
    ).toMatchObject({ unknown: { total: 3 }, max: 3 })
    expect(
      timelineAxis([
        { year: null, counts: counts(0) },
        { year: 2020, counts: counts(1) },
      ]).unknown,
    ).toBeNull()
  })

  it('refuses a year given twice', () => {
    expect(() =>
      timelineAxis([
        { year: 2020, counts: counts(1) },
        { year: 2020, counts: counts(1) },
      ]),
    ).toThrow(/2020 is given twice/)
  })

  it('has no years without figures', () => {
    expect(timelineAxis([]).years).toEqual([])
  })
})

describe('filters on the axis', () => {
  const axis = timelineAxis([
    { year: 2018, counts: counts(1) },
    { year: 2022, counts: counts(1) },
  ])

  it('take the whole axis for no filter', () => {
    expect(asFilter({ from: 2018, to: 2022 }, axis)).toBeNull()
    expect(asFilter({ from: 2018, to: 2021 }, axis)).toEqual({ from: 2018, to: 2021 })
  })

  it('are cut at its ends, and may miss it', () => {
    expect(onAxis({ from: 1990, to: 2020 }, axis)).toEqual({ from: 2018, to: 2020 })
    expect(onAxis({ from: 1990, to: 2000 }, axis)).toBeNull()
  })
})

describe('stackOrder', () => {
  it('puts the current role on the baseline', () => {
    expect(stackOrder('project')).toEqual(['project', 'target', 'actual', 'investment'])
  })
})
