import { messages } from '../messages/messages.ts'
import type { Observation, Source } from '../model/observation.ts'
import { inBase } from '../model/quantity.ts'
import type { Atlas } from '../ui/atlas.tsx'
import { sourcesOf } from './carry.ts'

/** A cell as every file has it: text, a number, or nothing on record. */
export type Cell = string | number | null

/** One column of the figures: the same in every format, and in what is copied. */
export interface FigureColumn {
  /** Stable name, for programs; the heading is in the interface's language. */
  readonly id: string
  readonly heading: string
  /** `date`: ISO 8601 at the precision stated; `url`: http(s). */
  readonly type: 'text' | 'number' | 'date' | 'url'
  /** Characters that a spreadsheet's column takes. */
  readonly width: number
  readonly cellOf: (o: Observation) => Cell
}

/** What a column needs of the atlas: names and language, no view. */
export type FigureNames = Pick<Atlas, 'names' | 'say' | 'language'>

/** Several sources of one figure share a cell, one a line being more than a row can show. */
const JOIN = '; '

/**
 * The columns of a figure, in fixed order: what, where, when, how much, how sure, from whom. The number stands alone in its
 * cell, its unit and its bound beside it (`≥ 400 亿元` is `400`, `亿元`, `at_least`).
 */
export function figureColumns({ names, say, language }: FigureNames): readonly FigureColumn[] {
  const words = messages(language)
  const { headings } = words.export
  const ofSources = (o: Observation, part: (source: Source) => string): string =>
    sourcesOf(o)
      .map((id) => {
        const source = names.source.get(id)
        return source ? part(source) : ''
      })
      .filter(Boolean)
      .join(JOIN)
  const column = (
    id: keyof typeof headings,
    type: FigureColumn['type'],
    width: number,
    cellOf: FigureColumn['cellOf'],
  ): FigureColumn => ({ id, heading: headings[id], type, width, cellOf })

  return [
    column('place', 'text', 16, (o) => {
      const place = names.place.get(o.place)
      return place ? say(place.name) : o.place
    }),
    column('place_code', 'text', 11, (o) => o.place),
    column('theme', 'text', 12, (o) => {
      const theme = names.theme.get(names.indicator.get(o.indicator)?.theme ?? '')
      return theme ? say(theme) : null
    }),
    column('indicator', 'text', 30, (o) => {
      const indicator = names.indicator.get(o.indicator)
      return indicator ? say(indicator.name) : o.indicator
    }),
    column('scope', 'text', 16, (o) => {
      const scope = names.scope.get(o.scope)
      return scope ? say(scope.name) : o.scope
    }),
    column('role', 'text', 10, (o) => words.roles[o.role]),
    column('period_start', 'date', 12, (o) => o.period.start),
    column('period_end', 'date', 12, (o) => o.period.end),
    column('bound', 'text', 12, (o) => words.export.bounds[o.quantity.bound]),
    column('value', 'number', 14, (o) => o.quantity.value),
    column('value_high', 'number', 12, (o) => o.quantity.high ?? null),
    column('unit', 'text', 10, (o) => say(o.quantity.unit.symbol)),
    column('base_value', 'number', 18, (o) => inBase(o.quantity)),
    column('measure', 'text', 10, (o) => o.quantity.unit.measure),
    column('certainty', 'text', 14, (o) => words.source.certainties[o.certainty]),
    // A derived figure names the figures that it comes from, by their ids.
    column('derived', 'text', 10, (o) =>
      o.parents.length > 0 ? `${words.export.derived}${words.export.colon}${o.parents.join(', ')}` : '',
    ),
    column('event', 'text', 20, (o) => {
      const event = names.event.get(o.event)
      return event ? say(event.name) : o.event
    }),
    column('as_printed', 'text', 14, (o) => o.printed),
    column('period_note', 'text', 14, (o) => o.period.note),
    column('source', 'text', 40, (o) => ofSources(o, (source) => source.title)),
    column('publisher', 'text', 20, (o) => ofSources(o, (source) => source.publisher)),
    column('published', 'date', 12, (o) => ofSources(o, (source) => source.published)),
    column('url', 'url', 30, (o) => ofSources(o, (source) => source.url)),
    column('document', 'text', 20, (o) => names.source.get(o.sources[0] ?? '')?.document ?? null),
    column('span_start', 'number', 10, (o) => o.span?.[0] ?? null),
    column('span_end', 'number', 10, (o) => o.span?.[1] ?? null),
    column('note', 'text', 30, (o) => (o.note ? say(o.note) : '')),
    column('id', 'text', 18, (o) => o.id),
  ]
}

/** What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/

/** Text that a spreadsheet must not run: an apostrophe goes before it. Numbers are no text and stay as they are. */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell
}
