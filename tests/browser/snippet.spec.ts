import { createServer } from 'node:http'
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test'
import { Atlas } from './atlas.ts'
import { violationsInThemes } from './axe.ts'
import { expect, test } from './test.ts'

const VIEW = { role: 'target', indicator: 'gdp', time: '2016..2025', places: '310112,310104', lang: 'zh-CN' } as const

/** Opens the dialog that puts the view on a page. @returns the embed in its preview, once it shows its data */
async function openDialog(atlas: Atlas): Promise<Atlas> {
  await atlas.action('share').click()
  await atlas.page.locator('[data-action="embed"]').click()
  await expect(dialog(atlas.page)).toBeVisible()
  return previewed(atlas.page)
}

const dialog = (page: Page): Locator => page.locator('[data-part="embed"]')
const previewFrame = (page: Page): FrameLocator => page.frameLocator('iframe[data-part="embed-frame"]')
const code = (page: Page): Locator => page.locator('[data-part="snippet"]')

/** Waits until the preview shows its data. */
async function previewed(page: Page): Promise<Atlas> {
  await expect(page.locator('iframe[data-part="embed-frame"]')).toHaveAttribute('data-ready', '')
  const preview = new Atlas(page, 'svg', previewFrame(page))
  await preview.ready()
  return preview
}

/** Waits until the preview is what the code says. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const html = await code(page).inputValue()
      const src = await page.locator('iframe[data-part="embed-frame"]').getAttribute('src')
      return new URL(src ?? '').search === new URL(html.split('"')[1]?.replaceAll('&amp;', '&') ?? '').search
    }, 'the preview shows what the code says')
    .toBe(true)
  await previewed(page)
}

/** What of a page in a frame lies beyond its window, CSS px. */
async function beyond(frame: Frame): Promise<{ readonly x: number; readonly y: number }> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight }
  })
}

async function frameOf(locator: Locator): Promise<Frame> {
  const frame = await (await locator.elementHandle())?.contentFrame()
  if (!frame) throw new Error('no frame here')
  return frame
}

/** The picture that an embed shows, in words and shape. */
async function pictureOf(embed: FrameLocator) {
  const root = embed.locator('html')
  return {
    language: await root.getAttribute('lang'),
    theme: await root.getAttribute('data-theme'),
    shows: await embed.locator('[data-part="embed"]').getAttribute('data-shows'),
    text: await embed.locator('main').innerText(),
  }
}

/**
 * Serves HTML in a column of a page, on another site: `localhost` is not `127.0.0.1`. A server of its own, since what a test makes up
 * in place of an answer is of no network, and may not reach into ours.
 * @param policy all that the page allows besides its own style
 */
async function publish(html: string, width: number, policy: string): Promise<{ readonly url: string; close(): void }> {
  const body =
    '<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="data:,">' +
    `<main style="width: ${width}px"><h1>Article</h1>${html}<p>After</p></main></html>`
  const server = createServer((_, response) => {
    response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; ${policy}`,
      })
      .end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the page got no port')
  return { url: `http://localhost:${address.port}/`, close: () => void server.close() }
}

test.describe('what is copied', { tag: '@once' }, () => {
  // Not every Chromium shares.
  test.use({ allow: /Unrecognized feature: 'web-share'/ })

  for (const form of ['iframe', 'element'] as const) {
    test(`shows the same on a page of another site, as high as it needs (${form})`, async ({
      page,
      context,
      atlas,
    }) => {
      // The app starts many times over: once for each preview.
      test.slow()
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await atlas.open(VIEW)
      await openDialog(atlas)
      await dialog(page).locator('[data-what="chart"]').click()
      await dialog(page).locator('[data-part="embed-chart"]').selectOption('ranking')
      await dialog(page).locator('[data-part="embed-theme"]').selectOption('dark')
      await dialog(page).locator('[data-part="embed-lang"]').selectOption('en')
      await dialog(page).locator('[data-part="embed-accent"]').fill('c2410c')
      await dialog(page).locator('[data-width="480"]').click()
      await settled(page)
      await expect(page.locator('[data-part="embed-size"]')).toContainText('480 × ')
      await dialog(page).locator(`[data-form="${form}"]`).click()
      await expect(previewFrame(page).locator('[data-region="chart"] svg text').first()).toBeVisible()
      const shown = await pictureOf(previewFrame(page))
      expect(shown).toMatchObject({ language: 'en', theme: 'dark', shows: 'chart' })
      await page.locator('[data-action="copy-snippet"]').click()
      const html = await page.evaluate(() => navigator.clipboard.readText())
      const policy = (await page.locator('[data-part="embed-policy"]').textContent()) ?? ''

      const host = await context.newPage()
      const article = await publish(html, 480, policy)
      await host.goto(article.url)
      const there = new Atlas(host, 'svg', host.frameLocator('iframe'))
      await there.ready()
      // The chart is drawn by a part that comes after the rest.
      await expect.poll(async () => pictureOf(host.frameLocator('iframe'))).toEqual(shown)
      const frame = await frameOf(host.locator('iframe'))
      await expect.poll(async () => beyond(frame), 'no scroll bar').toEqual({ x: 0, y: 0 })
      // The page goes on behind it.
      await expect(host.getByText('After')).toBeVisible()
      article.close()
    })
  }
})

test('the whole map has its still picture as a poster', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ lang: 'en' })
  await openDialog(atlas)
  await expect(code(page)).not.toHaveValue(/poster/)
  await dialog(page).locator('[data-form="element"]').click()
  await expect(code(page)).toHaveValue(/ poster="cards\/en\/\w+\.\w+\.svg"/)
  const [, poster = ''] = / poster="([^"]+)"/.exec(await code(page).inputValue()) ?? []
  const answer = await page.request.get(new URL(poster, page.url()).href)
  expect(answer.headers()['content-type']).toBe('image/svg+xml')
  await expect(page.locator('[data-part="embed-policy"]')).toContainText('img-src ')
  // No picture of the build shows a place that is chosen, or a chart.
  await dialog(page).locator('[data-what="chart"]').click()
  await expect(code(page)).not.toHaveValue(/poster/)
})

