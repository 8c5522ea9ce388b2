import { access } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { EMBED_FORMS, type GalleryEmbed } from '../../src/model/gallery.ts'
import type { Text } from '../../src/model/text.ts'
import { decodeView, settleView, type ViewKey } from '../../src/view/codec.ts'
import { EMBED_KEYS, readEmbed } from '../../src/view/embed.ts'
import { readJson, type PackDescriptor } from './descriptor.ts'
import type { Problems } from './problems.ts'
import type { Tables } from './rows.ts'
import { numberedNames, strayNumbers } from './tour-words.ts'
import { figuresShown, knownOf, problemWords } from './view-rules.ts'

export const GALLERY_FILE = 'gallery.json'

/** So many embeds one page bears; the gallery has one of each kind. */
const MOST = 12
/** Characters. */
const LONGEST = { title: { zh: 24, en: 60 }, note: { zh: 120, en: 260 } } as const
/** As in tours. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const HEIGHTS = [100, 2000] as const

/** What of a view an embed of the gallery may say; the page says the language, and `mode` goes without saying. */
const VIEW = ['role', 'indicator', 'time', 'places', 'show', 'chart', 'against', 'theme'] as const satisfies ViewKey[]
const PAGE: readonly ViewKey[] = ['mode', 'lang', 'tour', 'scene', 'renderer']
const LANGUAGES = ['zh', 'en'] as const

const Words = v.strictObject({ zh: v.string(), en: v.string() })
const Embed = v.strictObject({
  id: v.pipe(v.string(), v.regex(ID)),
  title: Words,
  note: Words,
  form: v.picklist(EMBED_FORMS),
  query: v.string(),
  height: v.optional(v.pipe(v.number(), v.integer(), v.minValue(HEIGHTS[0]), v.maxValue(HEIGHTS[1])), 520),
  narrow: v.optional(v.boolean(), false),
})
const File = v.strictObject({ embeds: v.pipe(v.array(v.unknown()), v.maxLength(MOST)) })

/** What each field should have been, for the clerk. */
const EXPECTED: Readonly<Record<string, string>> = {
  embeds: `应为 {"embeds": [...]}，至多 ${MOST} 个 | expected {"embeds": [...]}, at most ${MOST}`,
  id: '应为字母、数字、- _ . 组成的编号 | expected an id of letters, digits and - _ .',
  title: '应为 {"zh": "…", "en": "…"} | expected {"zh": "…", "en": "…"}',
  note: '应为 {"zh": "…", "en": "…"} | expected {"zh": "…", "en": "…"}',
  form: `应为 ${EMBED_FORMS.join(' 或 ')} | expected ${EMBED_FORMS.join(' or ')}`,
  query: '应为链接的查询部分，如 role=actual&indicator=gdp | expected a link’s query, as role=actual&indicator=gdp',
  height: `应为 ${HEIGHTS.join(' 至 ')} 的整数（像素） | expected a whole number of pixels, ${HEIGHTS.join(' to ')}`,
  narrow: '应为 true 或 false | expected true or false',
}

/**
 * Reads `gallery.json`; what is wrong with its shape is reported, embed by embed, and such embeds are left out. A package need not
 * have one, unless its descriptor names it.
 */
export async function readGalleryFile(
  dir: string,
  descriptor: Pick<PackDescriptor, 'resources'> | null,
  problems: Problems,
): Promise<readonly GalleryEmbed[]> {
  const named = descriptor?.resources.some(({ path }) => path === GALLERY_FILE) === true
  const there = await access(join(dir, GALLERY_FILE)).then(
    () => true,
    () => false,
  )
  if (!there && !named) return []
  const json = await readJson(dir, GALLERY_FILE, problems)
  if (!json) return []
  const file = v.safeParse(File, json.value)
  if (!file.success) {
    for (const issue of file.issues) {
      problems.error(
        { file: GALLERY_FILE, column: v.getDotPath(issue), value: issue.received },
        EXPECTED['embeds'] ?? '',
      )
    }
    return []
  }
  const seen = new Set<string>()
  return file.output.embeds.flatMap((each, index): readonly GalleryEmbed[] => {
    const result = v.safeParse(Embed, each)
    const name = nameOf(each) ?? String(index + 1)
    if (!result.success) {
      for (const issue of result.issues) reportShape(name, issue, problems)
      return []
    }
    if (seen.has(name)) {
      problems.error({ file: GALLERY_FILE, column: `${name}.id`, value: name }, '编号重复 | this id is taken already')
      return []
    }
    seen.add(name)
    return [result.output]
  })
}

