import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog, indicator, place, source, text } from '../../../tests/fixtures.ts'
import { PACK_FORMAT, type Coverage, type SearchFile } from '../../model/pack.ts'
import { fold } from './fold.ts'
import { Searcher, type Hit } from './search.ts'

const covers = (id: string, ...places: string[]): Coverage => ({
  ...{ indicator: id, role: 'actual', scope: '', years: [2020], count: places.length },
  places,
})

/** A small pack of names that exist, with all that makes them hard: one name in another, letters in Chinese, names said alike. */
const CATALOG = catalog({
  places: [
    place('city', 'city', { name: text('上海市', 'Shanghai') }),
    place('310104', 'district', { name: text('徐汇区', 'Xuhui') }),
    place('310105', 'district', { name: text('长宁区', 'Changning') }),
    place('310106', 'district', { name: text('静安区', 'Jing’an') }),
    place('310112', 'district', { name: text('闵行区', 'Minhang') }),
    place('caohejing', 'zone', { name: text('漕河泾开发区', 'Caohejing Hi-Tech Park') }),
    place('cao-2', 'zone', { name: text('漕河泾赵巷园区', 'Caohejing Zhaoxiang Park') }),
    place('minhang-etdz', 'zone', { name: text('闵行开发区', 'Minhang ETDZ') }),
    place('rd-base', 'zone', { name: text('紫竹研发基地', 'Zizhu R&D Base') }),
    place('g60', 'zone', { name: text('长三角G60科创走廊', 'G60 Science and Innovation Corridor') }),
  ],
  indicators: [
    indicator({ id: 'gdp', name: text('地区生产总值', 'Gross domestic product') }),
    indicator({ id: 'gdp_growth', name: text('地区生产总值增速', 'GDP growth') }),
    indicator({ id: 'rd_intensity', name: text('研发投入强度', 'R&D intensity') }),
    indicator({ id: 'rd_centers', name: text('研发中心数', 'R&D centres') }),
    indicator({ id: 'budget', name: text('一般公共预算收入', 'General public budget revenue') }),
    indicator({ id: 'fiscal_rank', name: text('财政竞争力排名', 'Fiscal competitiveness rank') }),
  ],
  sources: [
    source('s-1', { title: '闵行区2022年财政决算报告' }),
    source('s-2', { title: 'Minhang District 2025 goals' }),
    source('s-3', { title: '<img src=x onerror=alert(1)>' }),
  ],
  coverage: [
    covers('gdp', 'city', '310112', '310104'),
    covers('gdp_growth', '310112'),
    covers('rd_intensity', '310112', 'caohejing'),
    covers('budget', '310104'),
  ],
})

const FILE: SearchFile = {
  format: PACK_FORMAT,
  places: [
    ['310104', 'xu hui qu', 90],
    ['310105', 'chang ning qu', 60],
    ['310106', 'jing an qu', 70],
    ['310112', 'min hang qu', 120],
    ['cao-2', 'cao he jing zhao xiang yuan qu', 2],
    ['caohejing', 'cao he jing kai fa qu', 30],
    ['city', 'shang hai shi', 400],
    ['g60', 'chang san jiao ke chuang zou lang', 9],
    ['minhang-etdz', 'min hang kai fa qu', 150],
    ['rd-base', 'zi zhu yan fa ji di', 3],
    ['unknown', 'min hang', 999],
  ],
  indicators: [
    ['budget', 'yi ban gong gong yu suan shou ru', 200],
    ['fiscal_rank', 'cai zheng jing zheng li pai ming', 4],
    ['gdp', 'di qu sheng chan zong zhi', 300],
    ['gdp_growth', 'di qu sheng chan zong zhi zeng su', 100],
    ['rd_centers', 'yan fa zhong xin shu', 8],
    ['rd_intensity', 'yan fa tou ru qiang du', 50],
  ],
  sources: [
    ['s-1', 'min hang qu nian cai zheng jue suan bao gao', 5, ['310112']],
    ['s-2', '', 7, ['310112']],
    ['s-3', '', 1, ['310112']],
  ],
}

const searcher = new Searcher(CATALOG, FILE)
const keys = (typed: string): string[] => searcher.search(typed).flatMap((group) => group.hits.map((hit) => hit.key))
const DISTRICT = 'place:310112'

