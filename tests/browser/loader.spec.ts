import type { Page } from '@playwright/test'
import type { DistrictAtlasElement } from '../../src/embed/loader/types.ts'
import { STUB, test } from './article.ts'
import { Atlas } from './atlas.ts'
import { expect } from './test.ts'

/* `embed.js` as the build made it, on pages of another site. */

// Not every Chromium shares, and those that do not say so.
test.use({ allow: /Unrecognized feature: 'web-share'/ })

const elements = (page: Page) => page.locator('district-atlas')
const frames = (page: Page) => page.locator('district-atlas iframe')
const heard = async (page: Page, type: string) =>
  (await page.evaluate(() => window.watched.heard)).filter((one) => one.type === type)
const ready = async (page: Page, count = 1): Promise<void> =>
  expect.poll(async () => (await heard(page, 'ready')).length, 'embeds that are ready').toBe(count)
const heightOf = async (page: Page, at = 0): Promise<number> =>
  elements(page)
    .nth(at)
    .evaluate((element) => element.getBoundingClientRect().height)
/** Lets the page and its frames go round a few times. */
const aWhile = async (page: Page): Promise<void> =>
  page.evaluate(
    async () =>
      new Promise((resolve) => {
        setTimeout(resolve, 300)
      }),
  )

test.describe('embed.js', { tag: '@once' }, () => {
  for (const script of ['classic', 'module', 'import'] as const) {
    test(`finds the atlas beside itself (${script})`, async ({ page, press }) => {
      await page.route('**/atlas/?*', async (route) => route.fulfill({ contentType: 'text/html', body: STUB }))
      await press.open({ body: '<district-atlas indicator="gdp" places="310112"></district-atlas>', script })
      await ready(page)
      await expect(frames(page)).toHaveAttribute('src', `${press.atlas}?mode=embed&indicator=gdp&places=310112&lang=en`)
    })
  }

  test('may be there twice, under both of its names', async ({ page, press }) => {
    const again = ['embed.js', 'embed-1.js', 'embed-1.js'].map(
      (name) => `<script src="${press.atlas}${name}"></script>`,
    )
    await press.open({ body: `${press.element()}${again.join('')}`, script: 'module' })
    await ready(page)
    await aWhile(page)
    await ready(page)
    await expect(frames(page)).toHaveCount(1)
  })

  test('shows the app as high as it is, tells what it tells and sets what it is told', async ({ page, press }) => {
    await press.open({
      body:
        '<div style="width:640px"><district-atlas data-role="actual" indicator="gdp" title="GDP" height="200">' +
        '</district-atlas></div>',
    })
    const app = new Atlas(page, 'svg', page.frameLocator('district-atlas iframe'))
    await app.ready()
    await ready(page)
    const content = page.frameLocator('district-atlas iframe').locator('html')
    await expect
      .poll(async () => content.evaluate((root) => root.scrollHeight - root.clientHeight), 'no scroll bar')
      .toBe(0)
    expect(await heightOf(page)).toBeGreaterThan(250)
    await app.press('310112')
    await expect
      .poll(async () => (await heard(page, 'select')).map(({ detail }) => detail['place']))
      .toEqual(['310112'])
    const viewOf = async () =>
      elements(page).evaluate((element) => {
        const { view } = element as DistrictAtlasElement
        return { places: view?.places, show: view?.show, lang: view?.lang }
      })
    await expect.poll(viewOf).toEqual({ places: ['310112'], show: 'map', lang: 'en' })
    await elements(page).evaluate((element) => {
      Object.assign(element, { view: { places: [], show: 'table', lang: 'zh-CN' } })
    })
    await expect.poll(viewOf).toEqual({ places: [], show: 'table', lang: 'zh-CN' })
    await expect(content).toHaveAttribute('lang', 'zh-CN')
    await expect(app.region('table')).toBeVisible()
    expect(await heard(page, 'error')).toEqual([])
  })
})

