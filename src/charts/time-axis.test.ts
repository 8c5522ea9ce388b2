import { expect, test } from 'vitest'
import { timeAxis } from './time-axis.ts'

const PLACE = { left: 0, right: 600, em: 12, slotLabel: 'undated' }
const rowOf = (year: string) => ({ period: { start: year, end: year, note: '' } })

test('an axis bears the figures of a whole country: more than one call has arguments', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => rowOf(String(2001 + (i % 25))))
  const { years } = timeAxis(rows, PLACE)
  expect(years).toEqual(timeAxis(rows.slice(0, 25), PLACE).years)
})
