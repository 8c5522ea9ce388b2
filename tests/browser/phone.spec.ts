import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

test.describe('on a phone', { tag: '@once' }, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('the map stands above a sheet that says who is shown', async ({ page, atlas }) => {
    await atlas.open()
    await atlas.sheetAt('peek')
    await expect(atlas.region('map')).toBeInViewport({ ratio: 0.95 })
    await expect(atlas.region('details')).not.toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(0)
  })

  test('a tap selects, raises the sheet, and tells what a pointer would be told', async ({ atlas }) => {
    await atlas.open()
    await atlas.tap('310112')
    await atlas.sheetAt('half')
    await expect(atlas.sheetHandle()).toContainText('闵行')
    await expect(atlas.sheetHandle()).toContainText(/亿元/)
    await expect(atlas.region('details')).toBeVisible()
    // The place is in sight above the sheet.
    const [place, sheet] = [await atlas.onMap('310112').boundingBox(), await atlas.sheetHandle().boundingBox()]
    expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThan(sheet?.y ?? 0)
  })

  test('the sheet goes up and down by button and arrow keys', async ({ page, atlas }) => {
    await atlas.open()
    await atlas.tabTo(atlas.sheetHandle())
    await page.keyboard.press('Enter')
    await atlas.sheetAt('half')
    await expect(atlas.sheetHandle()).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowUp')
    await atlas.sheetAt('full')
    await page.keyboard.press('ArrowUp')
    await atlas.sheetAt('full')
    await page.keyboard.press('Home')
    await atlas.sheetAt('peek')
    await expect(atlas.sheetHandle()).toBeFocused()
  })

  test('the sheet follows a hand, and rests at a height', async ({ page, atlas }) => {
    await atlas.open()
    const box = await atlas.sheetHandle().boundingBox()
    if (!box) throw new Error('no handle')
    await page.mouse.move(box.x + 100, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + 100, box.y - 100, { steps: 4 })
    await page.mouse.move(box.x + 100, 60, { steps: 6 })
    await page.mouse.up()
    await atlas.sheetAt('full')
    // That was no press of the button.
    await expect(atlas.sheetHandle()).toHaveAttribute('aria-expanded', 'true')
  })

  test('what lies low is not in the way of Tab', async ({ page, atlas }) => {
    await atlas.open()
    await atlas.tabTo(atlas.sheetHandle())
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-region="details"]') ?? null)).toBeNull()
  })

  test('the skip link raises it', async ({ page, atlas }) => {
    await atlas.open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await atlas.sheetAt('half')
    await expect(atlas.region('details')).toBeFocused()
  })

  test('one finger moves the map: nothing scrolls under it', async ({ page, atlas }) => {
    await atlas.open({ renderer: 'svg' })
    const touch = await atlas
      .region('map')
      .locator('svg')
      .evaluateAll((all) => all.map((svg) => svg.style.touchAction))
    expect(touch).toContain('none')
    await page.setViewportSize({ width: 740, height: 360 })
    await expect(atlas.region('map').locator('svg[style*="pan-x"]')).toHaveCount(1)
  })
})

for (const [width, height] of [
  [360, 740],
  [320, 640],
  [320, 256],
  [740, 360],
  [1280, 600],
] as const) {
  test.describe(`at ${width}×${height}`, { tag: '@once' }, () => {
    test.use({ viewport: { width, height } })

    for (const lang of ['zh-CN', 'en'] as const) {
      for (const show of ['map', 'chart', 'table'] as const) {
        test(`the page is no wider than the screen, with the ${show} in ${lang}`, async ({ page, atlas }) => {
          await atlas.open({ show, lang, places: '310112' })
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
          expect(await beyond(page)).toEqual([])
        })
      }
    }
  })
}

/** @returns what can be pressed and lies outside the page's width, unless it is in a part that scrolls sideways by itself. */
async function beyond(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, summary')]
      .filter((node) => {
        const box = node.getBoundingClientRect()
        if (box.width < 2 || getComputedStyle(node).visibility === 'hidden') return false
        for (let up = node.parentElement; up; up = up.parentElement) {
          if (up.getAttribute('tabindex') === '0' && getComputedStyle(up).overflowX === 'auto') return false
        }
        return box.left < -1 || box.right > document.documentElement.clientWidth + 1
      })
      .map((node) => `${node.tagName} ${node.getAttribute('aria-label') ?? node.textContent}`),
  )
}