test.describe('costs nothing until it is seen', { tag: '@once' }, () => {
  test('loads when it comes near, and shows the fallback until then', async ({ page, press }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await press.open({
      body: `<div style="height:2400px"></div>${press.element('height="300"', '<a href="#x">Open</a>')}<p>After</p>`,
    })
    await page.waitForFunction(() => customElements.get('district-atlas') !== undefined)
    await aWhile(page)
    await expect(frames(page)).toHaveCount(0)
    expect(asked).not.toContain('/stub/')
    await expect(page.getByRole('link', { name: 'Open' })).toBeVisible()
    const before = await page.getByText('After').evaluate((after) => after.getBoundingClientRect().top + scrollY)
    // 400 px before it is in the window, and not earlier.
    await page.evaluate(() => scrollTo(0, 2400 - innerHeight - 500))
    await aWhile(page)
    await expect(frames(page)).toHaveCount(0)
    await page.evaluate(() => scrollTo(0, 2400 - innerHeight - 300))
    await ready(page)
    await expect(page.getByRole('link', { name: 'Open' })).toBeHidden()
    expect(await page.getByText('After').evaluate((after) => after.getBoundingClientRect().top + scrollY)).toBe(before)
  })

  for (const [name, hide] of [
    ['a closed tab', 'style="display:none"'],
    ['a hidden element', ''],
  ] as const) {
    test(`loads in ${name} when it opens`, async ({ page, press }) => {
      await press.open({ body: `<div id="tab" ${hide}>${press.element(hide === '' ? 'hidden' : '')}</div>` })
      await page.waitForFunction(() => customElements.get('district-atlas') !== undefined)
      await aWhile(page)
      await expect(frames(page)).toHaveCount(0)
      await page.evaluate(() => {
        document.querySelector('#tab')?.removeAttribute('style')
        document.querySelector('district-atlas')?.removeAttribute('hidden')
      })
      await ready(page)
      await expect(frames(page)).toBeVisible()
      await elements(page).evaluate((element) => Object.assign(element, { hidden: true }))
      await expect(frames(page)).toBeHidden()
    })
  }

  test('shows the still picture until it is ready, at the same place', async ({ page, press }) => {
    const answer = press.hold()
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] })
      const observer = new PerformanceObserver((list) => {
        ;(Reflect.get(window, 'shifts') as unknown[]).push(...list.getEntries())
      })
      observer.observe({ type: 'layout-shift', buffered: true })
    })
    await press.open({
      body: `${press.element('title="GDP" height="300" poster="picture.svg"', '<a href="#x">Open</a>')}<p>After</p>`,
      script: 'none',
    })
    await page.addScriptTag({ url: `${press.atlas}embed.js` })
    const poster = page.getByRole('img', { name: 'GDP' })
    await expect(poster).toBeVisible()
    await expect(frames(page)).toHaveCount(1)
    await expect
      .poll(async () => poster.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    const place = await poster.boundingBox()
    expect(place?.height).toBe(300)
    expect(place?.width).toBe((await page.locator('main').boundingBox())?.width)
    expect(await frames(page).boundingBox()).toEqual(place)
    // What is not ready does not lie over the picture.
    await expect(frames(page)).toHaveCSS('opacity', '0')
    await page.evaluate(() => Object.assign(window, { shifts: [] }))
    answer()
    await ready(page)
    await expect(poster).toHaveCount(0)
    await expect(frames(page)).toHaveCSS('opacity', '1')
    expect(await frames(page).boundingBox()).toEqual(place)
    await aWhile(page)
    expect(await page.evaluate(() => Reflect.get(window, 'shifts') as unknown[])).toEqual([])
  })
})

