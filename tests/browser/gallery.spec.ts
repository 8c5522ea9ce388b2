import type { Frame, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, test } from './test.ts'

const EMBEDS = 8

test.use({
  // Some Chromiums know no sharing, and say so of each frame that may; and a busy machine takes long to use what frames preload.
  allow: /Unrecognized feature: 'web-share'|preloaded using link preload/,
})

test.describe('the gallery', { tag: '@once' }, () => {
  // Eight embeds take their time on a busy machine.
  test.slow()

  for (const [name, home, lang, width] of [
    ['embed-gallery.html', 'atlas', 'zh-CN', 1280],
    ['embed-gallery.en.html', 'sandboxed', 'en', 360],
  ] as const) {
    test(`loads all its embeds as they come near: ${lang}, ${width} px, below /${home}/`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`../${home}/${name}`)
      await expect(page.locator('.example')).toHaveCount(EMBEDS)
      // The rest waits for the reader.
      expect(framesOf(page).length).toBeLessThan(EMBEDS)
      for (let at = 0; at < EMBEDS; at++) await near(page, at)
      expect(framesOf(page)).toHaveLength(EMBEDS)
      for (const frame of framesOf(page)) {
        expect(await frame.evaluate(() => document.documentElement.lang)).toBe(lang)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })
  }

  test('hears what its embed tells, and sets it', async ({ page }) => {
    await page.goto('./embed-gallery.html')
    const log = page.getByRole('log')
    await expect(log).toContainText('atlas-ready', { timeout: 60_000 })
    await page.locator('[data-set*="chart"]').click()
    await expect(log).toContainText('"show":"chart"')
    await expect(log).toContainText('atlas-change')
    await page.locator('[data-set*="places"]').first().click()
    await expect(log).toContainText(/"places":\["\w+"\]/)
  })

  test('is dark with its embeds where the reader wants it so, and changes them all', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('./embed-gallery.html')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await near(page, 0)
    const [first] = framesOf(page)
    await expect.poll(async () => themeOf(first)).toBe('dark')
    await page.locator('[data-theme-option=light]').click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await expect.poll(async () => themeOf(first)).toBe('light')
    // The plain frame is told by a message.
    await page.locator('[data-theme-option=dark]').click()
    await near(page, 1)
    await expect
      .poll(async () => Promise.all(framesOf(page).map(themeOf)), { timeout: 60_000 })
      .toEqual(framesOf(page).map(() => 'dark'))
  })

  test('copies the code, which names the site where it is', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('./embed-gallery.html')
    const example = page.locator('.example').first()
    await expect(example.locator('pre')).toContainText(`${baseURL}embed.js`)
    await example.locator('[data-copy]').click()
    await expect(example.locator('[data-copy]')).toHaveText('已复制')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('<district-atlas ')
    expect(copied).toBe(await example.locator('pre').textContent())
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false, allow: / csp$|preloaded using link preload|web-share/ })

    test('has a link for each embed, and no button that does nothing', async ({ page }) => {
      await page.goto('./embed-gallery.html')
      await expect(page.locator('district-atlas a').filter({ visible: true })).toHaveCount(EMBEDS - 1)
      await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
    })
  })

  for (const width of [360, 1280]) {
    for (const theme of ['light', 'dark'] as const) {
      test(`fits, and is clean to axe: ${width} px, ${theme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`./embed-gallery.en.html?theme=${theme}`)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        await page.locator('summary').click()
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        expect(await violations(page, { without: ['district-atlas', 'iframe'] })).toEqual([])
      })
    }
  }
})

/** Frames of the page's embeds. */
function framesOf(page: Page): readonly Frame[] {
  return page.frames().filter((frame) => frame.parentFrame() === page.mainFrame())
}

async function themeOf(frame: Frame | undefined): Promise<string | undefined> {
  return frame?.evaluate(() => document.documentElement.dataset['theme'])
}

/** Scrolls to one example and waits until its embed is ready. */
async function near(page: Page, at: number): Promise<void> {
  const example = page.locator('.example').nth(at)
  await example.locator('h3').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant', block: 'start' }))
  await expect(example.locator('iframe').contentFrame().locator('html[data-app=ready]')).toBeAttached({
    timeout: 60_000,
  })
}
