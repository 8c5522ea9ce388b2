import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { Atlas } from './atlas.ts'
import { violationsInThemes } from './axe.ts'
import { expect, listen, test } from './test.ts'

const FIRST = { role: 'actual', indicator: 'gdp', places: '310112' } as const
const SECOND = { role: 'target', indicator: 'gdp', time: '2016..2025', places: '310112,310104' } as const

/** Said of every page that Playwright keeps from having a service worker. */
const BLOCKED = /Service Worker registration blocked/

const named = (page: Page, action: string): Locator => page.locator(`[data-action="${action}"]`)
const own = (page: Page): Locator => page.locator('[data-tour][data-origin="own"]')
const scenes = (page: Page): Locator => page.locator('[data-part="scenes"] [data-scene]')

/** Adds two views to a tour, each from its own page load, and opens the editor. */
async function makeTour(page: Page, atlas: Atlas, lang: string): Promise<void> {
  for (const view of [FIRST, SECOND]) {
    await atlas.open({ ...view, lang })
    await atlas.action('add-scene').click()
    await expect(atlas.part('tour-toast')).toBeVisible()
  }
  await named(page, 'edit-added').click()
  await expect(scenes(page)).toHaveCount(2)
}

/** @returns the titles of the scenes in their order. */
async function order(page: Page): Promise<readonly string[]> {
  return scenes(page).locator('[data-action="scene-edit"]').allInnerTexts()
}

for (const lang of ['zh-CN', 'en'] as const) {
  test(
    `two views become a tour that is ordered, exported, imported and played elsewhere, in ${lang}`,
    { tag: '@once' },
    async ({ page, atlas, browser }) => {
      await makeTour(page, atlas, lang)
      const [one, two] = await order(page)
      await scenes(page).nth(1).locator('[data-action="scene-up"]').focus()
      await page.keyboard.press('Enter')
      const body = (text = '') => text.split('\n').slice(1).join('\n')
      expect((await order(page)).map(body)).toEqual([body(two), body(one)])
      // It is first now: there is no way up, and the focus is with it all the same.
      await expect(scenes(page).nth(0).locator('[data-action="scene-down"]')).toBeFocused()

      await named(page, 'all-tours').click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        own(page).locator('[data-action="export-tour"]').click(),
      ])
      const file = await readFile(await download.path(), 'utf8')
      expect(download.suggestedFilename()).toMatch(/\.json$/)
      const [exported] = (JSON.parse(file) as { tours: { scenes: { title: { zh: string; en: string } }[] }[] }).tours
      expect(exported?.scenes).toHaveLength(2)

      await atlas.part('tour-file').setInputFiles({
        name: download.suggestedFilename(),
        mimeType: 'application/json',
        buffer: Buffer.from(file),
      })
      await expect(own(page)).toHaveCount(2)
      await expect(atlas.part('import-report')).toHaveAttribute('data-outcome', 'added')
      await expect(atlas.part('import-report').locator('li')).toHaveCount(0)
      await own(page).nth(1).locator('[data-action="edit-tour"]').click()
      expect((await order(page)).map(body)).toEqual([body(two), body(one)])
      await named(page, 'all-tours').click()

      await own(page).nth(0).locator('[data-action="link-tour"]').click()
      const link = await atlas.part('tour-link').inputValue()

      // Somebody else's browser: nothing is stored there.
      const elsewhere = await browser.newContext({ locale: lang })
      const noise = listen(elsewhere)
      const theirs = new Atlas(await elsewhere.newPage())
      await theirs.page.goto(link)
      await theirs.ready()
      const title = exported?.scenes[0]?.title
      await expect(theirs.page.locator('[data-region="stage"]')).toContainText(
        (lang === 'en' ? title?.en : title?.zh) ?? 'a title',
      )
      // A reload in the middle comes back to it.
      await theirs.reload()
      await expect(theirs.page.locator('[data-region="stage"]')).toContainText(
        (lang === 'en' ? title?.en : title?.zh) ?? 'a title',
      )
      // In the explorer it is on offer, and becomes one's own.
      const explorer = new URL(link)
      explorer.search = `lang=${lang}`
      await theirs.page.goto(explorer.href)
      await theirs.ready()
      await theirs.action('tours').click()
      await named(theirs.page, 'keep-tour').click()
      await expect(own(theirs.page)).toHaveCount(1)
      expect(noise.filter((line) => !BLOCKED.test(line))).toEqual([])
      await elsewhere.close()
    },
  )
}

