import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  catalog,
  HOSTILE,
  indicator,
  observation,
  period,
  place,
  quantity,
  range,
  source,
  text,
} from '../../../tests/fixtures.ts'
import { boundaries } from '../../map/fixture.ts'
import type { Observation } from '../../model/observation.ts'
import { PACK_FORMAT, type ObservationRow } from '../../model/pack.ts'
import { renderCards, type CardData } from '../prerender-cards.tsx'

const tokens = readFileSync('src/ui/tokens.css', 'utf8')
const codes = boundaries.districts.map(({ code }) => code)

function rowOf({
  id,
  place: code,
  role,
  period: { start, end },
  quantity: q,
  sources,
  printed,
  ...o
}: Observation): ObservationRow {
  return {
    ...{ id, place: code, role, sources, printed, indicator: o.indicator, certainty: o.certainty },
    ...(start !== null && { start }),
    ...(end !== null && { end }),
    ...{ value: q.value, unit: q.unit.id, bound: q.bound },
    ...(q.high !== undefined && { high: q.high }),
  }
}

const FIGURES = [
  observation({ id: 'o-1', place: 'r0c0', quantity: quantity(400, 'at_least') }),
  observation({ id: 'o-2', place: 'r0c1', quantity: range(500, 600) }),
  observation({ id: 'o-3', place: 'r0c2', quantity: quantity(700), sources: ['s-2'] }),
  // The sources disagree.
  observation({ id: 'o-4', place: 'r0c2', quantity: quantity(750), sources: ['s-1'] }),
  observation({ id: 'o-7', place: 'r1c0', quantity: quantity(100, 'approx'), sources: ['s-2'] }),
  observation({ id: 'o-5', place: 'r0c0', role: 'target', period: period(null, '2025') }),
  observation({ id: 'o-6', place: 'r0c1', role: 'target', certainty: 'converted' }),
]

/** The invented country of the map's tests as a pack, with nasty names. */
function pack(given: Partial<CardData> = {}, figures: readonly Observation[] = FIGURES): CardData {
  const rows = figures.map(rowOf)
  const shard = { format: PACK_FORMAT, observations: rows } as const
  return {
    catalog: catalog({
      title: text('图', 'Atlas'),
      asOf: '2025-01',
      places: [place('city', 'city'), ...codes.map((code) => place(code, 'district', { point: null }))],
      indicators: [indicator({ name: text('生产总值', `GDP ${HOSTILE}`) })],
      sources: [
        source('s-1', { title: `Bulletin ${HOSTILE}`, publisher: 'Office & Co', published: '2021' }),
        source('s-2'),
      ],
      records: codes.map((code) => ({ place: code, role: 'actual', year: 2020, count: 2 })),
      headlines: ['o-1'],
      byPlace: Object.fromEntries(codes.map((code) => [code, 0])),
      byIndicator: { gdp: 1 },
      map: { ...catalog().map, inset: { name: text('中', 'Middle'), places: ['m0', 'm1'] } },
    }),
    boundaries,
    shards: new Map([
      [0, shard],
      [1, shard],
    ]),
    tokens,
    site: null,
    ...given,
  }
}

const files = new Map(renderCards(pack()).map((file) => [file.path, file.text]))
const fileOf = (path: string): string => files.get(path) ?? `no ${path}`
const wordsIn = (path: string): string =>
  fileOf(path)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')

it('draws indicators of three districts, records of each role, and every district, in all languages', () => {
  const names = ['actual.records', 'actual.gdp', ...codes.map((code) => `place.${code}`)]
  const paths = ['zh-CN', 'en'].flatMap((language) =>
    names.flatMap((name) => ['svg', 'html'].map((ending) => `cards/${language}/${name}.${ending}`)),
  )
  expect([...files.keys()].sort()).toEqual(paths.sort())
})

