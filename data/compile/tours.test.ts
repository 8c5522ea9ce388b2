import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LAYOUTS } from '../../src/model/layout.ts'
import type { Tour } from '../../src/model/tour.ts'
import { decodeView } from '../../src/view/codec.ts'
import { figure, writeFixture, type Changes } from './fixtures.ts'
import { readPackage } from './package.ts'
import { formatProblem } from './problems.ts'
import { buildTours } from './tours.ts'

type Json = Record<string, unknown>

/** A sound scene of the fixture's package: doc-001 is 78 projects, undated; doc-002 of 2017; doc-003 by 2020. */
const SCENE: Json = {
  title: { zh: '签约', en: 'Signed' },
  caption: { zh: '签约项目{doc-001}，2017年投资{doc-002}。', en: 'Signed: {doc-001}; put in in 2017: {doc-002}.' },
  notes: { zh: '出自计划。', en: 'From the plan.' },
  view: 'role=project&indicator=projects',
  figures: ['doc-001'],
}

/** @returns what the check says of the tour `t` with one scene of `fields` over the sound one. */
async function problemsOf(fields: Json, changes: Changes = {}): Promise<string[]> {
  return problemsOfFile(
    { tours: [{ id: 't', title: { zh: '路线', en: 'Tour' }, scenes: [{ ...SCENE, ...fields }] }] },
    changes,
  )
}

async function problemsOfFile(file: unknown, changes: Changes = {}): Promise<string[]> {
  const { dir } = await writeFixture({ ...changes, files: { ...changes.files, 'tours.json': JSON.stringify(file) } })
  const { problems } = await readPackage(dir)
  return problems.all.map(formatProblem)
}

test('a sound tour has no problem, of a derived indicator neither', async () => {
  expect(await problemsOf({})).toEqual([])
  expect(await problemsOf({ view: 'role=actual&indicator=output_per_enterprise' })).toEqual([])
})

const caption = (zh: string, en = zh): Json => ({ caption: { zh, en } })

