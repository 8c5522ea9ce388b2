import { describe, expect, it } from 'vitest'
import { catalog } from '../../tests/fixtures.ts'
import { readTours, type Tour } from '../model/tour.ts'
import type { View } from '../model/view.ts'
import { settleView, type Given } from '../view/codec.ts'
import { knownOf } from '../view/known.ts'
import { onStage, viewOnStage, VIEW_TOUR } from './scenes.ts'

const CATALOG = catalog()
const district = CATALOG.places.find((place) => place.code !== CATALOG.city)
const code = district?.code ?? ''
const title = { zh: '题', en: 'Title' }
const TOURS: readonly Tour[] = readTours({
  tours: ['one', 'two'].map((id) => ({
    ...{ id, title },
    scenes: [
      { title, view: `places=${code}&lang=en&tour=x` },
      { title, view: 'indicator=none-such' },
    ],
  })),
}).tours

const viewOf = (given: Given): View => settleView({ mode: 'present', ...given }, knownOf(CATALOG)).view

describe('what is on stage', () => {
  it.each<[string, Given, readonly [string, number, string | null]]>([
    ['the tour and scene of the link', { tour: 'two', scene: 2 }, ['two', 2, null]],
    ['the first tour where the link names none', {}, ['one', 1, null]],
    ['the first tour where there is none of the name', { tour: 'three' }, ['one', 1, 'tour']],
    ['the last scene where there are not so many', { tour: 'one', scene: 9 }, ['one', 2, 'scene']],
    ['the view itself where the link asks for one', { places: [code] }, [VIEW_TOUR, 1, null]],
  ])('%s', (_, given, expected) => {
    const on = onStage(viewOf(given), TOURS, CATALOG)
    expect([on.tour.id, on.number, on.missing]).toEqual(expected)
  })

  it('is the view where the pack has no tours', () => {
    expect(onStage(viewOf({}), [], CATALOG).tour.id).toBe(VIEW_TOUR)
  })

  it('shows the view of a link as the link has it', () => {
    const view = viewOf({ places: [code], time: { from: 2020, to: 2021 } })
    const { scene } = onStage(view, TOURS, CATALOG)
    expect(viewOnStage(scene, view, CATALOG)).toEqual(view)
    expect(scene.layout).toBe('place')
  })
})

describe('a scene’s view', () => {
  it('keeps language, theme, renderer and the stage’s own place', () => {
    const stage = viewOf({ tour: 'one', scene: 1, lang: 'zh-CN', theme: 'light', renderer: 'svg' })
    const [first] = TOURS[0]?.scenes ?? []
    const view = first && viewOnStage(first, stage, CATALOG)
    expect(view).toMatchObject({
      places: [code],
      lang: 'zh-CN',
      theme: 'light',
      renderer: 'svg',
      tour: 'one',
      scene: 1,
    })
  })

  it('falls back where it names what the pack lacks', () => {
    const stage = viewOf({})
    const second = TOURS[0]?.scenes[1]
    expect(second && viewOnStage(second, stage, CATALOG).indicator).toBe(CATALOG.defaults.indicator)
  })
})
