import { AxeBuilder } from '@axe-core/playwright'
import { HostPage } from './embed-host.ts'
import { expect, test } from './test.ts'

test.use({
  // Playwright's way to block service workers reads `navigator.serviceWorker`, which throws in a sandboxed frame.
  serviceWorkers: 'allow',
})

const GDP = '?mode=embed&role=actual&indicator=gdp'
const KINDS: Readonly<Record<string, string>> = {
  map: GDP,
  'still map': `${GDP}&still=1`,
  'map with its time': `${GDP}&play=1`,
  ranking: `${GDP}&show=chart&chart=ranking`,
  targets: '?mode=embed&role=target&indicator=gdp&show=chart',
  table: `${GDP}&show=table`,
  card: `${GDP}&card=1&places=310112`,
}

test.describe('what it tells', { tag: '@once' }, () => {
  test('is ready with the view, then choices and changes', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: `${GDP}&lang=en` })
    await host.isReady()
    await host.settled()
    expect((await host.told('ready'))[0]).toEqual({
      source: 'district-atlas',
      version: 1,
      type: 'ready',
      view: {
        role: 'actual',
        indicator: 'gdp',
        time: null,
        places: [],
        show: 'map',
        chart: null,
        against: null,
        lang: 'en',
        theme: null,
      },
    })
    await host.app.press('310112')
    await expect.poll(async () => (await host.told('select')).map(({ place }) => place)).toEqual(['310112'])
    await expect.poll(async () => (await host.told('change')).at(-1)?.view?.['places']).toEqual(['310112'])
    // What was chosen can be traced to its source.
    await host.app.part('chosen').locator('[data-source-of]').click()
    await expect(host.frame.getByRole('dialog')).toBeVisible()
  })

  test('what the address says and cannot be used is told to both', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: `${GDP}&accent=red&places=999999` })
    await host.isReady()
    await expect.poll(async () => (await host.told('error')).length).toBe(1)
    expect((await host.told('error'))[0]?.message).toMatch(/accent=red.*999999|999999.*accent=red/s)
    await expect(host.app.part('embed')).toContainText('accent=red')
  })

  test('nothing at all where it stands alone', async ({ page, atlas }) => {
    await page.addInitScript(() => {
      Object.assign(window, { heard: 0 })
      window.addEventListener('message', () => Object.assign(window, { heard: 1 }))
    })
    await atlas.open({ mode: 'embed', indicator: 'gdp', role: 'actual' })
    expect(await page.evaluate(() => (window as unknown as { heard: number }).heard)).toBe(0)
  })
})

