import { yearOf } from '../../src/model/period.ts'
import type { Text } from '../../src/model/text.ts'
import { captionParts, figuresOf, type Scene } from '../../src/model/tour.ts'
import type { View } from '../../src/model/view.ts'
import { decodeView, settleView, type Known, type ViewKey } from '../../src/view/codec.ts'
import type { PackDescriptor } from './descriptor.ts'
import { periodOf } from './figure-values.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, Tables } from './rows.ts'
import { doubledWords, numberedNames, strayNumbers, yearsIn } from './tour-words.ts'
import { figuresShown, knownOf, problemWords } from './view-rules.ts'

/** Where problems of one tour or scene go; `field` is the field's name in the file. */
export interface Report {
  readonly error: (field: string, value: string, message: string) => void
  readonly warning: (field: string, value: string, message: string) => void
}

interface Rules {
  /** @param title of a tour */
  readonly checkTitle: (title: Text, report: Report) => void
  readonly checkScene: (scene: Scene, report: Report) => void
}

/** Characters that fit the stage; a figure counts as so many. Notes are for the remote alone, and bounded by the reader. */
const FIGURE_LENGTH = 8
const LONGEST = { title: { zh: 16, en: 44 }, caption: { zh: 60, en: 130 }, notes: null } as const
type Field = keyof typeof LONGEST
const FIELDS = ['title', 'caption', 'notes'] as const
const LANGUAGES = ['zh', 'en'] as const

/** What the stage decides, not a scene. */
const STAGE_KEYS: readonly ViewKey[] = ['mode', 'lang', 'theme', 'tour', 'scene', 'renderer']
const SCENE_KEYS = ['role', 'indicator', 'time', 'places', 'show', 'chart', 'against'] as const

/**
 * What `readTours` cannot know: whether the view is one of this package, whether every figure is an observation, and whether the
 * words state nothing else. See data/README.md for the rules as a clerk reads them.
 */
