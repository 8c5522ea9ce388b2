import { formatDate } from '../messages/format.ts'
import { messages } from '../messages/messages.ts'
import type { Observation, Source } from '../model/observation.ts'
import type { Catalog } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import type { Atlas } from '../ui/atlas.tsx'
import type { Exhibit } from './exhibit.ts'

/** What travels with every export, whatever its format: plain sentences in the interface's language. */
export interface Carried {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly notes: readonly string[]
  /** Those that the figures name, most named first; a derived figure names those of its two figures. */
  readonly sources: readonly { readonly source: Source; readonly count: number }[]
  readonly licence: string
  /** The pack's version. */
  readonly version: string
  /** Date of the pack's latest source, written out. */
  readonly asOf: string
  /** What stands on every map; empty where there is no map in it. */
  readonly notice: string
  /** Opens the same view. */
  readonly link: string
}

/** What the exporters need of the atlas. */
export type ExportAtlas = Pick<Atlas, 'catalog' | 'names' | 'language' | 'say' | 'words'>

/** @param link absolute address of the view */
export function carry(exhibit: Exhibit, { catalog, names, language, say, words }: ExportAtlas, link: string): Carried {
  const counts = new Map<string, number>()
  for (const id of exhibit.figures.flatMap(sourcesOf)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const sources = [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id, count]) => {
      const source = names.source.get(id)
      return source ? [{ source, count }] : []
    })
  const hasMap = exhibit.pictures.some((picture) => picture.kind === 'map')
  return {
    language,
    title: exhibit.title,
    subtitle: exhibit.subtitle,
    notes: exhibit.notes,
    sources,
    licence: say(catalog.licence),
    version: `${catalog.id} ${catalog.version}`,
    asOf: formatDate(catalog.asOf, language),
    notice: hasMap ? noticeOf(catalog, { say, words }) : '',
    link,
  }
}

/** Sources that a figure rests on, none twice; a derived one names those of both its figures. */
export function sourcesOf(o: Observation): readonly string[] {
  return [...new Set(o.sources)]
}

/** Schematic or reviewed, and whose boundaries (DESIGN §3, rule 8). */
export function noticeOf({ map }: Catalog, { say, words }: Pick<Atlas, 'say' | 'words'>): string {
  const review = map.reviewNumber === null ? words.map.schematicNotice : words.map.reviewNumber(map.reviewNumber)
  return [review, say(map.attribution), map.crs].filter(Boolean).join(' · ')
}

/** So many sources are named on a picture; all of them are in the notes of slides and on a workbook's second sheet. */
const NAMED = 3

/**
 * "Sources: A; B; C; 4 more", for the foot of a picture. Empty where nothing is cited.
 * @param most how many are named
 */
export function sourceLine({ sources, language }: Pick<Carried, 'sources' | 'language'>, most = NAMED): string {
  if (sources.length === 0) return ''
  const { carry: words, colon, separator } = messages(language).export
  const named = sources.slice(0, most).map(({ source }) => nameOf(source))
  const more = sources.length > most ? [words.moreSources(sources.length - most)] : []
  return `${words.sources}${colon}${[...named, ...more].join(separator)}`
}

/** A source as a reader looks for it: title, publisher, date. */
export function nameOf({ title, publisher, published }: Source): string {
  const by = [publisher, published].filter(Boolean).join(', ')
  return by === '' ? title : `${title} (${by})`
}

/** The lines below the sources: licence, pack, date, map, link; label and text apart. */
export function colophon(carried: Carried): readonly (readonly [label: string, text: string])[] {
  const words = messages(carried.language).export.carry
  const lines: (readonly [string, string])[] = [
    [words.notice, carried.notice],
    [words.licence, carried.licence],
    [words.version, carried.version],
    [words.asOf, carried.asOf],
    [words.link, carried.link],
  ]
  return lines.filter(([, text]) => text !== '')
}
