import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog, observations } = readPack()
const figures = catalog.records.reduce((sum, record) => sum + record.count, 0)
const districts = catalog.places.filter((place) => place.kind === 'district')
/** Of the city's page, which stands first; other places may have their own. */
const headlines = catalog.headlines.filter((id) => observations.some((o) => o.id === id && o.place === catalog.city))
const html = readFileSync(join(DIST, 'index.html'), 'utf8')

test.describe('without scripts', { tag: '@once' }, () => {
  // What the page preloads is refused or never used then, and Chromium says so.
  test.use({ javaScriptEnabled: false, allow: / csp$|preloaded using link preload/ })

  test('the map is drawn', async ({ page, atlas }) => {
    await page.goto('./')
    await expect(atlas.region('map').locator('svg defs path')).toHaveCount(districts.length)
    await expect(atlas.drawn('310112')).toBeVisible()
  })

  test('the map has its values', async ({ page, atlas }) => {
    await page.goto('./')
    await expect(atlas.region('map')).toContainText(/(^|\D)[1-9]\d* 个区有记录/)
    const { defaults } = catalog
    const drawn = observations.filter((o) => o.indicator === defaults.indicator && o.role === defaults.role)
    const values = drawn.map(({ value }) => value.toLocaleString('zh-CN'))
    const map = (await atlas.region('map').textContent()) ?? ''
    expect(values.filter((value) => map.includes(value)).length).toBeGreaterThan(5)
  })

  for (const width of [1440, 390]) {
    test(`its values can be read where they have room, at ${width} px`, async ({ page, atlas }) => {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('./')
      const shown = atlas.region('map').locator('text').filter({ visible: true })
      await expect(shown.filter({ hasText: '浦东' })).toHaveCount(1)
      expect(await shown.filter({ hasText: /\d/ }).count()).toBeGreaterThan(8)
      const sizes = await shown.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
      expect(Math.min(...sizes)).toBeGreaterThan(10)
    })
  }

  test('the title and the headline figures stand', async ({ page, atlas }) => {
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(catalog.title.zh)
    await expect(page.getByRole('banner')).toContainText(figures.toLocaleString('zh-CN'))
    for (const id of headlines) await expect(atlas.figure(id).first()).toBeVisible()
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
  })

  test('a sentence says what is missing', async ({ page }) => {
    await page.goto('./')
    await expect(page.locator('[data-noscript]')).toBeVisible()
    await expect(page.locator('[data-noscript]')).toContainText('JavaScript')
  })
})

test('the page that is served has every district by name', { tag: '@once' }, () => {
  // As the map's labels say it: 闵行 for 闵行区.
  for (const place of districts) expect(html).toContain(place.name.zh.replace(/新?区$/, ''))
})

test('what is on its way for later does not hold up the style sheet', { tag: '@once' }, () => {
  const [entry, ...ahead] = (html.match(/<script type="module"[^>]*>/g) ?? []).toReversed()
  expect(entry).toMatch(/assets\/index-/)
  expect(ahead.length).toBeGreaterThan(2)
  for (const script of ahead) expect(script).toContain('fetchpriority="low"')
  // What WebKit lost by it is lost in the next pages, too (first-view-plugin.ts).
  expect(html).not.toContain('modulepreload"')
  // Figures and boundaries are asked for by first.js, after the first paint.
  expect(html).not.toMatch(/<link rel="preload" as="fetch"/)
})

test.describe('before the app’s script', { tag: '@once' }, () => {
  // Held back, it never comes: what the page asked for ahead of it is never used, and Chromium says so.
  test.use({ allow: /preloaded using link preload/ })

  test('the picture stands in the reader’s language; that of another view waits', async ({ page, atlas }) => {
    await page.route('**/assets/index-*.js', () => {})
    await atlas.visit({ lang: 'en' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(catalog.title.en)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(atlas.drawn('310112')).toBeVisible()
    await expect(atlas.region('map')).not.toContainText(/[\u4e00-\u9fff]/)
    await atlas.visit({ lang: 'en', indicator: 'gdp' })
    await expect(atlas.drawn('310112')).toBeAttached()
    await expect(atlas.drawn('310112')).toBeHidden()
  })
})

test('the app takes the first view over where it stands', { tag: '@once' }, async ({ page, atlas }) => {
  await page.route('**/assets/index-*.js', async (route) => {
    await shown
    await route.continue()
  })
  let go = () => {}
  const shown = new Promise<void>((resolve) => {
    go = resolve
  })
  await atlas.visit()
  // What is asked where it stands is laid out, with its style or without.
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes('/first-') === true))
  const before = await atlas.drawn('310112').boundingBox()
  go()
  await atlas.ready()
  await expect(page.locator('[data-static]')).toHaveCount(0)
  const after = await atlas.drawn('310112').boundingBox()
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? Infinity))).toBeLessThan(40)
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? Infinity))).toBeLessThan(40)
})

test.describe('in a browser below the floor', { tag: '@once' }, () => {
  // What the page preloads is never used then, and Chromium says so.
  test.use({ allow: /preloaded using link preload|Invalid or unexpected token/ })

  test('the picture stands, with a sentence, and no half of an app', async ({ page, atlas }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Object, 'hasOwn'))
    await page.goto('./?lang=en&places=310112')
    await expect(page.locator('[data-old][lang=en]')).toBeVisible()
    await expect(page.locator('[data-old][lang=en]')).toContainText('Safari 16.4')
    await expect(page.locator('[data-old][lang=zh-CN]')).toBeHidden()
    await expect(atlas.drawn('310112')).toBeVisible()
    await atlas.failed()
    await expect(page.locator('[data-static]')).toHaveCount(1)
  })

  test('a word of the app that it does not know leaves the picture, with the sentence', async ({ page, atlas }) => {
    await page.route('**/assets/index-*.js', async (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'class A { ##x }' }),
    )
    await page.goto('./')
    await expect(page.locator('[data-old][lang=zh-CN]')).toBeVisible()
    await expect(atlas.drawn('310112')).toBeVisible()
  })
})

test(
  'what is far below or still closed is fetched when somebody goes there',
  { tag: '@once' },
  async ({ page, atlas }) => {
    const scripts: string[] = []
    page.on('request', (request) => {
      const name = /\/assets\/(\w+)-[\w-]+\.js$/.exec(new URL(request.url()).pathname)?.[1]
      if (name !== undefined) scripts.push(name)
    })
    await atlas.open({})
    await page.waitForLoadState('networkidle')
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts).not.toContain('echarts')
    expect(scripts).not.toContain('IndicatorPicker')
    // Their room is kept, so that nothing moves when they come.
    const chart = atlas.region('details').locator('[role="img"]').last()
    const height = (await chart.boundingBox())?.height
    expect(height).toBeGreaterThan(100)
    await chart.scrollIntoViewIfNeeded()
    await expect(chart.locator('svg')).toBeVisible()
    expect((await chart.boundingBox())?.height).toBe(height)
    await atlas.action('pick-indicator').click()
    await expect(page.locator('[data-indicator-option]').first()).toBeVisible()
    expect(scripts).toContain('echarts')
    expect(scripts).toContain('IndicatorPicker')
  },
)