export function sceneRules(tables: Tables, atlas: PackDescriptor['atlas']): Rules {
  const rows = new Map(tables.observations.map((row) => [row.id, row]))
  const rejected = new Set(tables.rejected.map((row) => row.id))
  const symbols = new Map(tables.units.map((unit) => [unit.id, unit.symbol_zh]))
  const named = [...tables.places, ...tables.indicators, ...tables.derived, ...tables.scopes, ...tables.events]
  const names = numberedNames(named.flatMap(({ name_zh, name_en }) => [name_zh, name_en]))
  const parents = new Map(tables.places.map((place) => [place.code, splitIds(place.parents)]))
  const known = knownOf(tables, atlas)
  const yearsOf = figureYears(tables)

  const checkNumbers = (field: string, text: string, report: Report): void => {
    for (const words of strayNumbers(text, names)) {
      report.error(
        field,
        words,
        '文字里的数字只能是 {数据编号} 或年份（年份后写“年”） | a number in the words must be a figure’s {id}, or a year',
      )
    }
  }

  /** A year that no figure of the scene is of would put the figure into that year. */
  const checkYears = (field: string, text: string, years: ReadonlySet<number>, report: Report): void => {
    for (const year of yearsIn(text, names)) {
      if (years.has(year)) continue
      report.error(
        field,
        String(year),
        '这一幕的数据、来源和时间范围里没有这一年 | no figure, source or time of this scene is of that year',
      )
    }
  }

  const checkText = (field: Field, text: Text, years: ReadonlySet<number>, report: Report): void => {
    if (text.zh === '' && text.en === '') return
    for (const language of LANGUAGES) {
      const at = `${field}.${language}`
      const words = text[language]
      if (words.trim() === '') report.error(at, words, '中文和英文都要写 | expected the text in both languages')
      if (/\p{Cc}/u.test(words)) report.error(at, words, '应为一行，不含换行和制表符 | expected one line, without tabs')
      checkLength(at, words, LONGEST[field]?.[language] ?? null, report)
      checkBraces(at, words, field === 'caption', report)
      checkNumbers(at, words, report)
      checkYears(at, words, years, report)
    }
  }

  const checkFigures = (scene: Scene, report: Report): void => {
    for (const language of LANGUAGES) {
      const at = `caption.${language}`
      const caption = scene.caption[language]
      for (const id of idsIn(caption)) checkId(at, id, rows, rejected, report)
      const unitOf = (id: string): string => symbols.get(rows.get(id)?.unit ?? '') ?? ''
      for (const { id, words } of doubledWords(caption, unitOf)) {
        report.error(
          at,
          words,
          `{${id}} 自带约束、单位和币种，不要再写 | {${id}} writes its own bound, unit and currency: expected none beside it`,
        )
      }
    }
    const [zh, en] = [idsIn(scene.caption.zh), idsIn(scene.caption.en)]
    const lacking = [...zh.filter((id) => !en.includes(id)), ...en.filter((id) => !zh.includes(id))]
    for (const id of lacking) {
      report.error(
        zh.includes(id) ? 'caption.en' : 'caption.zh',
        id,
        '中英文说明应提到同样的数据 | expected both captions to name the same figures',
      )
    }
    scene.figures.forEach((id, i) => {
      checkId('figures', id, rows, rejected, report)
      if (scene.figures.indexOf(id) < i) report.error('figures', id, '重复 | named twice')
    })
  }

  /** Warnings: a neighbour's figure beside a place may be meant. */
  const checkPlaces = (scene: Scene, places: readonly string[], report: Report): void => {
    if (scene.layout !== 'place' && scene.layout !== 'compare') return
    for (const id of figuresOf(scene)) {
      const place = rows.get(id)?.place
      if (place === undefined || [place, ...(parents.get(place) ?? [])].some((code) => places.includes(code))) continue
      report.warning(
        'figures',
        id,
        `是 ${place} 的数据，不是这一幕的地区 | a figure of ${place}, not of the scene’s places`,
      )
    }
  }

  return {
    checkTitle: (title, report) => {
      for (const language of LANGUAGES) {
        const at = `title.${language}`
        if (title[language].trim() === '')
          report.error(at, '', '中文和英文都要写 | expected the text in both languages')
        checkLength(at, title[language], LONGEST.title[language], report)
        checkBraces(at, title[language], false, report)
        checkNumbers(at, title[language], report)
      }
    },
    checkScene: (scene, report) => {
      const view = readView(scene, known, report)
      const years = new Set(figuresOf(scene).flatMap((id) => yearsOf(rows.get(id))))
      if (view.time !== null) for (let year = view.time.from; year <= view.time.to; year++) years.add(year)
      for (const field of FIELDS) checkText(field, scene[field], years, report)
      checkFigures(scene, report)
      checkLayout(scene, view, report)
      checkShown(scene, view, tables, report)
      checkPlaces(scene, view.places, report)
    },
  }
}

function idsIn(caption: string): readonly string[] {
  return captionParts(caption).flatMap((part) => ('figure' in part ? [part.figure] : []))
}

function checkId(
  field: string,
  id: string,
  rows: ReadonlyMap<string, ObservationRecord>,
  rejected: ReadonlySet<string>,
  report: Report,
): void {
  if (rows.has(id)) return
  if (rejected.has(id)) {
    report.error(field, id, '在 rejected.csv 中，是不收录的数据 | stands in rejected.csv: a figure left out on purpose')
  } else report.error(field, id, 'observations.csv 中没有这个 id | no such id in observations.csv')
}

function checkLength(field: string, text: string, most: number | null, report: Report): void {
  const length = captionParts(text).reduce(
    (sum, part) => sum + ('words' in part ? [...part.words].length : FIGURE_LENGTH),
    0,
  )
  if (most === null || length <= most) return
  report.error(
    field,
    text,
    `长 ${length} 字，应不超过 ${most} 字（一个数据按 ${FIGURE_LENGTH} 字算） | ${length} characters: expected at most ${most}, a figure counted as ${FIGURE_LENGTH}`,
  )
}