test.describe('among others', { tag: '@once' }, () => {
  test('twelve on one page each hear and say their own', async ({ page, press }) => {
    const many = Array.from({ length: 12 }, (_, at) => press.element(`places="p${at}" theme="dark"`))
    await press.open({ body: many.join('') })
    for (let at = 0; at < many.length; at += 1) await elements(page).nth(at).scrollIntoViewIfNeeded()
    await ready(page, many.length)
    for (const { at, detail } of await heard(page, 'ready')) {
      expect(JSON.stringify(detail)).toContain(`places=p${at}&`)
    }
    await elements(page)
      .nth(7)
      .evaluate((element) => Object.assign(element, { time: '2020', show: 'chart', places: ['a', 'b'] }))
    await expect.poll(async () => (await heard(page, 'change')).length).toBe(1)
    await aWhile(page)
    // One message, and to one alone.
    const [change] = await heard(page, 'change')
    expect(await heard(page, 'change')).toHaveLength(1)
    expect(change).toMatchObject({
      at: 7,
      detail: { view: { heard: 1, set: { time: '2020', show: 'chart', places: 'a,b' } } },
    })
    expect(await page.evaluate(() => window.watched.listeners())).toBe(many.length)
  })

  test('leaves nothing behind when it goes, however often', async ({ page, press }) => {
    await press.open({ body: press.element('height="300" poster="picture.svg"', '<a href="#x">Open</a>') })
    await ready(page)
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.enable')
    // Frames and pictures have documents of their own.
    const documents = async () => {
      for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Memory.getDOMCounters')).documents
    }
    await page.evaluate(() => {
      const element = document.querySelector('district-atlas')
      Object.assign(window, { element, home: element?.parentElement })
      element?.remove()
    })
    await aWhile(page)
    const before = await documents()
    for (let round = 0; round < 6; round += 1) {
      await page.evaluate(() => {
        const { element, home } = window as unknown as { element: Element; home: Element }
        home.append(element)
      })
      await ready(page, round + 2)
      await expect(frames(page)).toHaveCount(1)
      await page.evaluate(() => (Reflect.get(window, 'element') as Element).remove())
    }
    // And so quickly that nothing was loaded.
    await page.evaluate(() => {
      const { element, home } = window as unknown as { element: Element; home: Element }
      for (let round = 0; round < 50; round += 1) {
        home.append(element)
        element.remove()
      }
    })
    await aWhile(page)
    expect(
      await page.evaluate(() => {
        const { shadowRoot, children } = Reflect.get(window, 'element') as Element
        return {
          frames: window.length,
          inside: shadowRoot?.querySelectorAll('*').length,
          children: children.length,
          listeners: window.watched.listeners(),
          observers: window.watched.observers(),
        }
      }),
    ).toEqual({ frames: 0, inside: 2, children: 1, listeners: 0, observers: 0 })
    expect(await documents()).toEqual(before)
  })

  test('keeps its frame where the page moves it without taking it out', async ({ page, press }) => {
    await press.open({ body: `${press.element()}<section></section>` })
    await ready(page)
    const able = await page.evaluate(() => {
      const section = document.querySelector('section')
      if (!section || !('moveBefore' in section)) return false
      ;(section.moveBefore as (node: Element | null, before: null) => void)(
        document.querySelector('district-atlas'),
        null,
      )
      return true
    })
    test.skip(!able, 'this Chromium cannot')
    await elements(page).evaluate((element) => Object.assign(element, { show: 'table' }))
    await expect.poll(async () => (await heard(page, 'change')).length).toBe(1)
    expect(await heard(page, 'ready')).toHaveLength(1)
  })

  test('hears no other window, nor its own once that went elsewhere', async ({ page, press }) => {
    await press.open({ body: `${press.element()}<iframe title="Rogue" src="${press.rogue}"></iframe>` })
    await ready(page)
    await page.evaluate((origin) => {
      const message = { source: 'district-atlas', version: 1, type: 'resize', height: 9999 }
      window.postMessage(message, '*')
      // As a window would that could choose its origin.
      window.dispatchEvent(new MessageEvent('message', { data: message, origin, source: window }))
    }, new URL(press.stub).origin)
    await expect(page.frameLocator('[title="Rogue"]').getByText('Rogue')).toBeVisible()
    await aWhile(page)
    expect(await heightOf(page)).toBe(300)
    await frames(page).evaluate((frame) => {
      ;(frame as HTMLIFrameElement).contentWindow?.location.replace('/rogue')
    })
    await expect(page.frameLocator('district-atlas iframe').getByText('Rogue')).toBeVisible()
    await aWhile(page)
    expect(await heightOf(page)).toBe(300)
    expect((await page.evaluate(() => window.watched.heard)).map(({ type }) => type)).toEqual(['ready'])
  })
})