test(
  'a tour dropped anywhere is opened, and what is wrong with it is told',
  { tag: '@once' },
  async ({ page, atlas }) => {
    await atlas.open({ lang: 'en' })
    const drag = async (type: string, name: string, text: string) => {
      const transfer = await page.evaluateHandle(
        ([file, content]) => {
          const data = new DataTransfer()
          data.items.add(new File([content ?? ''], file ?? '', { type: 'application/json' }))
          return data
        },
        [name, text] as const,
      )
      await page.locator('body').dispatchEvent(type, { dataTransfer: transfer })
    }
    const file = JSON.stringify({
      tours: [
        {
          id: 'dropped',
          title: { zh: '<img src=x onerror=alert(1)>', en: 'Dropped' },
          scenes: [
            { title: { en: 'Good' }, view: 'role=actual' },
            { title: { en: 'Bad' }, view: 7 },
          ],
        },
      ],
    })
    await drag('dragenter', 'tour.json', file)
    await expect(page.getByText('Drop to open a tour (.json)')).toBeVisible()
    await drag('drop', 'tour.json', file)
    await expect(page.getByText('Drop to open a tour (.json)')).toHaveCount(0)
    await expect(atlas.part('import-report')).toContainText(
      'Tour dropped, scene 2, view: 7; expected what stands after',
    )
    await expect(own(page)).toHaveCount(1)
    await page.keyboard.press('Escape')
    await drag('drop', 'figures.csv', 'a,b')
    await expect(atlas.part('tour-toast')).toContainText('figures.csv')
  },
)

for (const lang of ['zh-CN', 'en'] as const) {
  test(
    `the tours and their editor have no accessibility violations in any theme, in ${lang}`,
    { tag: '@once' },
    async ({ page, atlas }) => {
      await makeTour(page, atlas, lang)
      await scenes(page).nth(0).locator('[data-action="scene-edit"]').click()
      await atlas.part('caption-en').fill('Up 12 fold: {nobody}')
      await named(page, 'insert-figure-en').click()
      await expect(atlas.part('figure-picker').locator('[data-figure]').first()).toBeVisible()
      const found = async () => violationsInThemes(page, { within: '[data-part="tours"]' })
      expect(await found(), 'the editor').toEqual([])
      await scenes(page).nth(1).locator('[data-action="scene-remove"]').click()
      expect(await found(), 'after a removal').toEqual([])
      await named(page, 'all-tours').click()
      await own(page).locator('[data-action="link-tour"]').click()
      await expect(atlas.part('tour-link')).toBeVisible()
      expect(await found(), 'the list').toEqual([])
    },
  )
}

test('the editor fits a phone', { tag: '@once' }, async ({ page, atlas }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await atlas.open({ ...SECOND, lang: 'en' })
  // There is no room for the short way beside the indicator's name.
  await expect(atlas.action('add-scene')).toBeHidden()
  await atlas.action('tours').click()
  await named(page, 'add-scene-here').click()
  await named(page, 'add-scene-here').click()
  await own(page).locator('[data-action="edit-tour"]').click()
  await scenes(page).nth(1).locator('[data-action="scene-edit"]').click()
  await named(page, 'insert-figure-en').click()
  await expect(atlas.part('figure-picker').locator('[data-figure]').first()).toBeVisible()
  const dialog = atlas.part('tours')
  const overflow = async () => dialog.evaluate((node) => node.scrollWidth - node.clientWidth)
  expect(await overflow()).toBe(0)
  const small = await dialog
    .locator('button, input, select')
    .evaluateAll((nodes) =>
      nodes
        .map((node) => (node.closest('label') ?? node).getBoundingClientRect())
        .filter(({ width, height }) => width > 1 && (width < 24 || height < 24)),
    )
  expect(small).toEqual([])
  await named(page, 'all-tours').click()
  expect(await overflow()).toBe(0)
})