function nameOf(embed: unknown): string | null {
  const id = typeof embed === 'object' && embed !== null && 'id' in embed ? embed.id : null
  return typeof id === 'string' && ID.test(id) ? id : null
}

function reportShape(name: string, issue: v.BaseIssue<unknown>, problems: Problems): void {
  const path = v.getDotPath(issue)
  const field = path?.split('.')[0] ?? ''
  const isKey = issue.type === 'strict_object' && issue.expected === 'never'
  problems.error(
    { file: GALLERY_FILE, column: [name, path].filter(Boolean).join('.'), value: issue.received.replace(/^"|"$/g, '') },
    isKey ? '没有这个字段 | no such field' : (EXPECTED[field] ?? '应为一个样例 | expected an embed'),
  )
}

/** Holds every embed against the package: its words, its view, its settings. All of them in one run. */
export function checkGallery(
  embeds: readonly GalleryEmbed[],
  tables: Tables,
  { atlas }: Pick<PackDescriptor, 'atlas'>,
  problems: Problems,
): void {
  const named = [...tables.places, ...tables.indicators, ...tables.derived, ...tables.scopes, ...tables.events]
  const names = numberedNames(named.flatMap(({ name_zh, name_en }) => [name_zh, name_en]))
  for (const embed of embeds) {
    const error = (field: string, value: string, message: string): void =>
      problems.error({ file: GALLERY_FILE, column: `${embed.id}.${field}`, value }, message)
    for (const field of ['title', 'note'] as const) checkWords(field, embed[field], names, error)
    checkQuery(embed, tables, atlas, error)
  }
}

type Report = (field: string, value: string, message: string) => void

function checkWords(field: keyof typeof LONGEST, text: Text, names: readonly string[], error: Report): void {
  for (const language of LANGUAGES) {
    const at = `${field}.${language}`
    const words = text[language]
    const length = [...words].length
    const most = LONGEST[field][language]
    if (words.trim() === '') error(at, words, '中文和英文都要写 | expected the text in both languages')
    if (/\p{Cc}/u.test(words)) error(at, words, '应为一行，不含换行和制表符 | expected one line, without tabs')
    if (length > most) {
      error(at, words, `长 ${length} 字，应不超过 ${most} 字 | ${length} characters: expected at most ${most}`)
    }
    for (const stray of strayNumbers(words, names)) {
      error(
        at,
        stray,
        '文字里不写数字，数字由嵌入的图自己写出 | expected no number: the embed writes its figures itself',
      )
    }
  }
}

function checkQuery({ query }: GalleryEmbed, tables: Tables, atlas: PackDescriptor['atlas'], report: Report): void {
  const error = (value: string, message: string): void => report('query', value, message)
  const { given, problems, rest } = decodeView(query)
  const settled = settleView(given, knownOf(tables, atlas))
  const known: readonly string[] = EMBED_KEYS
  for (const [key] of rest) {
    if (known.includes(key)) continue
    const keys = [...VIEW, ...EMBED_KEYS]
    error(key, `没有这个键，应为：${keys.join('、')} | no such key: expected ${keys.join(', ')}`)
  }
  const said = new Set(new URLSearchParams(query).keys())
  for (const key of PAGE) {
    if (said.has(key)) error(key, '由网页决定，不写在这里 | the page decides this: expected none here')
  }
  for (const problem of [...problems, ...settled.problems]) {
    const words = problemWords(problem, VIEW)
    if (words) error(...words)
  }
  for (const { key, value } of readEmbed(query).problems) {
    error(`${key}=${value}`, `${key} 没有这个值 | no such value of ${key}`)
  }
  const { role, indicator } = settled.view
  if (figuresShown(settled.view, tables)?.length === 0) {
    error(`${role} ${indicator}`, '这一视图没有任何数据 | the view has no figure at all')
  }
}
