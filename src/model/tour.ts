import { LAYOUTS, type Layout } from './layout.ts'
import type { Text } from './text.ts'

/** A view with words and a duration (DESIGN §2). */
export interface Scene {
  readonly title: Text
  /** Plain words; `{id}` stands for the figure of the observation with that id. */
  readonly caption: Text
  /** For the speaker alone, on the remote; may be empty. */
  readonly notes: Text
  readonly layout: Layout
  /** The view as a link's query without its question mark: `role=actual&indicator=gdp&time=2024`. */
  readonly view: string
  /** How long it stands, in seconds; null: until somebody goes on. */
  readonly seconds: number | null
  /** Ids of the observations shown large, the first largest; empty: what the view itself puts first. */
  readonly figures: readonly string[]
  /** Plays through the years of the view. */
  readonly run: boolean
}

/** Scenes in order. */
export interface Tour {
  readonly id: string
  readonly title: Text
  readonly scenes: readonly Scene[]
}

/** Something in a tour that could not be used, and where; the rest of the tour plays. */
export interface TourProblem {
  /** The tour's id, or its number from 1 where it has none. */
  readonly tour: string
  /** The scene's number from 1 as it stands in the file; null: the tour itself. */
  readonly scene: number | null
  readonly field: string
  /** The value as JSON, cut short; empty where the field is missing. */
  readonly value: string
  readonly expected: TourExpectation
}

/** What would have been right, as a key of the messages. */
export type TourExpectation =
  | 'tours'
  | 'id'
  | 'unique-id'
  | 'text'
  | 'scenes'
  | 'layout'
  | 'view'
  | 'seconds'
  | 'figures'
  | 'boolean'

/** As written in a link and in file names. */
export const TOUR_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
/** A scene shorter than its transitions is never seen whole; one longer than an hour is a slip of the pen. */
export const SECONDS = { least: 3, most: 3600, usual: 15 } as const
/** More scenes than this are no tour; it also bounds what a hostile file can make us hold. */
export const MAX_SCENES = 200
/** Longer texts do not fit a stage. */
export const MAX_TEXT = 600
/** A scene shows three figures large at most; more could not be read from the back. */
export const MAX_FIGURES = 4
const SHOWN = 40

/** A caption's pieces: words, or a figure by its observation's id. */
export type CaptionPart = { readonly words: string } | { readonly figure: string }

const TOKEN = /\{([A-Za-z0-9][\w.-]*)\}/g

/** @returns the caption cut at its figures, in order; never an empty piece of words. */
export function captionParts(caption: string): readonly CaptionPart[] {
  const parts: CaptionPart[] = []
  let from = 0
  for (const match of caption.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ words: caption.slice(from, match.index) })
    parts.push({ figure: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < caption.length) parts.push({ words: caption.slice(from) })
  return parts
}

/** @returns the ids of all observations that a scene names, in its captions first, none twice. */
export function figuresOf(scene: Scene): readonly string[] {
  const named = [scene.caption.zh, scene.caption.en].flatMap((text) =>
    captionParts(text).flatMap((part) => ('figure' in part ? [part.figure] : [])),
  )
  return [...new Set([...named, ...scene.figures])]
}

/**
 * Reads tours from parsed JSON of unknown origin: a pack's file, a dropped file, a link. Never throws; what is wrong is named,
 * a scene without a usable title or view is left out, any other fault falls back to what is usual.
 */
export function readTours(value: unknown): {
  readonly tours: readonly Tour[]
  readonly problems: readonly TourProblem[]
} {
  const problems: TourProblem[] = []
  const list = isRecord(value) ? value['tours'] : undefined
  if (!Array.isArray(list)) {
    problems.push({ tour: '', scene: null, field: 'tours', value: show(list), expected: 'tours' })
    return { tours: [], problems }
  }
  const seen = new Set<string>()
  const tours = list.flatMap((each: unknown, index): Tour[] => {
    const at = { tour: String(index + 1), scene: null }
    if (!isRecord(each)) {
      problems.push({ ...at, field: 'tours', value: show(each), expected: 'tours' })
      return []
    }
    const id = each['id']
    if (typeof id !== 'string' || !TOUR_ID.test(id)) {
      problems.push({ ...at, field: 'id', value: show(id), expected: 'id' })
      return []
    }
    if (seen.has(id)) {
      problems.push({ ...at, field: 'id', value: show(id), expected: 'unique-id' })
      return []
    }
    seen.add(id)
    const title = readText(each['title'])
    if (title === null)
      problems.push({ tour: id, scene: null, field: 'title', value: show(each['title']), expected: 'text' })
    const raw = each['scenes']
    if (!Array.isArray(raw) || raw.length === 0 || raw.length > MAX_SCENES) {
      problems.push({ tour: id, scene: null, field: 'scenes', value: show(raw), expected: 'scenes' })
    }
    const scenes = Array.isArray(raw)
      ? raw.slice(0, MAX_SCENES).flatMap((scene: unknown, i) => readScene(scene, id, i + 1, problems))
      : []
    return scenes.length === 0 ? [] : [{ id, title: title ?? { zh: id, en: id }, scenes }]
  })
  return { tours, problems }
}