test.describe('what it hears', { tag: '@once' }, () => {
  test('a view from the page around it', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: GDP })
    await host.isReady()
    await host.set({ places: ['310104'], lang: 'en', theme: 'dark', show: 'table' })
    await expect(host.frame.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(host.frame.locator('html')).toHaveAttribute('lang', 'en')
    await expect(host.app.region('table').locator('tr[aria-current] [data-place="310104"]')).toBeVisible()
    expect(await host.told('select')).toEqual([])
  })

  test('nothing from other windows of the page', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: GDP })
    await host.isReady()
    await page.evaluate(async () => {
      const rogue = document.createElement('iframe')
      rogue.srcdoc = '<!doctype html><title>Rogue</title>'
      document.body.append(rogue)
      await new Promise((resolve) => {
        rogue.addEventListener('load', resolve, { once: true })
      })
      const target = document.querySelector<HTMLIFrameElement>('#embed')?.contentWindow
      const send = rogue.contentWindow as unknown as { eval: (text: string) => (data: unknown, to: Window) => void }
      // A function of the rogue's own realm: the message then comes from its window.
      if (target)
        send.eval('(data, to) => to.postMessage(data, "*")')(
          { source: 'district-atlas', version: 1, type: 'set', view: { places: ['310104'] } },
          target,
        )
    })
    await host.set({ places: ['310112'] })
    await expect.poll(async () => (await host.told('change')).map(({ view }) => view?.['places'])).toEqual([['310112']])
  })

  test('an attack, and stands as it stood', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: GDP })
    await host.isReady()
    await page.evaluate(() => {
      const to = document.querySelector<HTMLIFrameElement>('#embed')?.contentWindow
      const say = (data: unknown) => to?.postMessage(data, '*')
      const set = (view: unknown) => say({ source: 'district-atlas', version: 1, type: 'set', view })
      set(JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'))
      set({
        // oxlint-disable-next-line no-script-url -- it is the attack
        indicator: 'javascript:alert(1)',
        places: ['<img src=x onerror=alert(1)>'],
        theme: 'url(javascript:alert(1))',
      })
      set({ indicator: 'x'.repeat(2_000_000), places: Array.from({ length: 200_000 }, () => '310112') })
      set(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i])))
      for (const data of [null, 1, 'set', [], { source: 'district-atlas' }, { type: 'set', view: { role: 'target' } }])
        say(data)
      for (let i = 0; i < 10_000; i += 1) set({ time: String(1000 + (i % 1000)) })
      set({ time: '2020', places: ['310104'] })
    })
    await expect.poll(async () => (await host.told('change')).at(-1)?.view?.['time'], { timeout: 30_000 }).toBe('2020')
    const last = (await host.told('change')).at(-1)?.view
    expect(last).toMatchObject({ indicator: 'gdp', places: ['310104'], theme: null, role: 'actual' })
    expect((await host.told('error')).length).toBeLessThan(30)
    expect((await host.told('change')).length).toBeLessThan(100)
    const polluted = await host.frame.locator('html').evaluate(() => 'polluted' in {})
    expect(polluted).toBe(false)
    await host.app.press('310112')
    await expect(host.app.onMap('310112')).toHaveAttribute('aria-selected', 'true')
  })
})

test.describe('how high it is', { tag: '@once' }, () => {
  for (const [name, query] of Object.entries(KINDS)) {
    test(`${name}: the host that does as it is told has no second scroll bar, narrow or wide`, async ({
      page,
      baseURL,
    }) => {
      const host = await HostPage.open(page, baseURL, { query, width: 280 })
      await host.isReady()
      for (const width of [280, 480, 1000]) {
        await page.locator('#embed').evaluate((node, px) => node.setAttribute('width', String(px)), width)
        await host.settled()
        await expect.poll(() => host.overflow(), `at ${width} px`).toEqual([0, 0])
        const [frame, content] = await Promise.all([
          page.locator('#embed').evaluate((node) => node.getBoundingClientRect().height),
          host.app.part('embed').evaluate((node) => node.getBoundingClientRect().height),
        ])
        expect(Math.abs(frame - content), `room left at ${width} px`).toBeLessThan(3)
      }
    })
  }

  for (const obeys of ['exactly', 'with more'] as const) {
    test(`settles with a host that sets it ${obeys}`, async ({ page, baseURL }) => {
      const host = await HostPage.open(page, baseURL, { query: GDP, obeys })
      await host.isReady()
      const first = await host.settled()
      await host.app.press('310112')
      const then = await host.settled()
      // The line for the chosen place is all that has been added.
      expect(then.length - first.length).toBeLessThanOrEqual(2)
      expect(then.length).toBeLessThan(8)
      const content = await host.app.part('embed').evaluate((node) => Math.ceil(node.getBoundingClientRect().height))
      expect(then.at(-1)).toBe(content)
    })
  }

  test('a host that takes no notice can still reach all of it', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: `${GDP}&show=table`, obeys: 'not at all', height: 240 })
    await host.isReady()
    await host.settled()
    await host.app.action('open-atlas').scrollIntoViewIfNeeded()
    await expect(host.app.action('open-atlas')).toBeInViewport()
    expect((await host.overflow())[0]).toBe(0)
  })

  for (const zoom of [0.5, 2]) {
    test(`settles on a page at ${zoom * 100} %`, async ({ page, baseURL }) => {
      const host = await HostPage.open(page, baseURL, { query: GDP, zoom, width: 400 })
      await host.isReady()
      expect((await host.settled()).length).toBeLessThan(8)
      expect(await host.overflow()).toEqual([0, 0])
    })
  }

  test('is not told while a closed tab hides it, and is once the tab opens', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: GDP, hidden: true })
    await host.isReady()
    expect(await host.told('resize')).toEqual([])
    await page.locator('#tab').evaluate((node) => node.style.removeProperty('display'))
    await host.settled()
    expect(await host.overflow()).toEqual([0, 0])
  })
})

