import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { GalleryEmbed } from '../../src/model/gallery.ts'
import { decodeView } from '../../src/view/codec.ts'
import { readEmbed } from '../../src/view/embed.ts'
import { writeFixture } from './fixtures.ts'
import { readPackage } from './package.ts'
import { formatProblem } from './problems.ts'

type Json = Record<string, unknown>

/** A sound embed of the fixture's package. */
const EMBED: Json = {
  id: 'map',
  title: { zh: '签约', en: 'Signed' },
  note: { zh: '一张图。', en: 'A map.' },
  form: 'element',
  query: 'role=project&indicator=projects&play=1&accent=0b5fcc',
}

async function problemsOf(embeds: readonly Json[]): Promise<string[]> {
  const { dir } = await writeFixture({ files: { 'gallery.json': JSON.stringify({ embeds }) } })
  return (await readPackage(dir)).problems.all.map(formatProblem)
}

test('a sound gallery has no problem; a package need not have one', async () => {
  const derived = 'role=actual&indicator=output_per_enterprise&theme=dark&still=1&title=0&controls=0'
  expect(await problemsOf([EMBED, { ...EMBED, id: 'other', form: 'iframe', query: derived }])).toEqual([])
  const none = { files: { 'gallery.json': null } }
  const unnamed = await writeFixture({
    ...none,
    descriptor: (descriptor) => {
      descriptor.resources = descriptor.resources.filter(({ name }) => name !== 'gallery')
    },
  })
  const { problems, gallery } = await readPackage(unnamed.dir)
  expect(problems.all).toEqual([])
  expect(gallery).toEqual([])
  const named = await writeFixture(none)
  const lines = (await readPackage(named.dir)).problems.all.map(formatProblem)
  expect(lines).toEqual(['gallery.json 找不到文件 | file not found'])
})

test('what is left out has its usual value', async () => {
  const { dir } = await writeFixture({ files: { 'gallery.json': JSON.stringify({ embeds: [EMBED] }) } })
  const { gallery } = await readPackage(dir)
  expect(gallery).toEqual([{ ...EMBED, height: 520, narrow: false }])
})

test.each<[string, Json, string]>([
  ['no form', { form: 'picture' }, 'gallery.json:map.form "picture" 应为 element 或 iframe'],
  ['unknown field', { hight: 20 }, 'gallery.json:map.hight "hight" 没有这个字段'],
  [
    'language of a text',
    { title: { zh: '签约', en: 'Signed', de: 'x' } },
    'gallery.json:map.title.de "de" 没有这个字段',
  ],
  ['English title missing', { title: { zh: '签约' } }, 'gallery.json:map.title.en "undefined" 应为 {"zh"'],
  ['English title empty', { title: { zh: '签约', en: ' ' } }, 'gallery.json:map.title.en " " 中文和英文都要写'],
  ['long note', { note: { zh: '签'.repeat(121), en: 'x' } }, '签签…" 长 121 字，应不超过 120 字'],
  ['two lines', { note: { zh: '签\n约', en: 'x' } }, 'gallery.json:map.note.zh "签\\n约" 应为一行'],
  ['number in a title', { title: { zh: '78个项目', en: 'Projects' } }, 'gallery.json:map.title.zh "78" 文字里不写数字'],
  ['number in words', { note: { zh: '图', en: 'It doubled' } }, 'gallery.json:map.note.en "doubled" 文字里不写数字'],
  ['height', { height: 20 }, 'gallery.json:map.height "20" 应为 100 至 2000 的整数'],
  ['narrow', { narrow: 'yes' }, 'gallery.json:map.narrow "yes" 应为 true 或 false'],
  ['role', { query: 'role=goal' }, 'gallery.json:map.query "role=goal" 应为：target actual'],
  ['theme', { query: 'role=project&theme=sepia' }, 'gallery.json:map.query "theme=sepia" 应为：light dark'],
  [
    'indicator',
    { query: 'role=project&indicator=gdp' },
    'gallery.json:map.query "gdp" indicators.csv 和 derived.csv 中没有',
  ],
  ['place', { query: 'role=project&places=310999' }, 'gallery.json:map.query "310999" places.csv 中没有'],
  ['the city as a place', { query: 'role=project&places=310000' }, 'gallery.json:map.query "310000" places.csv 中没有'],
  ['key', { query: 'role=project&heigth=3' }, 'gallery.json:map.query "heigth" 没有这个键'],
  ['language of the page', { query: 'role=project&lang=en' }, 'gallery.json:map.query "lang" 由网页决定'],
  ['mode', { query: 'mode=embed&role=project' }, 'gallery.json:map.query "mode" 由网页决定'],
  ['setting', { query: 'role=project&still=yes' }, 'gallery.json:map.query "still=yes" still 没有这个值'],
  ['colour', { query: 'role=project&accent=red' }, 'gallery.json:map.query "accent=red" accent 没有这个值'],
  [
    'a view of nothing',
    { query: 'role=actual&indicator=projects' },
    'gallery.json:map.query "actual projects" 这一视图没有',
  ],
])('names the embed and the field: %s', async (_, fields, expected) => {
  const problems = await problemsOf([{ ...EMBED, ...fields }])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(expected)
})

test('all embeds are looked at, those without a usable id by their number', async () => {
  const problems = await problemsOf([
    { ...EMBED, form: 1 },
    { ...EMBED, id: 'a b' },
    EMBED,
    { ...EMBED, note: 3 },
    EMBED,
  ])
  expect(problems.map((line) => line.split(' ')[0])).toEqual([
    'gallery.json:map.form',
    'gallery.json:2.id',
    'gallery.json:map.note',
    'gallery.json:map.id',
  ])
})

test.each([
  ['a list', '[]'],
  ['no list', '{"embeds": {}}'],
  ['too many', JSON.stringify({ embeds: Array.from({ length: 13 }, () => EMBED) })],
])('the file has a shape: %s', async (_, text) => {
  const { dir } = await writeFixture({ files: { 'gallery.json': text } })
  const lines = (await readPackage(dir)).problems.all.map(formatProblem)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('应为 {"embeds": [...]}，至多 12 个')
})

test('the package’s gallery has eight embeds, of every kind', async () => {
  const file = await readFile(join(import.meta.dirname, '../package/gallery.json'), 'utf8')
  const { embeds } = JSON.parse(file) as { embeds: readonly GalleryEmbed[] }
  expect(embeds).toHaveLength(8)
  const views = embeds.map(({ query }) => decodeView(query).given)
  const settings = embeds.map(({ query }) => readEmbed(query).settings)
  expect(new Set(views.map(({ show }) => show))).toEqual(new Set(['map', 'chart', 'table', undefined]))
  expect(views.flatMap(({ chart }) => chart ?? [])).toEqual(['ranking', 'time', 'targets'])
  expect(new Set(views.map(({ role }) => role)).size).toBe(4)
  expect(views.some(({ theme }) => theme === 'dark')).toBe(true)
  expect(views.some(({ places }) => places !== undefined)).toBe(true)
  expect(embeds.filter(({ form }) => form === 'iframe')).toHaveLength(1)
  for (const key of ['card', 'still', 'play'] as const) expect(settings.filter((each) => each[key])).toHaveLength(1)
  expect(settings.filter(({ title }) => !title)).toHaveLength(1)
  expect(settings.filter(({ accent }) => accent !== null)).toHaveLength(1)
})