test.describe('on pages of every kind', { tag: '@once' }, () => {
  test('works where the page allows no inline style or script and no other address', async ({ page, press }) => {
    const [script, frame] = [press.atlas, press.stub].map((url) => new URL(url).origin)
    await press.open({
      body: press.element('places="a" poster="picture.svg"'),
      policy:
        `default-src 'none'; script-src 'self' ${script}; frame-src ${frame}; img-src ${frame} data:; ` +
        `require-trusted-types-for 'script'; trusted-types 'none'`,
    })
    await ready(page)
    const box = await frames(page).boundingBox()
    const main = await page.locator('main').boundingBox()
    expect({ width: box?.width, height: box?.height }).toEqual({ width: main?.width, height: 300 })
    await expect(frames(page)).toHaveCSS('border-top-width', '0px')
  })

  test('fills its column, however that is laid out', async ({ page, press }) => {
    const layouts: Readonly<Record<string, readonly [string, string]>> = {
      'a block with room of its own': ['', 'margin:10px;border:2px solid;padding:8px'],
      'a row': ['display:flex', ''],
      'a centred column': ['display:flex;flex-direction:column;align-items:center', 'border:2px solid;padding:8px'],
      'a centred grid': ['display:grid;justify-items:center', 'margin:10px'],
      'from right to left': ['direction:rtl', ''],
      floating: ['', 'float:right'],
    }
    const columns = Object.values(layouts).map(
      ([outer, inner]) =>
        `<section style="width:600px;overflow:hidden;${outer}">${press.element(`style="${inner}"`)}</section>`,
    )
    await press.open({ body: columns.join('') })
    for (let at = 0; at < columns.length; at += 1) await elements(page).nth(at).scrollIntoViewIfNeeded()
    await ready(page, columns.length)
    const room = [560, 600, 580, 580, 600, 600]
    for (const [at, name] of Object.keys(layouts).entries()) {
      const column = await page.locator('section').nth(at).boundingBox()
      const box = await frames(page).nth(at).boundingBox()
      expect({ name, width: box?.width, height: box?.height }).toEqual({ name, width: room[at], height: 300 })
      // As far from the left as from the right.
      const left = (box?.x ?? 0) - (column?.x ?? 0)
      expect({ name, left }).toEqual({ name, left: (600 - (box?.width ?? 0)) / 2 })
    }
  })

  test('adds nothing to the history, whatever changes', async ({ page, press }) => {
    await press.open({ body: press.element() })
    await ready(page)
    const before = await page.evaluate(() => history.length)
    for (const [at, change] of [{ accent: 'fa0' }, { card: true }, { src: `/stub/?other` }].entries()) {
      await elements(page).evaluate((element, to) => Object.assign(element, to), change)
      await ready(page, at + 2)
    }
    const asked = (await heard(page, 'ready')).map(({ detail }) => (detail['view'] as { query: string }).query)
    expect(asked).toEqual([
      '?mode=embed&lang=en',
      '?mode=embed&lang=en&accent=fa0',
      '?mode=embed&lang=en&card=1&accent=fa0',
      '?other=&mode=embed&lang=en&card=1&accent=fa0',
    ])
    expect(await page.evaluate(() => history.length)).toBe(before)
  })

  test('takes properties that a framework set before the script came', async ({ page, press }) => {
    await press.open({ body: '<div id="root"></div>', script: 'none' })
    await page.evaluate((src) => {
      const element = document.createElement('district-atlas')
      // As Vue does it: a property where there is one, else an attribute; nothing is defined yet.
      const props = { src, places: ['a', 'b'], noTitle: true, card: false, height: 320, view: { show: 'table' } }
      for (const [name, value] of Object.entries(props)) Object.assign(element, { [name]: value })
      document.querySelector('#root')?.append(element)
    }, press.stub)
    await page.addScriptTag({ url: `${press.atlas}embed-1.js`, type: 'module' })
    await ready(page)
    expect(await heard(page, 'ready')).toMatchObject([
      { detail: { view: { query: '?mode=embed&show=table&places=a%2Cb&lang=en&title=0' } } },
    ])
  })

  test('follows the page that is dark without a doubt', async ({ page, press }) => {
    await press.open({
      body: ['dark', 'light dark', 'light', 'normal']
        .map((scheme) => `<div style="color-scheme:${scheme}">${press.element()}</div>`)
        .join(''),
    })
    for (let at = 0; at < 4; at += 1) await elements(page).nth(at).scrollIntoViewIfNeeded()
    await ready(page, 4)
    const themes = await Promise.all(
      [0, 1, 2, 3].map(async (at) =>
        new URL((await frames(page).nth(at).getAttribute('src')) ?? '').searchParams.get('theme'),
      ),
    )
    expect(themes).toEqual(['dark', null, null, null])
  })

  test('stays a link where it has nowhere to go', async ({ page, press }) => {
    // eslint-disable-next-line no-script-url
    const bad = ['javascript:alert(1)', 'data:text/html,x', 'http://'].map(
      (src) => `<district-atlas src="${src}"><a href="#x">Open</a></district-atlas>`,
    )
    await press.open({ body: bad.join('') })
    await page.waitForFunction(() => customElements.get('district-atlas') !== undefined)
    await aWhile(page)
    await expect(frames(page)).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Open' })).toHaveCount(3)
    await expect(page.getByRole('link', { name: 'Open' }).last()).toBeVisible()
    expect(await heightOf(page)).toBeLessThan(100)
  })
})
