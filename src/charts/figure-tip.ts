import { formatPeriod, formatQuantity } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import type { Observation } from '../model/observation.ts'
import type { Language } from '../model/text.ts'
import type { Tip } from './layer.ts'

/** The words of the charts over time, in one language. */
export type OverTimeWords = Messages['overTime']

/** What the owner of a chart says of a figure; the chart adds its value, its period and what its marks mean. */
export interface FigureWriter {
  /** Heads the tooltip: the event, else the indicator and its scope. */
  readonly nameOf: (o: Observation) => string
  /** Last lines of the tooltip: the source's title, the place where several are shown. */
  readonly tipOf: (o: Observation) => readonly string[]
}

export interface Telling extends FigureWriter {
  readonly language: Language
  readonly words: OverTimeWords
}

export interface TipMore {
  /** Figures of the same period that state something else. */
  readonly conflicts?: readonly Observation[]
  /** A promise, not a fact. */
  readonly planned?: boolean
  /** The other half of a pair: the amount beside the count. */
  readonly pair?: Observation | null
  /** Further lines of the chart's own, after the period. */
  readonly lines?: readonly string[]
}

/** A figure's tooltip: name, value (with its pair), period, what its marks mean, and what the owner adds. */
export function figureTip(o: Observation, { language, words, nameOf, tipOf }: Telling, more: TipMore = {}): Tip {
  const values = [o, ...(more.pair ? [more.pair] : [])].map(({ quantity }) => formatQuantity(quantity, language))
  return {
    title: nameOf(o),
    lines: [
      values.join(words.pairJoin),
      formatPeriod(o.period, language),
      ...(more.planned ? [words.planned] : []),
      ...(more.lines ?? []),
      ...(more.conflicts ?? []).map((other) =>
        words.conflict([formatQuantity(other.quantity, language), ...tipOf(other)].join(words.comma)),
      ),
      ...(o.certainty === 'inferred-date' ? [words.inferredDate] : []),
      ...tipOf(o),
    ],
  }
}