test.each<[string, Json, string]>([
  ['key that is misspelt', { second: 20 }, 'tours.json:t.1 "second" 没有这个字段'],
  ['key of a text', { title: { zh: '签约', en: 'Signed', de: 'x' } }, 'tours.json:t.1.title "de" 没有这个字段'],
  ['unknown layout', { layout: 'grid' }, 'tours.json:t.1.layout "\\"grid\\"" 没有这种版式'],
  ['English title missing', { title: { zh: '签约' } }, 'tours.json:t.1.title.en "" 中文和英文都要写'],
  [
    'Chinese caption missing',
    { caption: { zh: ' ', en: 'x' }, figures: [] },
    'tours.json:t.1.caption.zh " " 中文和英文都要写',
  ],
  ['notes in one language', { notes: { zh: '说明' } }, 'tours.json:t.1.notes.en "" 中文和英文都要写'],
  ['line break', { title: { zh: '签\n约', en: 'x' } }, 'tours.json:t.1.title.zh "签\\n约" 应为一行'],
  [
    'long Chinese title',
    { title: { zh: '签'.repeat(17), en: 'x' } },
    'tours.json:t.1.title.zh "签签签签签签签签签签签签签签签签签" 长 17 字，应不超过 16',
  ],
  [
    'long English title',
    { title: { zh: '签', en: 'x'.repeat(45) } },
    `tours.json:t.1.title.en "${'x'.repeat(45)}" 长 45 字，应不超过 44`,
  ],
  [
    'long Chinese caption',
    caption(`{doc-001}${'签'.repeat(53)}`, '{doc-001}'),
    '长 61 字，应不超过 60 字（一个数据按 8 字算）',
  ],
  ['long English caption', caption('{doc-001}', `{doc-001}${'x'.repeat(123)}`), '131 characters: expected at most 130'],
  [
    'number in a caption',
    caption('签约78个{doc-001}', '{doc-001}'),
    'tours.json:t.1.caption.zh "78" 文字里的数字只能是',
  ],
  ['number in a title', { title: { zh: '三千亿', en: 'x' } }, 'tours.json:t.1.title.zh "三千亿" 文字里的数字只能是'],
  [
    'number in the notes',
    { notes: { zh: '好', en: 'three million' } },
    'tours.json:t.1.notes.en "million" 文字里的数字只能是',
  ],
  ['year of no figure', caption('2019年{doc-001}', '{doc-001}'), 'tours.json:t.1.caption.zh "2019" 这一幕的数据'],
  [
    'year of another figure',
    { ...caption('2017年{doc-001}', '{doc-001}') },
    'tours.json:t.1.caption.zh "2017" 这一幕的数据',
  ],
  ['bound beside a figure', caption('超{doc-001}', '{doc-001}'), 'tours.json:t.1.caption.zh "超" {doc-001} 自带约束'],
  ['unit beside a figure', caption('{doc-001}个', '{doc-001}'), 'tours.json:t.1.caption.zh "个" {doc-001} 自带约束'],
  ['figure in a title', { title: { zh: '{doc-001}', en: 'x' } }, 'tours.json:t.1.title.zh "{doc-001}" 数据只写在说明'],
  [
    'figure in the notes',
    { notes: { zh: '{doc-001}', en: 'x' } },
    'tours.json:t.1.notes.zh "{doc-001}" 数据只写在说明',
  ],
  ['broken braces', caption('{doc 001}', '{doc-001}'), 'tours.json:t.1.caption.zh "{doc 001}" 花括号里应为'],
  [
    'figure in Chinese alone',
    caption('{doc-001}', 'x'),
    'tours.json:t.1.caption.en "doc-001" 中英文说明应提到同样的数据',
  ],
  [
    'figure in English alone',
    caption('签', '{doc-001}'),
    'tours.json:t.1.caption.zh "doc-001" 中英文说明应提到同样的数据',
  ],
  ['unknown figure', caption('{doc-999}'), 'tours.json:t.1.caption.zh "doc-999" observations.csv 中没有这个 id'],
  ['rejected figure', { figures: ['doc-r01'] }, 'tours.json:t.1.figures "doc-r01" 在 rejected.csv 中'],
  ['figure twice', { figures: ['doc-001', 'doc-001'] }, 'tours.json:t.1.figures "doc-001" 重复'],
  [
    'unknown key of the view',
    { view: 'role=project&indicator=projects&year=2020' },
    'tours.json:t.1.view "year" 没有这个键',
  ],
  ...['mode=present', 'lang=en', 'theme=dark', 'tour=x', 'scene=2', 'renderer=svg', 'lang=xx'].map(
    (pair): [string, Json, string] => [
      `stage's own ${pair}`,
      { view: `role=project&indicator=projects&${pair}` },
      `tours.json:t.1.view "${pair.split('=')[0]}" 由舞台决定`,
    ],
  ),
  ['invalid role', { view: 'role=goal' }, 'tours.json:t.1.view "role=goal" 应为：target actual'],
  [
    'invalid time',
    { view: 'role=project&indicator=projects&time=2020-2021' },
    'tours.json:t.1.view "time=2020-2021" 应为：2020',
  ],
  ['key twice', { view: 'role=project&role=project&indicator=projects' }, 'tours.json:t.1.view "role" 写了两次'],
  [
    'unknown indicator',
    { view: 'role=project&indicator=x' },
    'tours.json:t.1.view "x" indicators.csv 和 derived.csv 中没有',
  ],
  [
    'unknown second indicator',
    { view: 'role=project&indicator=projects&against=x' },
    'tours.json:t.1.view "x" indicators.csv',
  ],
  [
    'unknown place',
    { view: 'role=project&indicator=projects&places=310199' },
    'tours.json:t.1.view "310199" places.csv 中没有',
  ],
  [
    'the city as a place',
    { view: 'role=project&indicator=projects&places=310000' },
    'tours.json:t.1.view "310000" places.csv 中没有',
  ],
  [
    'too many places',
    { view: `role=project&indicator=projects&places=${['a', 'b', 'c', 'd', 'e', 'f', 'g'].join(',')}` },
    'tours.json:t.1.view "places" 最多 6 个地区',
  ],
  ['place without a place', { layout: 'place' }, 'tours.json:t.1.view "" place 版式应有一个地区'],
  [
    'comparison of one',
    { layout: 'compare', view: 'role=project&indicator=projects&places=310112' },
    'tours.json:t.1.view "310112" compare 版式应有两个以上',
  ],
  ['figure without one', { layout: 'figure', figures: [] }, 'tours.json:t.1.figures "" figure 版式应有至少一个数据'],
  ['run of a closing', { layout: 'closing', run: true }, 'tours.json:t.1.run "true" closing 版式不能逐年播放'],
  [
    'run through one year',
    { view: 'role=investment&indicator=investment&time=2017', run: true },
    'tours.json:t.1.view "time=2017" 逐年播放应有多于一年',
  ],
  [
    'empty map',
    { view: 'role=target&indicator=enterprises' },
    'tours.json:t.1.view "target enterprises" 这一视图没有任何数据',
  ],
  [
    'empty time',
    { view: 'role=project&indicator=projects&time=2020' },
    'tours.json:t.1.view "project projects" 这一视图没有任何数据',
  ],
  [
    'place without a figure',
    { layout: 'place', view: 'role=project&indicator=projects&places=310104' },
    'tours.json:t.1.view "310104" project projects 没有这一地区的数据',
  ],
])('%s', async (_, fields, message) => {
  expect((await problemsOf(fields)).join('\n')).toContain(message)
})

