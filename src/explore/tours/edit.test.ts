import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog, observation, period, place, text } from '../../../tests/fixtures.ts'
import { read } from '../../map/reading.ts'
import { readTours, writeTours, type Scene, type Tour } from '../../model/tour.ts'
import type { View } from '../../model/view.ts'
import { settleView } from '../../view/codec.ts'
import { copyTitle, durationOf, inserted, moved, numbersByHand } from './edit.ts'
import { proposeLayout, proposeScene, proposeTour, sceneQuery } from './propose.ts'

const scene = (given: Partial<Scene> = {}): Scene => ({
  title: text('题', 'Title'),
  caption: text('', ''),
  notes: text('', ''),
  layout: 'map',
  view: '',
  seconds: 15,
  figures: [],
  run: false,
  ...given,
})

describe('moved', () => {
  const scenes = fc
    .array(fc.nat(), { minLength: 1, maxLength: 8 })
    .map((list) => list.map((n) => scene({ view: `n=${n}` })))

  it('keeps every scene, puts one at its new place and the others in their order', () => {
    fc.assert(
      fc.property(scenes, fc.nat(7), fc.nat(7), (list, from, to) => {
        fc.pre(from < list.length && to < list.length)
        const after = moved(list, from, to)
        expect(after[to]).toBe(list[from])
        expect(after.filter((_, i) => i !== to)).toEqual(list.filter((_, i) => i !== from))
        expect(
          inserted(
            after.filter((_, i) => i !== to),
            from,
            list[from] as Scene,
          ),
        ).toEqual(list)
      }),
    )
  })

  it.each([
    [0, -1],
    [1, 2],
    [5, 0],
  ])('changes nothing from %i to %i of two', (from, to) => {
    const list = [scene(), scene()]
    expect(moved(list, from, to)).toBe(list)
  })
})

describe('numbersByHand', () => {
  it.each([
    ['', []],
    ['No number at all', []],
    ['In 2024 it was {o-12}', []],
    ['2024年7月31日 {o-1}；31 Jul 2024', []],
    ['grew 12.5% to 4,898 in 2024', ['12.5', '4,898']],
    ['增长12倍，{o-1}', ['12']],
    ['2500 households', ['2500']],
  ])('of %j are %j', (caption, numbers) => {
    expect(numbersByHand(caption)).toEqual(numbers)
  })
})

describe('a tour', () => {
  const tour = (...seconds: (number | null)[]): Tour => ({
    id: 'x',
    title: text('游', 'Tour'),
    scenes: seconds.map((s) => scene({ seconds: s })),
  })

  it('takes as long as its scenes, and nobody knows how long where one waits', () => {
    expect(durationOf(tour(15, 20.5))).toBe(35.5)
    expect(durationOf(tour(15, null))).toBeNull()
  })

  it('is named apart from others, and its copies too', () => {
    const first = proposeTour('own-1', scene(), [])
    const second = proposeTour('own-2', scene(), [first])
    const third = proposeTour('own-3', scene(), [first, second])
    expect(new Set([first, second, third].map(({ title }) => title.zh)).size).toBe(3)
    expect(new Set([first, second, third].map(({ title }) => title.en)).size).toBe(3)
    expect(copyTitle({ zh: '游', en: '' })).toEqual({ zh: '游（副本）', en: '' })
  })
})

describe('a scene of a view', () => {
  const DEFAULTS = { role: 'target', indicator: 'records' } as const
  const view = (given: Partial<View> = {}): View => ({
    ...settleView({}, { defaults: DEFAULTS, hasIndicator: () => true, hasPlace: () => true }).view,
    role: 'actual',
    indicator: 'gdp',
    ...given,
  })
  const pack = catalog({ places: [place('city', 'city'), place('a'), place('b'), place('c')] })
  const figures = [
    observation({ id: 'o-city', place: 'city', period: period('2024') }),
    observation({ id: 'o-a', place: 'a', period: period('2024') }),
    observation({ id: 'o-b', place: 'b', period: period('2022') }),
  ]
  const of = (given: Partial<View> = {}) => {
    const asked = view(given)
    return proposeScene(pack, read(pack, figures, asked), asked)
  }

  it('says what is shown and the places’ figures by id, in both languages', () => {
    const { title, caption } = of({ places: ['a', 'b'] })
    expect(title).toEqual({ zh: 'a区、b区：生产总值 · 实绩', en: 'District a, District b: GDP · results' })
    expect(caption).toEqual({
      zh: 'a区 {o-a}（2024）；b区 {o-b}（2022）。',
      en: 'District a {o-a} (2024); District b {o-b} (2022).',
    })
  })

  it('says the city’s figure where no place is selected, and nothing by hand where there is no figure', () => {
    expect(of().caption.en).toBe('city区 {o-city} (2024).'.replace('city区', 'District city'))
    expect(of({ places: ['c'] }).caption.en).not.toContain('{')
    for (const caption of [of({ places: ['c'] }).caption, of({ indicator: 'records' }).caption])
      expect(numbersByHand(`${caption.zh} ${caption.en}`)).toEqual([])
  })

  it('restores the view, and neither language, theme, renderer nor a tour', () => {
    const all = view({
      time: { from: 2016, to: 2025 },
      places: ['a'],
      lang: 'en',
      theme: 'dark',
      renderer: 'svg',
      tour: 't',
      scene: 3,
      mode: 'present',
    })
    expect(sceneQuery(all, DEFAULTS)).toBe('role=actual&indicator=gdp&time=2016..2025&places=a')
  })

  it.each([
    ['map', [], 'map'],
    ['table', ['a'], 'place'],
    ['map', ['a', 'b'], 'compare'],
    ['chart', ['a', 'b'], 'chart'],
  ] as const)('shown as %s with %j is laid out as %s', (show, places, layout) => {
    expect(proposeLayout({ show, places })).toBe(layout)
  })

  it('is read back from a file as it was made', () => {
    const made = proposeTour('own-1', of({ places: ['a'] }), [])
    expect(readTours(writeTours([made]))).toEqual({ tours: [made], problems: [] })
  })

  it('is one that a file takes back, however long the pack’s names are', () => {
    const long = catalog({ places: [place('city', 'city'), place('a', 'district', { name: text('长'.repeat(2000)) })] })
    const asked = view({ places: ['a'] })
    const made = proposeTour('own-1', proposeScene(long, read(long, [], asked), asked), [])
    expect(readTours(writeTours([made])).problems).toEqual([])
  })
})
