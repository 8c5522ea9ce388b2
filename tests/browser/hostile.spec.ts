import type { Locator, Page } from '@playwright/test'
import { isContextLost, loseContext } from './context.ts'
import { WORDS } from './network.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog } = readPack()
const MINHANG = '310112'
const XUHUI = '310104'
const names = catalog.indicators.map(({ name }) => name)
/** The name of an indicator with results, which no other's holds. */
const alone = catalog.indicators.find(
  ({ id, name }) =>
    catalog.coverage.some(({ indicator, role }) => indicator === id && role === catalog.defaults.role) &&
    names.every((other) => other === name || (!other.zh.includes(name.zh) && !other.en.includes(name.en))),
)?.name ?? { zh: '', en: '' }

test.describe('a browser without IntersectionObserver', { tag: '@once' }, () => {
  // Some Chromiums know no sharing, and say so of each frame that may; and eight embeds at once take long to use what they preload.
  test.use({ allow: /Unrecognized feature: 'web-share'|preloaded using link preload/ })

  test('draws every chart of a page at once, and the gallery’s embeds', async ({ page, atlas }) => {
    test.slow()
    await page.addInitScript(() => Reflect.deleteProperty(window, 'IntersectionObserver'))
    await atlas.open({ places: MINHANG, lang: 'en' })
    // A chart that waits has its room and nothing in it.
    await expect(atlas.region('details').locator('[role="img"]:empty')).toHaveCount(0)
    expect(await atlas.region('details').locator('[role="img"] svg').count()).toBeGreaterThan(2)
    await page.goto('./embed-gallery.html')
    const frames = () => page.frames().filter((frame) => frame.url().includes('mode=embed'))
    await expect.poll(() => frames().length).toBe(await page.locator('.example').count())
    for (const frame of frames()) {
      await expect(frame.locator('html')).toHaveAttribute('data-app', 'ready', { timeout: 60_000 })
    }
  })
})

test.describe('a browser that stores nothing', { tag: '@once' }, () => {
  test('is asked for nothing that it cannot do', async ({ page, atlas }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse })
      for (const name of Object.getOwnPropertyNames(Storage.prototype)) {
        if (name !== 'constructor') Object.defineProperty(Storage.prototype, name, { get: refuse, set: refuse })
      }
      for (const name of ['indexedDB', 'caches']) {
        Reflect.deleteProperty(window, name)
        Object.defineProperty(window, name, { value: undefined })
      }
    })
    await atlas.open({ lang: 'zh-CN' })
    await atlas.switchLanguage()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await atlas.switchTheme('dark')
    await atlas.selectPlace(MINHANG)
    await atlas.search('xuhui')
    await atlas.pickResult(`place:${XUHUI}`)
    await expect.poll(() => atlas.selected()).toContain(XUHUI)
    await atlas.show('chart')
    await expect(atlas.region('chart').locator('svg').first()).toBeVisible()
    await atlas.action('add-scene').click()
    await page.locator('[data-action="edit-added"]').click()
    await expect(page.locator('[data-part="scenes"] [data-scene]')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await atlas.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await atlas.action('present').click()
    await atlas.ready()
    await expect(atlas.region('stage')).toBeVisible()
    await expect(atlas.failures()).toHaveCount(0)
  })
})