it('stands by itself: well-formed, titled, without script, style of others or address', () => {
  const pictures = [...files].filter(([path]) => path.endsWith('.svg'))
  for (const [path, svg] of pictures) {
    const { documentElement: root } = new DOMParser().parseFromString(svg, 'image/svg+xml')
    expect([path, root.localName]).toEqual([path, 'svg'])
    expect([path, root.querySelector('title')?.textContent]).not.toEqual([path, ''])
    expect([path, root.querySelector('script, foreignObject, image, a, img')]).toEqual([path, null])
    const attributes = [...root.querySelectorAll('*')].flatMap((element) => [...element.attributes])
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([])
    const addresses = attributes.filter(({ name, value }) => name.endsWith('href') || value.includes('url('))
    expect(addresses.map(({ value }) => value).filter((value) => !/^(?:url\()?#/.test(value))).toEqual([])
    // Presentation attributes alone: a program that knows no `var()` sees the colours too.
    expect(svg).not.toMatch(/var\(|@import|dominant-baseline/)
  }
})

it('shows bounds, disagreements, unit, breaks, notice, sources and date', () => {
  const words = wordsIn('cards/zh-CN/actual.gdp.svg')
  for (const said of [
    '≥ 400',
    '500–600',
    '≈ 100',
    '≠',
    '单位：亿元',
    '无记录',
    '示意图，未经审图',
    '出处：',
    'Title s-2',
  ])
    expect(words).toContain(said)
  expect(words).toContain('资料截至：2025年1月')
  expect(wordsIn('cards/en/actual.gdp.svg')).toContain('Sources: Bulletin')
  expect(wordsIn('cards/en/actual.records.svg')).toContain('Figures on record by district: results')
})

it('says of a place its figures, each with its period and its doubts', () => {
  expect(wordsIn('cards/zh-CN/place.r0c0.svg')).toMatch(/r0c0区.*≥ 400 亿元.*生产总值.*2020/s)
  expect(wordsIn('cards/zh-CN/place.r0c2.svg')).toContain('各出处数字不一')
  expect(wordsIn('cards/zh-CN/place.r2c2.svg')).toContain('没有在册的数字')
})

it('has a dark colour for all that is painted, which the address alone switches on', () => {
  const svg = fileOf('cards/en/actual.gdp.svg')
  const rules = [...svg.matchAll(/#dark:target \.(\w+)\{(?:fill|stroke):#[0-9a-f]{6}\}/g)].map(([, name]) => name)
  const used = new Set([...svg.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')))
  expect(new Set(rules)).toEqual(used)
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg" id="dark"')
  expect(svg).not.toContain('prefers-color-scheme')
})

it('puts nothing of the pack into markup', () => {
  for (const content of files.values()) expect(content).not.toContain('<img src=x')
  expect(fileOf('cards/en/actual.gdp.svg')).toContain('GDP &lt;img src=x')
})

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const property = (page: Document, name: string) =>
  page.querySelector(`meta[property="${name}"]`)?.getAttribute('content')

it('has a page that shows the card and leads into the atlas', () => {
  const page = pageOf(fileOf('cards/en/actual.gdp.html'))
  expect(page.documentElement.lang).toBe('en')
  expect(page.title).toMatch(/^GDP .* · results · Atlas$/)
  expect(page.querySelector('img')?.getAttribute('src')).toBe('./actual.gdp.svg')
  const link = page.querySelector('main a')
  expect(link?.getAttribute('href')).toBe('../../?role=actual&indicator=gdp&lang=en')
  expect(link?.getAttribute('rel')).toBe('noopener')
  expect(page.querySelector('script, style, [style]')).toBeNull()
  expect(property(page, 'og:title')).toMatch(/^GDP/)
  expect(property(page, 'og:description')).toContain('4 districts on record')
})

it('writes absolute addresses only where the site is known', () => {
  const unknown = pageOf(fileOf('cards/zh-CN/place.m0.html'))
  expect(unknown.querySelector('link[rel=canonical]')).toBeNull()
  expect([property(unknown, 'og:url'), property(unknown, 'og:image')]).toEqual([undefined, undefined])
  const known = renderCards(pack({ site: 'https://atlas.example/a/' })).find(
    ({ path }) => path === 'cards/zh-CN/place.m0.html',
  )
  const page = pageOf(known?.text ?? '')
  const address = 'https://atlas.example/a/cards/zh-CN/place.m0'
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${address}.html`)
  expect(property(page, 'og:url')).toBe(`${address}.html`)
  expect(property(page, 'og:image')).toBe(`${address}.svg`)
  expect(property(page, 'og:image:width')).toBe('1200')
})
