import { ROLES } from '../../src/model/observation.ts'
import { isWithin } from '../../src/model/period.ts'
import { CHART_KINDS, MAX_PLACES, RECORDS, SHOWS, THEME_WISHES, type View } from '../../src/model/view.ts'
import type { Known, Problem, ViewKey } from '../../src/view/codec.ts'
import type { PackDescriptor } from './descriptor.ts'
import { periodOf } from './figure-values.ts'
import type { ObservationRecord, Tables } from './rows.ts'
import type { SmallTables } from './tables.ts'

// Views that the package names, in tours and in the gallery: what a link can say, held against the tables.

/** What a view of the package may name: as the app has it, the city is never selected. */
export function knownOf(tables: SmallTables, { city, defaults }: PackDescriptor['atlas']): Known {
  const indicators = new Set([...tables.indicators, ...tables.derived].map(({ id }) => id))
  const places = new Set(tables.places.map(({ code }) => code))
  return {
    defaults,
    hasIndicator: (id) => id === RECORDS || indicators.has(id),
    hasPlace: (code) => code !== city && places.has(code),
  }
}

const VALUES: Readonly<Partial<Record<ViewKey, string>>> = {
  role: ROLES.join(' '),
  indicator: 'gdp',
  time: '2020, 2018..2025',
  places: '310112,310115',
  show: SHOWS.join(' '),
  chart: CHART_KINDS.join(' '),
  against: 'gdp',
  theme: THEME_WISHES.join(' '),
}

/**
 * @param keys that may be given here
 * @returns the value and what was expected, `中文 | English`; null where it is said otherwise, being of another key
 */
export function problemWords(
  problem: Problem,
  keys: readonly ViewKey[],
): readonly [value: string, message: string] | null {
  switch (problem.kind) {
    case 'invalid': {
      const key = keys.find((each) => each === problem.key)
      if (key === undefined) return null
      return [`${key}=${problem.value}`, `应为：${VALUES[key]} | expected ${VALUES[key]}`]
    }
    case 'repeated':
      return [problem.key, '写了两次 | given twice']
    case 'too-many-places':
      return ['places', `最多 ${MAX_PLACES} 个地区 | expected at most ${MAX_PLACES} places`]
    case 'unknown-indicator':
      return [
        problem.value,
        'indicators.csv 和 derived.csv 中没有这个指标 | no such indicator in indicators.csv or derived.csv',
      ]
    case 'unknown-place':
      return [problem.value, 'places.csv 中没有这个地区，或是全市 | no such place in places.csv, or the city itself']
  }
}

/** @returns the figures that a view is about, of any place; null for a derived indicator, whose figures are computed later. */
export function figuresShown(
  { role, indicator, time }: Pick<View, 'role' | 'indicator' | 'time'>,
  tables: Tables,
): readonly ObservationRecord[] | null {
  if (tables.derived.some(({ id }) => id === indicator)) return null
  return tables.observations.filter(
    (row) =>
      row.role === role && (indicator === RECORDS || row.indicator === indicator) && isWithin(periodOf(row), time),
  )
}