describe('a search', () => {
  it.each([
    ['chj', ['place:caohejing', 'place:cao-2']],
    ['CHJ', ['place:caohejing', 'place:cao-2']],
    ['caohejing', ['place:caohejing', 'place:cao-2']],
    ['cao he jing', ['place:caohejing', 'place:cao-2']],
    ['漕河', ['place:caohejing', 'place:cao-2']],
    ['河泾', ['place:caohejing', 'place:cao-2']],
    ['漕河泾', ['place:caohejing', 'place:cao-2']],
    ['泾漕', []],
    ['zhaoxiang', ['place:cao-2']],
    ['caohejing park', ['place:caohejing', 'place:cao-2']],
    ['park zhaoxiang', ['place:cao-2']],
    ['mh', [DISTRICT, 'place:minhang-etdz', 'source:s-1']],
    ['minhang', [DISTRICT, 'place:minhang-etdz', 'source:s-2', 'source:s-1']],
    ['Minhang', [DISTRICT, 'place:minhang-etdz', 'source:s-2', 'source:s-1']],
    ['minhan', [DISTRICT, 'place:minhang-etdz', 'source:s-2', 'source:s-1']],
    ['ｍｉｎｈａｎｇ', [DISTRICT, 'place:minhang-etdz', 'source:s-2', 'source:s-1']],
    // An unseen sign that turns the writing round.
    ['\u202Eminhang', [DISTRICT, 'place:minhang-etdz', 'source:s-2', 'source:s-1']],
    ['闵行', [DISTRICT, 'place:minhang-etdz', 'source:s-1']],
    ['310112', [DISTRICT]],
    ['jingan', ['place:310106']],
    ["jing'an", ['place:310106']],
    ['jing’', ['place:310106', 'place:caohejing', 'place:cao-2', 'indicator:fiscal_rank']],
    ['gdp', ['indicator:gdp', 'indicator:gdp_growth']],
    ['研发', ['indicator:rd_intensity', 'indicator:rd_centers', 'place:rd-base']],
    ['yanfa', ['indicator:rd_intensity', 'indicator:rd_centers', 'place:rd-base']],
    ['R&D', ['indicator:rd_intensity', 'indicator:rd_centers', 'place:rd-base']],
    ['r＆d', ['indicator:rd_intensity', 'indicator:rd_centers', 'place:rd-base']],
    ['一般公共预算', ['indicator:budget']],
    ['caizheng', ['indicator:fiscal_rank', 'source:s-1']],
    ['g60科创', ['place:g60']],
    ['changsanjiaog60', ['place:g60']],
    ['csjg', ['place:g60']],
    ['csjg60', []],
    ['kfq', ['place:minhang-etdz', 'place:caohejing']],
    ['sczz', ['indicator:gdp', 'indicator:gdp_growth']],
    ['scz', []],
    // Slips of the finger, where nothing is as typed.
    ['caohjing', ['place:caohejing', 'place:cao-2']],
    ['minhnag', []],
    ['minjang', [DISTRICT, 'place:minhang-etdz', 'source:s-2']],
    ['xuhvi', ['place:310104']],
    // Nothing to find, and nothing that breaks.
    ['', []],
    ['   ', []],
    ['\u{1F9ED}', []],
    ['.*', []],
    ['(a+)+$', []],
    ['[', []],
    ['\\', []],
    ['שלום', []],
    ['<img onerror>', []],
    ['<img', ['source:s-3']],
    ['constructor', []],
    ['x'.repeat(200), []],
  ])('for %j finds %j', (typed, expected) => {
    expect(keys(typed)).toEqual(expected)
  })

  it.each(['m', '闵'])('for the one letter %s finds what begins so', (typed) => {
    expect(keys(typed).slice(0, 2)).toEqual([DISTRICT, 'place:minhang-etdz'])
  })

  it.each([
    ['minhang gdp', `jump:310112:gdp`],
    ['gdp minhang', `jump:310112:gdp`],
    ['闵行 gdp', `jump:310112:gdp`],
    ['闵行gdp', `jump:310112:gdp`],
    ['闵行研发', `jump:310112:rd_intensity`],
    ['mh yanfa', `jump:310112:rd_intensity`],
    ['minjang gdp', `jump:310112:gdp`],
    ['漕河泾 研发投入', `jump:caohejing:rd_intensity`],
    ['xuhui general budget', `jump:310104:budget`],
  ])('for %j offers a place and an indicator at once', (typed, expected) => {
    expect(keys(typed)[0]).toBe(expected)
  })

  it('offers no place with an indicator that it has no figures of', () => {
    expect(keys('minhang budget')).toEqual([])
    expect(keys('changning gdp')).toEqual([])
  })

  it('tells how many there are where not all are shown', () => {
    const many = Array.from({ length: 30 }, (_, i) => `zone-${i}`)
    const given = catalog({ places: many.map((code) => place(code, 'zone', { name: text('园区', 'Park') })) })
    const file = { ...FILE, places: many.map((code) => [code, 'yuan qu', 1] as const) }
    const [group] = new Searcher(given, file).search('park')
    expect(group).toMatchObject({ kind: 'place', total: 30 })
    expect(group?.hits).toHaveLength(8)
  })

  it.each([
    ['漕河', '漕河'],
    ['河泾', '河泾'],
    ['hejing', '河泾'],
    ['caoh', '漕河'],
    ['chj', '漕河泾'],
    ['kaifa', '开发'],
  ])('marks for %s what of the name it found', (typed, marked) => {
    const hit = searcher.search(typed)[0]?.hits.find((each) => each.key === 'place:caohejing')
    if (hit === undefined || hit.kind === 'jump') throw new Error(`${typed} does not find it`)
    expect(hit.match.zh.map(([from, to]) => hit.entry.name.zh.slice(from, to))).toEqual([marked])
  })

  it('finds again by key what was found before, and nothing that is gone', () => {
    expect(searcher.byKeyOf(DISTRICT)).toMatchObject({ kind: 'place', entry: { id: '310112' } })
    expect(searcher.byKeyOf('jump:310112:gdp')).toMatchObject({ kind: 'jump', place: { id: '310112' } })
    for (const key of [
      '',
      'place:',
      'place:unknown',
      'jump:310112',
      'jump:310112:gdp:x',
      'jump:310105:gdp',
      '__proto__',
    ]) {
      expect(searcher.byKeyOf(key)).toBeNull()
    }
  })

  it('suggests what most is on record of', () => {
    expect(searcher.suggestions().map((hit) => hit.key)).toEqual([
      DISTRICT,
      'place:minhang-etdz',
      'indicator:gdp',
      'jump:310112:gdp',
    ])
    expect(new Searcher(catalog(), { ...FILE, places: [], indicators: [] }).suggestions()).toEqual([])
  })

  const valid = new Set(
    [
      CATALOG.places.map((each) => `place:${each.code}`),
      CATALOG.indicators.map((each) => `indicator:${each.id}`),
      CATALOG.sources.map((each) => `source:${each.id}`),
    ].flat(),
  )
  const partsOf = (hit: Hit) =>
    hit.kind === 'jump' ? [`place:${hit.place.id}`, `indicator:${hit.indicator.id}`] : [hit.key]
  // Words that find something among letters that find nothing.
  const pieces = fc.oneof(
    fc.constantFrom(
      'minhang',
      'mh',
      '闵行',
      'gdp',
      '研发',
      'caohjing',
      ' ',
      '.*',
      '\\',
      '<',
      '\u0301',
      '\uD83E',
      'İ',
      'ß',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const queries = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  )

  it('never throws, and gives things of the pack, none twice, with marks inside their names', () => {
    fc.assert(
      fc.property(queries, (typed) => {
        const groups = searcher.search(typed)
        const hits = groups.flatMap((group) => group.hits)
        expect(new Set(hits.map((hit) => hit.key)).size).toBe(hits.length)
        expect(hits.flatMap(partsOf).filter((key) => !valid.has(key))).toEqual([])
        for (const hit of hits) {
          if (hit.kind === 'jump') continue
          for (const lang of ['zh', 'en'] as const) {
            let end = 0
            for (const [from, to] of hit.match[lang]) {
              expect(from).toBeGreaterThanOrEqual(end)
              expect(to).toBeGreaterThan(from)
              end = to
            }
            expect(end).toBeLessThanOrEqual(hit.entry.name[lang].length)
          }
        }
        for (const group of groups) expect(group.total).toBeGreaterThanOrEqual(group.hits.length)
      }),
    )
  })

  it('finds every name by itself', () => {
    for (const { code, name } of CATALOG.places) {
      for (const lang of ['zh', 'en'] as const) expect(keys(name[lang])[0]).toBe(`place:${code}`)
    }
  })

  it('folds any text to one whose every letter knows where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text: folded, at } = fold(original)
        expect(at).toHaveLength(folded.length + 1)
        expect(at).toEqual([...at].sort((a, b) => a - b))
        expect(at.at(-1)).toBe(original.length)
      }),
    )
  })
})