/** A figure that is misspelt would be shown as its braces. */
function checkBraces(field: string, text: string, mayName: boolean, report: Report): void {
  for (const part of captionParts(text)) {
    if ('figure' in part) {
      if (!mayName) {
        report.error(field, `{${part.figure}}`, '数据只写在说明（caption）里 | figures stand in captions alone')
      }
    } else if (/[{}｛｝]/u.test(part.words)) {
      report.error(
        field,
        part.words,
        '花括号里应为一个数据编号，如 {s001-001} | expected an observation’s id in the braces, as {s001-001}',
      )
    }
  }
}

function checkLayout({ layout, figures, run }: Scene, { places, time }: View, report: Report): void {
  const count = places.length
  if (layout === 'place' && count !== 1) {
    report.error('view', places.join(','), 'place 版式应有一个地区 | the layout place expects one place')
  }
  if (layout === 'compare' && count < 2) {
    report.error(
      'view',
      places.join(','),
      'compare 版式应有两个以上地区 | the layout compare expects two places or more',
    )
  }
  if (layout === 'figure' && figures.length === 0) {
    report.error('figures', '', 'figure 版式应有至少一个数据 | the layout figure expects at least one figure')
  }
  if (run && (layout === 'figure' || layout === 'closing')) {
    report.error('run', 'true', `${layout} 版式不能逐年播放 | the layout ${layout} cannot run through years`)
  }
  if (run && time !== null && time.from === time.to) {
    report.error('view', `time=${time.from}`, '逐年播放应有多于一年 | a run expects more years than one')
  }
}

/** A map or a place's page of nothing is no scene. Derived indicators are computed later, and not looked at. */
function checkShown({ layout }: Scene, view: View, tables: Tables, report: Report): void {
  if (layout === 'figure' || layout === 'closing') return
  const { role, indicator, places } = view
  const shown = figuresShown(view, tables)
  if (shown === null) return
  const of = `${role} ${indicator}`
  if (shown.length === 0) {
    report.error('view', of, '这一视图没有任何数据 | the view has no figure at all')
    return
  }
  if (layout !== 'place' && layout !== 'compare') return
  for (const code of places) {
    if (shown.some(({ place }) => place === code)) continue
    report.error('view', code, `${of} 没有这一地区的数据 | no figure of ${of} for this place`)
  }
}

/** @returns the years that words about a figure may name: of its period, its event, its sources. */
function figureYears(tables: Tables): (row: ObservationRecord | undefined) => readonly number[] {
  const published = new Map(tables.sources.map((source) => [source.id, source.published]))
  const held = new Map(tables.events.map((event) => [event.id, event.date]))
  return (row) => {
    if (!row) return []
    const { start, end } = periodOf(row)
    const dates = [start, end, held.get(row.event), ...splitIds(row.source).map((id) => published.get(id))]
    const years = dates.filter((date) => typeof date === 'string' && date !== '').map((date) => yearOf(date as string))
    if (start === null || end === null) return years
    const [from, to] = [yearOf(start), yearOf(end)]
    return [...years, ...Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)]
  }
}

/** @returns the view that the scene shows, as the app settles it; all that the app would pass over is reported. */
function readView(scene: Scene, known: Known, report: Report): View {
  const { given, problems, rest } = decodeView(scene.view)
  const settled = settleView(given, known)
  const error = (value: string, message: string): void => report.error('view', value, message)
  for (const [key] of rest) {
    error(key, `没有这个键，应为：${SCENE_KEYS.join('、')} | no such key: expected ${SCENE_KEYS.join(', ')}`)
  }
  const named = new Set(new URLSearchParams(scene.view).keys())
  for (const key of STAGE_KEYS) {
    if (named.has(key)) error(key, '由舞台决定，不写在场景里 | the stage decides this: expected none in a scene')
  }
  for (const problem of [...problems, ...settled.problems]) {
    const said = problemWords(problem, SCENE_KEYS)
    if (said) error(...said)
  }
  return settled.view
}