test('every option shows in the preview', { tag: '@once' }, async ({ page, atlas }) => {
  test.slow()
  await atlas.open(VIEW)
  await openDialog(atlas)
  const embed = previewFrame(page)
  const content = embed.locator('[data-part="embed"]')
  await expect(content).toHaveAttribute('data-shows', 'map')
  await expect(embed.locator('[aria-selected="true"][data-place="310112"]')).toHaveCount(1)
  const entries = await atlas.entries()

  await dialog(page).locator('[data-keep="none"]').click()
  await dialog(page).locator('[data-part="embed-play"]').check()
  await settled(page)
  await expect(embed.locator('[data-region="map"] [role="option"]').first()).toBeVisible()
  await expect(embed.locator('[aria-selected="true"]')).toHaveCount(0)
  await expect(embed.locator('[data-region="timeline"] [data-action="play"]')).toBeVisible()

  await dialog(page).locator('[data-use="still"]').click()
  await settled(page)
  await expect(embed.locator('[data-region="timeline"]')).toHaveCount(0)

  await dialog(page).locator('[data-what="card"]').click()
  await dialog(page).locator('[data-part="embed-title"]').uncheck()
  await settled(page)
  await expect(content).toHaveAttribute('data-shows', 'card')

  await dialog(page).locator('[data-what="table"]').click()
  await dialog(page).locator('[data-part="embed-theme"]').selectOption('contrast')
  await settled(page)
  await expect(content).toHaveAttribute('data-shows', 'table')
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'contrast')

  // Trying things out is no journey: "back" leads where it led before, and the address is the view's.
  expect(await atlas.entries()).toBe(entries)
  expect(atlas.link().get('mode')).toBeNull()
})

test('the preview is as wide as a column and as high as its content', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ ...VIEW, lang: 'en' })
  await openDialog(atlas)
  for (const width of ['320', '480', '720', 'full']) {
    await dialog(page).locator(`[data-width="${width}"]`).click()
    const frame = await frameOf(page.locator('iframe[data-part="embed-frame"]'))
    if (width !== 'full') await expect.poll(async () => frame.evaluate(() => window.innerWidth)).toBe(Number(width))
    await expect.poll(async () => beyond(frame), `at ${width}`).toEqual({ x: 0, y: 0 })
    // Asked together: the frame may still be on its way from the height of the width before.
    await expect(async () => {
      const height = await frame.evaluate(() => window.innerHeight)
      const said = await page.locator('[data-part="embed-size"]').textContent()
      expect(said).toContain(`× ${height.toLocaleString('en')} px`)
      expect(await code(page).inputValue()).toContain(` height="${height}" `)
    }).toPass()
  }
})

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test(`the preview moves nothing when it loads, at ${width}×${height}`, { tag: '@once' }, async ({ page, atlas }) => {
    await page.setViewportSize({ width, height })
    await atlas.open(VIEW)
    await openDialog(atlas)
    const first = dialog(page).locator('[data-what="map"]')
    await expect(first).toBeFocused()
    const place = await first.boundingBox()
    expect(await dialog(page).evaluate((node) => node.scrollTop)).toBe(0)
    await dialog(page).locator('[data-what="table"]').click()
    await settled(page)
    expect(await first.boundingBox()).toEqual(place)
    expect(await dialog(page).evaluate((node) => [node.scrollTop, node.scrollWidth - node.clientWidth])).toEqual([0, 0])
    await expect(dialog(page).locator('[data-what="table"]')).toBeFocused()
  })
}

test('it opens, is operated and closes by keyboard alone', { tag: '@once' }, async ({ page, context, atlas }) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await atlas.open({ ...VIEW, lang: 'en' })
  await atlas.tabTo(atlas.action('share'))
  await page.keyboard.press('Enter')
  const embed = page.locator('[data-action="embed"]')
  await atlas.tabTo(embed)
  await page.keyboard.press('Enter')
  await previewed(page)
  await atlas.tabTo(dialog(page).locator('[data-use="still"]'))
  await page.keyboard.press('Space')
  await atlas.tabTo(dialog(page).locator('[data-part="embed-accent"]'))
  await page.keyboard.type('0a7a55')
  await settled(page)
  // Past the frame, which holds stops of its own.
  await atlas.tabTo(dialog(page).locator('[data-action="copy-snippet"]'))
  await page.keyboard.press('Enter')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('still=1')
  expect(copied).toContain('accent=0a7a55')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(embed).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(atlas.action('share')).toBeFocused()
})

test('it says that there is nothing to show', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ role: 'project', indicator: 'gdp', time: '1990', lang: 'en' })
  await openDialog(atlas)
  await expect(page.locator('[data-part="embed-notices"]')).toContainText('No district has projects on record for 1990')
})

test.describe('axe finds nothing in the dialog, in any theme', { tag: '@once' }, () => {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`at ${width}×${height}`, async ({ page, atlas }) => {
      await page.setViewportSize({ width, height })
      await atlas.open({ theme: 'light', show: 'chart', places: '310112' })
      await openDialog(atlas)
      await dialog(page).locator('[data-part="embed-accent"]').fill('ffcc0')
      expect(await violationsInThemes(page, { within: '[data-part="embed"]' })).toEqual([])
    })
  }
})