test.describe('colours that the system forces', { tag: '@once' }, () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`take away no sign, ${scheme}`, async ({ page, atlas }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme })
      await atlas.open({ places: `${MINHANG},${XUHUI}`, lang: 'en' })
      const map = atlas.region('map')
      // Classes keep their own colours, the same on the map and in its legend.
      const fills = await paints(map.locator('use[data-class]'), 'fill')
      expect(fills.size).toBeGreaterThan(3)
      for (const fill of fills) expect(await paints(map.locator('figure svg rect'), 'fill')).toContain(fill)
      // Who is selected has a line in a colour that no class has.
      const lines = await paints(map.locator('use[style*="stroke"]'), 'stroke')
      expect(lines.size).toBe(2)
      for (const line of lines) expect(fills).not.toContain(line)

      // The browser would lay the page's ground behind the text of what is pressed, in the text's colour.
      const pressed = page.locator('button[aria-pressed="true"]').filter({ visible: true })
      expect(await paints(pressed, 'forced-color-adjust')).toEqual(new Set(['none']))
      const [ground] = await paints(pressed, 'background-color')
      expect(
        await paints(page.locator('button[aria-pressed="false"]').filter({ visible: true }), 'background-color'),
      ).not.toContain(ground)

      await atlas.tabTo(atlas.roleOption('target'))
      expect(await paints(atlas.roleOption('target'), 'outline-style')).toEqual(new Set(['solid']))
      await atlas.tabTo(map.locator('[role="option"][tabindex="0"]'))
      expect(await paints(map.locator('[role="option"]:focus rect'), 'stroke')).not.toContain('none')
    })
  }
})

/** @returns the values that a property of style has on any of these */
async function paints(nodes: Locator, property: string): Promise<ReadonlySet<string>> {
  const all = await nodes.evaluateAll(
    (found, name) => found.map((node) => getComputedStyle(node).getPropertyValue(name)),
    property,
  )
  return new Set(all)
}

/** Where WCAG 1.4.10 looks: a window of 1440 × 900 zoomed in fourfold, and the size that it names. */
for (const [width, height, lang] of [
  [360, 225, 'en'],
  [320, 256, 'zh-CN'],
] as const) {
  test.describe(`zoomed in to ${width}×${height}`, { tag: '@once' }, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } })

    test('all is within reach of the keyboard, in sight, and no wider than the window', async ({ page, atlas }) => {
      await atlas.open({ lang })
      const title = page.getByRole('heading', { level: 1 })
      expect(await title.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0)
      await atlas.pickIndicatorByKey(alone[lang === 'en' ? 'en' : 'zh'])
      await inSight(page)
      await atlas.search('minhang')
      await inSight(page)
      await expect(atlas.searchResult(`place:${MINHANG}`)).toBeInViewport({ ratio: 0.9 })
      await page.keyboard.press('Enter')
      await expect.poll(() => atlas.selected()).toContain(MINHANG)

      for (const action of ['share', 'tours'] as const) {
        await atlas.action(action).first().focus()
        await page.keyboard.press('Enter')
        await expect(page.getByRole('dialog')).toBeVisible()
        await walk(page, 12)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
        await inSight(page)
      }

      const badge = atlas.region('details').locator('[data-source-of]').filter({ visible: true }).first()
      await badge.focus()
      await inSight(page)
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-source-panel]')).toBeVisible()
      await walk(page, 2)
      await page.keyboard.press('Escape')
      await expect(badge).toBeFocused()
      await walk(page, 10)

      await page.reload()
      await atlas.ready()
      await walk(page, 30)
    })
  })
}

test.describe('a clock that is wrong', { tag: '@once' }, () => {
  const PAST = new Date('2001-01-01T00:00:00Z')
  const FUTURE = new Date('2099-12-31T23:59:59Z')

  test('changes nothing that is shown', async ({ page, atlas }) => {
    const says: string[] = []
    for (const now of [null, PAST, FUTURE]) {
      if (now) await page.clock.setFixedTime(now)
      await atlas.open({ lang: 'en', places: MINHANG })
      await expect(atlas.failures()).toHaveCount(0)
      says.push((await page.locator('body').innerText()).replaceAll(/\s+/g, ' '))
    }
    expect(says[1]).toBe(says[0])
    expect(says[2]).toBe(says[0])
  })
})