function readScene(value: unknown, tour: string, number: number, problems: TourProblem[]): readonly Scene[] {
  const given = isRecord(value) ? value : {}
  /** Reads one field; where it is absent or wrong, what is usual. */
  const field = <T>(
    name: string,
    read: (raw: unknown) => T | null,
    expected: TourExpectation,
    usual: T | null,
  ): T | null => {
    const raw = given[name]
    if (raw === undefined && usual !== null) return usual
    const result = read(raw)
    if (result !== null) return result
    problems.push({ tour, scene: number, field: name, value: show(raw), expected })
    return usual
  }
  const title = field('title', readText, 'text', null)
  const view = field('view', readQuery, 'view', null)
  const scene = {
    caption: field('caption', readText, 'text', NO_TEXT) ?? NO_TEXT,
    notes: field('notes', readText, 'text', NO_TEXT) ?? NO_TEXT,
    layout:
      field('layout', (raw) => LAYOUTS.find((layout) => layout === raw) ?? null, 'layout', 'map' as const) ?? 'map',
    seconds: given['seconds'] === null ? null : field('seconds', readSeconds, 'seconds', SECONDS.usual as number),
    figures: field('figures', readFigures, 'figures', NO_FIGURES) ?? NO_FIGURES,
    run: field('run', (raw) => (typeof raw === 'boolean' ? raw : null), 'boolean', false) ?? false,
  }
  return title === null || view === null ? [] : [{ title, view, ...scene }]
}

const NO_TEXT: Text = { zh: '', en: '' }
const NO_FIGURES: readonly string[] = []

function readText(raw: unknown): Text | null {
  if (!isRecord(raw)) return null
  const { zh = '', en = '' } = raw
  if (typeof zh !== 'string' || typeof en !== 'string') return null
  return (zh === '' && en === '') || zh.length > MAX_TEXT || en.length > MAX_TEXT ? null : { zh, en }
}

function readQuery(raw: unknown): string | null {
  return typeof raw === 'string' && raw.length <= 1000 ? raw.replace(/^\?/, '') : null
}

function readSeconds(raw: unknown): number | null {
  return typeof raw === 'number' && raw >= SECONDS.least && raw <= SECONDS.most ? raw : null
}

function readFigures(raw: unknown): readonly string[] | null {
  if (!Array.isArray(raw) || raw.length > MAX_FIGURES) return null
  return raw.every((id): id is string => typeof id === 'string' && id !== '') ? raw : null
}

/** @returns the tours as a file that `readTours` reads back, without what is usual. */
export function writeTours(tours: readonly Tour[]): { readonly tours: readonly unknown[] } {
  const full = ({ zh, en }: Text) => zh !== '' || en !== ''
  return {
    tours: tours.map(({ id, title, scenes }) => ({
      id,
      title,
      scenes: scenes.map((scene) => ({
        title: scene.title,
        ...(full(scene.caption) && { caption: scene.caption }),
        ...(full(scene.notes) && { notes: scene.notes }),
        ...(scene.layout !== 'map' && { layout: scene.layout }),
        view: scene.view,
        ...(scene.seconds !== SECONDS.usual && { seconds: scene.seconds }),
        ...(scene.figures.length > 0 && { figures: scene.figures }),
        ...(scene.run && { run: true }),
      })),
    })),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  if (value === undefined) return ''
  const text = JSON.stringify(value) ?? ''
  return [...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text
}
