import { formatNumber } from '../../messages/format.ts'
import type { Atlas } from '../../ui/atlas.tsx'

type Words = Pick<Atlas, 'language' | 'words'>

/** @returns what a chart says where it draws some of all; '' where it draws all */
export function someLine(
  drawn: number,
  all: number,
  which: 'largest' | 'ends' | 'spread' | 'targets',
  { language, words }: Words,
): string {
  if (drawn >= all) return ''
  const { some } = words.charting
  return some[which](formatNumber(drawn, language), formatNumber(all, language))
}

/** A sentence with more names than this is not read. */
const NAMED = 30

/** @returns names one after the other, the first ones where they are many, with the number of the rest */
export function nameList(names: readonly string[], { language, words }: Words): string {
  const listed = names.slice(0, NAMED).join(words.mapParts.separator)
  const more = names.length - NAMED
  return more > 0 ? words.charting.moreNames(listed, formatNumber(more, language)) : listed
}
