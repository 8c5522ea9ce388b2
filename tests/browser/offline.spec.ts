import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { Atlas } from './atlas.ts'
import { test, type Host } from './own-host.ts'
import { DIST, readPack } from './pack.ts'
import { expect, listen } from './test.ts'

/** What the app does when idle it has begun by then: it asked to be called before. */
async function idle(place: Page | Locator): Promise<void> {
  const wait = async (): Promise<void> =>
    new Promise((resolve) => {
      requestIdleCallback(() => resolve())
    })
  await ('goto' in place ? place.evaluate(wait) : place.evaluate(wait))
}

/** Waits until the worker at work has the whole copy and answers for the page. */
async function copied(page: Page): Promise<void> {
  await expect
    .poll(async () =>
      page.evaluate(async () => {
        const found = await navigator.serviceWorker.getRegistration()
        return found?.active?.state === 'activated' && navigator.serviceWorker.controller === found.active
      }),
    )
    .toBe(true)
}

const buildOf = async (page: Page): Promise<string | null> => page.locator('meta[name="build"]').getAttribute('content')

/** With the server gone the worker's own requests fail; the page's do not. */
const SERVER_GONE =
  /^request failed: .* net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)$/

test.describe('with a service worker', { tag: '@once' }, () => {
  test.use({ serviceWorkers: 'allow', allow: SERVER_GONE })

  test('starts in a cold browser without a server, and says that it shows the copy', async ({
    playwright,
    host,
    launchOptions,
  }, info) => {
    const profile = info.outputPath('profile')
    const options = { ...launchOptions, baseURL: host.url, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
    const first = await playwright.chromium.launchPersistentContext(profile, options)
    const visit = await first.newPage()
    await new Atlas(visit).open()
    await expect(visit.locator('[data-part="offline-copy"]')).toHaveCount(0)
    await copied(visit)
    const devtools = await first.newCDPSession(visit)
    expect(await devtools.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] })
    await first.close()
    await host.close()

    const second = await playwright.chromium.launchPersistentContext(profile, options)
    const noise = listen(second)
    const { catalog } = readPack()
    for (const link of [
      { places: catalog.places.find(({ kind }) => kind === 'district')?.code ?? '' },
      { show: 'chart' },
    ]) {
      const page = await second.newPage()
      const atlas = new Atlas(page)
      await atlas.open({ lang: 'zh-CN', ...link })
      await expect(page.locator('[data-part="offline-copy"]')).toBeVisible()
      await expect(atlas.failures()).toHaveCount(0)
      await page.close()
    }
    const stage = await second.newPage()
    await new Atlas(stage).open({ mode: 'present' })
    await expect(stage.locator('[role="alert"]')).toHaveCount(0)
    expect(noise.filter((line) => !SERVER_GONE.test(line))).toEqual([])
    await second.close()
  })

  test('goes on in the page of the first visit when the server is gone', async ({ page, atlas, host }) => {
    await atlas.open()
    await copied(page)
    await host.close()
    await atlas.show('table')
    await expect(atlas.region('table')).toBeVisible()
    await atlas.action('help').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(atlas.failures()).toHaveCount(0)
  })

  test('does not wait for a server that never answers', async ({ page, atlas, host }) => {
    await atlas.open()
    await copied(page)
    host.instead.set('index.html', 'hang').set('data/manifest.json', 'hang')
    await atlas.reload()
    await expect(page.locator('[data-part="offline-copy"]')).toBeVisible()
  })

  test('takes a page of somebody else for no manifest', async ({ page, atlas, host }) => {
    await atlas.open()
    await copied(page)
    host.instead.set('data/manifest.json', { body: '<!doctype html><title>Log in</title>', type: 'text/html' })
    await atlas.reload()
    await expect(page.locator('[data-part="offline-copy"]')).toBeVisible()
  })

  test('prefers the server while there is one', async ({ page, atlas, host }) => {
    await atlas.open()
    await copied(page)
    host.instead.set('index.html', { body: pageOf('1234567812345678') })
    await atlas.reload()
    expect(await buildOf(page)).toBe('1234567812345678')
    await expect(page.locator('[data-part="offline-copy"]')).toHaveCount(0)
  })

  test('a newer build waits for pages of the older one, then takes over', async ({ context, page, atlas, host }) => {
    await atlas.open()
    await copied(page)
    const older = await buildOf(page)
    publish(host, '1234567812345678')
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    const waits = async (): Promise<boolean> =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed')
    await expect.poll(waits).toBe(true)

    // A second page of the older build, from the older copy, is no reason to change under the first.
    host.instead.set('index.html', { body: pageOf(older ?? '') })
    const another = await context.newPage()
    await new Atlas(another).open()
    await idle(another)
    expect(await waits()).toBe(true)
    await another.close()

    publish(host, '1234567812345678')
    await atlas.reload()
    // The server may be late for once on a busy machine; then the older copy's page came, which keeps its worker.
    await expect(async () => {
      if ((await buildOf(page)) === older) await atlas.reload()
      expect(await buildOf(page)).not.toBe(older)
    }).toPass()
    await expect.poll(waits, { timeout: 40_000 }).toBe(false)
    await copied(page)
    await host.close()
    await atlas.reload()
    expect(await buildOf(page)).toBe('1234567812345678')
  })

  test('the switch on the server removes worker and copy', async ({ page, atlas, host }) => {
    await atlas.open()
    await copied(page)
    host.instead.set('app.json', { body: JSON.stringify({ build: await buildOf(page), offline: false }) })
    await atlas.reload()
    const left = async (): Promise<unknown> =>
      page.evaluate(async () => [await navigator.serviceWorker.getRegistrations(), await caches.keys()])
    await expect.poll(left).toEqual([[], []])
    // The page that is open is still answered by the worker that was removed.
    await page.evaluate(async () => {
      await Promise.all(['data/manifest.json', 'index.html'].map(async (file) => fetch(file)))
    })
    expect(await left()).toEqual([[], []])
    await atlas.reload()
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  })

  test('keeps no copy in a frame', async ({ page, host }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(new URL('/host', host.url).href)
    await page.evaluate((src) => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { title: 'Atlas', width: 1200, height: 800, src }),
      )
    }, host.url)
    const frame = page.frameLocator('iframe')
    await new Atlas(page, 'svg', frame).ready()
    // The app would have asked whether copies are wanted before this.
    await idle(frame.locator('html'))
    expect(asked.filter((url) => /app\.json|sw\.js/.test(url))).toEqual([])
    await page.goto('./')
    await copied(page)
  })
})

