import type { Indicator, Observation } from './observation.ts'
import { isResult, progressOf, type Known, type Progress } from './progress.ts'
import { bestByPlace } from './standing.ts'

/**
 * The comparison that a figure stands in: a target with what was reached of it, or a result with the target that it is the answer
 * to. The rule of `progressOf` decides what answers what; where a result answers several targets, that of `bestByPlace` decides.
 * @param observations figures of the same indicator, others are passed over
 * @returns null for a result that answers no target
 */
export function comparisonOf(
  figure: Observation,
  observations: readonly Observation[],
  indicator: Indicator,
  known: Known,
): Progress | null {
  if (!isResult(figure)) return progressOf(figure, observations, indicator, known)
  const answered = observations
    .filter((o) => !isResult(o) && o.place === figure.place && o.scope === figure.scope && o.indicator === indicator.id)
    .map((target) => progressOf(target, observations, indicator, known))
    .filter(({ actual }) => actual?.id === figure.id)
  return bestByPlace(answered)[0] ?? null
}
