import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** A4 without its margins (`base.css`), in CSS px. */
const PAPER = { width: 695, height: 1017 }

test.describe('on paper', () => {
  test('a place is its page: folds open, every source by number, the link, no canvas', async ({ page, atlas }) => {
    await atlas.open({ places: '310112', theme: 'dark' })
    const details = atlas.region('details')
    const closed = details.locator('details:not([open])')
    const before = await closed.count()
    const rows = await details.locator('[data-observation]').count()
    expect(before).toBeGreaterThan(0)
    await paper(page)
    await expect(page.locator('[data-part="print-link"]')).toContainText(page.url())
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    expect(await details.locator('[data-observation]').count()).toBeGreaterThan(rows)
    expect(await page.locator('[data-part="print-foot"] li').count()).toBeGreaterThan(0)
    await expect(details.getByText('[1]').filter({ visible: true }).first()).toBeVisible()
    for (const action of ['theme', 'pick-indicator', 'clear-selection'] as const)
      await expect(atlas.action(action)).toBeHidden()
    await expect(atlas.region('timeline')).toBeHidden()
    // Where a canvas drew the map its places stay, hidden; a still map stands in.
    const drawn = atlas.region('map').locator('[data-place="310112"]').filter({ visible: true })
    await expect(drawn.first()).toBeVisible()
    await expect(atlas.region('map').locator('canvas').filter({ visible: true })).toHaveCount(0)
    expect(await offPaper(page)).toEqual([])
    // As it was.
    await page.emulateMedia({ media: 'screen' })
    await expect(closed).toHaveCount(before)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.locator('[data-part="print-foot"]')).toHaveCount(0)
  })

  test(
    'the button prints the page of the place, whatever stands beside it',
    { tag: '@once' },
    async ({ page, atlas }) => {
      await page.addInitScript(() => {
        window.print = () =>
          document.documentElement.setAttribute('data-printed', document.documentElement.dataset['print'] ?? '')
      })
      await atlas.open({ places: '310112', show: 'chart' })
      // Charts that come in beside it may move the page under the pointer on a busy machine.
      await expect(async () => {
        await page.locator('[data-action="print"]').click()
        await expect(page.locator('html')).toHaveAttribute('data-printed', 'place', { timeout: 2000 })
      }).toPass()
      await page.emulateMedia({ media: 'print' })
      await expect(atlas.region('details')).toBeVisible()
      await expect(atlas.region('chart')).toBeHidden()
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await expect(atlas.region('details')).toBeHidden()
      await expect(atlas.region('chart')).toBeVisible()
    },
  )

  for (const [name, link] of Object.entries({
    'the table': { show: 'table' },
    'the charts': { show: 'chart' },
    'a comparison': { places: '310112,310104' },
    'a page in English': { places: '310115', lang: 'en' },
  })) {
    test(`${name} fits, and nothing on it scrolls`, { tag: '@once' }, async ({ page, atlas }) => {
      await atlas.open(link)
      await paper(page)
      expect(await offPaper(page)).toEqual([])
    })
  }
})

async function paper(page: Page): Promise<void> {
  // The page has come to rest; emulation in the middle of its first effects is no printing.
  await page.waitForLoadState('networkidle')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  await expect(page.locator('[data-part="print-link"]').filter({ visible: true })).toHaveCount(1)
}

/** @returns what reaches over the edge of the paper, and what is cut because it would scroll. */
async function offPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1
    return [...document.querySelectorAll<HTMLElement>('#root *')]
      .filter((node) => node.closest('svg svg, svg *, .visually-hidden') === null && node.checkVisibility())
      .filter((node) => {
        const box = node.getBoundingClientRect()
        const style = getComputedStyle(node)
        const cut =
          /auto|scroll/.test(style.overflowY + style.overflowX) &&
          node.clientWidth > 2 &&
          (node.scrollHeight > node.clientHeight + 2 || node.scrollWidth > node.clientWidth + 2)
        return box.width > 2 && (box.right > edge || cut)
      })
      .slice(0, 8)
      .map((node) => `${node.tagName}.${node.getAttribute('class')} ${(node.textContent ?? '').slice(0, 30)}`)
  })
}
