import type { Holdings, RejectedFigure } from '../../../model/pack.ts'
import { PACK_FORMAT } from '../../../model/pack.ts'
import { text } from '../../../../tests/fixtures.ts'

export function rejected(given: Partial<RejectedFigure> = {}): RejectedFigure {
  return {
    ...{ id: 'x-1', place: 'a', indicator: 'gdp', role: 'actual', end: '2020', printed: '约9亿元', source: 's-1' },
    reason: text('重复', 'Repeated'),
    ...given,
  }
}

/** Holdings of the invented pack: 12 figures of two indicators, for the city, districts `a` and `b`, zone `z`. */
export function holdings(given: Partial<Holdings> = {}): Holdings {
  return {
    format: PACK_FORMAT,
    cells: [
      ['a', 'gdp', null, 1],
      ['a', 'gdp', 2020, 3],
      ['a', 'jobs', 2021, 1],
      ['b', 'gdp', 2020, 1],
      ['city', 'gdp', 2020, 4],
      ['z', 'jobs', 2025, 2],
    ],
    bySource: [{ source: 's-1', count: 12 }],
    byCertainty: [
      { certainty: 'stated', count: 9 },
      { certainty: 'converted', count: 3 },
      { certainty: 'inferred-date', count: 0 },
      { certainty: 'paraphrased', count: 0 },
    ],
    conflicts: 2,
    rejected: [rejected()],
    ...given,
  }
}