test.each([
  ['of its period', '到2020年{doc-003}', {}],
  ['of its document', '2018年{doc-003}', {}],
  ['of its page', '2025年{doc-005}', {}],
  ['of the view', '2015年起{doc-006}', { view: 'role=investment&indicator=investment&time=2015..2017' }],
  ['of a figure shown large', '2017年', { figures: ['doc-002'] }],
] as const)('a year may be that %s', async (_, zh, fields) => {
  expect(await problemsOf({ ...caption(zh), figures: [], ...fields })).toEqual([])
})

test('a year may be that of its event', async () => {
  const rows: Changes['rows'] = ({ sources }) =>
    sources.forEach((source) => Object.assign(source, { published: '2025' }))
  expect(await problemsOf({ ...caption('2018年{doc-001}'), figures: [] }, { rows })).toEqual([])
})

test('a neighbour’s figure beside a place is a warning, a zone’s of the place is none', async () => {
  const view = { layout: 'place', view: 'role=project&indicator=projects&places=310112', ...caption('{doc-001}') }
  const rows: Changes['rows'] = (all) => {
    all.observations.push(
      figure('doc-007', '78个', '78', { place: '310104', span_start: '', span_end: '', source: 'page' }),
    )
  }
  expect(await problemsOf({ ...view, figures: ['doc-001', 'doc-005'] }, { rows })).toEqual([])
  expect(await problemsOf({ ...view, figures: ['doc-001', 'doc-007'] }, { rows })).toEqual([
    expect.stringContaining('tours.json:t.1.figures "doc-007" 提醒 是 310104 的数据'),
  ])
})

test('everything wrong is said in one run, by the scene’s number in the file', async () => {
  const scenes = [
    { ...SCENE, title: undefined },
    { ...SCENE, figures: ['x'] },
    { ...SCENE, view: 7 },
    { ...SCENE, ...caption('5', '6') },
  ]
  const lines = await problemsOfFile({ tours: [{ id: 't', title: { zh: '9', en: '' }, scenes }], note: 'x' })
  expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual([
    'tours.json:t.1.title 应为',
    'tours.json:t.3.view "7"',
    'tours.json "note"',
    'tours.json:t.title.zh "9"',
    'tours.json:t.title.en ""',
    'tours.json:t.2.figures "x"',
    'tours.json:t.4.caption.zh "5"',
    'tours.json:t.4.caption.en "6"',
  ])
})

test('the compiled file holds the figures that its scenes name, by id, and nothing else of the package', async () => {
  const scenes = [{ ...SCENE, figures: ['doc-003'] }]
  const { dir } = await writeFixture({
    files: { 'tours.json': JSON.stringify({ tours: [{ id: 't', title: { zh: '路线', en: 'Tour' }, scenes }] }) },
  })
  const { tours, tables } = await readPackage(dir)
  const file = buildTours(tours, tables?.observations ?? [], [])
  expect(file.figures.map(({ id }) => id)).toEqual(['doc-001', 'doc-002', 'doc-003'])
  expect(file.tours.map((tour) => Object.keys(tour))).toEqual([['id', 'title', 'scenes']])
})

/** The real package: the tours that the presenter opens with. */
async function realTours(): Promise<ReadonlyMap<string, Tour>> {
  const { tours } = await readPackage(join(import.meta.dirname, '../package'))
  return new Map(tours.map((tour) => [tour.id, tour]))
}

test('the package’s tours: the city in eight scenes of every kind, and every district once', async () => {
  const tours = await realTours()
  const city = tours.get('city')?.scenes ?? []
  expect(city).toHaveLength(8)
  const kinds = new Set(city.map(({ layout }) => layout))
  expect(LAYOUTS.filter((layout) => !kinds.has(layout))).toEqual(['place', 'chart'])
  expect(
    new Set(city.filter(({ layout }) => layout === 'map').map(({ view }) => decodeView(view).given.role)).size,
  ).toBe(4)
  expect(city.filter(({ run }) => run)).toHaveLength(1)
  const places = await readFile(join(import.meta.dirname, '../package/places.csv'), 'utf8')
  const districts = [...places.matchAll(/^(\d{6}),district,/gmu)].map(([, code]) => code)
  const shown = (tours.get('districts')?.scenes ?? []).flatMap(({ view }) => decodeView(view).given.places ?? [])
  expect(shown).toEqual(districts)
  for (const scene of [...tours.values()].flatMap((tour) => tour.scenes)) {
    expect([
      scene.title.zh,
      scene.title.en,
      scene.caption.zh,
      scene.caption.en,
      scene.notes.zh,
      scene.notes.en,
    ]).not.toContain('')
  }
})
