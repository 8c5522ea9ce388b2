import jsQR from 'jsqr'
import { Atlas } from './atlas.ts'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './test.ts'

const VIEW = { role: 'target', indicator: 'gdp', time: '2016..2025', places: '310112,310104' } as const

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

      const colleague = await context.newPage()
      const theirs = new Atlas(colleague)
      await colleague.goto(link)
      await theirs.ready()
      await expect(colleague.locator('html')).toHaveAttribute('lang', 'en')
      await expect(colleague.locator('html')).toHaveAttribute('data-theme', 'dark')
      for (const [key, value] of Object.entries(VIEW)) expect(theirs.link().get(key)).toBe(value)
    },
  )

  test(`a link is copied with the keyboard alone, in ${lang}`, { tag: '@once' }, async ({ page, context, atlas }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await atlas.open({ ...VIEW, lang })
    await atlas.tabTo(atlas.action('share'))
    await page.keyboard.press('Enter')
    await expect(atlas.part('share')).toBeVisible()
    await atlas.tabTo(atlas.part('share-theme'))
    await page.keyboard.press('ArrowDown')
    await atlas.tabTo(page.locator('[data-action="copy-link"]'))
    await page.keyboard.press('Enter')
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    expect(link.searchParams.get('theme')).toBe('light')
    await page.keyboard.press('Escape')
    await expect(atlas.action('share')).toBeFocused()
  })
}

test('the code says the link, as a camera sees it', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open(VIEW)
  await atlas.action('share').click()
  await page.locator('[data-action="enlarge-qr"]').click()
  const link = await atlas.part('qr').evaluate(() => window.location.href)
  const shot = await atlas.part('qr').screenshot()
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

test.describe('axe finds nothing in what opens', { tag: '@once' }, () => {
  for (const theme of ['light', 'dark', 'contrast']) {
    test(theme, async ({ page, atlas }) => {
      for (const [action, part] of [
        ['share', 'share'],
        ['help', 'help'],
      ] as const) {
        await atlas.open({ theme })
        await atlas.action(action).click()
        await expect(atlas.part(part)).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).include(`[data-part="${part}"]`).analyze()
        expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([])
      }
    })
  }
})