test.describe('on a page that makes it hard', { tag: '@once' }, () => {
  test.describe('sandboxed without an origin', () => {
    // The browser says itself what it does not let out.
    test.use({ allow: /sandboxed frame/ })

    test('it works, and its address can be taken by hand', async ({ page, baseURL }) => {
      const host = await HostPage.open(page, baseURL, { query: `${GDP}&lang=en`, sandbox: 'allow-scripts' })
      await host.isReady()
      await host.settled()
      await host.app.press('310112')
      await expect(host.app.onMap('310112')).toHaveAttribute('aria-selected', 'true')
      await host.app.action('open-atlas').click()
      await expect(host.app.part('embed')).toContainText('/atlas/?places=310112&lang=en')
      await expect(host.app.part('embed').locator('[role="status"]')).not.toContainText('mode=embed')
    })
  })

  test.describe('from a server that shares its files with nobody', () => {
    // The browser says itself what it does not let in.
    test.use({ allow: /CORS|ERR_FAILED|null/ })

    test('sandboxed it says that it is lost, to both, and where the atlas is', async ({ page, baseURL }) => {
      const host = await HostPage.open(page, baseURL, {
        query: `${GDP}&lang=en`,
        home: 'closed',
        sandbox: 'allow-scripts',
      })
      const line = host.frame.locator('[data-lost][lang="en"]')
      await expect(line).toBeVisible()
      await expect(line.locator('a')).toHaveAttribute('href', './?role=actual&indicator=gdp&lang=en')
      await expect(host.frame.locator('[data-static]')).toBeHidden()
      await expect.poll(async () => (await host.told('error')).length).toBe(1)
    })
  })

  test('storage that is refused is not missed', async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB', 'cookie']) {
        Object.defineProperty(name === 'cookie' ? document : window, name, { configurable: true, get: refuse })
      }
    })
    const host = await HostPage.open(page, baseURL, { query: `${GDP}&play=1` })
    await host.isReady()
    await host.app.press('310112')
    await expect(host.app.onMap('310112')).toHaveAttribute('aria-selected', 'true')
  })

  test('nothing is stored, no cookie is set, no service worker comes', async ({ page, baseURL, context }) => {
    // On another site the browser may refuse storage by itself; here nothing would keep the embed from it.
    const host = await HostPage.open(page, baseURL, { query: GDP, sameSite: true })
    await host.isReady()
    await host.app.press('310112')
    const kept = await host.frame
      .locator('html')
      .evaluate(async () => [
        window.localStorage.length,
        window.sessionStorage.length,
        (await window.indexedDB.databases()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ])
    expect(kept).toEqual([0, 0, 0, 0])
    expect(await context.cookies()).toEqual([])
  })

  test('a host’s strict policy and the owner’s own are kept', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, {
      query: GDP,
      home: 'kept',
      policy: "default-src 'none'; frame-src http://127.0.0.1:*; img-src data:",
    })
    await host.isReady()
    await host.settled()
    expect(await host.overflow()).toEqual([0, 0])
  })

  test('full screen where it is allowed, else a window of its own', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: GDP })
    await host.isReady()
    await expect(host.app.action('full-screen')).toHaveCount(0)
    await expect(host.app.action('new-window')).toHaveAttribute('target', '_blank')
    const other = await HostPage.open(page, baseURL, { query: GDP, allow: 'fullscreen' })
    await other.isReady()
    await expect(other.app.action('new-window')).toHaveCount(0)
    await expect(other.app.action('full-screen')).toBeVisible()
  })

  test('on a page that runs from right to left it runs as it does', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: `${GDP}&lang=en`, dir: 'rtl' })
    await host.isReady()
    await host.settled()
    expect(await host.overflow()).toEqual([0, 0])
    expect(await host.app.part('embed').evaluate((node) => getComputedStyle(node).direction)).toBe('ltr')
  })

  test('in a frame of a frame it talks to the one around it, not to the top', async ({ page, baseURL }) => {
    if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
    await page.goto(new URL('/host', baseURL.replace('127.0.0.1', 'localhost')).href)
    await page.evaluate((src) => {
      Object.assign(window, { heard: [] as string[] })
      const heard = (window as unknown as { heard: unknown[] }).heard
      window.addEventListener('message', ({ data }) => heard.push(data))
      const middle = document.createElement('iframe')
      middle.srcdoc = `<!doctype html><title>Middle</title><p></p><iframe title="Atlas" width="600" height="500"></iframe>`
      middle.width = '700'
      middle.height = '600'
      document.body.append(middle)
      middle.addEventListener('load', () => {
        const inner = middle.contentDocument?.querySelector('iframe')
        middle.contentWindow?.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
          const line = middle.contentDocument?.querySelector('p')
          if (line) line.textContent = `${line.textContent} ${data.type}`
        })
        if (inner) inner.src = src
      })
    }, new URL(GDP, baseURL).href)
    const middle = page.frameLocator('iframe')
    await expect(middle.locator('p')).toContainText('ready')
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([])
  })

  test('the host’s way back stays the host’s', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: GDP })
    await host.isReady()
    const before = await host.app.entries()
    await host.app.press('310112')
    await host.set({ show: 'table' })
    await expect(host.app.region('table')).toBeVisible()
    await host.set({ show: 'chart' })
    await expect(host.app.region('chart')).toBeVisible()
    expect(await host.app.entries()).toBe(before)
  })
})

