import type { Observation } from './observation.ts'
import type { Catalog } from './pack.ts'

/** A figure that a derived one is computed from: its id, and where it stands. Every stated figure is with its place's and its indicator's. */
export interface Parent {
  readonly id: string
  readonly place: string
  readonly indicator: string
}

/**
 * A derived figure names the two that it is computed from by their ids alone, so that a map of them costs what any map does; which
 * indicators and places those are of follows from how its indicator is derived.
 * @returns numerator and denominator; nothing for a stated figure
 */
export function parentsOf(
  { indicator, place, parents }: Pick<Observation, 'indicator' | 'place' | 'parents'>,
  { indicators, city }: Pick<Catalog, 'indicators' | 'city'>,
): readonly Parent[] {
  const [numerator, denominator] = parents
  if (numerator === undefined || denominator === undefined) return []
  const derivation = indicators.find(({ id }) => id === indicator)?.derivation
  if (!derivation) return []
  const whole = derivation.kind === 'share_of_city' ? city : place
  return [
    { id: numerator, place, indicator: derivation.numerator },
    { id: denominator, place: whole, indicator: derivation.denominator },
  ]
}
