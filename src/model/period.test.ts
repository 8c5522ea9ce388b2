import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDates, period, periods } from '../../tests/fixtures.ts'
import {
  anchorYear,
  endDay,
  firstDay,
  isPartialDate,
  isWithin,
  lastDay,
  overlaps,
  periodKind,
  samePeriod,
  yearOf,
} from './period.ts'

const UNKNOWN = period(null)

describe('isPartialDate', () => {
  it('takes what the calendar has', () => {
    fc.assert(
      fc.property(partialDates, (date) => {
        expect(isPartialDate(date)).toBe(true)
      }),
    )
  })

  it('agrees with the calendar on every day of a month', () => {
    const numbers = [
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    ]
    fc.assert(
      fc.property(...(numbers as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>]), (y, m, d) => {
        const pad = (n: number, length: number) => String(n).padStart(length, '0')
        const date = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`
        const parsed = new Date(`${date}T00:00:00Z`)
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
        expect(isPartialDate(date)).toBe(exists)
      }),
      {
        examples: [
          [0, 2, 29],
          [4, 2, 29],
          [1900, 2, 29],
          [2000, 2, 29],
        ],
      },
    )
  })

  it.each([
    '',
    '20',
    '2020-',
    '2020-7',
    '2020-07-1',
    '2020/07',
    ' 2020',
    '2020\n',
    '２０２０',
    '-2020',
    '2020-07-31T00',
  ])('refuses %j', (date) => {
    expect(isPartialDate(date)).toBe(false)
  })
})

describe('days', () => {
  it('first and last day enclose what is written, in order', () => {
    fc.assert(
      fc.property(partialDates, (date) => {
        expect(firstDay(date) <= lastDay(date)).toBe(true)
        expect(firstDay(date).startsWith(date)).toBe(true)
        expect(lastDay(date).startsWith(date)).toBe(true)
      }),
    )
  })

  it('the day after the last belongs to another year or month', () => {
    const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(partialDates, (date) => {
        expect(!next(lastDay(date)).startsWith(date)).toBe(true)
      }),
    )
  })
})

describe('periodKind', () => {
  it.each([
    [period('2020'), 'span'],
    [period(null, '2025'), 'deadline'],
    [period('2016', null), 'since'],
    [UNKNOWN, 'unknown'],
  ] as const)('%j is %s', (of, kind) => {
    expect(periodKind(of)).toBe(kind)
  })
})

describe('anchorYear', () => {
  it('lies inside the period', () => {
    fc.assert(
      fc.property(periods, (of) => {
        const years = [of.start, of.end].filter((date) => date !== null).map(yearOf)
        expect(years.length === 0 ? [null] : years).toContain(anchorYear(of))
      }),
    )
  })

  it('is the year of the end, of an open end that of the start', () => {
    expect(anchorYear(period('2018', '2020-03'))).toBe(2020)
    expect(anchorYear(period('2016-05', null))).toBe(2016)
  })

  it('throws on a date that is none, naming it', () => {
    expect(() => anchorYear(period('soon'))).toThrow(/not a date: "soon"/)
  })
})

describe('isWithin', () => {
  it('lets everything pass without a filter', () => {
    fc.assert(
      fc.property(periods, (of) => {
        expect(isWithin(of, null)).toBe(true)
      }),
    )
  })

  it('keeps figures of unknown period out of every filter', () => {
    expect(isWithin(UNKNOWN, { from: 0, to: 9999 })).toBe(false)
  })

  it('includes both ends of the filter', () => {
    const filter = { from: 2018, to: 2020 }
    expect([2017, 2018, 2020, 2021].map((y) => isWithin(period(String(y)), filter))).toEqual([false, true, true, false])
  })
})

describe('overlaps', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        expect(overlaps(a, b) === overlaps(b, a)).toBe(true)
      }),
    )
  })

  it('holds between a known period and itself, never for an unknown one', () => {
    fc.assert(
      fc.property(periods, (of) => {
        expect(overlaps(of, of) === (periodKind(of) !== 'unknown')).toBe(true)
      }),
    )
  })

  it('sees a total of several years over one of them', () => {
    expect(overlaps(period('2020', '2022'), period('2021'))).toBe(true)
    expect(overlaps(period('2020'), period('2021'))).toBe(false)
    expect(overlaps(period('2020-01', '2020-06'), period('2020-07', '2020-12'))).toBe(false)
  })

  it('reaches from a start without end to all that follows', () => {
    expect(overlaps(period('2016', null), period('2030'))).toBe(true)
    expect(overlaps(period('2016', null), period('2015'))).toBe(false)
  })
})

describe('samePeriod', () => {
  it('compares days, not the way they are written', () => {
    expect(samePeriod(period('2020'), period('2020-01', '2020-12-31'))).toBe(true)
    expect(samePeriod(period('2020'), period('2020-01', '2020-11'))).toBe(false)
    expect(samePeriod(period('2020'), period(null, '2020'))).toBe(false)
  })

  it('knows nothing of two unknown periods', () => {
    expect(samePeriod(UNKNOWN, UNKNOWN)).toBe(false)
  })
})

describe('endDay', () => {
  it('sorts unknown before everything', () => {
    fc.assert(
      fc.property(periods, (of) => {
        expect(periodKind(of) === 'unknown' || endDay(UNKNOWN) < endDay(of)).toBe(true)
      }),
    )
  })
})