test('the graphics context is lost in the middle of exploring: the map stays as it is', async ({ page, atlas }, {
  project,
}) => {
  test.skip(project.name !== 'webgl', 'there is no context to lose')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atlas.open({ places: XUHUI, lang: 'en' })
  await atlas.selectPlaceByKey(MINHANG)
  const home = await atlas.onMap(MINHANG).boundingBox()
  await page.keyboard.press('+')
  await expect.poll(async () => near(await atlas.onMap(MINHANG).boundingBox(), home)).toBe(false)
  const stands = async () => {
    await expect(atlas.onMap(MINHANG)).toBeFocused()
    await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
    return atlas.onMap(MINHANG).boundingBox()
  }
  const before = await stands()
  await loseContext(page, true)
  await expect.poll(async () => isContextLost(page), 'the context is lost').toBe(false)
  await atlas.drawnBy('webgl')
  await expect.poll(async () => near(await stands(), before)).toBe(true)
  // For good: the SVG map takes over within five seconds, and says so.
  await loseContext(page, false)
  await atlas.drawnBy('svg')
  await expect(page.locator('[data-region="announcements"]')).toContainText(WORDS.en.map.rendererLost)
  // Asked in the very task in which it took over, Chromium still tells the box of its first, unmeasured drawing.
  await expect.poll(async () => near(await stands(), before)).toBe(true)
  await expect(page.locator('canvas')).toHaveCount(0)
})

test('the map that WebGL draws takes over where the other one was left', async ({ page, atlas }, { project }) => {
  test.skip(project.name !== 'webgl', 'nothing takes over')
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/maplibre-gl-worker/, async (route) => {
    await held
    await route.continue()
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atlas.visit({ lang: 'en' })
  await atlas.ready()
  await atlas.drawnBy('svg')
  await atlas.selectPlaceByKey(MINHANG)
  const home = await atlas.onMap(MINHANG).boundingBox()
  await page.keyboard.press('+')
  await expect.poll(async () => near(await atlas.onMap(MINHANG).boundingBox(), home)).toBe(false)
  const before = await atlas.onMap(MINHANG).boundingBox()
  release()
  await atlas.drawnBy('webgl')
  await expect(atlas.onMap(MINHANG)).toBeFocused()
  await expect.poll(async () => near(await atlas.onMap(MINHANG).boundingBox(), before)).toBe(true)
  // It knows so itself: it goes on from there.
  await page.keyboard.press('-')
  await expect.poll(async () => near(await atlas.onMap(MINHANG).boundingBox(), home)).toBe(true)
})

interface Box {
  readonly x: number
  readonly y: number
}

function near(a: Box | null, b: Box | null): boolean {
  return a !== null && b !== null && Math.abs(a.x - b.x) < 3 && Math.abs(a.y - b.y) < 3
}

/** Presses Tab; wherever the focus goes it is to be seen, and the page no wider than the window. */
async function walk(page: Page, steps: number): Promise<void> {
  for (let i = 0; i < steps; i += 1) {
    await page.keyboard.press('Tab')
    await inSight(page)
  }
}

async function inSight(page: Page): Promise<void> {
  await expect.poll(async () => page.evaluate(hidden)).toBe('')
}

/** @returns what of the focused element is wrong to the eye; empty: it is in the window, and nothing lies over it */
function hidden(): string {
  const root = document.documentElement
  if (root.scrollWidth > window.innerWidth) return `the page is ${root.scrollWidth} px wide`
  const focused = document.activeElement
  if (focused === null || focused === document.body) return ''
  // What is drawn in its place, where it is for screen readers or for the keyboard alone.
  const isDrawn = focused.getBoundingClientRect().width > 2 && !focused.matches('input[type="range"]')
  const node = isDrawn ? focused : (focused.closest('label') ?? focused.parentElement ?? focused)
  const box = node.getBoundingClientRect()
  const [left, right] = [Math.max(0, box.left), Math.min(window.innerWidth, box.right)]
  const [top, bottom] = [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)]
  const spots = [0.2, 0.5, 0.8].flatMap((v) => [0.1, 0.5, 0.9].map((w) => [v, w] as const))
  const seen = spots.some(([v, w]) => {
    const [x, y] = [left + v * (right - left), top + w * (bottom - top)]
    const at = right > left && bottom > top ? document.elementFromPoint(x, y) : null
    return at !== null && node.contains(at)
  })
  return seen ? '' : `${node.tagName} ${node.getAttribute('aria-label') ?? node.textContent ?? ''}`.slice(0, 80)
}
