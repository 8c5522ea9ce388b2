import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../../tests/fixtures.ts'
import { THEMES, type View } from '../../model/view.ts'
import { settleView } from '../../view/codec.ts'
import { PLAIN_EMBED } from '../../view/embed.ts'
import { GROUNDS, readAccent } from './accent.ts'
import { choicesOf, embedOf, playReason, usualHeight, yearsOf, type Choices } from './choices.ts'

const VIEW: View = {
  ...settleView({}, { defaults: { role: 'actual', indicator: 'gdp' }, hasIndicator: () => true, hasPlace: () => true })
    .view,
  show: 'chart',
  chart: 'scatter',
  against: 'area',
  places: ['a', 'b'],
  time: { from: 2018, to: 2020 },
}
const START = choicesOf(VIEW, { lang: null, theme: null })
const made = (change: Partial<Choices>, years = 5) => embedOf({ ...START, ...change }, VIEW, years)

describe('embedOf', () => {
  it('is what is on screen where nothing is chosen', () => {
    expect(made({})).toEqual({ view: VIEW, link: { lang: null, theme: null }, settings: PLAIN_EMBED })
  })

  it('leaves out what does not matter to what is shown', () => {
    expect(made({ what: 'map' }).view).toMatchObject({ show: 'map', chart: null, against: null })
    expect(made({ chart: 'ranking' }).view).toMatchObject({ show: 'chart', chart: 'ranking', against: null })
    expect(made({ what: 'card' })).toMatchObject({ view: { show: 'map', chart: null }, settings: { card: true } })
    expect(made({ still: true, controls: false }).settings).toEqual({ ...PLAIN_EMBED, still: true })
    expect(made({ places: false }).view.places).toEqual([])
  })

  it('says light only where silence would mean something else', () => {
    expect(made({ theme: 'light' }).link.theme).toBeNull()
    expect(made({ theme: 'light', form: 'element' }).link.theme).toBe('light')
    expect(made({ theme: 'auto' }).link.theme).toBe('auto')
  })

  it('plays only where there is something to play', () => {
    expect(made({ play: true }).settings.play).toBe(true)
    expect(made({ play: true, still: true }).settings.play).toBe(false)
    expect(made({ play: true, what: 'card' }).settings.play).toBe(false)
    expect(made({ play: true, chart: 'time' }).settings.play).toBe(false)
    expect(made({ play: true }, 1).settings.play).toBe(false)
    // What is chosen for a chart alone does not stand in the way of a map.
    expect(playReason({ ...START, what: 'map', chart: 'time' }, 2)).toBeNull()
  })
})

describe('yearsOf', () => {
  const cover = { indicator: 'gdp', role: 'actual' as const, scope: '', places: ['a'], count: 1 }
  const pack = catalog({
    coverage: [
      { ...cover, years: [null, 2019, 2020] },
      { ...cover, scope: 'part', years: [2020, 2021] },
      { ...cover, role: 'target', years: [2035] },
    ],
    records: [
      { place: 'a', role: 'actual', year: 2019, count: 1 },
      { place: 'b', role: 'actual', year: 2019, count: 2 },
      { place: 'b', role: 'actual', year: null, count: 2 },
    ],
  })
  it('counts each year with a figure once, and none that is unknown', () => {
    expect(yearsOf(pack, VIEW)).toBe(3)
    expect(yearsOf(pack, { ...VIEW, role: 'target' })).toBe(1)
    expect(yearsOf(pack, { ...VIEW, indicator: 'records' })).toBe(1)
  })
})

describe('usualHeight', () => {
  it('leaves room for the timeline', () => {
    expect(usualHeight(made({ play: true }))).toBeGreaterThan(usualHeight(made({})))
  })
})

describe('readAccent', () => {
  it('knows the grounds of the themes', () => {
    const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')
    for (const theme of THEMES) {
      const block = css.slice(css.indexOf(`[data-theme='${theme}']`))
      expect(block.slice(0, block.indexOf('}'))).toContain(`--panel: ${GROUNDS[theme].panel};`)
      expect(block.slice(0, block.indexOf('}'))).toContain(`--accent: ${GROUNDS[theme].accent};`)
    }
  })

  it('tells what the embed makes of a colour that does not read, on the ground where it reads worst', () => {
    expect(readAccent('#0b5fcc', null)).toMatchObject({ theme: 'light', instead: null })
    const pale = readAccent('#ffcc00', null)
    expect(pale.ratio).toBeLessThan(2)
    expect(pale.instead).toMatch(/^#[0-9a-f]{6}$/)
    expect(readAccent('#ffcc00', 'dark').instead).toBeNull()
    expect(readAccent('#ffcc00', 'auto').theme).toBe('light')
    expect(readAccent('#0b1f4d', 'auto').theme).toBe('dark')
  })
})
