import type { Page } from '@playwright/test'
import jsQR from 'jsqr'
import { Atlas } from './atlas.ts'
import { violationsInThemes } from './axe.ts'
import { expect, test } from './test.ts'

const VIEW = { role: 'target', indicator: 'gdp', time: '2016..2025', places: '310112,310104' } as const

/** A colleague opens the link: the same view, in English and in the dark. */
async function opensAsChosen(colleague: Page, link: string): Promise<void> {
  const theirs = new Atlas(colleague)
  await colleague.goto(link)
  await theirs.ready()
  await expect(colleague.locator('html')).toHaveAttribute('lang', 'en')
  await expect(colleague.locator('html')).toHaveAttribute('data-theme', 'dark')
  for (const [key, value] of Object.entries(VIEW)) expect(theirs.link().get(key)).toBe(value)
}

/** Chooses a value of a list with the keyboard alone. */
async function choose(atlas: Atlas, part: string, value: string): Promise<void> {
  const list = atlas.part(part)
  await atlas.tabTo(list)
  await atlas.page.keyboard.press('Home')
  const values = await list.locator('option').evaluateAll((options) => options.map((one) => one.getAttribute('value')))
  for (let i = values.indexOf(value); i > 0; i -= 1) await atlas.page.keyboard.press('ArrowDown')
  await expect(list).toHaveValue(value)
}

for (const lang of ['zh-CN', 'en'] as const) {
  test(
    `a link opens exactly this picture, in English and in the dark, from ${lang}`,
    { tag: '@once' },
    async ({ page, context, atlas }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await atlas.open({ ...VIEW, lang })
      await atlas.action('share').click()
      await atlas.part('share-lang').selectOption('en')
      await atlas.part('share-theme').selectOption('dark')
      await page.locator('[data-action="copy-link"]').click()
      const link = await page.evaluate(() => navigator.clipboard.readText())

      await opensAsChosen(await context.newPage(), link)
    },
  )

  test(`a link is copied with the keyboard alone, in ${lang}`, { tag: '@once' }, async ({ page, context, atlas }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await atlas.open({ ...VIEW, lang })
    await atlas.tabTo(atlas.action('share'))
    await page.keyboard.press('Enter')
    await expect(atlas.part('share')).toBeVisible()
    await choose(atlas, 'share-lang', 'en')
    await choose(atlas, 'share-theme', 'dark')
    await atlas.tabTo(page.locator('[data-action="copy-link"]'))
    await page.keyboard.press('Enter')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.keyboard.press('Escape')
    await expect(atlas.action('share')).toBeFocused()
    await opensAsChosen(await context.newPage(), link)
  })
}

test('the code says the link, as a camera sees it', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open(VIEW)
  await atlas.action('share').click()
  await page.locator('[data-action="enlarge-qr"]').click()
  const link = await atlas.part('qr').evaluate(() => window.location.href)
  const shot = await atlas.part('qr').screenshot({ caret: 'initial' })
  const { data, width, height } = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    // As far as a camera stands: every module is still several pixels.
    canvas.width = 480
    canvas.height = 480
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0, 480, 480)
    return { data: [...context.getImageData(0, 0, 480, 480).data], width: 480, height: 480 }
  }, shot.toString('base64'))
  const read = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''
  expect(decodeURIComponent(read)).toBe(decodeURIComponent(link))
})

test('a refused clipboard loses nothing', { tag: '@once' }, async ({ page, atlas }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async () => Promise.reject(new Error('refused')) },
    })
  })
  await atlas.open(VIEW)
  await atlas.action('share').click()
  await page.locator('[data-action="copy-link"]').click()
  await expect(atlas.part('link')).toBeFocused()
  const [from, to, length] = await atlas
    .part('link')
    .evaluate((node) =>
      node instanceof HTMLTextAreaElement ? [node.selectionStart, node.selectionEnd, node.value.length] : [],
    )
  expect([from, to]).toEqual([0, length])
})

test.describe('in a sandboxed frame of another site', () => {
  // The browser itself says that it refuses the clipboard.
  test.use({ serviceWorkers: 'allow', allow: /clipboard/i })

  test('the link is there to be taken by hand', { tag: '@once' }, async ({ page, baseURL }) => {
    if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
    await page.goto(new URL('/host', baseURL.replace('127.0.0.1', 'localhost')).href)
    await page.evaluate((src) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts')
      Object.assign(frame, { title: 'Atlas', width: '1200', height: '800', src })
      document.body.append(frame)
    }, baseURL)
    const frame = page.frameLocator('iframe')
    const app = new Atlas(page, 'svg', frame)
    await app.ready()
    await expect(app.part('hint')).toHaveCount(0)
    await app.action('share').click()
    await frame.locator('[data-action="copy-link"]').click()
    await expect(app.part('link')).toBeFocused()
    await expect(app.part('share')).toContainText('Ctrl+C')
    expect((await app.part('link').inputValue()).startsWith(baseURL)).toBe(true)
  })
})

test.describe('where nothing is on record', { tag: '@once' }, () => {
  for (const show of ['map', 'chart', 'table'] as const) {
    test(`the ${show} offers what shows something, and the focus is kept`, async ({ page, atlas }) => {
      await atlas.open({ role: 'project', indicator: 'gdp', time: '1990', show })
      await atlas.part('empty').locator('[data-action="role-target"]').click()
      await atlas.says('role', 'target')
      await atlas.says('time', null)
      await expect(atlas.part('empty')).toHaveCount(0)
      await expect(page.locator('#view')).toBeFocused()
    })
  }
})

test('what a key opens from the map gives the focus back to the place', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open()
  const place = atlas.region('map').locator('[role="option"][tabindex="0"]')
  await atlas.tabTo(place)
  await page.keyboard.press('?')
  await expect(atlas.part('help')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(place).toBeFocused()
})

test('help tells the keys, and they work', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open()
  await page.keyboard.press('?')
  await expect(atlas.part('help')).toBeVisible()
  await page.keyboard.press('t')
  expect(atlas.link().get('show')).toBeNull()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await atlas.says('show', 'table')
})

test('the first hint goes away for ever, and stays out of links', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ role: 'target' })
  await expect(atlas.part('hint')).toHaveCount(0)
  await atlas.open()
  await atlas.part('hint').getByRole('button').click()
  await expect(atlas.part('hint')).toHaveCount(0)
  await atlas.reload()
  await expect(atlas.part('hint')).toHaveCount(0)
})

test.describe('axe finds nothing in what opens, in any theme', { tag: '@once' }, () => {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`at ${width}×${height}`, async ({ page, atlas }) => {
      await page.setViewportSize({ width, height })
      await atlas.open({ theme: 'light' })
      await atlas.action('share').click()
      await expect(atlas.part('share')).toBeVisible()
      expect(await violationsInThemes(page, { within: '[data-part="share"]' })).toEqual([])
      await atlas.open({ theme: 'light' })
      await atlas.action('help').click()
      for (const tab of ['about', 'keys']) {
        await page.locator(`[data-help-tab="${tab}"]`).click()
        expect(await violationsInThemes(page, { within: '[data-part="help"]' }), tab).toEqual([])
      }
    })
  }
})
