import { expect, it } from 'vitest'
import { embedsOf } from './embeds.ts'
import { readReport, writeLighthouse } from './lighthouse.ts'
import { geoJson } from './reference/build.ts'
import { compose } from './results.ts'
import { stepsOf } from './steps.ts'
import { PACK_FORMAT, type Catalog } from '../../src/model/pack.ts'

const stamp = { date: '2026-11-29 03:00', commit: 'commit abc', machine: 'a machine', command: 'npm run bench --' }

it('puts parts below their chapters and says once what they share', () => {
  const page = compose([
    { name: 'heap', chapter: 'heap', markdown: 'HEAP', stamp },
    { name: 'pages-a', chapter: 'pages', markdown: 'FIRST', stamp },
    { name: 'pages-b', chapter: 'pages', markdown: 'SECOND', stamp },
  ])
  expect(page.indexOf('FIRST')).toBeLessThan(page.indexOf('SECOND'))
  expect(page.indexOf('SECOND')).toBeLessThan(page.indexOf('HEAP'))
  expect(page.match(/a machine/g)).toHaveLength(2)
  expect(page).not.toContain('Lighthouse\n')
})

it('reads of a report the scores and what cost points', () => {
  const audit = (title: string, score: number | null) => ({ title, score })
  const run = readReport({
    categories: {
      performance: {
        score: 0.93,
        auditRefs: [
          { id: 'slow', weight: 25 },
          { id: 'fine', weight: 5 },
          { id: 'hint', weight: 0 },
        ],
      },
      seo: { score: 1, auditRefs: [{ id: 'none', weight: 1 }] },
    },
    audits: { slow: audit('Slow', 0.4), fine: audit('Fine', 1), hint: audit('Hint', 0), none: audit('None', null) },
  })
  expect(run.scores).toEqual({ performance: 93, accessibility: 0, 'best-practices': 0, seo: 100 })
  expect(run.short).toEqual(['performance: Slow'])
  expect(writeLighthouse([run])).toContain('| performance | 93 | 93 | ✗ ≥ 97 |')
})

it('takes the embeds of the gallery to a page elsewhere', () => {
  const one =
    '<div class="embed narrow"><district-atlas poster="./cards/a.svg"><a href="./?x=1">A</a></district-atlas></div>'
  const [first] = embedsOf(one.repeat(8), 'http://atlas.example/')
  expect(first).toContain('poster="http://atlas.example/cards/a.svg"')
  expect(first).toContain('href="http://atlas.example/?x=1"')
  expect(() => embedsOf(one, 'http://atlas.example/')).toThrow('1 embeds, expected 8')
})

it('gives the reference its boundaries with names', () => {
  const ring = [
    [121, 31],
    [122, 31],
    [122, 32],
    [121, 31],
  ] as const
  const boundaries = {
    format: PACK_FORMAT,
    crs: 'GCJ-02',
    source: '',
    districts: [{ code: '310101', polygons: [[ring]] }],
  } as const
  expect(geoJson(boundaries, new Map([['310101', '黄浦区']]))).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '310101', name: '黄浦区' },
        geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
      },
    ],
  })
})

it('reads from the pack what both pages can do', () => {
  const cover = (indicator: string, role: string, places: readonly string[]) => ({
    indicator,
    role,
    scope: '',
    places,
    years: [null, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026],
  })
  const catalog = {
    defaults: { role: 'actual', indicator: 'gdp' },
    places: ['310115', '310120', '310000'].map((code) => ({ code, kind: code === '310000' ? 'city' : 'district' })),
    coverage: [
      cover('gdp', 'actual', []),
      cover('gdp', 'target', []),
      cover('few', 'actual', ['310000', '310115']),
      cover('many', 'actual', ['310115', '310120']),
    ],
  }
  expect(stepsOf(catalog as unknown as Catalog)).toEqual({
    home: 'gdp',
    roles: ['target', 'actual'],
    indicators: ['many', 'few'],
    years: [2016, 2020, 2024],
    places: ['310115', '310120'],
  })
})
