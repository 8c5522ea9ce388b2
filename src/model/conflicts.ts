import type { Observation } from './observation.ts'
import { disagrees, groupBySeries } from './series.ts'

const NONE: readonly Observation[] = []

/** What else is stated of the same thing, by the figure's id; figures that nothing disagrees with are not in it. */
export type Conflicts = ReadonlyMap<string, readonly Observation[]>

/** Finds the figures that disagree with others among those given. Both sides are in the result. */
export function conflictsOf(observations: readonly Observation[]): Conflicts {
  const conflicts = new Map<string, readonly Observation[]>()
  for (const series of groupBySeries(observations).values()) {
    for (const o of series) {
      const others = series.filter((other) => other !== o && disagrees(o, other))
      if (others.length > 0) conflicts.set(o.id, others)
    }
  }
  return conflicts
}

/** @returns the figures that disagree with this one; the same empty list where none does. */
export function conflictsWith(conflicts: Conflicts, id: string): readonly Observation[] {
  return conflicts.get(id) ?? NONE
}
