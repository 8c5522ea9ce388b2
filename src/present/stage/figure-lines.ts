import { formatPeriod } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import type { Atlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'

/**
 * @param known places that the title names already, by code
 * @param inRows each but the first stands in a row beside its number, and its period with it
 * @returns what each figure is, in one line
 */
export function figureLines(
  figures: readonly Observation[],
  atlas: Pick<Atlas, 'names' | 'say' | 'language' | 'words'>,
  known: readonly string[],
  inRows: boolean,
): readonly string[] {
  const { names, say, language, words } = atlas
  // A target beside its result has the same name; then the role is written out.
  const withRole = new Set(figures.map((o) => o.role)).size > 1
  return figures.map((o, i) => {
    const place = known.includes(o.place) ? undefined : names.place.get(o.place)
    return [
      ...(place ? [say(place.name)] : []),
      figureName(o, atlas),
      ...(withRole ? [words.roles[o.role]] : []),
      ...(inRows && i > 0 ? [formatPeriod(o.period, language)] : []),
    ].join(' · ')
  })
}
