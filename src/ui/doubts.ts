import { formatPeriod, formatQuantity } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import { parentsOf } from '../model/parents.ts'
import type { Atlas } from './atlas.tsx'
import { figureName } from './figure-name.ts'

/** What can be doubtful of a figure, the gravest first. */
export type DoubtKind = 'conflict' | 'derived' | 'inferred-date' | 'converted' | 'paraphrased'

/** One thing to be known of a figure, and the figures and words that it rests on. Plain text. */
export interface Doubt {
  readonly kind: DoubtKind
  readonly lines: readonly string[]
  /** A derived figure whose lines name two indicators only: the figures come when somebody asks, see `DoubtPopup`. */
  readonly figure?: Observation
}

type Writer = Pick<Atlas, 'names' | 'say' | 'language' | 'words'>

/**
 * What is doubtful of a figure: others state something else, it is computed, its year is inferred, its unit or its wording is
 * not its source's. Empty for most figures.
 * @param conflicts figures of the same series and period that state something else
 */
export function doubtsOf(
  o: Observation,
  conflicts: readonly Observation[],
  writer: Writer & Pick<Atlas, 'catalog'>,
): readonly Doubt[] {
  const { words } = writer
  const doubts: Doubt[] = []
  if (conflicts.length > 0) doubts.push({ kind: 'conflict', lines: conflicts.map((other) => stated(other, writer)) })
  if (o.parents.length > 0) {
    const lines = parentsOf(o, writer.catalog).map((parent) => nameOf({ ...parent, scope: '' }, writer, o.place))
    doubts.push({ kind: 'derived', lines, figure: o })
  }
  if (o.certainty !== 'stated' && o.parents.length === 0) {
    const printed = o.certainty === 'converted' && o.printed !== ''
    doubts.push({ kind: o.certainty, lines: printed ? [words.doubts.printed(o.printed)] : [] })
  }
  return doubts
}

/** A figure that another rests on, in one line; its place is named where it is not `home`, and its role where it is a target. */
export function partLine(o: Observation, writer: Writer, home: string): string {
  const { words, language } = writer
  const target = o.role === 'target' ? words.details.target : ''
  return words.doubts.part(
    [nameOf(o, writer, home), target].filter(Boolean).join(' · '),
    formatPeriod(o.period, language),
    formatQuantity(o.quantity, language),
  )
}

function nameOf(
  o: Pick<Observation, 'place' | 'indicator' | 'scope'>,
  { names, say }: Pick<Writer, 'names' | 'say'>,
  home: string,
): string {
  const place = o.place === home ? undefined : names.place.get(o.place)
  return [place && say(place.name), figureName(o, { names, say })].filter(Boolean).join(' · ')
}

/** The doubt in one breath, for whoever hears it. */
export function doubtSentence({ kind, lines }: Doubt, { words }: Pick<Writer, 'words'>): string {
  const { kinds, explained, colon, separator } = words.doubts
  return `${kinds[kind]}${colon}${explained[kind]}${lines.length > 0 ? ` ${lines.join(separator)}` : ''}`
}

function stated(o: Observation, { words, names, language }: Writer): string {
  const titles = o.sources.map((id) => names.source.get(id)?.title ?? id)
  return words.doubts.figure(formatQuantity(o.quantity, language), titles.join(words.doubts.separator))
}