test.describe('without a service worker', { tag: '@once' }, () => {
  // The lost file itself, and what React says of the part that broke.
  test.use({
    allow: /ERR_CONNECTION_(REFUSED|RESET)|status (of )?404|dynamically imported module|Unable to preload CSS/,
  })

  /** Marks the page, and asks for a part of the app that was not loaded yet. @returns whether it is still the same page */
  async function loseChunk(page: Page): Promise<() => Promise<boolean>> {
    await page.evaluate(() => Object.assign(window, { marked: true }))
    await page.locator('[data-show-option="table"]').click()
    // Asked in the middle of a navigation, a page is on its way out.
    return async () => page.evaluate(() => 'marked' in window).catch(() => false)
  }

  test('a part that is lost in a deploy brings the new page', async ({ page, atlas, host }) => {
    await atlas.open()
    for (const file of chunks('ViewTable')) host.instead.set(file, 'gone')
    const isSame = await loseChunk(page)
    await expect.poll(isSame).toBe(false)
    await atlas.ready()
  })

  test('a part that is lost with the server leaves the page alone', async ({ page, atlas, host }) => {
    await atlas.open()
    await host.close()
    const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('app.json'))
    const isSame = await loseChunk(page)
    await asked
    await idle(page)
    expect(await isSame()).toBe(true)
    await expect(atlas.failures().first()).toBeVisible()
    await expect(atlas.region('details')).toBeVisible()
  })
})

/** @returns the built scripts of a part of the app, by their paths. */
function chunks(name: string): readonly string[] {
  const found = readdirSync(join(DIST, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
  if (found.length === 0) throw new Error(`no chunk ${name} in the build`)
  return found.map((file) => `assets/${file}`)
}

/** Puts a newer build on the host: another page, and a worker that asks for it. */
function publish(host: Host, build: string): void {
  const page = pageOf(build)
  const worker = readFileSync(join(DIST, 'sw.js'), 'utf8')
  const entry = /\{[^{}]*"url":"index\.html"[^{}]*\}/.exec(worker)?.[0]
  if (entry === undefined) throw new Error('sw.js does not list index.html as expected')
  const integrity = `sha256-${createHash('sha256').update(page).digest('base64')}`
  const other = JSON.stringify({ ...(JSON.parse(entry) as object), revision: build, integrity })
  host.instead.set('index.html', { body: page })
  host.instead.set('sw.js', { body: worker.replace(entry, other) })
  host.instead.set('app.json', { body: JSON.stringify({ build, offline: true }) })
}

/** The page as another build would have it. */
function pageOf(build: string): string {
  return readFileSync(join(DIST, 'index.html'), 'utf8').replace(/(name="build" content=")[^"]*/, `$1${build}`)
}
