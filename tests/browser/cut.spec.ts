import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '../../src/model/text.ts'
import type { Link } from './atlas.ts'
import { HostPage } from './embed-host.ts'
import { told, WORDS } from './network.ts'
import { test, type Host } from './own-host.ts'
import { DIST, readPack } from './pack.ts'
import { expect } from './test.ts'

const { manifest, catalog } = readPack()
const MINHANG = '310112'
const PAGE = readFileSync(join(DIST, 'index.html'))
const firstFile = catalog.shards[catalog.byIndicator[catalog.defaults.indicator] ?? -1]?.path ?? ''
/** A page looks every few seconds whether more of it came, and has no more patience after half a minute. */
const PATIENCE_MS = 36_000

// What the browser itself says of a file that ends too early; the app adds nothing of its own.
test.use({
  allow: /ERR_CONTENT_LENGTH_MISMATCH|^console warning: The resource \S+ was preloaded/,
})

const PAGES: readonly {
  readonly what: string
  readonly bytes: number
  readonly link: Link & { readonly lang: Language }
}[] = [
  { what: 'before its map', bytes: PAGE.indexOf('<body'), link: { lang: 'en', places: MINHANG } },
  { what: 'after its map', bytes: PAGE.indexOf('<aside'), link: { lang: 'zh-CN', theme: 'dark' } },
]

test.describe('the connection drops in the middle', { tag: '@once' }, () => {
  for (const { what, bytes, link } of PAGES) {
    test(`of the page, ${what}: it says so, and comes whole with the next try`, async ({ page, atlas, host }) => {
      await page.clock.install()
      const drop = hold(page, host, bytes)
      await atlas.visit(link)
      await drop()
      await page.clock.runFor(PATIENCE_MS)
      const { pageCut, loadAgain } = WORDS[link.lang].state
      await expect(atlas.failures()).toHaveText(`${pageCut} ${loadAgain}`)
      await atlas.failed()
      if (what === 'after its map') await expect(atlas.drawn(MINHANG)).toBeVisible()
      host.instead.clear()
      await atlas.failures().getByRole('button').click()
      await atlas.ready()
      await expect(atlas.failures()).toHaveCount(0)
      await expect(page.locator('html')).toHaveAttribute('lang', link.lang)
    })
  }

  test('of an embed’s page: it says so, and tells the page around it once', async ({ page, baseURL, host }) => {
    await page.clock.install()
    const drop = hold(page, host, PAGE.indexOf('<aside'))
    const around = await HostPage.open(page, baseURL, { query: '?mode=embed&lang=en' })
    await drop()
    await page.clock.runFor(PATIENCE_MS)
    const { pageCut } = WORDS.en.state
    await expect(around.app.failures()).toContainText(pageCut)
    await expect(around.app.drawn(MINHANG)).toBeHidden()
    await page.clock.runFor(PATIENCE_MS)
    expect(await around.told()).toEqual([expect.objectContaining({ type: 'error', message: pageCut })])
    host.instead.clear()
    await around.app.failures().getByRole('button').click()
    await around.app.ready()
    await around.isReady()
  })

  test('of the app’s first script: the picture stays, with a sentence', async ({ atlas, host }) => {
    cut(host, fileOf('index', 'js'))
    await atlas.visit({ lang: 'en', places: MINHANG })
    await expect(atlas.failures()).toContainText(WORDS.en.state.pageCut)
    await expect(atlas.drawn(MINHANG)).toBeVisible()
    await atlas.failed()
    host.instead.clear()
    await atlas.failures().getByRole('button').click()
    await atlas.ready()
    await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
    await expect(atlas.failures()).toHaveCount(0)
  })

  test('of the style sheet: the app says so, goes on, and is dressed by the next try', async ({
    page,
    atlas,
    host,
  }) => {
    cut(host, fileOf('first', 'css'))
    await atlas.visit({ lang: 'zh-CN' })
    await expect(atlas.failures().first()).toContainText(WORDS['zh-CN'].state.pageCut)
    await expect(atlas.region('map').locator('[role="option"]').first()).toBeAttached()
    host.instead.clear()
    await atlas.action('help').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.locator('[data-cut="style"]')).toBeHidden()
  })

  test('of a later script: its place says so, and the rest stays', async ({ page, atlas, host }) => {
    // As after a reload because of a lost script a moment ago: another one would not help.
    await page.addInitScript(() => window.sessionStorage.setItem('district-atlas.reloaded', String(Date.now())))
    await atlas.open({ lang: 'zh-CN' })
    cut(host, fileOf('TablePanel', 'js'))
    await atlas.show('table')
    await expect(atlas.failures()).toContainText(WORDS['zh-CN'].state.partLost)
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
    host.instead.clear()
    await atlas.failures().getByRole('button').click()
    await expect(atlas.region('table')).toBeVisible()
    await expect(atlas.failures()).toHaveCount(0)
  })

  for (const { what, file, stays } of [
    { what: 'the catalog', file: manifest.catalog.path, stays: null },
    { what: 'the boundaries', file: manifest.boundaries.path, stays: 'details' },
    { what: 'an indicator’s figures', file: firstFile, stays: 'map' },
  ] as const) {
    test(`of ${what}: the file is missed by name, and comes with the next try`, async ({ atlas, host }) => {
      cut(host, `data/${file}`)
      await atlas.visit({ lang: 'en' })
      await expect(atlas.failures().first()).toContainText(told('cut off', file, WORDS.en))
      if (stays === 'details') await expect(atlas.region(stays).locator('[data-observation]').first()).toBeVisible()
      if (stays === 'map') await expect(atlas.onMap(MINHANG)).toBeVisible()
      host.instead.clear()
      await atlas.failures().first().locator('[data-action="retry"]').click()
      await atlas.ready()
      await expect(atlas.failures()).toHaveCount(0)
      await expect(atlas.onMap(MINHANG)).toBeVisible()
    })
  }
})

/** From now on half of a file comes. */
function cut(host: Host, file: string): void {
  host.instead.set(file, { bytes: Math.floor(statSync(join(DIST, file)).size / 2) })
}

/** @returns what drops the connection of the page, once what came of it has begun to run */
function hold(page: Page, host: Host, bytes: number): () => Promise<void> {
  let drop = () => {}
  const until = new Promise<void>((resolve) => {
    drop = resolve
  })
  host.instead.set('index.html', { bytes, until })
  const begun = page.waitForResponse(/\/atlas\/first\.js/)
  const failed = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest())
  return async () => {
    await begun
    const [frame] = page.frames().slice(-1)
    await frame?.waitForFunction(() => document.documentElement.dataset['mode'] !== undefined)
    drop()
    await failed
  }
}

/** @returns the path of a built file by its name without the hash */
function fileOf(name: string, type: 'js' | 'css'): string {
  const found = readdirSync(join(DIST, 'assets')).find((file) => new RegExp(`^${name}-[\\w-]{8}\\.${type}$`).test(file))
  if (found === undefined) throw new Error(`no ${name} in the build`)
  return `assets/${found}`
}
