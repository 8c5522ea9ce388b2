import type { Page } from '@playwright/test'
import { en } from '../../src/messages/en/index.ts'
import { zh } from '../../src/messages/zh/index.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog } = readPack()
const MINHANG = '310112'
const nameOf = (code: string, lang: 'zh' | 'en') =>
  catalog.places.find((place) => place.code === code)?.name[lang] ?? code

/** Before the app is there, the build's picture answers. The tests hold the app's script back until they let it go. */
test.describe('pressed before the app is there', { tag: '@once' }, () => {
  for (const [lang, width, height] of [
    ['zh', 390, 844],
    ['zh', 1440, 900],
    ['en', 390, 844],
    ['en', 1440, 900],
  ] as const) {
    const title = `a place is named at once, then shown with its figures, at ${width}×${height}, ${lang}`
    test(title, async ({ page, atlas }) => {
      await page.setViewportSize({ width, height })
      const go = await holdApp(page)
      await atlas.visit(lang === 'en' ? { lang } : {})
      await drawn(page)
      const details = atlas.region('details')
      const head = details.locator('h2').first()
      const sheet = page.locator('[data-part="sheet"] > p')
      for (const code of ['310115', MINHANG]) {
        await press(page, code)
        await expect(head).toHaveText(nameOf(code, lang))
        await expect(sheet).toContainText(nameOf(code, lang))
        await atlas.says('places', code)
      }
      // Nothing of the city stands below the district's name.
      const said = await details
        .locator('h2, p, li, dd, button, table')
        .evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility()).map((node) => node.textContent))
      expect(said).toEqual([nameOf(MINHANG, lang), (lang === 'en' ? en : zh).state.loadingFigures])
      await expect(page.locator('[data-static] [data-early]').first()).toHaveAttribute('data-place', MINHANG)
      go()
      await atlas.ready()
      expect(atlas.selected()).toEqual([MINHANG])
      await expect(head).toHaveText(nameOf(MINHANG, lang))
      await page.goBack()
      await page.goBack()
      await expect.poll(() => atlas.selected()).toEqual([])
    })
  }

  test('any other control is pressed when the app is there, the last one alone', async ({ page, atlas }) => {
    const go = await holdApp(page)
    await atlas.visit()
    await drawn(page)
    await page.locator('[data-static] [data-role-option="target"]').click()
    await page.locator('[data-static] [data-show-option="table"]').click()
    await expect(page.locator('[data-static] [data-show-option="table"]')).toHaveAttribute('aria-busy', 'true')
    go()
    await expect(atlas.region('table')).toBeVisible()
    await atlas.says('show', 'table')
    await atlas.says('role', null)
    await expect(page.locator('[data-show-option="table"]')).toBeFocused()
  })
})

/** @returns lets the app's script go */
async function holdApp(page: Page): Promise<() => void> {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route('**/assets/index-*.js', async (route) => {
    await held
    await route.continue()
  })
  return go
}

/** The picture is there in the reader's language and has its style, and early.js has run. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset['first'] === undefined &&
      [...document.styleSheets].some(({ href }) => href?.includes('/first-') === true) &&
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/early.js')),
  )
}

/** Presses a district in the middle of its area, away from the inset. */
async function press(page: Page, code: string): Promise<void> {
  const box = await page.locator(`[data-static] use[data-place="${code}"]`).first().boundingBox()
  if (!box) throw new Error(`${code} is not drawn`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}
