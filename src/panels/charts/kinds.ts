import type { Reading } from '../../map/reading.ts'
import { basisOf } from '../../model/basis.ts'
import { usualYears } from '../../model/change.ts'
import type { Observation, Role } from '../../model/observation.ts'
import type { Candidate } from '../../model/pairing.ts'
import type { Catalog } from '../../model/pack.ts'
import { isWithin } from '../../model/period.ts'
import { isResult } from '../../model/progress.ts'
import { RECORDS, type ChartKind, type View } from '../../model/view.ts'

/** Why a kind cannot be drawn; the words are `charting.reasons`. */
export type Reason = 'records' | 'nothing' | 'undated' | 'twoYears' | 'fewPlaces' | 'noTargets' | 'noSecond' | 'loading'

/** Fewer districts are no distribution. */
const FEWEST_DISTRICTS = 3

/** What a reader of each role came for stands first. */
export const OVERVIEW: Readonly<Record<Role, readonly ChartKind[]>> = {
  target: ['targets', 'ranking', 'time'],
  actual: ['ranking', 'time', 'targets'],
  investment: ['time', 'ranking', 'targets'],
  project: ['time', 'ranking', 'targets'],
}

export interface Ground {
  readonly catalog: Catalog
  readonly view: Pick<View, 'role' | 'indicator' | 'time'>
  readonly reading: Reading
  /** The indicator that the charts over time show; null: none. */
  readonly indicator: string | null
  /** All figures of that indicator. */
  readonly observations: readonly Observation[]
  readonly pending: boolean
  /** Those that `alikeOf` leaves. */
  readonly alike: readonly Observation[]
  readonly candidates: readonly Candidate[]
}

/** @returns why the kind cannot be drawn for what the view asks for; null: it can. */
export function reasonAgainst(kind: ChartKind, ground: Ground): Reason | null {
  const { reading, view, indicator, observations } = ground
  const counts = view.indicator === RECORDS
  const districts = reading.districts.filter((row) => row.magnitude !== null).length
  const late = (reason: Reason): Reason => (ground.pending ? 'loading' : reason)
  switch (kind) {
    case 'ranking':
      return districts + reading.zones.length + reading.outside.length > 0 ? null : late('nothing')
    case 'distribution':
      return districts >= FEWEST_DISTRICTS ? null : late('fewPlaces')
    case 'time': {
      if (indicator === null) return 'records'
      const results = observations.filter((o) => o.indicator === indicator && isResult(o))
      if (results.length === 0) return late('nothing')
      return results.some((o) => basisOf(o) !== 'undated') ? null : late('undated')
    }
    case 'change':
      if (counts) return 'records'
      return usualYears(ground.alike, districtsOf(ground.catalog), view.time) ? null : late('twoYears')
    case 'targets':
      if (counts) return 'records'
      return observations.some((o) => o.indicator === indicator && !isResult(o) && isWithin(o.period, view.time))
        ? null
        : late('noTargets')
    case 'scatter':
      if (counts) return 'records'
      if (districts < FEWEST_DISTRICTS) return late('fewPlaces')
      return ground.candidates.length > 0 ? null : 'noSecond'
  }
}

/**
 * Figures that compare between years. Whole years and states as at a date do; occasions, stretches and parts of years are each of
 * their own length, so their sizes are no change.
 */
export function alikeOf(reading: Reading, observations: readonly Observation[]): readonly Observation[] {
  if (reading.basis !== 'year') return []
  const { indicator, role, scope } = reading
  return observations.filter(
    (o) => o.indicator === indicator && o.role === role && o.scope === scope && basisOf(o) === 'year',
  )
}

/** Codes, in the pack's order. */
export function districtsOf(catalog: Pick<Catalog, 'places'>): readonly string[] {
  return catalog.places.filter((place) => place.kind === 'district').map((place) => place.code)
}
