import type { Link } from './atlas.ts'
import { violations, violationsInThemes } from './axe.ts'
import { expect, test } from './test.ts'

const VIEWS: Readonly<Record<string, Link>> = {
  'with projects over time': { show: 'chart', role: 'project', places: '310112' },
  'with targets of all places, in the dark': { show: 'chart', role: 'target', indicator: 'gdp_growth', theme: 'dark' },
  'in the dark theme, with a place': { theme: 'dark', places: '310112', role: 'target' },
  'in English': { lang: 'en' },
  'with several places and a time': { places: '310112,310104', time: '2016..2020' },
  'with a notice': { indicator: 'no_such_indicator' },
}

test('axe finds nothing in the default view', async ({ page, atlas }) => {
  await atlas.open()
  expect(await violations(page)).toEqual([])
})

test.describe('axe finds nothing', { tag: '@once' }, () => {
  for (const [name, link] of Object.entries(VIEWS)) {
    test(name, async ({ page, atlas }) => {
      await atlas.open(link)
      expect(await violations(page)).toEqual([])
    })
  }

  test('with a source open', async ({ page, atlas }) => {
    await atlas.open({ places: '310112' })
    await atlas.region('details').locator('[data-source-of]').filter({ visible: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  test('with the indicator picker open', async ({ page, atlas }) => {
    await atlas.open()
    await atlas.action('pick-indicator').click()
    await expect(page.getByRole('listbox').locator('[data-indicator-option]').first()).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 } })

    test('in the default view', async ({ page, atlas }) => {
      await atlas.open()
      expect(await violations(page)).toEqual([])
    })

    test('with a place', async ({ page, atlas }) => {
      await atlas.open({ places: '310112' })
      await atlas.raiseSheet()
      expect(await violations(page)).toEqual([])
    })
  })
})

test.describe('axe finds nothing in any theme', { tag: '@once' }, () => {
  for (const show of ['map', 'chart', 'table'] as const) {
    for (const [width, height] of [
      [360, 740],
      [1440, 900],
    ] as const) {
      test(`${show} at ${width}×${height}`, async ({ page, atlas }) => {
        await page.setViewportSize({ width, height })
        await atlas.open({ show, theme: 'light', places: '310112' })
        expect(await violationsInThemes(page)).toEqual([])
      })
    }
  }
})
