import { expect, test } from 'vitest'
import { report, type Measured } from './report.ts'

const WEIGHTS: Measured['weights'] = {
  ...{
    catalog: 54_000,
    parts: { places: 2656 },
    boundaries: 17_000,
    firstIndicator: 9000,
    place: 12_000,
    search: 5000,
  },
  ...{ indicator: { median: 7000, most: 10_000, derived: 28_000 }, holdings: 2000, rest: 0, files: 366, raw: 15e6 },
}
const small: Measured = {
  ...{ name: '160', figures: 600_000, csv: 63e6, seconds: 30, cpuSeconds: 24, peakBytes: 500e6, weights: WEIGHTS },
}

test('each size has a column, and what grows can be read from left to right', () => {
  const text = report(
    [small, { ...small, name: '2,900', figures: 10_593_623 }],
    {
      ...{ date: '2026-11-29', commit: 'abc', machine: '2 cores', command: 'npm run scale' },
    },
    'limits',
  )
  expect(text).toContain('|  | 160 | 2,900 |')
  expect(text).toMatch(/limits$/)
  expect(text).toContain('| figures | 600,000 | 10,593,623 |')
  expect(text).toContain('| processor a figure | 40 µs | 2 µs |')
  expect(text).toContain('| — without boundaries | 63 kB | 63 kB |')
  expect(text).toContain('| `places` | 2.7 kB | 2.7 kB |')
  expect(text).toContain('2026-11-29, commit abc, 2 cores')
})
