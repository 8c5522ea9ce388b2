import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { RECORDS } from '../../src/model/view.ts'
import { ROLES } from '../../src/model/observation.ts'
import { isPartialDate } from '../../src/model/period.ts'
import type { Problems } from './problems.ts'

export const DESCRIPTOR_FILE = 'datapackage.json'

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty())
const BilingualText = v.strictObject({ zh: Words, en: Words })
const CODE = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]+$/))

/** How a text cell is read; see cells.ts. The standard has no word for it, hence the prefix. */
const CELL_KINDS = ['key', 'keys', 'partial-date', 'text', 'verbatim'] as const

const Field = v.looseObject({
  name: Words,
  type: v.picklist(['string', 'number', 'integer']),
  /** What is expected in the cell, `中文 | English`: also the words of the error. */
  description: v.pipe(v.string(), v.includes(' | ')),
  constraints: v.optional(
    v.strictObject({
      required: v.optional(v.boolean()),
      unique: v.optional(v.boolean()),
      enum: v.optional(v.array(v.string())),
      pattern: v.optional(v.string()),
      minimum: v.optional(v.number()),
      maximum: v.optional(v.number()),
      exclusiveMinimum: v.optional(v.number()),
    }),
    {},
  ),
  'atlas:cell': v.optional(v.picklist(CELL_KINDS)),
  /** `resource.field` that every id of a `;`-separated list must stand in; the standard's foreign keys know no lists. */
  'atlas:references': v.optional(v.pipe(v.string(), v.regex(/^\w+\.\w+$/))),
})

const TableSchema = v.looseObject({
  fields: v.pipe(v.array(Field), v.nonEmpty()),
  primaryKey: v.tuple([Words]),
  foreignKeys: v.optional(
    v.array(
      v.strictObject({
        fields: v.tuple([Words]),
        reference: v.strictObject({ resource: v.string(), fields: v.tuple([Words]) }),
      }),
    ),
    [],
  ),
})

const Resource = v.looseObject({ name: Words, path: Words, schema: v.optional(TableSchema) })

const Atlas = v.strictObject({
  city: CODE,
  title: BilingualText,
  description: BilingualText,
  licence: BilingualText,
  defaults: v.strictObject({ role: v.picklist(ROLES), indicator: Words }),
  headlines: v.array(Words),
  /** Indicators of projects whose counts and amounts belong together. */
  projectPairs: v.array(v.strictObject({ count: Words, amount: Words })),
  themes: v.pipe(v.array(v.strictObject({ id: Words, name: BilingualText })), v.nonEmpty()),
  map: v.strictObject({
    crs: v.picklist(['WGS 84', 'GCJ-02']),
    reviewNumber: v.nullable(Words),
    attribution: BilingualText,
    note: BilingualText,
    inset: v.nullable(v.strictObject({ name: BilingualText, places: v.pipe(v.array(CODE), v.nonEmpty()) })),
    /** The boundary file: a module path of an npm package, or a path relative to the package when it begins with `./`. */
    boundaries: v.strictObject({ file: Words, source: Words }),
  }),
})

const Descriptor = v.looseObject({
  $schema: v.pipe(v.string(), v.regex(/^https:\/\/datapackage\.org\/profiles\/2\.\d+\/datapackage\.json$/)),
  name: v.pipe(v.string(), v.regex(/^[a-z0-9._-]+$/)),
  title: Words,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  created: v.pipe(v.string(), v.isoTimestamp()),
  licenses: v.pipe(v.array(v.looseObject({ name: Words, path: Words, title: Words })), v.nonEmpty()),
  resources: v.array(Resource),
  atlas: Atlas,
})

export type PackDescriptor = v.InferOutput<typeof Descriptor>
export type TableField = v.InferOutput<typeof Field>
export type TableResource = v.InferOutput<typeof TableSchema>

/** @returns `datapackage.json`, checked against the standard's shape and ours; null after reporting what is wrong with it. */
export async function readDescriptor(dir: string, problems: Problems): Promise<PackDescriptor | null> {
  const json = await readJson(dir, DESCRIPTOR_FILE, problems)
  if (json === null) return null
  const result = v.safeParse(Descriptor, json.value)
  if (result.success) return result.output
  for (const issue of result.issues) {
    const at = { file: DESCRIPTOR_FILE, column: v.getDotPath(issue), value: issue.received.replace(/^"|"$/g, '') }
    problems.error(at, `应为 ${issue.expected ?? issue.message} | expected ${issue.expected ?? issue.message}`)
  }
  return null
}

/** @returns the JSON's value, wrapped (it may be null itself); null after reporting an unreadable file. */
export async function readJson(dir: string, file: string, problems: Problems): Promise<{ value: unknown } | null> {
  const bytes = await readFile(join(dir, file)).catch(() => null)
  if (bytes === null) {
    problems.error({ file }, '找不到文件 | file not found')
    return null
  }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch (error) {
    problems.error(
      { file },
      `不是有效的 JSON | not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
    return null
  }
}

/** What the descriptor says of places, figures and themes must exist in the tables. */
export function checkDescriptor(
  { atlas }: PackDescriptor,
  known: { places: ReadonlyMap<string, string>; indicators: ReadonlySet<string>; observations: ReadonlySet<string> },
  problems: Problems,
): void {
  const file = DESCRIPTOR_FILE
  const kindOf = (code: string): string | undefined => known.places.get(code)
  if (kindOf(atlas.city) !== 'city') {
    problems.error(
      { file, column: 'atlas.city', value: atlas.city },
      '应为 places.csv 中 kind 为 city 的编码 | expected the code of a city in places.csv',
    )
  }
  if (atlas.defaults.indicator !== RECORDS && !known.indicators.has(atlas.defaults.indicator)) {
    problems.error(
      { file, column: 'atlas.defaults.indicator', value: atlas.defaults.indicator },
      `应为 indicators.csv 中的 id 或 ${RECORDS} | expected an id of indicators.csv, or ${RECORDS}`,
    )
  }
  for (const id of atlas.headlines) {
    if (!known.observations.has(id))
      problems.error(
        { file, column: 'atlas.headlines', value: id },
        '应为 observations.csv 中的 id | expected an id of observations.csv',
      )
  }
  for (const [at, pair] of atlas.projectPairs.entries()) {
    for (const key of ['count', 'amount'] as const) {
      if (!known.indicators.has(pair[key]))
        problems.error(
          { file, column: `atlas.projectPairs.${at}.${key}`, value: pair[key] },
          '应为 indicators.csv 中的 id | expected an id of indicators.csv',
        )
    }
  }
  for (const code of atlas.map.inset?.places ?? []) {
    if (kindOf(code) !== 'district')
      problems.error(
        { file, column: 'atlas.map.inset.places', value: code },
        '应为 places.csv 中区的编码 | expected the code of a district in places.csv',
      )
  }
  const themes = atlas.themes.map((theme) => theme.id)
  themes.forEach((id, at) => {
    if (themes.indexOf(id) !== at) problems.error({ file, column: 'atlas.themes', value: id }, 'id 重复 | duplicate id')
  })
}

/** @returns whether `text` is empty or a date at stated precision. */
export function isDateCell(text: string): boolean {
  return text === '' || isPartialDate(text)
}
