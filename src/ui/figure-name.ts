import { formatPeriod, formatQuantity } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import type { Atlas } from './atlas.tsx'

type Writer = Pick<Atlas, 'names' | 'say' | 'language'>

/** What a figure measures: its indicator, narrowed by its scope. */
export function figureName(
  o: Pick<Observation, 'indicator' | 'scope'>,
  { names, say }: Pick<Writer, 'names' | 'say'>,
): string {
  const indicator = names.indicator.get(o.indicator)
  const scope = names.scope.get(o.scope)
  const name = indicator ? say(indicator.name) : o.indicator
  return scope ? `${name} (${say(scope.name)})` : name
}

/** The figure in one breath, for a chart's description. */
export function figureSentence(o: Observation, atlas: Writer): string {
  return `${figureName(o, atlas)}, ${formatPeriod(o.period, atlas.language)}: ${formatQuantity(o.quantity, atlas.language)}`
}
