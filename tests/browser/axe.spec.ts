import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Link } from './atlas.ts'
import { expect, test } from './test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const VIEWS: Readonly<Record<string, Link>> = {
  'as a table': { show: 'table' },
  'as a chart': { show: 'chart' },
  'with projects over time': { show: 'chart', role: 'project', places: '310112' },
  'with targets of all places, in the dark': { show: 'chart', role: 'target', indicator: 'gdp_growth', theme: 'dark' },
  'in the dark theme': { theme: 'dark' },
  'in the dark theme, with a place': { theme: 'dark', places: '310112', role: 'target' },
  'in high contrast': { theme: 'contrast' },
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

/** Every show in every theme on every screen; one page each show, since opening costs the most. */
const SCREENS = [
  [360, 740],
  [768, 1024],
  [1440, 900],
  [2560, 1440],
] as const

test.describe('axe finds nothing in any theme on any screen', { tag: '@once' }, () => {
  for (const show of ['map', 'chart', 'table'] as const) {
    for (const [width, height] of SCREENS) {
      test(`${show} at ${width}×${height}`, async ({ page, atlas }) => {
        // Three looks at one page, and the data page is long.
        test.slow()
        await page.setViewportSize({ width, height })
        await atlas.open({ show, theme: 'light', places: '310112' })
        const found: string[] = []
        for (const theme of ['light', 'dark', 'contrast']) {
          if (theme !== 'light') await atlas.switchTheme(theme)
          await atlas.ready()
          // Structure is looked at above; what a theme and a screen change is contrast, size and what scrolls.
          const lines = await violations(page, ['color-contrast', 'target-size', 'scrollable-region-focusable'])
          found.push(...lines.map((line) => `${theme}: ${line}`))
        }
        expect(found).toEqual([])
      })
    }
  }
})

/** @returns a line for each rule that is broken, with the places. @param rules these alone; all that we hold where null */
async function violations(page: Page, rules: string[] | null = null): Promise<readonly string[]> {
  // Colours on their way from one to the other are nobody's choice.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  const axe = new AxeBuilder({ page })
  const found = await (rules === null ? axe.withTags(RULES) : axe.withRules(rules)).analyze()
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`,
  )
}