test.describe('its colours', { tag: '@once' }, () => {
  test.use({ colorScheme: 'dark' })

  for (const [theme, expected] of [
    ['', 'light'],
    ['&theme=auto', 'dark'],
    ['&theme=contrast', 'contrast'],
  ] as const) {
    test(`${theme || 'nothing said'}: ${expected} from the first moment, whatever the system asks for`, async ({
      page,
      baseURL,
    }) => {
      await page.addInitScript(() => {
        const seen: string[] = []
        Object.assign(window, { seen })
        new MutationObserver(() => seen.push(document.documentElement?.dataset['theme'] ?? '')).observe(document, {
          attributes: true,
          attributeFilter: ['data-theme'],
          subtree: true,
        })
      })
      const host = await HostPage.open(page, baseURL, { query: `${GDP}${theme}` })
      await host.isReady()
      const seen = await host.frame.locator('html').evaluate(() => (window as unknown as { seen: string[] }).seen)
      expect([...new Set(seen)]).toEqual([expected])
    })
  }

  test('an accent that would not read is made to', async ({ page, baseURL }) => {
    const host = await HostPage.open(page, baseURL, { query: `${GDP}&accent=ffee00` })
    await host.isReady()
    const colour = await host.app.action('open-atlas').evaluate((node) => getComputedStyle(node).color)
    const [r = 0, g = 0, b = 0] = colour.match(/\d+/g)?.map(Number) ?? []
    expect(r).toBeGreaterThan(b + 50)
    expect(g).toBeLessThan(140)
  })
})

test.describe('axe finds nothing', { tag: '@once' }, () => {
  for (const [name, query] of Object.entries(KINDS)) {
    test(`in a frame: ${name}`, async ({ page, baseURL }) => {
      const host = await HostPage.open(page, baseURL, { query: `${query}&theme=dark` })
      await host.isReady()
      await host.settled()
      const { violations } = await new AxeBuilder({ page }).include(['#embed', 'html']).analyze()
      expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([])
    })
  }
})
